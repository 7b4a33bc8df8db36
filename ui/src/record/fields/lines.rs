//! Lines with an id: steps with a day and a tick, and the lines of an agenda.

use domain::field::composite::{DAY, DONE, ID, RECORD, TEXT};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::new_id::new_id;
use crate::kit::date_field::{self, What};
use crate::kit::erased::{dynamic, press, ticked, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn};
use crate::record::fields::or_null;
use crate::record::form::Form;
use crate::record::{problems, row};

/// The parts of a line beside its text.
type Beside = fn(Form, &'static str, usize) -> AnyView;

/// Steps: each with a tick, a text and a day.
pub fn steps(form: Form, name: &'static str) -> AnyView {
    lines(form, name, "form-add-step", step_day, step_tick)
}

/// The lines of an agenda: each a text, and the record that it is about.
pub fn agenda(form: Form, name: &'static str) -> AnyView {
    lines(form, name, "form-add-line", about, |_, _, _| ().into_any())
}

fn lines(
    form: Form,
    name: &'static str,
    add_words: &'static str,
    after: Beside,
    before: Beside,
) -> AnyView {
    let count = Memo::new(move |_| form.rows(name).len());
    let all = move || {
        let line = |at| line(form, name, at, before(form, name, at), after(form, name, at));
        (0..count.get()).map(line).collect_view()
    };
    let add = press(move || {
        let mut all = form.rows(name);
        all.push(json!({ ID: new_id(), TEXT: "" }));
        form.set(name, all);
    });
    view! {
        <fieldset class="group" id=problems::id_of(name) tabindex="-1" aria-describedby=problems::problem_id(name)>
            <legend>{problems::legend(form, name)}</legend>
            <div class="stack">
                {dynamic(all)}
                <div class="with-new">
                    <button type="button" class="ds-button" data-variant="secondary" on:click=add>
                        {icon(Icon::Plus)}
                        {t(add_words)}
                    </button>
                </div>
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

fn line(form: Form, name: &'static str, at: usize, before: AnyView, after: AnyView) -> AnyView {
    let text = Memo::new(move |_| part(form, name, at, TEXT));
    let number = i64::try_from(at + 1).unwrap_or_default();
    let remove = press(move || change(form, name, |all| drop(all.remove(at))));
    view! {
        <div class="line">
            {before}
            <input
                class="ds-input"
                type="text"
                autocomplete="off"
                aria-label=tn("form-line", number)
                aria-invalid=words(move || problems::is_wrong(form, name).to_string())
                prop:value=text
                on:input=typed(move |it| put(form, name, at, TEXT, it.into()))
            />
            {after}
            <button type="button" class="round" aria-label=tn("form-line-remove", number) on:click=remove>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}

/// The box that says that a step was taken, today.
fn step_tick(form: Form, name: &'static str, at: usize) -> AnyView {
    let done = Memo::new(move |_| !part(form, name, at, DONE).is_empty());
    let number = i64::try_from(at + 1).unwrap_or_default();
    let tick = ticked(move |on| {
        let day = if on { format::today().to_string().into() } else { Value::Null };
        put(form, name, at, DONE, day);
    });
    view! {
        <input type="checkbox" class="ds-input" aria-label=tn("form-step-done", number) prop:checked=done on:change=tick />
    }
    .into_any()
}

fn step_day(form: Form, name: &'static str, at: usize) -> AnyView {
    let number = i64::try_from(at + 1).unwrap_or_default();
    let field = date_field::Field {
        what: What::Day,
        id: format!("{}-{at}", problems::id_of(name)),
        label: Some(tn("form-step-day", number)),
        described: problems::problem_id(name),
        wrong: Signal::derive(move || problems::is_wrong(form, name)),
        value: Signal::derive(move || part(form, name, at, DAY)),
    };
    let read = move |typed: String, _: bool| {
        put(form, name, at, DAY, or_null(What::Day.read(&typed).unwrap_or(typed)));
    };
    date_field::field(field, read)
}

/// The name of the record that a line is about.
fn about(form: Form, name: &'static str, at: usize) -> AnyView {
    let called = move || {
        let id = part(form, name, at, RECORD);
        let called = || form.names.with(|it| row::name_or_someone(it, &id));
        (!id.is_empty()).then(|| view! { <span class="quiet">{called()}</span> })
    };
    dynamic(called)
}

fn part(form: Form, name: &str, at: usize, key: &str) -> String {
    let rows = form.rows(name);
    rows.get(at).and_then(|it| it[key].as_str()).unwrap_or_default().to_owned()
}

/// Sets a part of a line; an empty one goes.
fn put(form: Form, name: &str, at: usize, key: &str, value: Value) {
    change(form, name, |all| {
        if let Some(Value::Object(line)) = all.get_mut(at) {
            line.insert(key.to_owned(), value);
            line.retain(|_, it| !it.is_null());
        }
    });
}

fn change(form: Form, name: &str, edit: impl FnOnce(&mut Vec<Value>)) {
    let mut all = form.rows(name);
    edit(&mut all);
    form.set(name, all);
}
