//! Fields with values to tap: a chip for each.

use domain::choice::Choices;
use leptos::prelude::*;

use crate::kit::chip::chip;
use crate::kit::lists;
use crate::kit::text::label;
use crate::record::form::Form;
use crate::record::problems;

/// A field with one value of a list; tapping the chosen one again empties it.
pub fn one_of(form: Form, field: &'static str, choices: &'static Choices) -> AnyView {
    let chips = values(choices, &[untrack(|| form.text(field))]).into_iter().map(|value| {
        let (words, own) = (label(choices.name, &value), value.clone());
        let on = move || form.text(field) == own;
        chip(words, None, on, move || form.choose(field, &value))
    });
    group(form, field, chips.collect_view().into_any())
}

/// A field with any values of a list.
pub fn any_of(form: Form, field: &'static str, choices: &'static Choices) -> AnyView {
    let chips = values(choices, &untrack(|| form.list(field))).into_iter().map(|value| {
        let (words, own) = (label(choices.name, &value), value.clone());
        let on = move || form.list(field).contains(&own);
        chip(words, None, on, move || form.toggle(field, &value))
    });
    group(form, field, chips.collect_view().into_any())
}

/// The values that are offered, and those that the field has.
pub fn values(choices: &Choices, chosen: &[String]) -> Vec<String> {
    let mut all = lists::offered(choices);
    let others = chosen.iter().filter(|it| !it.is_empty() && !all.contains(it));
    let others: Vec<_> = others.cloned().collect();
    all.extend(others);
    all
}

/// A group of chips under the name of its field, with the field's problems.
pub fn group(form: Form, field: &'static str, chips: AnyView) -> AnyView {
    let legend = problems::legend(form, field);
    view! {
        <fieldset
            class="group"
            id=problems::id_of(field)
            tabindex="-1"
            aria-describedby=problems::problem_id(field)
        >
            <legend>{legend}</legend>
            <div class="chips">{chips}</div>
            {problems::under(form, field)}
        </fieldset>
    }
    .into_any()
}
