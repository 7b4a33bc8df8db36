//! Days, times and moments as people write them, the day first. Forms and files both use this.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc, Weekday};

use crate::field::is_plausible;
use crate::issue::Problem;
use crate::zone::{Shown, Zone};

/// The names of the months, which may be cut short after three letters.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january"],
    &["februar", "february"],
    &["mars", "march"],
    &["april"],
    &["mai", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["desember", "december"],
];
/// Two-digit years from here on belong to the previous century.
const LAST_CENTURY: i32 = 70;

/// The assumed time of a day without one.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// A moment that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When; the first of two moments that fit.
    pub at: DateTime<Utc>,
    /// Whether the text has a time of day; otherwise it is noon.
    pub timed: bool,
    /// Whether a second moment fits, and the text does not tell which.
    pub twice: bool,
}

/// A day with its year: `14.03.2026`, `14.3.26`, `14/3/2026`, `14. mars 2026` or `2026-03-14`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let date = text.trim();
    let date = date.strip_suffix("T00:00:00").unwrap_or(date);
    plausible(date.parse().ok().or_else(|| parts(date)?.in_year(None)))
}

/// A day in the given year, unless the text has a year: `14.03`.
pub fn day_of(text: &str, year: i32) -> Option<NaiveDate> {
    day(text).or_else(|| parts(text)?.in_year(Some(year)))
}

/// A day as it is typed: also `24.12`, `24/12`, `24. des` or `2412`, which mean the one nearest to
/// `today`, and `241226` or `24122026`.
pub fn day_near(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let near = || {
        let written = parts(text).or_else(|| compact(text.trim()))?;
        let years = (-1..=1).map(|it| today.year() + it);
        let days = years.filter_map(|year| written.in_year(Some(year)));
        plausible(days.min_by_key(|it| (*it - today).num_days().abs()))
    };
    day(text).or_else(near)
}

/// A time of day: `14:30`, `14.30`, `kl. 14.30`, `1430`, `14` or `2:30 pm`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("kl").unwrap_or(&text).trim_start_matches(['.', ' ']);
    let half = [("am", 0), ("pm", 12)].into_iter().find(|it| text.ends_with(it.0));
    let text = half.map_or(text, |it| text.trim_end_matches(it.0).trim_end());
    let parts: Vec<&str> = text.split(['.', ':']).collect();
    // A spreadsheet turns 14.30 into `14.3`, which may also be 14.03.
    let two = |part: &&str| part.len() == 2;
    let (hour, minute) = match parts[..] {
        [hour] if hour.len() <= 2 => (number(hour)?, 0),
        [both] => (number(both)? / 100, number(both)? % 100),
        [hour, ref rest @ ..] if rest.len() <= 2 && rest.iter().all(two) => {
            let below_a_minute = rest.get(1).is_none_or(|it| number(it).is_some_and(|it| it < 60));
            (number(hour).filter(|_| below_a_minute)?, number(rest[0])?)
        }
        _ => return None,
    };
    let hour = match half {
        Some((_, later)) => (1..=12).contains(&hour).then_some(hour % 12 + later)?,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A week: `2026-W11`, `uke 11 2026`, or `uke 11` of the given year.
pub fn week(text: &str, year: i32) -> Option<String> {
    let digits = |it: &&str| !it.is_empty();
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(digits);
    let (week, year) = match (parts.next()?, parts.next()) {
        (first, Some(second)) if first.len() == 4 => (second, first.parse().ok()?),
        (first, Some(second)) => (first, second.parse().ok()?),
        (first, None) => (first, year),
    };
    let week: u32 = week.parse().ok()?;
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    Some(format!("{year}-W{week:02}"))
}

/// A day, as `day` reads it, with its time, or noon. A time with an offset is an exact moment; a
/// time without one is on the site's clock.
pub fn moment(
    text: &str,
    zone: &Zone,
    day: impl Fn(&str) -> Option<NaiveDate>,
) -> Result<Moment, Problem> {
    let text = text.trim();
    let exact = |at| Ok(Moment { at, timed: true, twice: false });
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return exact(at.to_utc());
    }
    let Read { day, time, offset } = read(text, day).ok_or(Problem::NotAMoment)?;
    let local = day.and_time(time.unwrap_or(NOON));
    if let Some(ahead) = offset {
        let at = local.checked_sub_signed(TimeDelta::seconds(ahead));
        return exact(at.ok_or(Problem::NotAMoment)?.and_utc());
    }
    let timed = time.is_some();
    match zone.shown(local) {
        Shown::Once(at) => Ok(Moment { at, timed, twice: false }),
        Shown::Twice(at, _) => Ok(Moment { at, timed, twice: true }),
        Shown::Never => Err(Problem::SkippedHour),
    }
}

