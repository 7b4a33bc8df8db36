//! An incident: what happened, the actions taken, the calls made, and what to do next.

use domain::entry::Entry;
use domain::kinds::IncidentStatus;
use domain::{Incident, Record};
use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::text::{label, t};
use crate::nouns::cases::phone_calls::calls_made;
use crate::record::case::actions::{Weight, action, to_status};
use crate::record::case::ask::Ask;
use crate::record::case::head::{fact, owner, passage};
use crate::record::form::Names;
use crate::record::history::values::file;
use crate::record::row::name;
use crate::record::values::{choice, filled, when};

/// Asks how it was settled.
pub const SETTLED: Ask = Ask {
    name: "case-close",
    kind: Incident::KIND,
    fields: &[Incident::CLOSED_HOW],
    words: "case-ask-settled",
    state: Some(IncidentStatus::Closed.name()),
    day: None,
    now: None,
};

/// The content of an incident.
pub fn body(incident: &Entry, names: &Names) -> AnyView {
    let line = |field: &str, words: String| fact(label(Incident::KIND, field), words.into_any());
    let at = when(incident).map(|it| line(Incident::AT, format::moment(it)));
    let place = filled(incident, Incident::PLACE).map(|it| line(Incident::PLACE, it.to_owned()));
    let unit = filled(incident, Incident::UNIT).map(|it| line(Incident::UNIT, name(names, it)));
    let photo = incident.fields.get(Incident::PHOTO).map(|it| line(Incident::PHOTO, file(it)));
    view! {
        <dl class="facts">{at} {place} {unit} {photo} {owner(incident, names)}</dl>
        {passage(incident, Incident::WHAT)}
        {passage(incident, Incident::ACTIONS)}
        {calls_made(incident, names)}
        {passage(incident, Incident::CLOSED_HOW)}
    }
    .into_any()
}

/// The actions on an incident in its present state.
pub fn actions(incident: &Entry, asking: RwSignal<Option<Ask>>) -> AnyView {
    let close =
        || action(Weight::First, Icon::Check, t("case-close"), move || asking.set(Some(SETTLED)));
    let watch = || {
        to_status(
            incident,
            Weight::Other,
            Icon::Clock,
            t("case-watch"),
            IncidentStatus::Watching.name(),
        )
    };
    let reopen = || {
        to_status(
            incident,
            Weight::Other,
            Icon::Undo,
            t("case-open-again"),
            IncidentStatus::Open.name(),
        )
    };
    match choice(incident, Incident::STATUS) {
        Some(IncidentStatus::Closed) => reopen(),
        Some(IncidentStatus::Watching) => view! { {close()} {reopen()} }.into_any(),
        _ => view! { {close()} {watch()} }.into_any(),
    }
}
