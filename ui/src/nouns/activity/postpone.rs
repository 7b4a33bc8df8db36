//! Postponing or cancelling an activity: the reason, and the new time.

use chrono::{NaiveDate, TimeDelta};
use domain::calls::{self, About, SaveAll};
use domain::entry::Entry;
use domain::field::LINE_LIMIT;
use domain::kinds::{ActivityStatus, AttendanceStatus};
use domain::{Activity, Attendance, Body, Fault, Id, Record};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::api;
use crate::kit::chip::chip;
use crate::kit::date_field::{self, What};
use crate::kit::dialog::Dialog;
use crate::kit::erased::{dynamic, press, typed};
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::nouns::activity::words::{day, long_day, stored_week, week, week_name};
use crate::record::actions;
use crate::record::attempt::Attempt;
use crate::record::form::only;
use crate::record::values::choice;

/// The usual reasons.
const REASONS: [&str; 3] = ["postpone-weather", "postpone-illness", "postpone-too-few"];

/// The reason, tapped or typed.
#[derive(Debug, Clone, Copy)]
struct Reason {
    words: RwSignal<String>,
    other: RwSignal<bool>,
}

/// The new time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Until {
    NextWeek,
    Day,
    Unknown,
}

/// Asks why an activity is postponed, and until when.
#[component]
pub fn PostponeDialog(
    /// The activity.
    entry: Memo<Entry>,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let attempt = Attempt::new(open);
    let reason = Reason::new();
    let until = RwSignal::new(Until::NextWeek);
    let chosen = RwSignal::new(String::new());
    let wanted = move || entry.with(|it| postponed(it, until.get(), &chosen.get()));
    let save = move || {
        if let Some((mut fields, said)) = wanted() {
            fields.insert(Activity::WHY.to_owned(), reason.words.get().into());
            attempt.make(said, put_off(entry, fields));
        }
    };
    let choices = [
        (Until::NextWeek, "postpone-next-week"),
        (Until::Day, "postpone-choose"),
        (Until::Unknown, "postpone-unknown"),
    ];
    let choices = choices.map(|(own, words)| {
        chip(t(words), None, move || until.get() == own, move || until.set(own))
    });
    let day = move || (until.get() == Until::Day).then(|| day_field(chosen));
    view! {
        <Dialog open title=t("postpone-title")>
            <div class="stack">
                {reason_field(reason)}
                <fieldset class="group">
                    <legend>{t("postpone-until")}</legend>
                    <div class="chips">{choices.collect_view()}</div>
                </fieldset>
                {dynamic(day)}
                <p class="quiet">{t("postpone-signed-up")}</p>
                {attempt.trouble()}
                <button
                    type="button"
                    class="ds-button wide"
                    prop:disabled=Signal::derive(move || attempt.busy.get() || wanted().is_none())
                    on:click=press(save)
                >
                    {t("activity-postpone")}
                </button>
            </div>
        </Dialog>
    }
}

/// Asks why an activity is cancelled.
#[component]
pub fn CancelDialog(
    /// The activity.
    entry: Memo<Entry>,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let attempt = Attempt::new(open);
    let reason = Reason::new();
    let save = move || {
        let mut fields = status(ActivityStatus::Cancelled);
        fields.insert(Activity::WHY.to_owned(), reason.words.get().into());
        attempt.make(t("activity-cancelled"), put(entry, fields));
    };
    view! {
        <Dialog open title=t("cancel-title")>
            <div class="stack">
                {reason_field(reason)}
                {attempt.trouble()}
                <button
                    type="button"
                    class="ds-button wide"
                    data-color="danger"
                    prop:disabled=attempt.busy
                    on:click=press(save)
                >
                    {t("activity-cancel")}
                </button>
            </div>
        </Dialog>
    }
}

/// Moves the activity. Residents who were ticked on the old day become signed up for the new one,
/// to which no one has come yet. Returns the group to undo.
async fn put_off(entry: Memo<Entry>, mut fields: Body) -> Result<Option<Id>, Fault> {
    let id = entry.with_untracked(|it| it.id);
    let page = api::call(calls::Get { id }).await?;
    let activity = page.entries.into_iter().next().ok_or(Fault::NotFound)?;
    if activity.fields.get(Activity::HEADCOUNT).is_some_and(|it| *it != 0) {
        fields.insert(Activity::HEADCOUNT.to_owned(), 0.into());
    }
    let mut entries = vec![Entry { fields, conflicts: Vec::new(), ..activity }];
    let noted = api::call(About { id, limit: 500, skip: 0 }).await?.entries;
    let ticked = |it: &&Entry| {
        let status: Option<AttendanceStatus> = choice(it, Attendance::STATUS);
        matches!(status, Some(AttendanceStatus::Came | AttendanceStatus::DidNotCome))
    };
    for one in noted.iter().filter(|it| it.kind == Attendance::KIND).filter(ticked) {
        entries.push(
            changed(one.id, only(Attendance::STATUS, AttendanceStatus::SignedUp.name())).await?,
        );
    }
    api::call(SaveAll { entries }).await
}

