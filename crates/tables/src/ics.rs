//! Activities as a calendar that other programs show (RFC 5545).
//!
//! Such a file leaves the team and often lands in a calendar that others see, so an event says
//! what the week plan on the wall says, and no more: what, how sure it is, when and where. Why
//! something was postponed, remarks, who came and which colleague sees to it stay here.

use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use domain::entry::Entry;
use domain::field::week;
use domain::kinds::ActivityStatus;
use domain::zone::{Turn, Zone};
use domain::{Activity, written};
use icalendar::{
    Calendar, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, EventStatus, Property,
};

use crate::labels::label;

/// What begins an event.
const EVENT: &str = "BEGIN:VEVENT\r\n";

/// The calendar. An idea for some day has no place in one; what has a week only, fills it.
pub fn calendar(activities: &[Entry], locale: &str, zone: &Zone) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Bomiljo//Bomiljo//NO"));
    let mut days: Vec<NaiveDate> = Vec::new();
    for (event, day) in activities.iter().filter_map(|it| event(it, locale, zone)) {
        calendar.push(event);
        days.push(day);
    }
    let (first, last) = (days.iter().min().copied(), days.iter().max().copied());
    let clock = first.zip(last).map(|(first, last)| clock(zone, first, last)).unwrap_or_default();
    // The library writes into every component but an event what a time zone may not have.
    calendar.to_string().replacen(EVENT, &(clock + EVENT), 1)
}

/// An activity as an event, and its first day.
fn event(activity: &Entry, locale: &str, zone: &Zone) -> Option<(Event, NaiveDate)> {
    let text =
        |field: &str| activity.fields.get(field).and_then(|it| it.as_str()).unwrap_or_default();
    let (day, begins, ends) =
        times(text(Activity::DAY), text(Activity::TIME), text(Activity::WEEK), zone)?;
    let (status, title) = certainty(text(Activity::STATUS), text(Activity::TITLE), locale);
    let mut event = Event::new();
    event.uid(&format!("{}@bomiljo", activity.id)).timestamp(activity.changed.at);
    event.status(status).summary(&title).starts(begins);
    if let Some(ends) = ends {
        event.ends(ends);
    }
    let place = text(Activity::PLACE);
    if !place.is_empty() {
        event.location(place);
    }
    Some((event.done(), day))
}

/// How sure an activity is, and its title, which says so where a calendar could not.
fn certainty(status: &str, title: &str, locale: &str) -> (EventStatus, String) {
    use ActivityStatus::{Booked, Cancelled, Confirmed, Done, Planned, Postponed};
    let words = label(locale, ActivityStatus::CHOICES.name, status);
    match status.parse().ok() {
        Some(Postponed | Cancelled) => (EventStatus::Cancelled, format!("{words}: {title}")),
        Some(Planned | Booked | Confirmed | Done) => (EventStatus::Confirmed, title.to_owned()),
        _ => (EventStatus::Tentative, format!("{title} ({words})")),
    }
}

/// The first day, when it begins and when it ends.
type Times = (NaiveDate, DatePerhapsTime, Option<DatePerhapsTime>);

/// When it is: at a time, all day, or all week. The end is the day after the last.
fn times(date: &str, time: &str, whole_week: &str, zone: &Zone) -> Option<Times> {
    let days = |first: NaiveDate, count: u64| {
        let after = first.checked_add_days(Days::new(count))?;
        Some((first, first.into(), Some(after.into())))
    };
    let Ok(date) = date.parse::<NaiveDate>() else { return days(week(whole_week)?, 7) };
    let Some(time) = written::time(time) else { return days(date, 1) };
    // A time that the clock skips is moved forward, as the app does.
    let date_time = zone.local(zone.moment(date.and_time(time)));
    let begins = CalendarDateTime::WithTimezone { date_time, tzid: zone.name.clone() };
    Some((date, begins.into(), None))
}

/// The site's clock from one day to another: how it moves, for programs that do not know the zone.
fn clock(zone: &Zone, first: NaiveDate, last: NaiveDate) -> String {
    let (begin, end) = (zone.start_of(first).timestamp(), zone.end_of(last).timestamp());
    let standing = Turn { at: 0, offset: zone.offset_at(begin) };
    let past = zone.turns.iter().rev().find(|it| it.at <= begin).copied().unwrap_or(standing);
    let ahead = zone.turns.iter().filter(|it| begin < it.at && it.at <= end).copied();
    let moves: String = std::iter::once(past).chain(ahead).map(|it| moved(zone, it)).collect();
    format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n{moves}END:VTIMEZONE\r\n", zone.name)
}

/// A move of the clock, dated by the time that it showed before.
fn moved(zone: &Zone, turn: Turn) -> String {
    let before = zone.offset_at(turn.at - 1);
    let sort = if turn.offset > before { "DAYLIGHT" } else { "STANDARD" };
    let at = DateTime::from_timestamp(turn.at, 0).unwrap_or_default();
    let shown = at.naive_utc() + TimeDelta::seconds(before.into());
    let offset = |seconds: i32| {
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
    };
    format!(
        "BEGIN:{sort}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{sort}\r\n",
        shown.format("%Y%m%dT%H%M%S"),
        offset(before),
        offset(turn.offset),
    )
}
