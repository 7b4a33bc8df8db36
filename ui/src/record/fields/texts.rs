//! One text in several languages: a line for each, the reader's own first.

use domain::field::composite::{LANGUAGE, TEXT};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::kit::erased::{dynamic, typed};
use crate::kit::format::{self, LANGUAGES};
use crate::kit::text::{self, t, tv};
use crate::record::fields::links::option;
use crate::record::form::Form;
use crate::record::problems;

/// The languages that colleagues read the app in. They are always asked for.
const ASKED: [&str; 3] = ["nb", "nn", "en"];

/// The field.
pub fn texts(form: Form, name: &'static str) -> AnyView {
    let shown = Memo::new(move |_| languages(&form.rows(name)));
    let lines = move || shown.get().into_iter().map(|tag| line(form, name, tag)).collect_view();
    let others = move || {
        let shown = shown.get();
        let others = LANGUAGES.iter().filter(|it| !shown.iter().any(|tag| tag == *it));
        let one = |tag: &&str| {
            option(((*tag).to_owned(), format::capital(&format::written_language(tag))), "")
        };
        others.map(one).collect_view()
    };
    let add = typed(move |tag: String| {
        let mut all = form.rows(name);
        all.push(json!({ LANGUAGE: tag, TEXT: "" }));
        form.set(name, all);
    });
    view! {
        <fieldset class="group" id=problems::id_of(name) tabindex="-1" aria-describedby=problems::problem_id(name)>
            <legend>{problems::legend(form, name)}</legend>
            <div class="stack">
                {dynamic(lines)}
                <select autocomplete="off" class="ds-input short" aria-label=t("form-another-language") on:change=add>
                    <option value="">{t("form-another-language")}</option>
                    {dynamic(others)}
                </select>
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

/// The reader's language, the others that are asked for, and those that the field has.
fn languages(rows: &[Value]) -> Vec<String> {
    let own = text::locale();
    let asked = ASKED.iter().filter(|it| **it != own).copied();
    let mut all: Vec<String> = std::iter::once(own).chain(asked).map(str::to_owned).collect();
    for tag in rows.iter().filter_map(|it| it[LANGUAGE].as_str()) {
        if !all.iter().any(|it| it == tag) {
            all.push(tag.to_owned());
        }
    }
    all
}

fn line(form: Form, name: &'static str, tag: String) -> AnyView {
    let own = tag.clone();
    let value = Memo::new(move |_| {
        let rows = form.rows(name);
        let row = rows.iter().find(|it| it[LANGUAGE] == own.as_str());
        row.and_then(|it| it[TEXT].as_str()).unwrap_or_default().to_owned()
    });
    let called = format::capital(&format::written_language(&tag));
    let id = format!("{}-{tag}", problems::id_of(name));
    let what = tv("form-text-in", &[("language", &called)]);
    let lang = tag.clone();
    view! {
        <div class="ds-field">
            <label class="quiet" for=id.clone()>{called}</label>
            <input
                class="ds-input"
                type="text"
                id=id
                lang=lang
                aria-label=what
                aria-invalid=crate::kit::erased::words(move || problems::is_wrong(form, name).to_string())
                autocomplete="off"
                prop:value=value
                on:input=typed(move |it| put(form, name, &tag, it))
            />
        </div>
    }
    .into_any()
}

/// Sets the text of a language. An empty one goes, unless the line would go with it under the user's hands.
fn put(form: Form, name: &str, tag: &str, text: String) {
    let mut all = form.rows(name);
    let place = all.iter().position(|it| it[LANGUAGE] == tag);
    match place {
        Some(at) if text.trim().is_empty() && ASKED.contains(&tag) => drop(all.remove(at)),
        Some(at) => all[at] = json!({ LANGUAGE: tag, TEXT: text }),
        None => all.push(json!({ LANGUAGE: tag, TEXT: text })),
    }
    form.set(name, all);
}