/// The record as it is now, with other values.
async fn changed(id: Id, fields: Body) -> Result<Entry, Fault> {
    let entry =
        api::call(calls::Get { id }).await?.entries.into_iter().next().ok_or(Fault::NotFound)?;
    Ok(Entry { fields, conflicts: Vec::new(), ..entry })
}

/// Changes the activity. Returns the group to undo.
async fn put(entry: Memo<Entry>, fields: Body) -> Result<Option<Id>, Fault> {
    let id = entry.with_untracked(|it| it.id);
    actions::change(id, fields).await.map(|it| it.group)
}

impl Reason {
    fn new() -> Self {
        Self { words: RwSignal::new(String::new()), other: RwSignal::new(false) }
    }

    fn choose(self, words: String, other: bool) {
        self.words.set(words);
        self.other.set(other);
    }
}

fn reason_field(reason: Reason) -> AnyView {
    let usual = REASONS.map(|id| {
        let (own, words) = (t(id), t(id));
        let on = move || !reason.other.get() && reason.words.with(|it| *it == own);
        chip(words.clone(), None, on, move || reason.choose(words.clone(), false))
    });
    let words = move || {
        reason.other.get().then(|| {
            view! {
                <label class="ds-field">
                    <span class="ds-label">{t("postpone-words")}</span>
                    <input
                        autocomplete="off"
                        class="ds-input"
                        maxlength=LINE_LIMIT.to_string()
                        prop:value=reason.words
                        on:input=typed(move |it| reason.words.set(it))
                    />
                </label>
            }
        })
    };
    let other = move || reason.choose(String::new(), true);
    view! {
        <fieldset class="group">
            <legend>{t("postpone-why")}</legend>
            <div class="chips">
                {usual.collect_view()}
                {chip(t("postpone-other"), None, move || reason.other.get(), other)}
            </div>
        </fieldset>
        {dynamic(words)}
    }
    .into_any()
}

fn day_field(chosen: RwSignal<String>) -> AnyView {
    let left = RwSignal::new(false);
    let wrong = Memo::new(move |_| {
        let chosen = chosen.get();
        match chosen.parse() {
            Ok(day) => is_over(day).then_some("sheet-past"),
            Err(_) => (left.get() && !chosen.is_empty()).then_some("problem-not-a-day"),
        }
    });
    let words = move || {
        let words = wrong.get().map(t);
        words.map(|it| view! { <p class="problem" id="problem-day" role="alert">{it}</p> })
    };
    let field = date_field::Field {
        what: What::Day,
        id: "postpone-day".to_owned(),
        label: None,
        described: "problem-day".to_owned(),
        wrong: Signal::derive(move || wrong.get().is_some()),
        value: chosen.into(),
    };
    let put = move |it: String, done: bool| {
        chosen.set(What::Day.read(&it).unwrap_or(it));
        left.set(done);
    };
    view! {
        <div class="ds-field">
            <label class="ds-label" for="postpone-day">{t("postpone-day")}</label>
            {date_field::field(field, put)}
            {dynamic(words)}
        </div>
    }
    .into_any()
}

/// The edit that postpones an activity, and its note; none without a valid day.
fn postponed(activity: &Entry, until: Until, chosen: &str) -> Option<(Body, String)> {
    let week_later = TimeDelta::weeks(1);
    match until {
        Until::Unknown => Some((status(ActivityStatus::Postponed), t("activity-postponed"))),
        Until::Day => chosen.parse().ok().filter(|day| !is_over(*day)).map(to_day),
        Until::NextWeek => match (day(activity), week(activity)) {
            (Some(day), _) => Some(to_day(day + week_later)),
            (None, Some(monday)) => Some(to_week(monday + week_later)),
            (None, None) => None,
        },
    }
}

fn is_over(day: NaiveDate) -> bool {
    day < format::today()
}

fn to_day(day: NaiveDate) -> (Body, String) {
    let mut fields = status(ActivityStatus::Planned);
    fields.insert(Activity::DAY.to_owned(), day.to_string().into());
    fields.insert(Activity::WEEK.to_owned(), Value::Null);
    (fields, tv("activity-postponed-to", &[("when", &format::small(&long_day(day)))]))
}

fn to_week(monday: NaiveDate) -> (Body, String) {
    let mut fields = status(ActivityStatus::Planned);
    fields.insert(Activity::WEEK.to_owned(), stored_week(monday).into());
    (fields, tv("activity-postponed-to", &[("when", &format::small(&week_name(monday)))]))
}

fn status(status: ActivityStatus) -> Body {
    only(Activity::STATUS, status.name())
}
