//! Residents to point to: the faces one meets most first.

use domain::calls::Suggest;
use domain::views::Suggestion;
use leptos::prelude::*;

use crate::api;
use crate::components::person_field::PersonField;
use crate::form::Form;
use crate::lean::task;

/// The residents in a field.
pub fn residents(form: Form, field: &'static str) -> AnyView {
    let suggestion = RwSignal::new(Suggestion::default());
    task(async move {
        let _ = suggestion.try_set(api::call(Suggest {}).await.unwrap_or_default());
    });
    view! { <PersonField form field suggestion /> }.into_any()
}
