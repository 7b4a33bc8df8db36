//! Days, times and weeks as people write them.

use chrono::{
    DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone, Utc, Weekday,
};
use chrono_tz::Europe::Oslo;

/// A day: `2026-03-14`, `14.03.2026`, `14.3.26` or `14/3/2026`.
pub fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().or_else(|| {
        let (day, month, year) = numbers(text)?;
        let year = year?;
        NaiveDate::from_ymd_opt(if year < 100 { 2000 + year } else { year }, month, day)
    })
}

/// A day of that year: `14.03`, or one that has a year of its own.
pub fn day_of(text: &str, year: i32) -> Option<NaiveDate> {
    day(text).or_else(|| match numbers(text)? {
        (day, month, None) => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    })
}

fn numbers(text: &str) -> Option<(u32, u32, Option<i32>)> {
    let mut parts = text.split(['.', '/']).map(str::trim);
    let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let year = match parts.next().unwrap_or_default() {
        "" => None,
        year => Some(year.parse().ok()?),
    };
    parts.next().is_none().then_some((day, month, year))
}

/// A time of day: `14:30`, `14.30`, `kl. 14.30`, `1430` or `14`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.to_lowercase();
    let text = text.strip_prefix("kl").unwrap_or(&text).trim_start_matches(['.', ' ']);
    let mut parts = text.split(['.', ':']);
    let (hour, minute) = match (parts.next()?, parts.next()) {
        (hour, Some(minute)) => (hour, minute),
        (both, None) if both.len() == 4 => both.split_at_checked(2)?,
        (hour, None) => (hour, "0"),
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
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

/// A day with its time, or noon; tells whether the time was there. With an offset, a moment;
/// without, a time at the building.
pub fn moment(text: &str) -> Option<(DateTime<Utc>, bool)> {
    if let Ok(exact) = DateTime::parse_from_rfc3339(text) {
        return Some((exact.to_utc(), true));
    }
    let at = match text.split_once([' ', 'T']) {
        Some((date, clock)) => (day(date)?, Some(time(clock.trim())?)),
        None => (day(text)?, None),
    };
    let local = at.0.and_time(at.1.unwrap_or(NaiveTime::from_hms_opt(12, 0, 0)?));
    Some((here(local)?, at.1.is_some()))
}

/// A local time of the building; none for the hour that is skipped in spring.
pub fn here(local: NaiveDateTime) -> Option<DateTime<Utc>> {
    Some(Oslo.from_local_datetime(&local).earliest()?.to_utc())
}

/// The local time of a moment.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Oslo).naive_local()
}

/// A moment as it is stored.
pub fn stored(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_and_weeks_are_read_as_people_write_them() {
        for text in ["2026-03-14", "14.03.2026", "14.3.26", "14/3/2026", "14. 3. 2026"] {
            assert_eq!(day(text).unwrap().to_string(), "2026-03-14", "{text}");
        }
        for text in ["30.02.2026", "14.3", "14", "1.2.3.4", "i går", ""] {
            assert_eq!(day(text), None, "{text}");
        }
        for text in ["14:30", "14.30", "kl. 14.30", "kl 14.30", "1430", "14:30:00"] {
            assert_eq!(time(text).unwrap().format("%H:%M").to_string(), "14:30", "{text}");
        }
        assert_eq!(time("kl. 12").unwrap().format("%H:%M").to_string(), "12:00");
        assert!(["25:00", "14.60", "snart", ""].into_iter().all(|it| time(it).is_none()));
        for text in ["2026-W11", "uke 11", "11", "Uke 11, 2026", "veke 11"] {
            assert_eq!(week(text, 2026).as_deref(), Some("2026-W11"), "{text}");
        }
        assert_eq!(week("uke 53", 2025), None);
    }

    #[test]
    fn local_times_are_the_buildings() {
        let utc = |text| moment(text).map(|(at, timed)| (stored(at), timed)).unwrap();
        assert_eq!(utc("12.02.2024 kl. 09.15"), ("2024-02-12T08:15:00.000Z".into(), true));
        assert_eq!(utc("2024-07-12 09:15"), ("2024-07-12T07:15:00.000Z".into(), true));
        assert_eq!(utc("2024-07-12T09:15:00+01:00"), ("2024-07-12T08:15:00.000Z".into(), true));
        assert_eq!(utc("12.07.24"), ("2024-07-12T10:00:00.000Z".into(), false));
        assert_eq!(moment("2024-02-30 09:15"), None);
    }
}
