//! An amount of money.

use domain::amount;
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::erased::{effect, typed, words};
use crate::kit::format;
use crate::record::fields::or_null;
use crate::record::form::Form;
use crate::record::problems;

/// The field. It is written as typed while the user types. A text that is no amount stays, and the check
/// reports it.
pub fn money(form: Form, name: &'static str) -> AnyView {
    let text = RwSignal::new(String::new());
    effect(move || {
        let stands = form.value(name);
        if stored(&text.get_untracked()) != stands {
            text.set(written(&stands));
        }
    });
    let put = move |typed: String| {
        let value = stored(&typed);
        text.set(typed);
        form.set(name, value);
    };
    view! {
        <span class="amount">
            <input
                class="ds-input short"
                id=problems::id_of(name)
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=problems::problem_id(name)
                aria-invalid=words(move || problems::is_wrong(form, name).to_string())
                prop:value=text
                on:input=typed(put)
            />
            " kr"
        </span>
    }
    .into_any()
}

/// The value of a typed text: the amount, or the text if it is none.
fn stored(text: &str) -> Value {
    amount::read(text).map_or_else(|| or_null(text.to_owned()), Value::from)
}

fn written(value: &Value) -> String {
    let text = || value.as_str().unwrap_or_default().to_owned();
    value.as_i64().map_or_else(text, format::plain_amount)
}
