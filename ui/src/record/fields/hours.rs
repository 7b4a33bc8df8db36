//! Hours on days of the week: a line for each day, with the next day proposed.

use domain::field::composite::{DAY, FROM, TO};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::kit::date_field::{self, What};
use crate::kit::erased::{dynamic, press, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn, tv};
use crate::record::fields::links::option;
use crate::record::form::Form;
use crate::record::problems;

/// The hours that are proposed first: those of the team in the first building.
const USUAL: [&str; 2] = ["08:00", "15:30"];

/// The field.
pub fn hours(form: Form, name: &'static str) -> AnyView {
    let count = Memo::new(move |_| form.rows(name).len());
    let lines = move || (0..count.get()).map(|at| line(form, name, at)).collect_view();
    let add = press(move || {
        let mut all = form.rows(name);
        all.push(next(all.last()));
        form.set(name, all);
    });
    view! {
        <fieldset class="group" id=problems::id_of(name) tabindex="-1" aria-describedby=problems::problem_id(name)>
            <legend>{problems::legend(form, name)}</legend>
            <div class="stack">
                {dynamic(lines)}
                <div class="with-new">
                    <button type="button" class="ds-button" data-variant="secondary" on:click=add>
                        {icon(Icon::Plus)}
                        {t("form-add-hours")}
                    </button>
                </div>
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

/// The day after the last one, with the same hours.
fn next(last: Option<&Value>) -> Value {
    let [from, to] = USUAL;
    let Some(last) = last else { return json!({ DAY: 1, FROM: from, TO: to }) };
    let day = last[DAY].as_u64().unwrap_or_default() % 7 + 1;
    json!({ DAY: day, FROM: last[FROM], TO: last[TO] })
}

fn line(form: Form, name: &'static str, at: usize) -> AnyView {
    let day = Memo::new(move |_| part(form, name, at, DAY).as_u64().unwrap_or_default());
    let days = move || {
        let chosen = day.get().to_string();
        let one =
            |it: u64| option((it.to_string(), format::capital(&format::weekday(it))), &chosen);
        (1..=7).map(one).collect_view()
    };
    let remove = press(move || change(form, name, |all| drop(all.remove(at))));
    let choose = typed(move |it: String| put(form, name, at, DAY, it.parse::<u64>().ok().into()));
    view! {
        <div class="hours-line">
            <select autocomplete="off" class="ds-input" aria-label=tn("form-hours-day", number(at)) on:change=choose>{dynamic(days)}</select>
            {time(form, name, at, FROM, "form-hours-from")}
            {time(form, name, at, TO, "form-hours-to")}
            <button type="button" class="round" aria-label=words(move || tv("form-hours-remove", &[("day", &format::weekday(day.get()))])) on:click=remove>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}

fn time(form: Form, name: &'static str, at: usize, key: &'static str, label: &str) -> AnyView {
    let field = date_field::Field {
        what: What::Time,
        id: format!("{}-{at}-{key}", problems::id_of(name)),
        label: Some(tn(label, number(at))),
        described: problems::problem_id(name),
        wrong: Signal::derive(move || problems::is_wrong(form, name)),
        value: Signal::derive(move || {
            part(form, name, at, key).as_str().unwrap_or_default().to_owned()
        }),
    };
    let read = move |typed: String, _: bool| {
        let value = What::Time.read(&typed).unwrap_or(typed);
        put(form, name, at, key, crate::record::fields::or_null(value));
    };
    date_field::field(field, read)
}

/// The number of a line, from one.
fn number(at: usize) -> i64 {
    i64::try_from(at + 1).unwrap_or_default()
}

fn part(form: Form, name: &str, at: usize, key: &str) -> Value {
    form.rows(name).get(at).map(|it| it[key].clone()).unwrap_or_default()
}

fn put(form: Form, name: &str, at: usize, key: &str, value: Value) {
    change(form, name, |all| {
        if let Some(row) = all.get_mut(at) {
            row[key] = value;
        }
    });
}

fn change(form: Form, name: &str, edit: impl FnOnce(&mut Vec<Value>)) {
    let mut all = form.rows(name);
    edit(&mut all);
    form.set(name, all);
}
