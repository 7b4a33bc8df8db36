//! *Samtale*: the form that takes twenty seconds.

use domain::calls::{self, Suggest};
use domain::views::Suggestion;
use domain::{Body, Id, Kind, Visit};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

use super::today;
use crate::components::conflicts::conflicts;
use crate::components::head::{Title, round};
use crate::components::icon::Icon;
use crate::components::person_field::PersonField;
use crate::components::problems;
use crate::components::save_bar::{OtherWaysOut, SaveBar, draft_state, signature, submit};
use crate::components::states;
use crate::components::visit_fields::{
    self, Circumstances, NoteField, OutcomeField, OwnerHint, TopicField,
};
use crate::form::{Form, Names};
use crate::lean::{dynamic, effect, task};
use crate::{api, format, link};

/// Leads on to a form of its own name, so that a reload comes back to the same one.
#[component]
pub fn NewVisit() -> impl IntoView {
    let (go, query) = (use_navigate(), use_location().query);
    effect(move || {
        let resident = query.with_untracked(|it| it.get("resident"));
        let with = resident.map(|it| format!("?resident={it}")).unwrap_or_default();
        let path = format!("{}{with}", link::to("visit", api::new_id()));
        let go = go.clone();
        // The step that led here is only written down after this; then it can be replaced.
        request_animation_frame(move || go(&path, link::replacing()));
    });
}

/// The page.
pub fn visit_page(id: Id) -> AnyView {
    domain::kind("visit").map_or_else(today::lost, |kind| page(kind, id))
}

fn page(kind: &'static Kind, id: Id) -> AnyView {
    let resident =
        use_location().query.with_untracked(|it| it.get("resident").and_then(|it| it.parse().ok()));
    let suggestion = RwSignal::new(Suggestion::default());
    task(async move {
        let _ = suggestion.try_set(api::call(Suggest {}).await.unwrap_or_default());
    });
    let form = Form::open(kind, id, Box::pin(beginning(resident)));
    let body = move || match (form.fault.get(), form.ready.get()) {
        (Some(fault), _) => states::wrong(&fault),
        (None, false) => states::waiting(),
        (None, true) => fields(form, suggestion),
    };
    let title = Signal::derive(move || visit_fields::title(form));
    let send = submit(form);
    let save = send.clone();
    view! {
        <header class="head form-head">
            {round(Icon::Close, "close-form")}
            <div class="titles">
                <Title title />
            </div>
            {draft_state(form)}
        </header>
        <form
            class="visit-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    save();
                }
            }
        >
            {dynamic(body)}
            <SaveBar form />
        </form>
    }
    .into_any()
}

fn fields(form: Form, suggestion: RwSignal<Suggestion>) -> AnyView {
    let settled = Callback::new(move |entry: domain::Entry| {
        form.fields.update(|it| it.extend(entry.fields.clone()));
        form.base.set(entry);
    });
    let conflicts =
        move || form.base.with(|base| form.names.with(|names| conflicts(base, names, settled)));
    view! {
        {problems::summary(form)}
        {dynamic(conflicts)}
        <PersonField form suggestion />
        <TopicField form suggestion />
        <OwnerHint form />
        <NoteField form />
        <OutcomeField form />
        <Circumstances form />
        {signature(form)}
        <OtherWaysOut form />
    }
    .into_any()
}

/// A new conversation: now, where and in which language the last one was.
async fn beginning(resident: Option<Id>) -> (Body, Names) {
    let usual = api::call(Suggest {}).await.unwrap_or_default();
    let known = |value: Option<String>| value.and_then(|it| serde_json::from_value(it.into()).ok());
    let visit = Visit {
        at: Some(format::now()),
        residents: resident.into_iter().collect(),
        place: known(usual.place),
        language: usual.language,
        minutes: Some(10),
        ..Visit::default()
    };
    let mut names = Names::new();
    if let Some(id) = resident {
        names.insert(id, name_of(id, &usual.residents).await);
    }
    (domain::write(&visit), names)
}

async fn name_of(id: Id, likely: &[domain::views::ResidentRow]) -> String {
    if let Some(row) = likely.iter().find(|it| it.id == id) {
        return row.called.clone();
    }
    let page = api::call(calls::Get { id }).await.unwrap_or_default();
    let resident = page.entries.first().map(domain::Entry::read::<domain::Resident>);
    resident.map(|it| it.called().to_owned()).unwrap_or_default()
}
