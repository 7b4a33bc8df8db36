//! Records of any kind as rows of a list.

use chrono::{DateTime, Utc};
use domain::entry::Entry;
use domain::field::UNKNOWN;
use domain::kind::Order;
use domain::life::{Standing, Tone};
use domain::{Field, Id, Kind, Type};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::link;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t};
use crate::record::called::called;
use crate::record::form::Names;
use crate::record::values::{filled, list, text, texts};

/// The icon of a kind.
pub fn sign_of(kind: &str) -> Icon {
    let named = domain::kind(kind).and_then(|it| Icon::named(it.card.icon));
    named.unwrap_or(Icon::Person)
}

/// The title of a record: the values of the fields that its kind declares for it, or else its name.
/// `Bolig – Boligbygg`, `Brann – det ryker på kjøkkenet`.
pub fn title(entry: &Entry, names: &Names) -> String {
    let Some(kind) = domain::kind(&entry.kind) else { return entry.kind.clone() };
    let fields = kind.card.title.iter().filter_map(|it| kind.field(it));
    let words = joined(" – ", fields.map(|it| in_words(it, entry, names)));
    if kind.card.title.is_empty() { called(entry) } else { words }
}

/// The same without the text that names a record, which is shown on its own beneath.
pub fn short_title(entry: &Entry, names: &Names) -> String {
    let Some(kind) = domain::kind(&entry.kind) else { return entry.kind.clone() };
    let own = kind.name_field().map(|it| it.name);
    let fields = kind.card.title.iter().filter(|it| Some(**it) != own);
    let fields = fields.filter_map(|it| kind.field(it));
    let words = joined(" – ", fields.map(|it| in_words(it, entry, names)));
    if words.is_empty() { called(entry) } else { words }
}

/// The value of a field in words: labels, names, or the text.
fn in_words(field: &Field, entry: &Entry, names: &Names) -> String {
    match field.ty {
        Type::Choice(list) => {
            filled(entry, field.name).map(|it| label(list.name, it)).unwrap_or_default()
        }
        Type::Choices(list) => {
            joined(", ", texts(entry, field.name).map(|it| label(list.name, it)))
        }
        Type::Link(_) => name(names, text(entry, field.name)),
        _ => called(entry),
    }
}

/// Words with a separator between them; empty ones are left out.
pub fn joined(between: &str, parts: impl Iterator<Item = String>) -> String {
    parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between)
}

/// The state of a record in words, and its colour; none for a kind or record without a state. A
/// state may have other words once the record's time has passed.
pub fn status(entry: &Entry) -> Option<(&'static str, String)> {
    let kind = domain::kind(&entry.kind)?;
    let stage = kind.stage(&entry.fields)?;
    match stage.state().and_then(|it| it.past) {
        Some(past) if !entry.at.is_some_and(is_to_come) => {
            Some((tone(Tone::Warm), label(&format!("{}-past", kind.name), past)))
        }
        _ => standing(&entry.kind, stage.name()),
    }
}

/// A state in words, and its colour.
pub fn standing(kind: &str, state: &str) -> Option<(&'static str, String)> {
    let kind = domain::kind(kind).filter(|_| !state.is_empty())?;
    let known = kind.life.as_ref()?.named(state);
    Some((tone(known.map_or(Tone::Neutral, |it| it.tone)), label(&states_of(kind), state)))
}

/// A state in words.
pub fn label_of(kind: &str, state: &str) -> String {
    domain::kind(kind).map_or_else(String::new, |it| label(&states_of(it), state))
}

/// The message whose attributes label the states of a kind: that of the choice which holds them, or
/// `follow-up-state` if a day does.
fn states_of(kind: &Kind) -> String {
    let field = kind.life.as_ref().and_then(|it| kind.field(it.field));
    match field.map(|it| it.ty) {
        Some(Type::Choice(list)) => list.name.to_owned(),
        _ => format!("{}-state", kind.name),
    }
}

/// Whether the team or a partner still has to act on a record, or it is in the future.
pub fn is_open(entry: &Entry) -> bool {
    let stage = domain::kind(&entry.kind).and_then(|it| it.stage(&entry.fields));
    stage.and_then(|it| it.state()).is_some_and(|it| {
        let timely = it.past.is_none() || entry.at.is_some_and(is_to_come);
        !matches!(it.standing, Standing::Over | Standing::Aside) && timely
    })
}

fn is_to_come(at: DateTime<Utc>) -> bool {
    at >= format::start_of_day(format::now())
}

