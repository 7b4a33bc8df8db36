//! What the interface asks this module: files as bytes, all else as JSON.

use domain::sheet::Flaw;
use domain::views::Page;
use domain::{Fault, Kind, Zone, kind};
use tables::{Asked, Format, Way};
use wasm_bindgen::prelude::*;

/// Reads a file as records of a kind, on that day, by the clock of a zone as JSON. Answers with a sheet, or throws a flaw.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str, today: &str, zone: &str) -> Result<String, JsValue> {
    let (today, zone) = (today.parse().map_err(thrown)?, clock(zone)?);
    let asked = Asked { kind: known(name)?, today, zone: &zone, year: None };
    let flawed = |flaw: Flaw| serde_json::to_string(&flaw).unwrap_or_default();
    let sheet = tables::read(bytes, &asked).map_err(|flaw| JsValue::from(flawed(flaw)))?;
    serde_json::to_string(&sheet).map_err(thrown)
}

/// Writes what an export answered with as a file, whose format is told by how its name ends.
#[wasm_bindgen]
pub fn write(
    reply: &str,
    name: &str,
    ending: &str,
    locale: &str,
    zone: &str,
) -> Result<Vec<u8>, JsValue> {
    let format = Format::of(ending).ok_or(JsValue::UNDEFINED)?;
    let reply: Result<Page, Fault> = serde_json::from_str(reply).map_err(thrown)?;
    let page = reply.map_err(thrown)?;
    tables::write(known(name)?, &page, &Way { format, locale, zone: &clock(zone)? }).map_err(thrown)
}

/// Writes rows of text as a file, the first one the heading.
#[wasm_bindgen]
pub fn write_rows(title: &str, rows: &str, ending: &str) -> Result<Vec<u8>, JsValue> {
    let format = Format::of(ending).ok_or(JsValue::UNDEFINED)?;
    let rows: Vec<Vec<String>> = serde_json::from_str(rows).map_err(thrown)?;
    tables::write_rows(title, &rows, format).map_err(thrown)
}

fn clock(zone: &str) -> Result<Zone, JsValue> {
    serde_json::from_str(zone).map_err(thrown)
}

fn known(name: &str) -> Result<&'static Kind, JsValue> {
    kind(name).ok_or(JsValue::UNDEFINED)
}

fn thrown(error: impl std::fmt::Display) -> JsValue {
    error.to_string().into()
}
