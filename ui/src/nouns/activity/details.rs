//! The details of an activity besides attendance: place, who is responsible, status and reasons.

use domain::entry::Entry;
use domain::kinds::ActivityStatus;
use domain::{Activity, Id, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::app;
use crate::kit::chip::chip;
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{dynamic, press, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tn, tv};
use crate::nouns::activity::words::{day, week};
use crate::record::form::{Names, only};
use crate::record::history::values::in_words;
use crate::record::values::{filled, text};
use crate::record::{actions, row};

/// The statuses that one tap sets. Postponing and cancelling ask for a reason.
const STATUSES: [&str; 6] = [
    ActivityStatus::Idea.name(),
    ActivityStatus::Planned.name(),
    ActivityStatus::Booked.name(),
    ActivityStatus::Confirmed.name(),
    ActivityStatus::WeatherReserve.name(),
    ActivityStatus::Done.name(),
];
/// The fields that are shown as text, in this order.
const TOLD: [&str; 5] =
    [Activity::PLACE, Activity::RESPONSIBLE, Activity::WHY, Activity::AGENDA, Activity::REMARKS];

/// The number of people there is room for.
pub fn capacity(activity: &Entry) -> Option<i64> {
    activity.fields.get(Activity::CAPACITY).and_then(serde_json::Value::as_i64)
}

/// The details. From the day itself on they are folded, because attendance is then ticked.
pub fn details(entry: Memo<Entry>, names: Memo<Names>, cancel: RwSignal<bool>) -> AnyView {
    let id = entry.with_untracked(|it| it.id);
    let open =
        RwSignal::new(entry.with_untracked(|it| day(it).is_none_or(|it| it > format::today())));
    let inside = move || {
        view! {
            {dynamic(move || entry.with(|it| names.with(|names| told(it, names))))}
            {statuses(entry)}
            {ways_on(id, cancel)}
        }
        .into_any()
    };
    let briefly = move || entry.with(|it| names.with(|names| briefly(it, names)));
    disclosure("details", open, Icon::Note, words(briefly), inside)
}

/// `Detaljer · Sognsvann · Bjørn · plass til 12`.
fn briefly(activity: &Entry, names: &Names) -> String {
    let word = |field| filled(activity, field).map(|it| row::member(names, it));
    let room = capacity(activity).map(|it| tn("activity-room", it));
    let parts =
        [Some(t("activity-details")), word(Activity::PLACE), word(Activity::RESPONSIBLE), room];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The texts of an activity, each under the name of its field.
pub fn told(activity: &Entry, names: &Names) -> AnyView {
    let line = |field| {
        let words =
            in_words(domain::kind(Activity::KIND), field, activity.fields.get(field)?, names);
        let name = label(Activity::KIND, field);
        Some(view! { <div><dt>{name}</dt> <dd class="note">{words}</dd></div> }.into_any())
    };
    let lines: Vec<_> = TOLD.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| view! { <dl class="card told">{lines}</dl> }).into_any()
}

/// A chip for each status. An activity without a day or week must get one first.
fn statuses(entry: Memo<Entry>) -> AnyView {
    let dated = Memo::new(move |_| entry.with(|it| week(it).is_some()));
    let draw = move || if dated.get() { status_chips(entry) } else { undated(entry) };
    dynamic(draw)
}

fn status_chips(entry: Memo<Entry>) -> AnyView {
    let (app, id) = (app(), entry.with_untracked(|it| it.id));
    let chips = STATUSES.map(|own| {
        let on = move || entry.with(|it| text(it, Activity::STATUS) == own);
        let words = label(ActivityStatus::CHOICES.name, own);
        let said = tv("activity-now", &[("status", &format::small(&words))]);
        chip(words, None, on, move || {
            actions::set(app, id, only(Activity::STATUS, own), said.clone());
        })
    });
    view! {
        <fieldset class="group">
            <legend>{label(Activity::KIND, Activity::STATUS)}</legend>
            <div class="chips">{chips.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn undated(entry: Memo<Entry>) -> AnyView {
    let id = entry.with_untracked(|it| it.id);
    view! {
        <div class="hint">
            {icon(Icon::Calendar)}
            <div>
                <p>{t("activity-undated")}</p>
                <a class="ds-button" data-variant="secondary" href=link::form(Activity::KIND, id)>
                    {t("activity-choose-day")}
                </a>
            </div>
        </div>
    }
    .into_any()
}

fn ways_on(id: Id, cancel: RwSignal<bool>) -> AnyView {
    view! {
        <div class="reach">
            <a class="ds-button" data-variant="secondary" href=link::form(Activity::KIND, id)>
                {icon(Icon::Edit)}
                {t("edit")}
            </a>
            <a class="ds-button" data-variant="secondary" href=link::history(id)>
                {icon(Icon::History)}
                {t("activity-history")}
            </a>
            <button type="button" class="ds-button" data-variant="tertiary" data-color="danger" on:click=press(move || cancel.set(true))>
                {icon(Icon::Close)}
                {t("activity-cancel")}
            </button>
        </div>
    }
    .into_any()
}

/// How many places are taken, if they are limited; a warning once there is no room left.
pub fn room(entry: Memo<Entry>, taken: impl Fn() -> i64 + Send + Sync + 'static) -> AnyView {
    let draw = move || {
        let (room, taken) = (entry.with(capacity)?, taken());
        let values = [("room", &*room.to_string()), ("taken", &*taken.to_string())];
        if taken < room {
            return Some(
                view! { <p class="quiet count">{tv("roll-room", &values)}</p> }.into_any(),
            );
        }
        let words = tv(if taken > room { "roll-overfull" } else { "roll-full" }, &values);
        Some(view! { <p class="callout">{icon(Icon::Warning)} <span>{words}</span></p> }.into_any())
    };
    view! { <div role="status">{dynamic(draw)}</div> }.into_any()
}