/// The colour of a tone.
const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "neutral",
        Tone::Info => "info",
        Tone::Accent => "accent",
        Tone::Warm => "warm",
    }
}

/// The residents that a record concerns.
pub fn people(entry: &Entry, names: &Names) -> Vec<String> {
    let all = people_of(entry).into_iter().map(|id| name(names, id));
    all.filter(|it| !it.is_empty()).collect()
}

/// The ids of the residents that a record concerns, as they are stored.
pub fn people_of(entry: &Entry) -> Vec<&str> {
    let Some(field) = domain::kind(&entry.kind).and_then(Kind::people) else {
        return Vec::new();
    };
    list(entry, field.name).filter_map(id_in).collect()
}

/// The id of a person, alone or in a role.
fn id_in(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["who"].as_str())
}

/// The name of the record of that id, or of an unknown person; empty if not known here.
pub fn name(names: &Names, id: &str) -> String {
    match id.parse::<Id>() {
        Ok(UNKNOWN) => t("unknown"),
        Ok(id) => names.get(&id).cloned().unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// The same, but `Noen` if it is not known here.
pub fn name_or_someone(names: &Names, id: &str) -> String {
    Some(name(names, id)).filter(|it| !it.is_empty()).unwrap_or_else(|| t("someone"))
}

/// What the member is called whom a value of a member field names; a name out of an import as it
/// stands.
pub fn member(names: &Names, value: &str) -> String {
    if value.parse::<Id>().is_ok() { name_or_someone(names, value) } else { value.to_owned() }
}

/// When a record happens or is due; none for kinds that have no time.
pub fn time(entry: &Entry) -> Option<String> {
    let kind = domain::kind(&entry.kind)?;
    let Order::When(field) = kind.order else { return entry.at.map(format::coming_day) };
    let said = filled(entry, field)?;
    if kind.is_by_day() {
        Some(format::coming(said))
    } else {
        said.parse().ok().map(format::agreed)
    }
}

/// A record as a row.
pub fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let who = people(entry, names).join(", ");
    let parts = [Some(who).filter(|it| !it.is_empty()), time(entry)];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a class="fill" href=leads_to(entry)>
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{line}</span>
                </span>
                {mark(entry)}
            </a>
        </li>
    }
    .into_any()
}

/// The page that a row opens: the record's, or that of the record which shows it.
pub fn leads_to(entry: &Entry) -> String {
    let kind = domain::kind(&entry.kind);
    let shown_by =
        kind.and_then(|it| if let Order::Of(field) = it.order { it.field(field) } else { None });
    let whole =
        shown_by.and_then(|it| Some((it.ty.target()?, filled(entry, it.name)?.parse().ok()?)));
    whole.map_or_else(|| link::to(&entry.kind, entry.id), |(kind, id)| link::to(kind, id))
}

/// The status of a record, in a box.
pub fn tag(entry: &Entry) -> Option<AnyView> {
    status(entry).map(boxed)
}

/// The one tag of a row in a list: that the record is urgent, or its status.
pub fn mark(entry: &Entry) -> Option<AnyView> {
    let stage = domain::kind(&entry.kind).and_then(|it| it.stage(&entry.fields));
    match stage.and_then(|it| it.presses()) {
        Some(weight) => Some(boxed(pressing(&entry.kind, weight))),
        None => tag(entry),
    }
}

/// How urgent a record is, in words, and its colour: that of the heaviest weight is the strongest.
pub fn pressing(kind: &str, weight: &str) -> (&'static str, String) {
    let kind = domain::kind(kind);
    let field = kind.and_then(|it| it.field(it.life.as_ref()?.weight?));
    let Some(Type::Choice(list)) = field.map(|it| it.ty) else { return ("neutral", String::new()) };
    let heaviest = list.values.last() == Some(&weight);
    (if heaviest { "danger" } else { "warm" }, label(list.name, weight))
}

/// A state in words, in its colour.
pub fn boxed((colour, words): (&'static str, String)) -> AnyView {
    view! { <span class="ds-tag" data-color=colour>{words}</span> }.into_any()
}

/// The name of a kind; its stored name if only a newer version knows it.
pub fn kind_name(kind: &str) -> String {
    if domain::kind(kind).is_some() { t(kind) } else { kind.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_declares_an_icon_that_there_is() {
        for kind in domain::KINDS {
            assert!(Icon::named(kind.card.icon).is_some(), "{} has no icon", kind.name);
        }
    }
}
