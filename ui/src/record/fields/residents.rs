//! Fields that point to residents: the faces of those met most come first.

use domain::calls::Suggest;
use domain::choice::Choices;
use domain::views::Suggestion;
use leptos::prelude::*;

use crate::app::api;
use crate::kit::erased::{dynamic, task, typed, words};
use crate::record::fields::person::PersonField;
use crate::record::fields::roles::{part, put, role_options};
use crate::record::form::Form;
use crate::record::problems;
use crate::record::row::name_or_someone;

/// The residents in a field; `role` is the one that each begins with, if the field has roles.
pub fn residents(form: Form, field: &'static str, role: Option<&'static str>) -> AnyView {
    let suggestion = RwSignal::new(Suggestion::default());
    task(async move {
        let _ = suggestion.try_set(api::call(Suggest {}).await.unwrap_or_default());
    });
    view! { <PersonField form field role suggestion /> }.into_any()
}

/// Residents tapped as faces, each then with a role.
pub fn in_roles(form: Form, name: &'static str, choices: &'static Choices) -> AnyView {
    let count = Memo::new(move |_| form.rows(name).len());
    let lines = move || (0..count.get()).map(|at| resident(form, name, choices, at)).collect_view();
    let role = choices.values.first().copied();
    view! { {residents(form, name, role)} <div class="stack">{dynamic(lines)}</div> }.into_any()
}

fn resident(form: Form, name: &'static str, choices: &'static Choices, at: usize) -> AnyView {
    let who = part(form, name, at, "who");
    let called = move || form.names.with(|it| name_or_someone(it, &who.get()));
    let id = format!("{}-{at}", problems::id_of(name));
    view! {
        <div class="role-of">
            <label class="ds-label" for=id.clone()>
                {words(called)}
            </label>
            <select autocomplete="off" class="ds-input" id=id on:change=typed(move |it| put(form, name, at, "role", it))>
                {role_options(form, name, choices, at)}
            </select>
        </div>
    }
    .into_any()
}
