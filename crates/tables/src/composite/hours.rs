//! Hours of the week: `man–fre 08:00–15:30`.

use domain::field::composite::{DAY, FROM, Span, TO, spans};
use domain::issue::Problem;
use domain::written;
use serde_json::{Value, json};

use crate::labels::plain;

/// The days of the week from Monday on, each by its names: bokmål, nynorsk, English.
const DAYS: [[&str; 3]; 7] = [
    ["mandag", "måndag", "monday"],
    ["tirsdag", "tysdag", "tuesday"],
    ["onsdag", "onsdag", "wednesday"],
    ["torsdag", "torsdag", "thursday"],
    ["fredag", "fredag", "friday"],
    ["lørdag", "laurdag", "saturday"],
    ["søndag", "sundag", "sunday"],
];

/// A day of the week by its name or the first three letters of it, Monday being 1.
pub fn weekday(text: &str) -> Option<u64> {
    let text = plain(text);
    let is_it = |name: &&str| {
        let name = plain(name);
        name == text || name.get(..3) == Some(text.as_str())
    };
    let place = DAYS.iter().position(|names| names.iter().any(is_it))?;
    u64::try_from(place + 1).ok()
}

/// Reads hours of the week.
pub fn read_hours(cell: &str) -> Result<Value, Problem> {
    let mut hours = Vec::new();
    for part in cell.split([',', ';', '|', '\n']).map(str::trim).filter(|it| !it.is_empty()) {
        hours.extend(read_span(part).ok_or(Problem::NotATime)?);
    }
    Ok(hours.into())
}

/// `man–fre 08:00–15:30`, `mandag til fredag 0800-1530`.
fn read_span(text: &str) -> Option<Vec<Value>> {
    let text = text.replace(" til ", "-").replace(" to ", "-").replace('–', "-");
    let first_figure = text.find(|it: char| it.is_ascii_digit())?;
    let (days, times) = text.split_at(first_figure);
    let (from, to) = times.split_once('-')?;
    let time = |it| Some(written::time(it)?.format("%H:%M").to_string());
    let (from, to) = (time(from)?, time(to)?);
    let days = days.trim().trim_end_matches("kl.").trim_end_matches("kl").trim();
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let day = |it: &str| weekday(it.trim().trim_end_matches('.'));
    let (first, last) = (day(first)?, day(last)?);
    // Past Sunday, the week begins again.
    let days = (first..=last + if last < first { 7 } else { 0 }).map(|it| (it - 1) % 7 + 1);
    Some(days.map(|it| json!({ DAY: it, FROM: from, TO: to })).collect())
}

/// Writes hours of the week.
pub fn write_hours(value: &Value, locale: &str) -> String {
    let written = |it: &Span| {
        let day = |it: u64| short(it, locale);
        let days = if it.first == it.last {
            day(it.first)
        } else {
            format!("{}–{}", day(it.first), day(it.last))
        };
        format!("{days} {}–{}", it.from, it.to)
    };
    spans(value).iter().map(written).collect::<Vec<_>>().join(" | ")
}

fn short(day: u64, locale: &str) -> String {
    let place = usize::try_from(day.saturating_sub(1)).unwrap_or_default();
    let names = DAYS.get(place).copied().unwrap_or_default();
    let name = names[usize::from(locale == "nn") + 2 * usize::from(locale == "en")];
    name.chars().take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let week: Value =
            (1..=5).map(|day| json!({ "day": day, "from": "08:00", "to": "15:30" })).collect();
        for written in [
            "man–fre 08:00–15:30",
            "mandag til fredag 0800–1530",
            "Mandag-fredag kl. 8-15.30",
            "mon-fri 8 - 15:30",
            "måndag til torsdag 8–15.30, fredag 8–15.30",
        ] {
            assert_eq!(read_hours(written).as_ref(), Ok(&week), "{written}");
        }
        let weekend: Value =
            [6, 7, 1].map(|day| json!({ "day": day, "from": "10:00", "to": "12:00" })).into();
        assert_eq!(read_hours("lør–man 10–12"), Ok(weekend));
        for wrong in ["alltid", "man 8", "man 8–", "xyz 8–9"] {
            assert_eq!(read_hours(wrong), Err(Problem::NotATime), "{wrong}");
        }
    }

    #[test]
    fn hours_are_read_as_they_were_written() {
        let hours = json!([
            { "day": 1, "from": "08:00", "to": "11:00" },
            { "day": 1, "from": "12:00", "to": "15:30" },
            { "day": 3, "from": "08:00", "to": "11:00" },
        ]);
        for locale in ["nb", "nn", "en"] {
            assert_eq!(read_hours(&write_hours(&hours, locale)).as_ref(), Ok(&hours));
        }
    }
}
