//! Fields for texts that are longer than one line shows.

use domain::field::{LINE_LIMIT, Type};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::erased::{typed, words};
use crate::record::form::Form;
use crate::record::problems;

/// The text area of a field. For a field of type line it takes at most what a line may hold. `hint`
/// is the id of the text that explains it, or empty.
pub fn text_area(form: Form, name: &'static str, hint: &str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    let is_line = form.kind.field(name).is_some_and(|it| it.ty == Type::Line);
    let explained = format!("{} {hint}", problems::problem_id(name));
    view! {
        <textarea
            autocomplete="off"
            class="ds-input"
            id=problems::id_of(name)
            rows="4"
            maxlength=is_line.then(|| LINE_LIMIT.to_string())
            aria-describedby=explained.trim_end().to_owned()
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(move |it| form.set(name, or_null(it)))
        ></textarea>
    }
    .into_any()
}

/// The typed text in stored form: `null` if it is empty.
pub fn or_null(typed: String) -> Value {
    if typed.is_empty() { Value::Null } else { Value::from(typed) }
}
