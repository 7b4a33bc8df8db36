//! Records in roles: a resident's contacts, each with a role.

use domain::choice::Choices;
use domain::kinds::ContactRole;
use domain::views::Page;
use domain::{Id, Partner};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::query::Answer;
use crate::kit::erased::{dynamic, effect, press, typed};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tn};
use crate::record::fields::links::{make, option, options, records};
use crate::record::form::Form;
use crate::record::problems;
use crate::record::values::choice;

/// The rows of a field, each a record and its role.
pub fn roles(
    form: Form,
    name: &'static str,
    kind: &'static str,
    choices: &'static Choices,
) -> AnyView {
    let count = Memo::new(move |_| form.rows(name).len());
    let lines =
        move || (0..count.get()).map(|at| row(form, name, kind, choices, at)).collect_view();
    let add = press(move || {
        let mut all = form.rows(name);
        all.push(json!({ "who": null, "role": null }));
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
                        {t("form-add-contact")}
                    </button>
                    {make(form, name, kind)}
                </div>
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

/// One side of a row: the record or its role.
pub fn part(form: Form, name: &'static str, at: usize, key: &'static str) -> Memo<String> {
    Memo::new(move |_| {
        form.rows(name).get(at).and_then(|it| it[key].as_str()).unwrap_or_default().to_owned()
    })
}

/// The roles to choose from.
pub fn role_options(
    form: Form,
    name: &'static str,
    choices: &'static Choices,
    at: usize,
) -> AnyView {
    let role = part(form, name, at, "role");
    dynamic(move || {
        let chosen = role.get();
        let words = |it: &&str| ((*it).to_owned(), label(choices.name, it));
        let none = chosen.is_empty().then(|| option((String::new(), t("form-none")), ""));
        let all = choices.values.iter().map(|it| option(words(it), &chosen)).collect_view();
        view! { {none} {all} }
    })
}

fn row(
    form: Form,
    name: &'static str,
    kind: &'static str,
    choices: &'static Choices,
    at: usize,
) -> AnyView {
    let who = part(form, name, at, "who");
    let answer = records(kind);
    guess_role(form, name, at, answer);
    let people = move || {
        let chosen = who.get();
        let all = options(form, &[answer], std::slice::from_ref(&chosen));
        all.into_iter().map(|it| option(it, &chosen)).collect_view()
    };
    let number = i64::try_from(at + 1).unwrap_or_default();
    let remove = press(move || change(form, name, |all| drop(all.remove(at))));
    view! {
        <div class="role">
            <select
                autocomplete="off"
                class="ds-input"
                aria-label=tn("form-contact-role", number)
                on:change=typed(move |it| put(form, name, at, "role", it))
            >
                {role_options(form, name, choices, at)}
            </select>
            <select
                autocomplete="off"
                class="ds-input"
                aria-label=tn("form-contact-who", number)
                on:change=typed(move |it| put(form, name, at, "who", it))
            >
                <option value="">{t("form-none")}</option>
                {dynamic(people)}
            </select>
            <button type="button" class="round" aria-label=tn("form-contact-remove", number) on:click=remove>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}

/// Sets the role that the chosen partner mostly has, unless the user has chosen one. A role that
/// was guessed for another partner is guessed again.
fn guess_role(form: Form, name: &'static str, at: usize, partners: Answer<Page>) {
    let (who, role) = (part(form, name, at, "who"), part(form, name, at, "role"));
    let guessed = StoredValue::new("");
    effect(move || {
        let (said, chosen) = (role.get(), who.get().parse().ok());
        let chosen = chosen.filter(|_| said == guessed.get_value());
        let guess = |partner: Id| {
            let page = partners.with(|it| it.as_ref()?.as_ref().ok().cloned())?;
            let entry = page.entries.into_iter().find(|it| it.id == partner)?;
            Some(ContactRole::likely(choice(&entry, Partner::SORT)).name())
        };
        if let Some(guess) = chosen.and_then(guess).filter(|it| *it != said) {
            guessed.set_value(guess);
            put(form, name, at, "role", guess.to_owned());
        }
    });
}

/// Puts a value into one side of a row.
pub fn put(form: Form, name: &str, at: usize, key: &str, value: String) {
    change(form, name, |all| {
        if let Some(row) = all.get_mut(at) {
            row[key] = crate::record::fields::or_null(value);
        }
    });
}

fn change(form: Form, name: &str, edit: impl FnOnce(&mut Vec<Value>)) {
    let mut all = form.rows(name);
    edit(&mut all);
    form.set(name, all);
}