/// A moment as it is stored.
pub fn stored(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The parts of a text with a moment.
struct Read {
    day: NaiveDate,
    time: Option<NaiveTime>,
    /// The offset of the time from UTC, in seconds.
    offset: Option<i64>,
}

fn read(text: &str, day: impl Fn(&str) -> Option<NaiveDate>) -> Option<Read> {
    let only = day(text).map(|day| Read { day, time: None, offset: None });
    let blanks = text.match_indices([' ', 'T', '\u{a0}']);
    let halves =
        blanks.filter_map(|(at, blank)| Some((text.get(..at)?, text.get(at + blank.len()..)?)));
    let both = |(date, clock): (&str, &str)| {
        let (clock, offset) = apart(clock.trim());
        let day = day(date.trim_end_matches([' ', ',']))?;
        Some(Read { day, time: Some(time(clock)?), offset })
    };
    only.or_else(|| halves.into_iter().find_map(both))
}

/// Splits a time from its offset: `02:30+01:00`, `02.30 +01`, `00:30Z`. A dash may also precede the
/// time when something ends; it starts an offset only if minutes follow.
fn apart(clock: &str) -> (&str, Option<i64>) {
    if let Some(utc) = ["Z", "UTC"].iter().find_map(|it| clock.strip_suffix(it)) {
        return (utc.trim_end(), Some(0));
    }
    let offset = |at: usize| {
        let (time, offset) = clock.split_at_checked(at)?;
        let digits = offset.get(1..)?.replace(':', "");
        let minutes = match digits.len() {
            2 if offset.starts_with('+') => number(&digits)? * 60,
            4 => number(&digits)? / 100 * 60 + number(&digits)? % 100,
            _ => return None,
        };
        let seconds = i64::from(minutes) * 60;
        Some((time.trim_end(), Some(if offset.starts_with('-') { -seconds } else { seconds })))
    };
    clock.rfind(['+', '-']).and_then(offset).unwrap_or((clock, None))
}

/// A day whose year may be missing.
struct Parts {
    day: u32,
    month: u32,
    year: Option<i32>,
}

impl Parts {
    /// The day; none if neither the text nor the caller gives a year.
    fn in_year(&self, year: Option<i32>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.or(year)?, self.month, self.day)
    }
}

fn parts(text: &str) -> Option<Parts> {
    let words = text.contains(char::is_alphabetic);
    let between: &[char] = if words { &['.', '-', ' ', '\u{a0}'] } else { &['.', '/', '-'] };
    let mut parts = text.trim().split(between).map(str::trim).filter(|it| !words || !it.is_empty());
    let (day, month) = (number(parts.next()?)?, parts.next()?);
    let month = number(month).or_else(|| named(month))?;
    let year = match parts.next().unwrap_or_default() {
        "" => None,
        year => Some(whole_year(year)?),
    };
    parts.next().is_none().then_some(Parts { day, month, year })
}

/// A date of digits alone: `2412`, `241226` or `24122026`.
fn compact(text: &str) -> Option<Parts> {
    let part = |from, to| text.get(from..to).and_then(number);
    let year = match text.len() {
        4 => None,
        6 | 8 => Some(whole_year(text.get(4..)?)?),
        _ => return None,
    };
    Some(Parts { day: part(0, 2)?, month: part(2, 4)?, year })
}

fn named(month: &str) -> Option<u32> {
    let month = month.to_lowercase();
    let is = |names: &[&str]| month.len() >= 3 && names.iter().any(|it| it.starts_with(&month));
    let place = MONTHS.iter().position(|it| is(it))?;
    u32::try_from(place + 1).ok()
}

