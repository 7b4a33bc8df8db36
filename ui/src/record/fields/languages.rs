//! Languages to choose from, named in the language of the interface.

use leptos::prelude::*;

use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, typed};
use crate::kit::format::{self, LANGUAGES};
use crate::kit::text::t;
use crate::record::chips::group;
use crate::record::form::Form;
use crate::record::problems;

/// One language.
pub fn one(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    let options = move || {
        let chosen = value.get();
        choices(std::slice::from_ref(&chosen))
            .into_iter()
            .map(|tag| option(tag, &chosen))
            .collect_view()
    };
    view! {
        <select
            autocomplete="off"
            class="ds-input"
            id=problems::id_of(name)
            aria-describedby=problems::problem_id(name)
            on:change=typed(move |it| form.set(name, crate::record::fields::or_null(it)))
        >
            <option value="">{t("form-none")}</option>
            {dynamic(options)}
        </select>
    }
    .into_any()
}

fn option(tag: String, chosen: &str) -> AnyView {
    let selected = tag == chosen;
    let name = format::capital(&format::language(&tag));
    view! { <option value=tag selected=selected>{name}</option> }.into_any()
}

/// Any number of languages, in the order they were chosen: mother tongue first.
pub fn many(form: Form, name: &'static str) -> AnyView {
    let tags = Memo::new(move |_| choices(&form.list(name)));
    let chips = move || tags.get().into_iter().map(|tag| toggle(form, name, tag)).collect_view();
    group(form, name, dynamic(chips))
}

fn toggle(form: Form, name: &'static str, tag: String) -> AnyView {
    let own = tag.clone();
    let on = move || form.list(name).contains(&own);
    chip(format::capital(&format::language(&tag)), None, on, move || form.toggle(name, &tag))
}

/// The usual languages, and those that the field has already.
fn choices(present: &[String]) -> Vec<String> {
    let mut all: Vec<String> = LANGUAGES.iter().map(|it| (*it).to_owned()).collect();
    let new = |it: &&String| !it.is_empty() && !LANGUAGES.contains(&it.as_str());
    all.extend(present.iter().filter(new).cloned());
    all
}
