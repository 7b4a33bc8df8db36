//! The reminders of a day: an appointment in an hour, cases that are due, an answer that arrived.

use domain::kinds::AppointmentStatus;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::GetToday;
use domain::entry::Entry;
use domain::views::Today;
use domain::{Appointment, Id};
use leptos::prelude::set_interval;

use crate::app::api;
use crate::app::reminders::{SORTS, allowed, tell, wanted};
use crate::app::session::App;
use crate::kit::browser::{store, stored};
use crate::kit::erased::task;
use crate::kit::format;
use crate::kit::text::t;
use crate::record::values::{choice, text, when};

/// How long before an appointment its reminder comes.
const AHEAD: TimeDelta = TimeDelta::hours(1);
/// How often the app checks.
const PAUSE: Duration = Duration::from_mins(1);

thread_local! {
    /// Another language draws all pages again, which must not start a second watch.
    static WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// The state at the last check.
#[derive(Default)]
struct Seen {
    looked: Cell<Option<DateTime<Utc>>>,
    answers: RefCell<Option<BTreeSet<Id>>>,
}

/// Checks every minute, for as long as the app is open.
pub fn keep_watch(app: App) {
    if WATCHING.replace(true) {
        return;
    }
    let seen = Rc::new(Seen::default());
    let look = move || {
        let seen = seen.clone();
        if allowed() && app.has_site() {
            task(async move { look(app, &seen).await });
        }
    };
    look();
    set_interval(look, PAUSE);
}

async fn look(app: App, seen: &Seen) {
    let now = format::now();
    let Ok(today) = api::call(GetToday {}).await else { return };
    // Before midnight, the next hour is part of tomorrow too.
    let agenda = [&today.agenda.entries[..], &today.coming.entries].concat();
    let since = seen.looked.replace(Some(now)).unwrap_or(now);
    let ours: Vec<_> = agenda.iter().filter(|it| concerns(app, it)).collect();
    let happened = [soon(&ours, since, now), due(&today), answered(&today, seen)];
    for (sort, happened) in SORTS.into_iter().zip(happened) {
        if happened && wanted(sort) {
            tell(&t(sort)).await;
        }
    }
}

/// Whether an appointment is this device's owner's: they come along or see to it, or no member is named.
fn concerns(app: App, entry: &Entry) -> bool {
    let named = [Appointment::ESCORT, Appointment::OWNER].map(|it| text(entry, it));
    named.iter().all(|it| it.is_empty()) || named.iter().any(|it| app.is_me(it))
}

/// Whether an appointment came within the next hour since the last check.
fn soon(agenda: &[&Entry], since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let planned = agenda
        .iter()
        .filter(|it| choice(it, Appointment::STATUS) == Some(AppointmentStatus::Planned));
    planned.filter_map(|it| when(it)).any(|at| since + AHEAD < at && at <= now + AHEAD)
}

/// Whether a case of this device's owner is due, or one that presses on all; true once a day.
fn due(today: &Today) -> bool {
    let day = today.date.to_string();
    let due = today.due.iter().any(|it| it.mine || !it.pressing.is_empty());
    let first = due && stored("reminded").as_deref() != Some(&day);
    if first {
        store("reminded", &day);
    }
    first
}

/// Whether an answer to this device's owner arrived since the last check.
fn answered(today: &Today, seen: &Seen) -> bool {
    let now: BTreeSet<Id> = today.back.iter().filter(|it| it.mine).map(|it| it.id).collect();
    let before = seen.answers.replace(Some(now.clone()));
    before.is_some_and(|before| !now.is_subset(&before))
}
