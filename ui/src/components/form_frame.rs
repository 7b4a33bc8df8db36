//! The frame around the form of a record: its heading, its fields, its one button.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::head::{Title, round};
use crate::components::icon::Icon;
use crate::components::save_bar::{OtherWaysOut, SaveBar, draft_state, signature, submit};
use crate::components::{problems, states};
use crate::form::Form;
use crate::lean::dynamic;

/// Draws the fields of a form.
pub type Fields = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// The form, once it is read; Ctrl and Enter save it.
pub fn frame(form: Form, title: Signal<String>, fields: Fields) -> AnyView {
    let body = move || match (form.fault.get(), form.ready.get()) {
        (Some(fault), _) => states::wrong(&fault),
        (None, false) => states::waiting(),
        (None, true) => whole(form, &fields),
    };
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
            class="record-form"
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

fn whole(form: Form, fields: &Fields) -> AnyView {
    view! {
        {problems::summary(form)}
        {fields()}
        {signature(form)}
        <OtherWaysOut form />
    }
    .into_any()
}
