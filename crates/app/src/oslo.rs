//! Days and times as the clock at the building has them.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Oslo;
use store::Period;

/// The calendar day at a moment.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Oslo).date_naive()
}

/// A time of a day; one that the change to summer time skips, an hour later.
pub fn moment(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time);
    let here = Oslo.from_local_datetime(&local).earliest();
    here.map_or_else(|| local.and_utc(), |it| it.to_utc())
}

/// From the beginning of one day to the end of another.
pub fn days(first: NaiveDate, last: NaiveDate) -> Period {
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let [from, until] = [first, after].map(|it| moment(it, NaiveTime::MIN));
    Period { from, until }
}

/// The ISO week of a day, as it is stored.
pub fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

/// A time of day as it is stored, such as `12:30`.
pub fn time(stored: &str) -> Option<NaiveTime> {
    let (hours, minutes) = stored.split_once(':')?;
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}
