//! What the wording of a plan says besides what is planned: «Båttur (utsatt pga. vær)».

use domain::kinds::ActivityStatus as Status;
use domain::written;

/// Words for how sure an activity is, and the status they mean. The first that is found counts:
/// what was booked and is postponed, is postponed.
const STATUSES: [(&str, Status); 9] = [
    ("avlyst", Status::Cancelled),
    ("utsatt", Status::Postponed),
    ("utsett", Status::Postponed),
    ("gjennomført", Status::Done),
    ("bekreftet", Status::Confirmed),
    ("bekrefta", Status::Confirmed),
    ("booket", Status::Booked),
    ("booka", Status::Booked),
    ("bestilt", Status::Booked),
];
/// How plans say that it depends on the weather, the longest first.
const WEATHER: [&str; 4] =
    ["m/værforbehold", "med værforbehold", "værforbehold", "med atterhald om vêret"];
/// What leads up to a reason.
const BECAUSE: [&str; 5] = ["pga.", "pga", "på grunn av", "grunnet", "på grunn"];

/// An activity as a plan words it.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// What it is.
    pub title: String,
    /// How sure it is.
    pub status: Status,
    /// What time, `HH:MM`.
    pub time: Option<String>,
    /// Why it was postponed or cancelled.
    pub why: String,
}

/// Reads it.
pub fn read(text: &str) -> Wording {
    let mut rest = text.to_owned();
    let time = cut_time(&mut rest);
    let weather = WEATHER.iter().any(|it| cut(&mut rest, it));
    let idea = rest.trim_end().ends_with('?') || text.is_empty();
    let (said, why) = cut_status(&mut rest).unzip();
    let mut why = why.unwrap_or_default();
    if matches!(said, Some(Status::Postponed | Status::Cancelled)) {
        if why.is_empty() {
            why = cut_reason(&mut rest).unwrap_or_default();
        }
        if why.is_empty() && weather {
            "Værforbehold".clone_into(&mut why);
        }
    }
    let status = match said {
        Some(status) => status,
        None if idea => Status::Idea,
        None if weather => Status::WeatherReserve,
        None => Status::Planned,
    };
    Wording { title: tidy(&rest), status, time, why }
}

/// Takes out «(bekreftet)» or «- booket»; what follows «pga.» is the reason.
fn cut_status(rest: &mut String) -> Option<(Status, String)> {
    let place = |word: &str| find(rest, word).filter(|at| is_apart(&rest[..*at]));
    let (at, word, status) =
        STATUSES.iter().find_map(|(word, status)| Some((place(word)?, *word, *status)))?;
    let end = rest[at..].find(')').map_or(rest.len(), |it| at + it);
    let said = rest[at + word.len()..end].trim();
    let because = BECAUSE.iter().find_map(|it| said.strip_prefix(it));
    let why = capital(because.unwrap_or_default().trim());
    let start = rest[..at].trim_end_matches([' ', '(', '-', '–']).len();
    let end = (end + 1).min(rest.len());
    rest.replace_range(start..end, "");
    Some((status, why))
}

/// Whether a word that comes after `before` says something about the activity, rather than
/// being part of its name.
fn is_apart(before: &str) -> bool {
    before.trim_end().ends_with(['(', '-', '–', ','])
}

/// Takes out what stands after the last dash: «Tur i nærområde – Dårlig vær».
fn cut_reason(rest: &mut String) -> Option<String> {
    let at = [" – ", " - "].iter().filter_map(|it| rest.rfind(it)).max()?;
    let why = tidy(&rest.split_off(at));
    Some(capital(&why))
}

/// Takes out «kl. 12.00».
fn cut_time(rest: &mut String) -> Option<String> {
    let at = find(rest, "kl. ").or_else(|| find(rest, "kl "))?;
    let after = rest[at..].find(' ')? + at + 1;
    let is_time = |c: char| c.is_ascii_digit() || c == '.' || c == ':';
    let length = rest[after..].find(|c| !is_time(c)).unwrap_or(rest.len() - after);
    let time = written::time(rest[after..after + length].trim_end_matches('.'))?;
    rest.replace_range(at..after + length, "");
    Some(time.format("%H:%M").to_string())
}

/// Takes out words, whatever their letters' case.
fn cut(rest: &mut String, words: &str) -> bool {
    let found = find(rest, words);
    if let Some(at) = found {
        rest.replace_range(at..at + words.len(), "");
    }
    found.is_some()
}

/// Where words stand, whatever their letters' case.
fn find(text: &str, words: &str) -> Option<usize> {
    let small = text.to_lowercase();
    // Places in the one are places in the other only if no letter changed its length.
    small.find(words).filter(|_| small.len() == text.len())
}

fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches([' ', '-', '–', ',', '?']).to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_says_more_than_what_is_planned() {
        for (text, title, status, time, why) in [
            ("Tur til Sognsvann", "Tur til Sognsvann", Status::Planned, None, ""),
            ("Åpen dag v. UiO", "Åpen dag v. UiO", Status::Planned, None, ""),
            (
                "Tur til Bua – startblokka kl. 12.00 (bekreftet)",
                "Tur til Bua – startblokka",
                Status::Confirmed,
                Some("12:00"),
                "",
            ),
            (
                "Innlegg fra professor kl 11",
                "Innlegg fra professor",
                Status::Planned,
                Some("11:00"),
                "",
            ),
            ("Tur til Finnerud - booket", "Tur til Finnerud", Status::Booked, None, ""),
            ("Båttur m/værforbehold", "Båttur", Status::WeatherReserve, None, ""),
            ("Båttur m/værforbehold (Utsatt)", "Båttur", Status::Postponed, None, "Værforbehold"),
            (
                "Tur i nærområde – Dårlig vær (Utsatt)",
                "Tur i nærområde",
                Status::Postponed,
                None,
                "Dårlig vær",
            ),
            ("Båttur (utsatt pga. vær)", "Båttur", Status::Postponed, None, "Vær"),
            ("Kino (avlyst på grunn av sykdom)", "Kino", Status::Cancelled, None, "Sykdom"),
            ("Båttur eller noe?", "Båttur eller noe", Status::Idea, None, ""),
            ("Om utsatt skatt", "Om utsatt skatt", Status::Planned, None, ""),
            ("", "", Status::Idea, None, ""),
        ] {
            let time = time.map(str::to_owned);
            let expected = Wording { title: title.into(), status, time, why: why.into() };
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
