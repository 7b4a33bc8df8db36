//! Fields that point to other records.

use std::collections::BTreeSet;

use domain::calls::List;
use domain::field::{RECEIVER, kinds_behind};
use domain::views::Page;
use domain::{Id, Member, Record, Type};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::link;
use crate::app::query::{Answer, live};
use crate::app::session::{Wanted, app};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, press, typed, words};
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::record::called::called;
use crate::record::chips::group;
use crate::record::form::Form;
use crate::record::problems;

/// All records of a kind, by name.
pub fn records(kind: &'static str) -> Answer<Page> {
    live(move || List { kind: kind.to_owned(), limit: 500, skip: 0 })
}

/// The records in answers, by name; `chosen` is among them even if it is in none.
pub fn options(form: Form, answers: &[Answer<Page>], chosen: &[String]) -> Vec<(String, String)> {
    let known = answers.iter().flat_map(|answer| {
        answer.with(|it| match it {
            Some(Ok(page)) => {
                page.entries.iter().map(|it| (it.id.to_string(), called(it))).collect()
            }
            _ => Vec::new(),
        })
    });
    let mut known: Vec<_> = known.collect();
    format::by_name(&mut known, |it| it.1.clone());
    let names = form.names.get();
    let missing = chosen.iter().filter(|id| !id.is_empty() && known.iter().all(|it| it.0 != **id));
    let name = |id: &String| id.parse::<Id>().ok().and_then(|id| names.get(&id).cloned());
    let missing: Vec<_> =
        missing.map(|id| (id.clone(), name(id).unwrap_or_else(|| t("someone")))).collect();
    missing.into_iter().chain(known).collect()
}

/// One record, with a link to create it if it doesn't exist yet.
pub fn one(form: Form, name: &'static str, target: &'static str) -> AnyView {
    let kinds = kinds_behind(target);
    // A receiver is a partner, or a colleague who stays.
    let of_records = kinds.iter().filter(|it| target != RECEIVER || **it != Member::KIND);
    let answers = StoredValue::new(of_records.map(|it| records(it)).collect::<Vec<_>>());
    let team = move || if target == RECEIVER { app().offered(form.kind) } else { Vec::new() };
    let team = move || team().into_iter().map(|it| (it.id.to_string(), it.name));
    let waiting = move || answers.with_value(|all| all.iter().any(|it| it.with(Option::is_none)));
    let value = Memo::new(move |_| form.text(name));
    let choices = move || {
        let chosen = value.get();
        let all = answers.with_value(|it| options(form, it, std::slice::from_ref(&chosen)));
        let known: BTreeSet<_> = all.iter().map(|it| it.0.clone()).collect();
        let team = team().filter(|it| !known.contains(&it.0));
        let all = all.into_iter().chain(team.collect::<Vec<_>>());
        // A record does not point to itself.
        let own = form.id.to_string();
        all.filter(|it| it.0 != own).map(|it| option(it, &chosen)).collect_view()
    };
    view! {
        <div class="with-new">
            <select
                autocomplete="off"
                class="ds-input"
                id=problems::id_of(name)
                aria-describedby=problems::problem_id(name)
                aria-busy=words(move || waiting().to_string())
                on:change=typed(move |it| form.set(name, crate::record::fields::or_null(it)))
            >
                <option value="">{t("form-none")}</option>
                {dynamic(choices)}
            </select>
            {kinds.first().filter(|it| **it != form.kind.name).map(|it| make(form, name, it))}
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
    let all = Memo::new(move |_| options(form, &[answer], &form.list(name)));
    let chips = move || all.get().into_iter().map(|it| toggle(form, name, it)).collect_view();
    group(form, name, dynamic(chips))
}

fn toggle(form: Form, name: &'static str, (id, words): (String, String)) -> AnyView {
    let own = id.clone();
    chip(words, None, move || form.list(name).contains(&own), move || form.toggle(name, &id))
}
