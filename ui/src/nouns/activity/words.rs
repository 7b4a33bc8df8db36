//! When an activity is, in the words of a week plan.

use chrono::{Datelike, NaiveDate};
use domain::entry::Entry;
pub use domain::zone::{monday, week as stored_week};
use domain::{Activity, written};

use crate::kit::format;
use crate::kit::text::{t, tn, tv};
use crate::record::values::{filled, text};

/// The day of an activity, once that is decided.
pub fn day(activity: &Entry) -> Option<NaiveDate> {
    text(activity, Activity::DAY).parse().ok()
}

/// The Monday of an activity's week; none if it has neither a day nor a week.
pub fn week(activity: &Entry) -> Option<NaiveDate> {
    day(activity).map(monday).or_else(|| domain::field::week(text(activity, Activity::WEEK)))
}

/// The Monday so many weeks after another, or before it if negative.
pub fn weeks_on(monday: NaiveDate, weeks: i64) -> NaiveDate {
    monday + chrono::TimeDelta::weeks(weeks)
}

/// `Uke 47`.
pub fn week_name(monday: NaiveDate) -> String {
    tn("activity-week", i64::from(monday.iso_week().week()))
}

/// A week's place in time: `denne uka`, `neste uke`, or when it begins.
pub fn week_place(monday: NaiveDate) -> String {
    match (monday - self::monday(format::today())).num_weeks() {
        0 => t("activity-this-week"),
        1 => t("activity-next-week"),
        -1 => t("activity-last-week"),
        _ => tv("activity-week-from", &[("day", &format::day(&monday.to_string()))]),
    }
}

/// `Tirsdag 13. februar`.
pub fn long_day(day: NaiveDate) -> String {
    format::long_day(day)
}

/// The time of day, as people here write it.
pub fn time(activity: &Entry) -> Option<String> {
    written::time(filled(activity, Activity::TIME)?).map(format::time_of_day)
}

/// `Tirsdag 13. februar kl. 11.00`.
pub fn when(activity: &Entry) -> String {
    let day = day(activity).map_or_else(|| t("activity-some-day"), long_day);
    match time(activity) {
        Some(time) => tv("at-time", &[("day", &day), ("time", &time)]),
        None => day,
    }
}

/// `Tirsdag 13. februar kl. 11.00 · uke 7`.
pub fn when_and_week(activity: &Entry) -> String {
    let week = week(activity).map(|it| format::small(&week_name(it)));
    [Some(when(activity)), week].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::form::only;

    #[test]
    fn an_activity_stands_in_the_week_of_its_day_even_where_another_was_written_first() {
        let mut fields = only("week", "2026-W48");
        let moved = |fields| week(&Entry { fields, ..Entry::default() }).map(stored_week);
        assert_eq!(moved(fields.clone()).as_deref(), Some("2026-W48"));
        fields.insert("day".to_owned(), "2027-01-03".into());
        assert_eq!(moved(fields).as_deref(), Some("2026-W53"));
        assert_eq!(moved(only("title", "Båttur eller noe?")), None);
    }
}
