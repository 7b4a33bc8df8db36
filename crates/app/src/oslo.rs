//! Days and times as the clock at the building has them.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Oslo;

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

/// The ISO week of a day, as it is stored.
pub fn week(day: NaiveDate) -> String {
    day.format("%G-W%V").to_string()
}