fn whole_year(year: &str) -> Option<i32> {
    let number = i32::try_from(number(year)?).ok()?;
    match (year.len(), number) {
        (2, LAST_CENTURY..) => Some(1900 + number),
        (2, _) => Some(2000 + number),
        (4, _) => Some(number),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

fn plausible(day: Option<NaiveDate>) -> Option<NaiveDate> {
    day.filter(|it| is_plausible(it.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Turn;

    fn written(text: &str) -> Option<String> {
        day(text).map(|it| it.to_string())
    }

    #[test]
    fn a_day_is_read_the_day_first_however_it_is_written() {
        for text in [
            "2026-03-14",
            "14.03.2026",
            "14.3.26",
            "14/3/2026",
            "14-03-2026",
            "14. 3. 2026",
            "14. mars 2026",
            "14 March 2026",
            "14. mar. 26",
            " 14.03.2026 ",
            "2026-03-14T00:00:00",
        ] {
            assert_eq!(written(text).as_deref(), Some("2026-03-14"), "{text}");
        }
        for text in [
            "30.02.2026",
            "14.3",
            "14",
            "1.2.3.4",
            "i går",
            "",
            "03/14/2026",
            "14.03.20266",
            "14.03.026",
            "14.03.1826",
            "marsipan",
            "1403",
            "+14.3.2026",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
        assert_eq!(written("01.06.99").as_deref(), Some("1999-06-01"));
        assert_eq!(written("01.06.24").as_deref(), Some("2024-06-01"));
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_such_day() {
        let near = |text, today: &str| {
            day_near(text, today.parse().unwrap()).map(|it| it.to_string()).unwrap_or_default()
        };
        for text in
            ["24.12", "24/12", "24.12.", "2412", "24. des", "24. desember", "241226", "24122026"]
        {
            assert_eq!(near(text, "2026-11-28"), "2026-12-24", "{text}");
        }
        assert_eq!(near("3.1", "2026-12-28"), "2027-01-03");
        assert_eq!(near("28.12", "2027-01-03"), "2026-12-28");
        assert_eq!(near("29.2", "2027-05-01"), "2028-02-29");
        assert_eq!(near("31.2", "2027-05-01"), "");
        assert_eq!(near("12", "2027-05-01"), "");
        assert_eq!(day_of("14.3", 2024).map(|it| it.to_string()).as_deref(), Some("2024-03-14"));
        assert_eq!(day_of("1403", 2024), None);
    }

    #[test]
    fn a_time_is_read_by_24_hours() {
        let read = |text| time(text).map(|it| it.format("%H:%M").to_string());
        for text in [
            "14:30",
            "14.30",
            "kl. 14.30",
            "kl 14.30",
            "Kl.14.30",
            "1430",
            "14:30:00",
            "2:30 PM",
            "2.30pm",
        ] {
            assert_eq!(read(text).as_deref(), Some("14:30"), "{text}");
        }
        for (text, expected) in
            [("930", "09:30"), ("9", "09:00"), ("12:05 am", "00:05"), ("00:00", "00:00")]
        {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "25:00",
            "14.60",
            "14.3",
            "0.5",
            "13 pm",
            "snart",
            "",
            "14:30:61",
            "10-11",
            "14.30.00.00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn weeks_are_read_with_their_year_or_without() {
        for text in ["2026-W11", "uke 11", "11", "Uke 11, 2026", "veke 11"] {
            assert_eq!(week(text, 2026).as_deref(), Some("2026-W11"), "{text}");
        }
        assert_eq!(week("uke 53", 2025), None);
    }

    fn oslo() -> Zone {
        let turn = |at: &str, offset| Turn {
            at: at.parse::<DateTime<Utc>>().unwrap().timestamp(),
            offset,
        };
        let turns = vec![turn("2026-03-29T01:00:00Z", 7_200), turn("2026-10-25T01:00:00Z", 3_600)];
        Zone { turns, ..Zone::default() }
    }

    #[test]
    fn a_moment_is_a_time_on_the_sites_clock_unless_an_offset_says_otherwise() {
        let utc = |text: &str| moment(text, &oslo(), day).map(|it| (it.at.to_rfc3339(), it.timed));
        for (text, at, timed) in [
            ("12.02.2026 kl. 09.15", "2026-02-12T08:15:00+00:00", true),
            ("12. februar 2026 kl. 09.15", "2026-02-12T08:15:00+00:00", true),
            ("12.02.2026, 9.15", "2026-02-12T08:15:00+00:00", true),
            ("2026-07-12 09:15", "2026-07-12T07:15:00+00:00", true),
            ("2026-07-12T09:15", "2026-07-12T07:15:00+00:00", true),
            ("2026-07-12T09:15:00+01:00", "2026-07-12T08:15:00+00:00", true),
            ("2026-07-12 09:15 +0100", "2026-07-12T08:15:00+00:00", true),
            ("2026-07-12 09:15+01", "2026-07-12T08:15:00+00:00", true),
            ("2026-07-12 09:15Z", "2026-07-12T09:15:00+00:00", true),
            ("2026-07-12 09:15 UTC", "2026-07-12T09:15:00+00:00", true),
            ("2026-07-12 09:15-03:00", "2026-07-12T12:15:00+00:00", true),
            ("12.07.26", "2026-07-12T10:00:00+00:00", false),
        ] {
            assert_eq!(utc(text), Ok((at.to_owned(), timed)), "{text}");
        }
        for text in
            ["2026-02-30 09:15", "i går", "12.02.2026 10.00-11", "12.02.2026 10.00-11.00", "10.00"]
        {
            assert_eq!(utc(text), Err(Problem::NotAMoment), "{text}");
        }
    }

    #[test]
    fn the_two_times_of_the_autumn_night_are_told_apart_and_the_skipped_one_is_refused() {
        let read = |text: &str| moment(text, &oslo(), day).map(|it| (it.at.to_rfc3339(), it.twice));
        let first = "2026-10-25T00:30:00+00:00".to_owned();
        let second = "2026-10-25T01:30:00+00:00".to_owned();
        assert_eq!(read("25.10.2026 02.30"), Ok((first.clone(), true)));
        assert_eq!(read("2026-10-25 02:30+02:00"), Ok((first, false)));
        assert_eq!(read("2026-10-25 02:30+01:00"), Ok((second, false)));
        assert_eq!(read("29.03.2026 02.30"), Err(Problem::SkippedHour));
    }
}
