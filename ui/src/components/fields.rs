//! A field of any kind of record as something to fill in, by its type alone.

mod languages;
mod links;
mod roles;

pub use links::called;

use domain::Kind;
use domain::field::{Field, Type};
use leptos::prelude::*;
use serde_json::Value;

use crate::components::chips::{any_of, one_of};
use crate::components::problems;
use crate::form::Form;
use crate::format;
use crate::lean::{ticked, typed, words};
use crate::text::t;

/// The name of a kind.
pub fn name_of(kind: &Kind) -> String {
    t(kind.name)
}

/// The field.
pub fn field(form: Form, field: &'static Field) -> AnyView {
    let name = field.name;
    match field.ty {
        Type::Line => labelled(form, name, line(form, name)),
        Type::Text => labelled(form, name, text(form, name)),
        Type::Moment => labelled(form, name, moment(form, name)),
        Type::Day => labelled(form, name, input(form, name, "date", "")),
        Type::Number { .. } => labelled(form, name, number(form, name)),
        Type::Flag => flag(form, name),
        Type::Choice(choices) => one_of(form, name, choices),
        Type::Choices(choices) => any_of(form, name, choices),
        Type::Link(kind) => labelled(form, name, links::one(form, name, kind)),
        Type::Links(kind) => links::many(form, name, kind),
        Type::Language => labelled(form, name, languages::one(form, name)),
        Type::Languages => languages::many(form, name),
        Type::Roles(kind, roles) => roles::roles(form, name, kind, roles),
    }
}

/// A control under its label, over what is wrong with it.
fn labelled(form: Form, name: &'static str, control: AnyView) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for=problems::id_of(name)>{problems::legend(form, name)}</label>
            {control}
            {problems::under(form, name)}
        </div>
    }
    .into_any()
}

fn line(form: Form, name: &'static str) -> AnyView {
    match name {
        "phone" => input(form, name, "tel", "tel"),
        "email" => input(form, name, "email", "email"),
        _ => input(form, name, "text", "text"),
    }
}

fn input(form: Form, name: &'static str, kind: &'static str, mode: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    view! {
        <input
            class="ds-input"
            id=problems::id_of(name)
            type=kind
            inputmode=mode
            autocomplete="off"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(move |it| form.set(name, or_null(it)))
        />
    }
    .into_any()
}

fn text(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    view! {
        <textarea
            class="ds-input"
            id=problems::id_of(name)
            rows="4"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(move |it| form.set(name, or_null(it)))
        ></textarea>
    }
    .into_any()
}

fn moment(form: Form, name: &'static str) -> AnyView {
    let value =
        Memo::new(move |_| form.text(name).parse().map(format::to_input).unwrap_or_default());
    let put = move |typed: String| {
        let at = format::from_input(&typed).map(format::stored);
        form.set(name, at.map_or(Value::Null, Value::from));
    };
    view! {
        <input
            class="ds-input"
            id=problems::id_of(name)
            type="datetime-local"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:change=typed(put)
        />
    }
    .into_any()
}

fn number(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    // What isn't a number stays as it was typed; the check says so, and nothing is lost.
    let put = move |typed: String| {
        let number = typed.trim().parse::<i64>().map(Value::from);
        form.set(name, number.unwrap_or_else(|_| or_null(typed)));
    };
    view! {
        <input
            class="ds-input short"
            id=problems::id_of(name)
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(put)
        />
    }
    .into_any()
}

fn flag(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.value(name) == Value::Bool(true));
    view! {
        <div class="ds-field flag">
            <input
                class="ds-input"
                id=problems::id_of(name)
                type="checkbox"
                prop:checked=value
                on:change=ticked(move |it| form.set(name, it))
            />
            <label class="ds-label" for=problems::id_of(name)>
                {crate::text::label(form.kind.name, name)}
            </label>
        </div>
    }
    .into_any()
}

fn or_null(typed: String) -> Value {
    if typed.is_empty() { Value::Null } else { Value::from(typed) }
}
