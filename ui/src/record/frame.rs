//! The frame around the form of a record: its heading, its fields, its one button.

use std::sync::Arc;

use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::head::{Title, round};
use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::conflicts::delete_conflict::outlived;
use crate::record::deleted::by_whom;
use crate::record::draft_note::resumed;
use crate::record::fields::fetch_made;
use crate::record::form::Form;
use crate::record::once_read::once_read;
use crate::record::problems;
use crate::record::save_bar::{OtherWaysOut, SaveBar, draft_state, signature, submit};

/// Draws the fields of a form.
pub type Fields = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// The form, once its record is read: before that there is nothing to save, not even by Ctrl+Enter.
pub fn frame(form: Form, title: Signal<String>, fields: Fields) -> AnyView {
    let body = once_read(form, move || whole(form, &fields));
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
            {body}
        </form>
    }
    .into_any()
}

fn whole(form: Form, fields: &Fields) -> AnyView {
    fetch_made(form);
    let in_bin = move || form.base.with(|it| it.deleted.then(|| in_bin(it)));
    let asked = move || {
        form.base.with(|it| outlived(form.id, &it.conflicts, move |it| form.take_standing(it)))
    };
    let old = form.resumed.get_untracked().filter(|_| untrack(|| !form.is_new()));
    view! {
        {old.map(|it| resumed(&it))}
        {dynamic(in_bin)}
        {dynamic(asked)}
        {problems::summary(form)}
        {fields()}
        {signature(form)}
        <OtherWaysOut form />
        <SaveBar form />
    }
    .into_any()
}

/// A user who opens a record that a colleague deleted may still have something to add.
fn in_bin(entry: &Entry) -> AnyView {
    view! {
        <p class="callout" role="status">
            {icon(Icon::Bin)}
            <span>{by_whom(entry)} ". " {t("bin-save")}</span>
        </p>
    }
    .into_any()
}
