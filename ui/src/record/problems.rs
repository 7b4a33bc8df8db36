//! The problems of a form: a list on top that takes focus, and the text under each field.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{self, label, t};
use crate::record::form::Form;

const SUMMARY: &str = "error-summary";

/// The id of the element that takes focus for a field.
pub fn id_of(field: &str) -> String {
    format!("field-{field}")
}

/// The id of the text under a field.
pub fn problem_id(field: &str) -> String {
    format!("problem-{field}")
}

/// The name of a field, and whether it may be left empty.
pub fn legend(form: Form, field: &'static str) -> AnyView {
    let optional = form.kind.field(field).is_some_and(|it| !it.required && !it.ruled);
    let optional = optional.then(|| view! { <em>{t("form-optional")}</em> });
    view! { {label(form.kind.name, field)} {optional} }.into_any()
}

/// Whether a field has a problem.
pub fn is_wrong(form: Form, field: &str) -> bool {
    form.issues.with(|it| it.iter().any(|issue| issue.field == field))
}

/// The problems of a field, under it.
pub fn under(form: Form, field: &'static str) -> AnyView {
    let lines = move || {
        let issues = form.issues.get();
        let here = issues.iter().filter(|it| it.field == field);
        here.map(|it| {
            view! { <span>{icon(Icon::Warning)} {text::problem(&it.problem)}</span> }.into_any()
        })
        .collect_view()
    };
    view! { <p class="problem" id=problem_id(field)>{dynamic(lines)}</p> }.into_any()
}

/// The list of all problems, each with a link to its field.
pub fn summary(form: Form) -> AnyView {
    let lines =
        move || form.issues.with(|issues| issues.iter().map(|it| line(form, it)).collect_view());
    let any = Memo::new(move |_| form.issues.with(|it| !it.is_empty()));
    let show = move || {
        any.get().then(|| {
            view! {
                <div class="ds-error-summary" id=SUMMARY tabindex="-1" data-color="danger">
                    <h2>{t("form-problems")}</h2>
                    <ul>{dynamic(lines)}</ul>
                </div>
            }
        })
    };
    dynamic(show)
}

/// Moves focus to the list, after a save that was refused.
pub fn focus_summary() {
    request_animation_frame(|| focus(SUMMARY));
}

fn line(form: Form, issue: &domain::Issue) -> AnyView {
    let name = label(form.kind.name, &issue.field);
    let words = format!("{name}: {}", text::problem(&issue.problem));
    let target = id_of(&issue.field);
    let href = format!("#{target}");
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus(&target);
    };
    view! { <li><a href=href on:click=go>{words}</a></li> }.into_any()
}

/// Moves focus to an element.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Moves focus to an input and selects its text, so that typing replaces it.
pub fn select(id: &str) {
    focus(id);
    let input =
        document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        input.select();
    }
}
