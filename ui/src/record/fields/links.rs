//! Fields that point to other records.

use domain::calls::List;
use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Type};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::link;
use crate::app::query::{Answer, live};
use crate::app::session::{Wanted, app};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, press, typed, words};
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::record::chips::group;
use crate::record::form::Form;
use crate::record::problems;

/// All records of a kind, by name.
pub fn records(kind: &'static str) -> Answer<Page> {
    live(move || List { kind: kind.to_owned(), limit: 500, skip: 0 })
}

/// The name of a record, told apart from others where the core does that.
pub fn called(entry: &Entry) -> String {
    if !entry.name.is_empty() {
        return entry.name.clone();
    }
    domain::kind(&entry.kind).map_or("", |it| it.title(&entry.fields)).to_owned()
}

/// The records in an answer, by name; `chosen` is among them even if it isn't in the answer.
pub fn options(form: Form, answer: Answer<Page>, chosen: &[String]) -> Vec<(String, String)> {
    let mut known: Vec<_> = answer.with(|it| match it {
        Some(Ok(page)) => page.entries.iter().map(|it| (it.id.to_string(), called(it))).collect(),
        _ => Vec::new(),
    });
    format::by_name(&mut known, |it| it.1.clone());
    let names = form.names.get();
    let missing = chosen.iter().filter(|id| !id.is_empty() && known.iter().all(|it| it.0 != **id));
    let name = |id: &String| id.parse::<Id>().ok().and_then(|id| names.get(&id).cloned());
    let missing: Vec<_> =
        missing.map(|id| (id.clone(), name(id).unwrap_or_else(|| t("someone")))).collect();
    missing.into_iter().chain(known).collect()
}

/// One record, with a link to create it if it doesn't exist yet.
pub fn one(form: Form, name: &'static str, kind: &'static str) -> AnyView {
    let answer = records(kind);
    let value = Memo::new(move |_| form.text(name));
    let choices = move || {
        let chosen = value.get();
        let all = options(form, answer, std::slice::from_ref(&chosen)).into_iter();
        // A record does not point to itself.
        let own = form.id.to_string();
        all.filter(|it| it.0 != own).map(|it| option(it, &chosen)).collect_view()
    };
    view! {
        <div class="with-new">
            <select
                class="ds-input"
                id=problems::id_of(name)
                aria-describedby=problems::problem_id(name)
                aria-busy=words(move || answer.with(Option::is_none).to_string())
                on:change=typed(move |it| form.set(name, crate::record::fields::or_null(it)))
            >
                <option value="">{t("form-none")}</option>
                {dynamic(choices)}
            </select>
            {(kind != form.kind.name).then(|| make(form, name, kind))}
        </div>
    }
    .into_any()
}

/// An entry of a list to choose from.
pub fn option((id, words): (String, String), chosen: &str) -> AnyView {
    let selected = id == chosen;
    view! { <option value=id selected=selected>{words}</option> }.into_any()
}

/// The link to a new record of a kind. The form is kept as a draft, and gets the new record.
pub fn make(form: Form, field: &'static str, kind: &'static str) -> AnyView {
    let app = app();
    let words = tv("form-new", &[("kind", &format::small(&t(kind)))]);
    let go = press(move || {
        app.made.set_value(None);
        app.wanted.set_value(Some(Wanted { form: form.id, field, kind }));
    });
    view! { <a class="ds-button" data-variant="tertiary" href=link::new(kind) on:click=go>{words}</a> }
        .into_any()
}

/// Puts the record that the user left the form to create into the field that waits for it.
pub fn fetch_made(form: Form) {
    let app = app();
    let Some(wanted) = app.wanted.get_value().filter(|it| it.form == form.id) else { return };
    // Also if the user comes back without creating it: the field no longer waits, and takes focus
    // as soon as it is drawn.
    request_animation_frame(move || {
        app.wanted.set_value(None);
        problems::focus(&problems::id_of(wanted.field));
    });
    let Some((kind, id)) = app.made.get_value() else { return };
    if wanted.kind != kind {
        return;
    }
    app.made.set_value(None);
    match form.kind.field(wanted.field).map(|it| it.ty) {
        Some(Type::Roles(..)) => {
            let one = json!({ "who": id, "role": null });
            let named = |it: &Value| !it["who"].is_null();
            let others = form.rows(wanted.field).into_iter().filter(named);
            form.set(wanted.field, others.chain([one]).collect::<Vec<_>>());
        }
        Some(Type::Links(_)) => form.toggle(wanted.field, &id.to_string()),
        _ => form.set(wanted.field, id.to_string()),
    }
}

/// Whether the user comes back to a field that waits for a record.
pub fn is_awaited(form: Form, field: &str) -> bool {
    let wanted = app().wanted.get_value();
    wanted.is_some_and(|it| it.form == form.id && it.field == field)
}

/// Any number of records.
pub fn many(form: Form, name: &'static str, kind: &'static str) -> AnyView {
    let answer = records(kind);
    let all = Memo::new(move |_| options(form, answer, &form.list(name)));
    let chips = move || all.get().into_iter().map(|it| toggle(form, name, it)).collect_view();
    group(form, name, dynamic(chips))
}

fn toggle(form: Form, name: &'static str, (id, words): (String, String)) -> AnyView {
    let own = id.clone();
    chip(words, None, move || form.list(name).contains(&own), move || form.toggle(name, &id))
}
