//! From–to: two fields for days or for moments; the second may stay empty.

use domain::field::composite::{FROM, Precision, TO};
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::kit::date_field::{self, What};
use crate::kit::text::t;
use crate::record::fields::or_null;
use crate::record::form::Form;
use crate::record::problems;

/// The field.
pub fn period(form: Form, name: &'static str, precision: Precision) -> AnyView {
    let what = match precision {
        Precision::Day => What::Day,
        Precision::Moment => What::Moment,
    };
    view! {
        <fieldset class="group" id=problems::id_of(name) tabindex="-1" aria-describedby=problems::problem_id(name)>
            <legend>{problems::legend(form, name)}</legend>
            <div class="period">
                {end(form, name, what, FROM, "form-period-from")}
                {end(form, name, what, TO, "form-period-to")}
            </div>
            {problems::under(form, name)}
        </fieldset>
    }
    .into_any()
}

fn end(form: Form, name: &'static str, what: What, key: &'static str, label: &str) -> AnyView {
    let field = date_field::Field {
        what,
        id: format!("{}-{key}", problems::id_of(name)),
        label: Some(t(label)),
        described: problems::problem_id(name),
        wrong: Signal::derive(move || problems::is_wrong(form, name)),
        value: Signal::derive(move || {
            form.value(name)[key].as_str().unwrap_or_default().to_owned()
        }),
    };
    let put = move |typed: String, _: bool| {
        let mut ends = match form.value(name) {
            Value::Object(ends) => ends,
            _ => Map::new(),
        };
        ends.insert(key.to_owned(), or_null(what.read(&typed).unwrap_or(typed)));
        ends.retain(|_, it| !it.is_null());
        form.set(name, if ends.is_empty() { Value::Null } else { ends.into() });
    };
    view! {
        <div class="ds-field">
            <span class="quiet" aria-hidden="true">{t(label)}</span>
            {date_field::field(field, put)}
        </div>
    }
    .into_any()
}
