//! *Samtale*: the form that takes twenty seconds.

use std::sync::Arc;

use domain::calls::{self, Suggest};
use domain::views::Suggestion;
use domain::{Body, Id, Kind, Type};
use leptos::prelude::*;
use serde_json::Value;

use super::today;
use crate::components::form_frame::frame;
use crate::components::person_field::PersonField;
use crate::components::visit_fields::{
    self, Circumstances, NoteField, OutcomeField, OwnerHint, TopicField, WayOn,
};
use crate::form::{Form, Names};
use crate::lean::task;
use crate::state::app;
use crate::{api, format, link, travel, values};

/// Leads on to a form of its own name, so that a reload comes back to the same one.
#[component]
pub fn NewVisit() -> impl IntoView {
    let with = travel::query("resident").map(|it| format!("?resident={it}")).unwrap_or_default();
    travel::lead_on(app().path, link::to("visit", api::new_id()) + &with);
}

/// The page.
pub fn visit_page(id: Id) -> AnyView {
    domain::kind("visit").map_or_else(today::lost, |kind| page(kind, id))
}

fn page(kind: &'static Kind, id: Id) -> AnyView {
    let resident = travel::query("resident").and_then(|it| it.parse().ok());
    let suggestion = RwSignal::new(Suggestion::default());
    task(async move {
        let _ = suggestion.try_set(api::call(Suggest {}).await.unwrap_or_default());
    });
    let form = Form::open(kind, id, Box::pin(beginning(resident)));
    let title = Signal::derive(move || visit_fields::title(form));
    frame(form, title, Arc::new(move || fields(form, suggestion)))
}

fn fields(form: Form, suggestion: RwSignal<Suggestion>) -> AnyView {
    view! {
        <PersonField form suggestion />
        <TopicField form suggestion />
        <OwnerHint form suggestion />
        <NoteField form />
        <OutcomeField form />
        <WayOn form />
        <Circumstances form />
    }
    .into_any()
}

/// A new conversation: now, where and in which language the last one was.
async fn beginning(resident: Option<Id>) -> (Body, Names) {
    let usual = api::call(Suggest {}).await.unwrap_or_default();
    let mut visit = Body::new();
    let mut put = |field: &str, value: Value| visit.insert(field.to_owned(), value);
    put("at", format::stored(format::now()).into());
    put("residents", resident.iter().map(Id::to_string).collect());
    put("place", usual.place.filter(|it| is_place(it)).into());
    put("language", usual.language.into());
    put("minutes", 10.into());
    let mut names = Names::new();
    if let Some(id) = resident {
        names.insert(id, name_of(id, &usual.residents).await);
    }
    (visit, names)
}

/// Whether it is one of the places that this version knows.
fn is_place(value: &str) -> bool {
    let field = domain::kind("visit").and_then(|it| it.field("place"));
    matches!(field.map(|it| it.ty), Some(Type::Choice(places)) if places.values.contains(&value))
}

async fn name_of(id: Id, likely: &[domain::views::ResidentRow]) -> String {
    if let Some(row) = likely.iter().find(|it| it.id == id) {
        return row.called.clone();
    }
    let page = api::call(calls::Get { id }).await.unwrap_or_default();
    page.entries.first().map(values::called).unwrap_or_default().to_owned()
}
