//! *Samtale*: the form of a visit, which takes twenty seconds.

use std::sync::Arc;

use domain::calls::{self, GuessLanguage, Suggest};
use domain::views::Suggestion;
use domain::{Body, Id, Kind, Record, Type, Visit};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::new_id::new_id;
use crate::app::not_found::not_found;
use crate::app::session::app;
use crate::app::{api, link, navigation};
use crate::kit::erased::{effect, task};
use crate::kit::format;
use crate::nouns::visit::fields::{
    self, Circumstances, NoteField, OutcomeField, OwnerHint, TopicField, WayOn,
};
use crate::record::fields::person::PersonField;
use crate::record::form::{Form, Names};
use crate::record::frame::frame;
use crate::record::links::came_of;
use crate::record::text_area::or_null;
use crate::record::values;

/// Leads on to the form of a new id, so that a reload comes back to the same form.
#[component]
pub fn NewVisit() -> impl IntoView {
    let with = navigation::query(link::RESIDENT)
        .map(|it| format!("?{}={it}", link::RESIDENT))
        .unwrap_or_default();
    navigation::lead_on(app(), link::to(Visit::KIND, new_id()) + &with);
}

/// The page.
pub fn visit_page(id: Id) -> AnyView {
    domain::kind(Visit::KIND).map_or_else(not_found, |kind| page(kind, id))
}

fn page(kind: &'static Kind, id: Id) -> AnyView {
    let resident = navigation::query(link::RESIDENT).and_then(|it| it.parse().ok());
    let suggestion = RwSignal::new(Suggestion::default());
    task(async move {
        let _ = suggestion.try_set(api::call(Suggest {}).await.unwrap_or_default());
    });
    let form = Form::open(kind, id, Box::pin(beginning(resident)));
    let title = Signal::derive(move || fields::title(form));
    frame(form, title, Arc::new(move || fields(form, suggestion)))
}

fn fields(form: Form, suggestion: RwSignal<Suggestion>) -> AnyView {
    keep_language(form);
    view! {
        <PersonField form suggestion />
        <TopicField form suggestion />
        <OwnerHint form suggestion />
        <NoteField form />
        <OutcomeField form />
        <WayOn form />
        <Circumstances form />
        {(!form.is_new()).then(|| came_of(form.id))}
    }
    .into_any()
}

/// Sets a new visit's language to the guessed one, until the user chooses another.
fn keep_language(form: Form) {
    let people = Memo::new(move |_| form.list(Visit::RESIDENTS));
    let guessed = StoredValue::new(form.text(Visit::LANGUAGE));
    effect(move || {
        let residents = people.get();
        if !untrack(|| form.is_new()) {
            return;
        }
        task(async move {
            let first = residents.first().and_then(|it| it.parse().ok());
            let guess = guess_language(first).await.unwrap_or_default();
            let same = people.try_get_untracked() == Some(residents);
            let untouched = same && untrack(|| form.text(Visit::LANGUAGE)) == guessed.get_value();
            if untouched && guess != guessed.get_value() {
                guessed.set_value(guess.clone());
                form.set(Visit::LANGUAGE, or_null(guess));
            }
        });
    });
}

async fn guess_language(resident: Option<Id>) -> Option<String> {
    api::call(GuessLanguage { resident: resident? }).await.ok().flatten()
}

/// A new visit: now, at the place of the last one, in the language spoken with the resident.
async fn beginning(resident: Option<Id>) -> (Body, Names) {
    let usual = api::call(Suggest {}).await.unwrap_or_default();
    let mut visit = Body::new();
    let mut put = |field: &str, value: Value| visit.insert(field.to_owned(), value);
    put(Visit::AT, format::stored(format::now()).into());
    put(Visit::RESIDENTS, resident.iter().map(Id::to_string).collect());
    put(Visit::PLACE, usual.place.filter(|it| is_place(it)).into());
    put(Visit::LANGUAGE, guess_language(resident).await.into());
    put(Visit::MINUTES, 10.into());
    let mut names = Names::new();
    if let Some(id) = resident {
        names.insert(id, name_of(id, &usual.residents).await);
    }
    (visit, names)
}

/// Whether it is one of the places that this version knows.
fn is_place(value: &str) -> bool {
    let field = domain::kind(Visit::KIND).and_then(|it| it.field(Visit::PLACE));
    matches!(field.map(|it| it.ty), Some(Type::Choice(places)) if places.values.contains(&value))
}

async fn name_of(id: Id, likely: &[domain::views::ResidentRow]) -> String {
    if let Some(row) = likely.iter().find(|it| it.id == id) {
        return row.called.clone();
    }
    let page = api::call(calls::Get { id }).await.unwrap_or_default();
    page.entries.first().map(|it| values::called(it, &page.names)).unwrap_or_default()
}
