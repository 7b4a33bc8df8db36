//! Lines with an id: steps with a day and a tick, and the lines of an agenda.

use domain::calls::GetCases;
use domain::field::composite::{DAY, DONE, ID, RECORD, TEXT};
use domain::views::{Case, Cases};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::new_id::new_id;
use crate::app::query::{Answer, live};
use crate::kit::date_field::{self, What};
use crate::kit::erased::{dynamic, press, ticked, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn};
use crate::record::fields::links::option;
use crate::record::fields::or_null;
use crate::record::form::Form;
use crate::record::{problems, row};

/// Steps: each with a tick, a text and a day.
pub fn steps(form: Form, name: &'static str) -> AnyView {
    let (tick, day) = (move |at| step_tick(form, name, at), move |at| step_day(form, name, at));
    lines(form, name, "form-add-step", tick, day)
}

/// The lines of an agenda: each a text, and the case that it is about.
pub fn agenda(form: Form, name: &'static str) -> AnyView {
    let cases = live(|| GetCases {});
    let about = move |at| about(form, name, at, cases);
    lines(form, name, "form-add-line", |_| ().into_any(), about)
}

fn lines(
    form: Form,
    name: &'static str,
    add_words: &'static str,
    before: impl Fn(usize) -> AnyView + Send + 'static,
    after: impl Fn(usize) -> AnyView + Send + 'static,
) -> AnyView {
    let count = Memo::new(move |_| form.rows(name).len());
    let all = move || {
        let line = |at| line(form, name, at, before(at), after(at));
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

/// The case that a line is about, one of those that are open. What is chosen stays when it is closed.
fn about(form: Form, name: &'static str, at: usize, cases: Answer<Cases>) -> AnyView {
    let chosen = Memo::new(move |_| part(form, name, at, RECORD));
    let choices = move || {
        let open = cases.with(|it| it.as_ref().and_then(|it| it.as_ref().ok()).map(options));
        let (mut all, chosen) = (open.unwrap_or_default(), chosen.get());
        if !chosen.is_empty() && all.iter().all(|it| it.0 != chosen) {
            all.push((chosen.clone(), form.names.with(|it| row::name_or_someone(it, &chosen))));
        }
        all.into_iter().map(|it| option(it, &chosen)).collect_view()
    };
    let number = i64::try_from(at + 1).unwrap_or_default();
    let choose = typed(move |it| put(form, name, at, RECORD, or_null(it)));
    view! {
        <select autocomplete="off" class="ds-input" aria-label=tn("form-line-about", number) on:change=choose>
            <option value="">{t("form-none")}</option>
            {dynamic(choices)}
        </select>
    }
    .into_any()
}

fn options(cases: &Cases) -> Vec<(String, String)> {
    let called = |it: &Case| if it.title.is_empty() { t(&it.kind) } else { it.title.clone() };
    cases.open.iter().map(|it| (it.id.to_string(), called(it))).collect()
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
