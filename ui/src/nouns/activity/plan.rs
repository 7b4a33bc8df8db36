//! The plan: all activities, however many, by their place in it.

use domain::kinds::ActivityStatus;
use domain::{Activity, Record};
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::calls::List;
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::query::{Answer, live};
use crate::kit::format;
use crate::nouns::activity::words::{day, monday, week, weeks_on};
use crate::record::values::{choice, filled};

/// Weeks that are always shown, to add activities to, from this one on.
const AHEAD: i64 = 4;
/// Most activities that one call answers with.
const MOST: u32 = 500;

/// The place of an activity in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the week that begins on that Monday.
    Week(NaiveDate),
    /// Postponed from a week that is over, without a new time.
    Waiting,
    /// An idea, without a day or week.
    Idea,
}

type Places = BTreeMap<Place, Vec<Entry>>;

/// All activities.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The latest activities. Once they are here, there is something to show.
    pub activities: Answer<Page>,
    places: Memo<Places>,
}

impl Plan {
    /// Requests the activities.
    pub fn ask() -> Self {
        let activities = part(0);
        let parts = Memo::new(move |_| of_part(activities, |it| it.map_or(0, parts_of)));
        let rest = Memo::new(move |_| (1..parts.get()).map(part).collect::<Vec<_>>());
        let places = Memo::new(move |_| {
            let mut places = Places::new();
            for part in std::iter::once(activities).chain(rest.get()) {
                of_part(part, |it| enter(&mut places, it));
            }
            for here in places.values_mut() {
                here.sort_by_cached_key(hour);
            }
            places
        });
        Self { activities, places }
    }

    /// The weeks with activities, from this one on, and the next few; earliest first.
    pub fn weeks(self) -> Vec<NaiveDate> {
        let this = monday(format::today());
        let next = (0..AHEAD).map(|it| weeks_on(this, it));
        let all: BTreeSet<_> = self.filled().into_iter().chain(next).collect();
        all.into_iter().filter(|it| *it >= this).collect()
    }

    /// The past weeks with activities, latest first.
    pub fn weeks_before(self) -> Vec<NaiveDate> {
        let this = monday(format::today());
        self.filled().into_iter().rev().filter(|it| *it < this).collect()
    }

    /// The activities at a place, by day and hour.
    pub fn at(self, place: Place) -> Vec<Entry> {
        self.places.with(|it| it.get(&place).cloned().unwrap_or_default())
    }

    fn filled(self) -> Vec<NaiveDate> {
        let week = |place: &Place| match place {
            Place::Week(monday) => Some(*monday),
            _ => None,
        };
        self.places.with(|it| it.keys().filter_map(week).collect())
    }
}

fn part(at: u32) -> Answer<Page> {
    live(move || List { kind: Activity::KIND.to_owned(), limit: MOST, skip: at * MOST })
}

fn of_part<T>(part: Answer<Page>, take: impl FnOnce(Option<&Page>) -> T) -> T {
    part.with(|it| take(it.as_ref().and_then(|it| it.as_ref().ok())))
}

/// The number of parts that hold all activities.
fn parts_of(first: &Page) -> u32 {
    u32::try_from(first.total).unwrap_or(u32::MAX).div_ceil(MOST)
}

fn enter(places: &mut Places, part: Option<&Page>) {
    for entry in part.into_iter().flat_map(|it| &it.entries) {
        places.entry(place_of(entry)).or_default().push(entry.clone());
    }
}

fn place_of(activity: &Entry) -> Place {
    let Some(week) = week(activity) else { return Place::Idea };
    let over = week < monday(format::today());
    if over && choice(activity, Activity::STATUS) == Some(ActivityStatus::Postponed) {
        Place::Waiting
    } else {
        Place::Week(week)
    }
}

fn hour(activity: &Entry) -> (bool, Option<NaiveDate>, Option<String>) {
    let day = day(activity);
    (day.is_none(), day, filled(activity, Activity::TIME).map(str::to_owned))
}

/// The block of four weeks that a week is in, whatever the activities, numbered from the year 1.
pub fn month(monday: NaiveDate) -> u32 {
    u32::try_from((monday.num_days_from_ce() - 1).div_euclid(28)).unwrap_or_default()
}

/// The first and the last day of such a block.
pub fn days_of(month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = i32::try_from(month).ok()?.checked_mul(28)?.checked_add(1)?;
    let day = |after| NaiveDate::from_num_days_from_ce_opt(first.checked_add(after)?);
    Some((day(0)?, day(27)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_weeks_that_are_asked_for_together_begin_on_a_monday_and_hold_their_weeks() {
        for first in ["2026-11-16", "2026-12-28", "2027-01-04", "1999-12-27"] {
            let first: NaiveDate = first.parse().unwrap();
            let (from, to) = days_of(month(first)).unwrap();
            assert_eq!(from, monday(from));
            assert!(from <= first && weeks_on(first, 1) <= weeks_on(from, 4));
            assert_eq!(to, weeks_on(from, 4) - chrono::Days::new(1));
        }
    }
}
