//! The site's clock. Its time zone decides days, weeks and hours, whatever zone a device is set to.
//!
//! A zone is data that the core hands out, so that the interface, import and export all use the
//! same.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The largest step by which a clock is ever moved, in seconds.
const DAY: i64 = 24 * 60 * 60;
/// Oslo's winter offset from UTC, in seconds.
const OSLO: i32 = 60 * 60;

/// A time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its name in the IANA database: `Europe/Oslo`.
    pub name: String,
    /// Its offset from UTC before the first turn, in seconds.
    pub offset: i32,
    /// When its clock moves, the earliest first.
    pub turns: Vec<Turn>,
}

/// A move of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// When, in seconds since 1970.
    pub at: i64,
    /// The offset from UTC from then on, in seconds.
    pub offset: i32,
}

/// The moments at which a clock shows a given time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// At one moment.
    Once(DateTime<Utc>),
    /// At both. The clock is set back in between, as in autumn.
    Twice(DateTime<Utc>, DateTime<Utc>),
    /// At none. The clock skips it when it is set forward, as in spring.
    Never,
}

impl Default for Zone {
    /// Oslo in winter, where most sites are.
    fn default() -> Self {
        Self { name: "Europe/Oslo".to_owned(), offset: OSLO, turns: Vec::new() }
    }
}

impl Zone {
    /// The local time at a moment.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let ahead = TimeDelta::seconds(i64::from(self.offset_at(at.timestamp())));
        at.naive_utc().checked_add_signed(ahead).unwrap_or(at.naive_utc())
    }

    /// The calendar day at a moment.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The moments at which its clock shows a local time.
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

    /// The moment of a local time that is computed, so that no user can choose. Of two moments it
    /// is the first. A skipped time is moved forward by as much as the clock is.
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

    /// Both moments at which its clock shows the same time as at this one, the earlier first. None,
    /// except on one night a year.
    pub fn twice(&self, at: DateTime<Utc>) -> Option<[DateTime<Utc>; 2]> {
        match self.shown(self.local(at)) {
            Shown::Twice(first, second) => Some([first, second]),
            _ => None,
        }
    }

    /// Its offset from UTC at a moment, as text: `+02:00`.
    pub fn written_offset(&self, at: DateTime<Utc>) -> String {
        let minutes = self.offset_at(at.timestamp()) / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }

    /// Its offset from UTC, in seconds.
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
