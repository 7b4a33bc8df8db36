//! Reading and writing files. The module for it is large and seldom needed, so it is fetched on
//! first use: `static/tables/files.js` and the module beside it.

use domain::calls::Export;
use domain::sheet::{FILE_LIMIT, Flaw, Sheet};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::app::api;
use crate::kit::text::{self, t, tv};
use crate::kit::{clock, format};

#[wasm_bindgen]
extern "C" {
    type Files;

    #[wasm_bindgen(js_namespace = window, catch)]
    async fn files() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn read(
        this: &Files,
        file: &JsValue,
        kind: &str,
        today: &str,
        zone: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn save(
        this: &Files,
        reply: &str,
        kind: &str,
        name: &str,
        locale: &str,
        zone: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = saveRows)]
    async fn save_rows(
        this: &Files,
        title: &str,
        rows: &str,
        name: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, js_name = saveBytes)]
    fn save_bytes(this: &Files, bytes: &JsValue, name: &str);
}

/// The file in an event, at the end of a path such as `target.files.0`.
pub fn in_event(event: &JsValue, path: &str) -> Option<JsValue> {
    let file = path.split('.').fold(event.clone(), |it, key| at(&it, key));
    file.is_object().then_some(file)
}

/// The name of a file.
pub fn name(file: &JsValue) -> String {
    at(file, "name").as_string().unwrap_or_default()
}

/// The text in a file.
pub async fn text_of(file: &JsValue) -> String {
    let read = at(file, "text").dyn_into::<Function>().and_then(|it| it.call0(file));
    let read = match read.and_then(JsCast::dyn_into::<Promise>) {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or_default(),
        Err(_) => JsValue::UNDEFINED,
    };
    read.as_string().unwrap_or_default()
}

/// The bytes in a file.
pub async fn bytes_of(file: &JsValue) -> JsValue {
    let read = at(file, "arrayBuffer").dyn_into::<Function>().and_then(|it| it.call0(file));
    match read.and_then(JsCast::dyn_into::<Promise>) {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or_default(),
        Err(_) => JsValue::UNDEFINED,
    }
}

/// How many bytes a file has.
pub fn size(file: &JsValue) -> f64 {
    at(file, "size").as_f64().unwrap_or(f64::MAX)
}

/// Reads a file as records of a kind, or returns the reason why it can't be, in words.
pub async fn table(file: &JsValue, kind: &str) -> Result<Sheet, String> {
    let most = u32::try_from(FILE_LIMIT).map_or(f64::MAX, f64::from);
    if size(file) > most {
        return Err(flaw(&Flaw::TooLarge { most: FILE_LIMIT >> 20 }));
    }
    let today = format::today().to_string();
    let sheet = fetched().await?.read(file, kind, &today, &zone()).await.map_err(|it| said(&it))?;
    serde_json::from_str(&sheet.as_string().unwrap_or_default()).map_err(|it| it.to_string())
}

/// Saves all records of a kind as a file, in the language of the interface, and returns its name.
pub async fn hand_out(kind: &'static str, ending: &str) -> Result<String, String> {
    let reply = api::ask(api::request(Export { kind: kind.to_owned() })).await;
    let reply = reply.map_err(|it| text::fault(&it))?;
    api::read::<Export>(&reply).map_err(|it| text::fault(&it))?;
    let name = format!("{}-{}.{ending}", format::small(&t(kind)), format::today());
    let saved = fetched().await?.save(&reply, kind, &name, text::locale(), &zone()).await;
    saved.map(|_| name).map_err(|it| said(&it))
}

/// Saves rows of text as a file; the first row is the heading.
pub async fn hand_out_rows(title: &str, rows: &[Vec<String>], name: &str) -> Result<(), String> {
    let rows = serde_json::to_string(rows).unwrap_or_default();
    let saved = fetched().await?.save_rows(title, &rows, name).await;
    saved.map(drop).map_err(|it| said(&it))
}

/// Saves bytes as a file.
pub async fn hand_out_bytes(bytes: &JsValue, name: &str) -> Result<(), String> {
    fetched().await?.save_bytes(bytes, name);
    Ok(())
}

/// The site's zone, in the form that the module takes.
fn zone() -> String {
    clock::with_zone(|it| serde_json::to_string(it).unwrap_or_default())
}

async fn fetched() -> Result<Files, String> {
    let files = files().await.map_err(|_| t("exchange-not-fetched"))?;
    Ok(files.unchecked_into())
}

fn at(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap_or_default()
}

/// The words for an error: a flaw of the file, or that the module could not be fetched.
fn said(thrown: &JsValue) -> String {
    let known = thrown.as_string().and_then(|it| serde_json::from_str(&it).ok());
    known.map_or_else(|| t("exchange-not-fetched"), |it| flaw(&it))
}

/// Why a file can't be imported, in words.
fn flaw(flaw: &Flaw) -> String {
    let code: &str = flaw.into();
    let value = match flaw {
        Flaw::OtherTable { headings } => headings.join(", "),
        Flaw::OpenQuote { row } => row.to_string(),
        Flaw::TooLarge { most } | Flaw::TooManyRows { most } => most.to_string(),
        _ => String::new(),
    };
    let named = ["headings", "row", "most"].map(|it| (it, value.as_str()));
    tv(&format!("flaw-{code}"), &named)
}
