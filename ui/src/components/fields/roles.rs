//! Records in roles: who is there for a resident, and as what.

use domain::choice::Choices;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::links::{make, option, options, records};
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::form::Form;
use crate::lean::{dynamic, press, typed};
use crate::text::{label, t, tn};

/// The rows of a field, each a record and its role.
pub fn roles(
    form: Form,
    name: &'static str,
    kind: &'static str,
    choices: &'static Choices,
) -> AnyView {
    let count = Memo::new(move |_| rows(form, name).len());
    let lines =
        move || (0..count.get()).map(|at| row(form, name, kind, choices, at)).collect_view();
    let add = press(move || {
        let mut all = rows(form, name);
        all.push(json!({ "who": null, "role": choices.values.first() }));
        form.set(name, all);
    });
    view! {
        <fieldset class="group" id=problems::id_of(name) tabindex="-1" aria-describedby=problems::problem_id(name)>
            <legend>{problems::legend(form, name)}</legend>
            <div class="stack">
                {dynamic(lines)}
                <div class="with-new">
                    <button type="button" class="ds-button" data-variant="secondary" on:click=add>
                        {icon(Icon::Plus)}
                        {t(if kind == "partner" { "form-add-contact" } else { "form-add-person" })}
                    </button>
                    {make(form, name, kind)}
                </div>
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

/// The rows as they stand.
pub fn rows(form: Form, name: &str) -> Vec<Value> {
    match form.value(name) {
        Value::Array(rows) => rows,
        _ => Vec::new(),
    }
}

fn row(
    form: Form,
    name: &'static str,
    kind: &'static str,
    choices: &'static Choices,
    at: usize,
) -> AnyView {
    let part = move |key: &'static str| {
        Memo::new(move |_| {
            rows(form, name).get(at).and_then(|it| it[key].as_str()).unwrap_or_default().to_owned()
        })
    };
    let (who, role) = (part("who"), part("role"));
    let answer = records(kind);
    let people = move || {
        let chosen = who.get();
        let all = options(form, answer, std::slice::from_ref(&chosen));
        all.into_iter().map(|it| option(it, &chosen)).collect_view()
    };
    let role_options = move || {
        let chosen = role.get();
        choices
            .values
            .iter()
            .map(|it| option(((*it).to_owned(), label(choices.name, it)), &chosen))
            .collect_view()
    };
    let number = i64::try_from(at + 1).unwrap_or_default();
    let named = |id: &str| tn(id, number);
    let remove = press(move || change(form, name, |all| drop(all.remove(at))));
    view! {
        <div class="role">
            <select
                class="ds-input"
                aria-label=named("form-contact-role")
                on:change=typed(move |it| put(form, name, at, "role", it))
            >
                {dynamic(role_options)}
            </select>
            <select
                class="ds-input"
                aria-label=named("form-contact-who")
                on:change=typed(move |it| put(form, name, at, "who", it))
            >
                <option value="">{t("form-none")}</option>
                {dynamic(people)}
            </select>
            <button type="button" class="round" aria-label=named("form-contact-remove") on:click=remove>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}

fn put(form: Form, name: &str, at: usize, key: &str, value: String) {
    change(form, name, |all| {
        if let Some(row) = all.get_mut(at) {
            row[key] = super::or_null(value);
        }
    });
}

fn change(form: Form, name: &str, edit: impl FnOnce(&mut Vec<Value>)) {
    let mut all = rows(form, name);
    edit(&mut all);
    form.set(name, all);
}
