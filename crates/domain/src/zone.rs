//! The clock on a site's wall. Its time zone decides days, weeks and hours, whatever a device is
//! set to.
//!
//! A zone is data that the core hands out: who shows times and who reads files count by the same.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// No clock is moved by more at once.
const DAY: i64 = 24 * 60 * 60;
/// How far Oslo's clock is ahead of UTC in winter, in seconds.
const OSLO: i32 = 60 * 60;

/// A time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its name in the IANA database: `Europe/Oslo`.
    pub name: String,
    /// How far its clock is ahead of UTC before the first turn, in seconds.
    pub offset: i32,
    /// When its clock was or will be moved, the earliest first.
    pub turns: Vec<Turn>,
}

/// A clock is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// When, in seconds since 1970.
    pub at: i64,
    /// How far it is ahead of UTC from then on, in seconds.
    pub offset: i32,
}

/// Which moments a clock shows a time at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// At this one.
    Once(DateTime<Utc>),
    /// At both: the clock was set back in between, as it is in autumn.
    Twice(DateTime<Utc>, DateTime<Utc>),
    /// At none: it was set forward over it, as it is in spring.
    Never,
}

impl Default for Zone {
    /// Where most sites are, in winter.
    fn default() -> Self {
        Self { name: "Europe/Oslo".to_owned(), offset: OSLO, turns: Vec::new() }
    }
}

impl Zone {
    /// What its clock shows.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let ahead = TimeDelta::seconds(i64::from(self.offset_at(at.timestamp())));
        at.naive_utc().checked_add_signed(ahead).unwrap_or(at.naive_utc())
    }

    /// The calendar day at a moment.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// When its clock shows a time.
    pub fn shown(&self, local: NaiveDateTime) -> Shown {
        let read = local.and_utc().timestamp();
        let before = i64::from(self.offset_at(read - DAY));
        let after = i64::from(self.offset_at(read + DAY));
        let holds = |ahead: i64| i64::from(self.offset_at(read - ahead)) == ahead;
        match (holds(before), holds(after)) {
            (true, true) if before > after => Shown::Twice(less(local, before), less(local, after)),
            (true, _) => Shown::Once(less(local, before)),
            (_, true) => Shown::Once(less(local, after)),
            _ => Shown::Never,
        }
    }

    /// The one moment that stands for a time when nobody can be asked: of two the first; one that
    /// is skipped, as much later as the clock is set forward.
    pub fn moment(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self.shown(local) {
            Shown::Once(at) | Shown::Twice(at, _) => at,
            Shown::Never => {
                less(local, i64::from(self.offset_at(local.and_utc().timestamp() - DAY)))
            }
        }
    }

    /// When a day begins.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.moment(day.and_time(NaiveTime::MIN))
    }

    /// When the day after begins.
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
    }

    /// The two moments at which its clock shows what it shows at this one, the earlier first; none
    /// on all nights but one in a year.
    pub fn twice(&self, at: DateTime<Utc>) -> Option<[DateTime<Utc>; 2]> {
        match self.shown(self.local(at)) {
            Shown::Twice(first, second) => Some([first, second]),
            _ => None,
        }
    }

    /// How far its clock is ahead of UTC at a moment, as moments are written: `+02:00`.
    pub fn written_offset(&self, at: DateTime<Utc>) -> String {
        let minutes = self.offset_at(at.timestamp()) / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }

    /// How far its clock is ahead of UTC, in seconds.
    pub fn offset_at(&self, seconds: i64) -> i32 {
        let past = self.turns.partition_point(|it| it.at <= seconds);
        past.checked_sub(1).and_then(|it| self.turns.get(it)).map_or(self.offset, |it| it.offset)
    }
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let since = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(since).unwrap_or(day)
}

/// The ISO week of a day, as it is stored.
pub fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn less(local: NaiveDateTime, seconds: i64) -> DateTime<Utc> {
    let at = local.checked_sub_signed(TimeDelta::seconds(seconds));
    at.unwrap_or(local).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Oslo in 2026.
    fn oslo() -> Zone {
        let turn = |at: &str, offset| Turn { at: moment(at).timestamp(), offset };
        let turns = vec![turn("2026-03-29T01:00:00Z", 7_200), turn("2026-10-25T01:00:00Z", 3_600)];
        Zone { turns, ..Zone::default() }
    }

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_is_shown_once_twice_in_the_autumn_night_and_never_in_the_spring_one() {
        let zone = oslo();
        assert_eq!(
            zone.shown(local("2026-07-01T10:00:00")),
            Shown::Once(moment("2026-07-01T08:00:00Z"))
        );
        assert_eq!(
            zone.shown(local("2026-10-25T02:30:00")),
            Shown::Twice(moment("2026-10-25T00:30:00Z"), moment("2026-10-25T01:30:00Z"))
        );
        assert_eq!(zone.shown(local("2026-03-29T02:30:00")), Shown::Never);
        for (edge, at) in [
            ("2026-03-29T01:59:00", "2026-03-29T00:59:00Z"),
            ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25T01:59:00", "2026-10-24T23:59:00Z"),
            ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
        ] {
            assert_eq!(zone.shown(local(edge)), Shown::Once(moment(at)), "{edge}");
        }
    }

    #[test]
    fn a_skipped_time_is_moved_an_hour_on_where_nobody_can_be_asked() {
        let zone = oslo();
        let moved = zone.moment(local("2026-03-29T02:30:00"));
        assert_eq!(zone.local(moved), local("2026-03-29T03:30:00"));
        assert_eq!(zone.moment(local("2026-10-25T02:30:00")), moment("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn the_days_on_which_the_clock_is_moved_have_23_and_25_hours() {
        let zone = oslo();
        let hours = |day: &str| {
            let day = day.parse().unwrap();
            (zone.end_of(day) - zone.start_of(day)).num_hours()
        };
        assert_eq!([hours("2026-03-29"), hours("2026-10-25"), hours("2026-10-26")], [23, 25, 24]);
    }

    #[test]
    fn the_offset_tells_the_two_times_of_the_autumn_night_apart() {
        let zone = oslo();
        let [first, second] = zone.twice(moment("2026-10-25T01:30:00Z")).unwrap();
        assert_eq!([zone.written_offset(first), zone.written_offset(second)], ["+02:00", "+01:00"]);
        assert_eq!(zone.twice(moment("2026-10-25T02:00:00Z")), None);
        let honolulu = Zone { offset: -36_000, ..Zone::default() };
        assert_eq!(honolulu.written_offset(first), "-10:00");
    }
}
