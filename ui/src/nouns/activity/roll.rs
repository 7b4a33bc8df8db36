//! Attendance at an activity: a list in which one tap on a face or name records that a resident
//! came, or before the day, that they signed up.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::{Attend, GetAttendees, Untick};
use domain::kinds::AttendanceStatus;
use domain::views::{Attendees, Saved};
use domain::{Attendance, Entry, Fault, Id};
use leptos::prelude::*;

use crate::app::api;
use crate::app::query::{Answer, live};
use crate::app::session::{App, app};
use crate::kit::avatar::avatar;
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect, press, task, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv};
use crate::record::values::text;

/// Whether a resident came; none for one who is not on the list.
type Status = Option<AttendanceStatus>;

/// Most names that one call answers with. The user finds the others by name.
const MOST: u32 = 500;

/// How long after a colleague's tick a tap may still be meant for what was shown before it.
const GLANCE: TimeDelta = TimeDelta::seconds(2);

const STATUSES: [AttendanceStatus; 3] =
    [AttendanceStatus::SignedUp, AttendanceStatus::Came, AttendanceStatus::DidNotCome];

/// The list. Taps are shown before the core has answered.
#[derive(Debug, Clone, Copy)]
pub struct Roll {
    /// The text typed so far.
    pub text: RwSignal<String>,
    /// The names shown. None moves while the user ticks, so that no tap hits the wrong one.
    pub rows: RwSignal<Vec<(Id, String)>>,
    /// Whether the day is in the future: residents can sign up for it, and none have come.
    pub ahead: Memo<bool>,
    activity: Id,
    answer: Answer<Attendees>,
    known: Memo<BTreeMap<Id, Status>>,
    taps: RwSignal<BTreeMap<Id, Tap>>,
    /// The status before the user's own tick, shown when that is undone until the core answers.
    before: StoredValue<BTreeMap<Id, Status>>,
    /// When a colleague's tick arrived.
    news: StoredValue<BTreeMap<Id, DateTime<Utc>>>,
    /// The statuses in the last answers.
    stood: StoredValue<BTreeMap<Id, Status>>,
}

/// A status that was tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tap {
    status: Status,
    /// Whether it is saved, and so will be in the next answer.
    saved: bool,
}

impl Roll {
    /// The list of an activity.
    pub fn of(activity: Id, ahead: Memo<bool>) -> Self {
        let text = RwSignal::new(String::new());
        let call = move || GetAttendees { activity, text: text.get(), limit: MOST };
        let answer = live(call);
        let known = Memo::new(move |_| {
            let rows = |it: &Attendees| it.rows.iter().map(|it| (it.id, it.status)).collect();
            answer.with(|it| {
                it.as_ref().and_then(|it| it.as_ref().ok()).map(rows).unwrap_or_default()
            })
        });
        let (rows, taps) = (RwSignal::new(Vec::new()), RwSignal::new(BTreeMap::new()));
        let (before, stood) = (StoredValue::default(), StoredValue::default());
        let news = StoredValue::default();
        let roll = Self { text, rows, ahead, activity, answer, known, taps, before, news, stood };
        roll.follow();
        roll
    }

    /// Takes over each answer. New names come last, until the typed text changes.
    fn follow(self) {
        let looked_for = StoredValue::new(String::new());
        effect(move || {
            let Some(Ok(found)) = self.answer.get() else { return };
            let text = self.text.get_untracked();
            let anew = looked_for.with_value(|it| *it != text);
            looked_for.set_value(text);
            self.note_news(&found);
            self.taps.update(|it| it.retain(|_, tap| !tap.saved));
            let mut new: BTreeMap<Id, String> =
                found.rows.iter().map(|it| (it.id, it.called.clone())).collect();
            let mut rows = if anew { Vec::new() } else { self.rows.get_untracked() };
            rows.retain_mut(|(id, called)| new.remove(id).map(|it| *called = it).is_some());
            let order = found.rows.iter().filter_map(|it| Some((it.id, new.remove(&it.id)?)));
            rows.extend(order);
            self.rows.set(rows);
        });
    }

