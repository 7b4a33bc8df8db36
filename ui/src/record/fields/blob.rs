//! A file that belongs to a record: its name and size, and a way to take it out.

use domain::field::composite::{NAME, SIZE};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::erased::{dynamic, press};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, tv};
use crate::record::form::Form;
use crate::record::history::values::file;
use crate::record::problems;

/// The field; nothing while there is no file.
pub fn blob(form: Form, name: &'static str) -> AnyView {
    let shown = move || {
        let value = form.value(name);
        let called = value[NAME].as_str().unwrap_or_default().to_owned();
        let take_out = press(move || form.set(name, Value::Null));
        value[SIZE].as_u64().map(|_| {
            view! {
                <div class="ds-field" id=problems::id_of(name) tabindex="-1">
                    <span class="ds-label">{label(form.kind.name, name)}</span>
                    <p class="with-new">
                        {file(&value)}
                        <button type="button" class="round" aria-label=tv("form-file-remove", &[("name", &called)]) on:click=take_out>
                            {icon(Icon::Close)}
                        </button>
                    </p>
                    {problems::under(form, name)}
                </div>
            }
        })
    };
    dynamic(shown)
}
