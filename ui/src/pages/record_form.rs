//! The form over any kind of record, made from its fields alone.

use domain::{Body, Id, Kind};
use leptos::prelude::*;

use super::today;
use crate::components::fields::{field, name_of};
use crate::components::head::{Title, round};
use crate::components::icon::Icon;
use crate::components::save_bar::{OtherWaysOut, SaveBar, draft_state, signature, submit};
use crate::components::{problems, states};
use crate::form::{Form, Names};
use crate::lean::dynamic;
use crate::state::app;
use crate::text::tv;
use crate::{api, format, link, travel};

/// Leads on to a form of its own name, so that a reload comes back to the same one.
pub fn new_record(kind: &str) -> AnyView {
    travel::lead_on(app().path, link::form(kind, api::new_id()));
    ().into_any()
}

/// The page.
pub fn record_form(kind: &str, id: Id) -> AnyView {
    domain::kind(kind).map_or_else(today::lost, |kind| page(kind, id))
}

fn page(kind: &'static Kind, id: Id) -> AnyView {
    let form = Form::open(kind, id, Box::pin(async { (Body::new(), Names::new()) }));
    let body = move || match (form.fault.get(), form.ready.get()) {
        (Some(fault), _) => states::wrong(&fault),
        (None, false) => states::waiting(),
        (None, true) => fields(form),
    };
    let title = Signal::derive(move || {
        let id = if form.is_new() { "form-new" } else { "form-edit" };
        tv(id, &[("kind", &format::small(&name_of(kind)))])
    });
    let send = submit(form);
    view! {
        <header class="head form-head">
            {round(Icon::Close, "close-form")}
            <div class="titles">
                <Title title />
            </div>
            {draft_state(form)}
        </header>
        <form
            class="record-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {dynamic(body)}
            <SaveBar form />
        </form>
    }
    .into_any()
}

fn fields(form: Form) -> AnyView {
    view! {
        {problems::summary(form)}
        {form.kind.fields.iter().map(|it| field(form, it)).collect_view()}
        {signature(form)}
        <OtherWaysOut form />
    }
    .into_any()
}