    /// Records when a status arrived that was not tapped here.
    fn note_news(self, found: &Attendees) {
        let own = self.taps.get_untracked();
        let shown = self.rows.get_untracked();
        let is_shown = |id: Id| shown.iter().any(|it| it.0 == id);
        let stood =
            |id: Id| self.stood.with_value(|it: &BTreeMap<Id, Status>| it.get(&id).copied());
        let new = found.rows.iter().filter(|it| is_shown(it.id) && !own.contains_key(&it.id));
        let new: Vec<Id> =
            new.filter(|it| stood(it.id) != Some(it.status)).map(|it| it.id).collect();
        self.news.update_value(|it| it.extend(new.into_iter().map(|id| (id, format::now()))));
        self.stood.update_value(|it| it.extend(found.rows.iter().map(|it| (it.id, it.status))));
    }

    /// Whether a colleague's tick arrived just before the user's tap.
    fn is_news(self, resident: Id) -> bool {
        self.news.with_value(|it| it.get(&resident).is_some_and(|at| format::now() - at < GLANCE))
    }

    /// How many names are shown, and how many there are.
    pub fn shown(self) -> (u64, u64) {
        let total = self.answer.with(|it| match it {
            Some(Ok(it)) => it.total,
            _ => 0,
        });
        (self.rows.with(Vec::len) as u64, total)
    }

    /// The status of a resident.
    pub fn status(self, resident: Id) -> Status {
        self.tapped(resident).unwrap_or_else(|| self.answered(resident))
    }

    fn tapped(self, resident: Id) -> Option<Status> {
        self.taps.with(|it| it.get(&resident).map(|it| it.status))
    }

    fn answered(self, resident: Id) -> Status {
        self.known.with(|it| it.get(&resident).copied().flatten())
    }

    /// How many are signed up, came and stayed away, in this order.
    pub fn counts(self) -> [i64; 3] {
        let mut counts = self.answer.with(|it| match it {
            Some(Ok(it)) => [it.signed_up, it.came, it.stayed_away],
            _ => [0; 3],
        });
        for (id, tap) in self.taps.get() {
            if let Some(it) = self.answered(id) {
                counts[it as usize] = counts[it as usize].saturating_sub(1);
            }
            if let Some(it) = tap.status {
                counts[it as usize] += 1;
            }
        }
        counts.map(|it| i64::try_from(it).unwrap_or(i64::MAX))
    }

    /// The status that a tick sets.
    fn ticked(self) -> AttendanceStatus {
        if self.ahead.get() { AttendanceStatus::SignedUp } else { AttendanceStatus::Came }
    }

    /// Ticks a resident, or undoes the tick and goes back to the earlier status.
    pub fn tick(self, app: App, resident: Id) {
        self.turn(app, resident, self.status(resident));
    }

    /// Ticks the only resident who matches the typed text. It makes its own request, because the
    /// list may still be that of an earlier text.
    pub fn tick_only_match(self, app: App) {
        let (activity, text) = (self.activity, self.text.get_untracked());
        if text.trim().is_empty() {
            return;
        }
        task(async move {
            let found = api::call(GetAttendees { activity, text: text.clone(), limit: 2 }).await;
            let still_typed = self.text.try_get_untracked().as_ref() == Some(&text);
            match found.as_ref().map(|it| it.rows.as_slice()) {
                Ok([row]) if still_typed => {
                    self.turn(app, row.id, self.tapped(row.id).unwrap_or(row.status));
                    self.text.set(String::new());
                }
                Ok(_) => {}
                Err(fault) => app.fail(fault),
            }
        });
    }

    fn turn(self, app: App, resident: Id, now: Status) {
        let ticked = untrack(|| self.ticked());
        if now == Some(ticked) && self.is_news(resident) {
            // Two users who tick the same resident at once mean the same.
            return self.note(app, resident, now);
        }
        if now == Some(AttendanceStatus::SignedUp) && now == Some(ticked) {
            return self.note(app, resident, None);
        }
        if now == Some(ticked) {
            return self.untick(app, resident, ticked);
        }
        self.before.update_value(|it| {
            it.insert(resident, now);
        });
        self.note(app, resident, Some(ticked));
    }

    /// Records a status.
    pub fn note(self, app: App, resident: Id, status: Status) {
        let activity = self.activity;
        let call = async move { api::call(Attend { activity, resident, status }).await };
        self.show(app, resident, status, call);
    }

    /// Undoes a tick of any device. The core knows the earlier status.
    fn untick(self, app: App, resident: Id, status: AttendanceStatus) {
        let activity = self.activity;
        let before = self.before.with_value(|it| it.get(&resident).copied()).flatten();
        let call = async move { api::call(Untick { activity, resident, status }).await };
        self.show(app, resident, before, call);
    }

