//! The browser's `Intl`. A formatter takes far longer to make than to use, and a list needs one for
//! every row, so each is made once.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDateTime;
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, date: &Date) -> Result<String, JsValue>;
    #[wasm_bindgen(static_method_of = DateTimeFormat, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported(locale: &str) -> Result<Array, JsValue>;

    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;
}

type Made<T> = RefCell<HashMap<String, T>>;

thread_local! {
    static DATES: Made<DateTimeFormat> = RefCell::default();
    static LANGUAGES: Made<DisplayNames> = RefCell::default();
}

/// Whether the browser knows a language. It writes an unknown language as its own.
pub fn knows(locale: &str) -> bool {
    DateTimeFormat::supported(locale).is_ok_and(|it| it.length() > 0)
}

/// A local time in a language, with the given fields; an empty field is left out.
pub fn date(locale: &str, local: NaiveDateTime, fields: &[(&str, &str)]) -> Option<String> {
    // Joined by hand, because the build for browsers leaves out what `{:?}` would write.
    let key = fields.iter().fold(locale.to_owned(), |key, (name, value)| key + name + value);
    let format = once(&DATES, key, || {
        DateTimeFormat::new(locale, &options(&[fields, &[("timeZone", "UTC")]].concat()))
    });
    // Written as if it were UTC, so that the browser's own zone has no effect.
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let millis = local.and_utc().timestamp_millis() as f64;
    format.ok()?.format(&Date::new(&millis.into())).ok()
}

/// The name of a language in another.
pub fn language(locale: &str, tag: &str) -> Option<String> {
    let options = || options(&[("type", "language")]);
    let names = once(&LANGUAGES, locale.to_owned(), || DisplayNames::new(locale, &options()));
    names.ok()?.of(tag).ok()?
}

fn once<T: Clone>(
    all: &'static std::thread::LocalKey<Made<T>>,
    key: String,
    make: impl FnOnce() -> Result<T, JsValue>,
) -> Result<T, JsValue> {
    if let Some(known) = all.with_borrow(|it| it.get(&key).cloned()) {
        return Ok(known);
    }
    let new = make()?;
    all.with_borrow_mut(|it| it.insert(key, new.clone()));
    Ok(new)
}

fn options(fields: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options.into()
}