    /// Shows a status at once while it is saved, then the one that was saved, or the old one if
    /// saving fails.
    fn show(
        self,
        app: App,
        resident: Id,
        status: Status,
        call: impl Future<Output = Result<Saved, Fault>> + 'static,
    ) {
        let taps = self.taps;
        taps.update(|it| {
            it.insert(resident, Tap { status, saved: false });
        });
        task(async move {
            let outcome = call.await;
            let stands = outcome.as_ref().ok().map(|it| status_in(&it.entry));
            // The user may have left the page, or tapped again.
            let _ = taps.try_update(|it| match (it.get_mut(&resident), stands) {
                (Some(tap), Some(stands)) if tap.status == status => {
                    *tap = Tap { status: stands, saved: true };
                }
                (Some(tap), None) if tap.status == status => drop(it.remove(&resident)),
                _ => {}
            });
            if let Err(fault) = outcome {
                app.fail(&fault);
            }
        });
    }
}

/// The names, each with its tick.
pub fn roll_rows(roll: Roll) -> AnyView {
    let none = move || {
        let asked = roll.answer.with(|it| matches!(it, Some(Ok(_))));
        let words = if roll.text.with(String::is_empty) { "roll-nobody" } else { "roll-no-match" };
        (asked && roll.rows.with(Vec::is_empty))
            .then(|| view! { <p class="nothing">{t(words)}</p> })
    };
    view! {
        <ul class="card rows roll">
            <For each=move || roll.rows.get() key=Clone::clone children=move |(id, called)| row(roll, id, called) />
        </ul>
        {dynamic(none)}
    }
    .into_any()
}

fn row(roll: Roll, id: Id, called: String) -> AnyView {
    let app = app();
    let status = Memo::new(move |_| roll.status(id));
    let open = RwSignal::new(false);
    let pressed = move || (status.get() == Some(roll.ticked())).to_string();
    let stands = move || status.get().map_or_else(|| t("roll-not-signed-up"), name_of);
    let [tick, sign_up, about] =
        ["roll-tick", "roll-sign-up", "roll-more"].map(|it| tv(it, &[("name", &called)]));
    let does = move || if roll.ahead.get() { sign_up.clone() } else { tick.clone() };
    let (name, standing) = (called.clone(), format!("stands-{id}"));
    let more = move || open.get().then(|| others(roll, id, &name, status));
    view! {
        <li class="row" data-status=words(move || status.get().map_or("", AttendanceStatus::name).to_owned())>
            <button
                type="button"
                class="fill"
                aria-describedby=standing.clone()
                aria-pressed=words(pressed)
                on:click=press(move || roll.tick(app, id))
            >
                {avatar(&called)}
                <span class="body">
                    <span class="sr-only">{words(does)}</span>
                    <b aria-hidden="true">{called}</b>
                    <span class="sub" id=standing.clone() aria-hidden="true">{words(stands)}</span>
                </span>
                <span class="came">{icon(Icon::Check)}</span>
            </button>
            <button
                type="button"
                class="round"
                aria-label=about
                aria-expanded=words(move || open.get().to_string())
                on:click=press(move || open.update(|it| *it = !*it))
            >
                {icon(Icon::More)}
            </button>
            {dynamic(more)}
        </li>
    }
    .into_any()
}

/// The other statuses of a resident. Tapping the present one takes the resident off the list.
fn others(roll: Roll, id: Id, called: &str, status: Memo<Status>) -> AnyView {
    let app = app();
    let one = |own: AttendanceStatus| {
        let on = move || status.get() == Some(own);
        let next = move || if on() { None } else { Some(own) };
        chip(format::capital(&name_of(own)), None, on, move || roll.note(app, id, next()))
    };
    view! { <div class="segments" role="group" aria-label=called.to_owned()>{STATUSES.map(one).collect_view()}</div> }
        .into_any()
}

/// The status in a record; none if the resident is off the list.
fn status_in(entry: &Entry) -> Status {
    let said = text(entry, Attendance::STATUS);
    STATUSES.into_iter().find(|it| !entry.deleted && it.name() == said)
}

fn name_of(status: AttendanceStatus) -> String {
    format::small(&label(AttendanceStatus::CHOICES.name, status.name()))
}
