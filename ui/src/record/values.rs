//! What stands in the fields of a record. Read one by one rather than as the typed kinds, since
//! those bring their checks with them, which are the core's; and so values of a newer version show.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use domain::Resident;
use domain::entry::Entry;
use domain::kind::Order;
use serde_json::Value;

use crate::record::form::Names;

/// The text in a field, or nothing.
pub fn text<'a>(entry: &'a Entry, field: &str) -> &'a str {
    entry.fields.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The text in a field that is filled in.
pub fn filled<'a>(entry: &'a Entry, field: &str) -> Option<&'a str> {
    Some(text(entry, field)).filter(|it| !it.is_empty())
}

/// The choice in a field, unless it is empty or only a newer version knows it.
pub fn choice<T: FromStr>(entry: &Entry, field: &str) -> Option<T> {
    text(entry, field).parse().ok()
}

/// The elements of a field that holds a list.
pub fn list<'a>(entry: &'a Entry, field: &str) -> impl Iterator<Item = &'a Value> {
    entry.fields.get(field).and_then(Value::as_array).into_iter().flatten()
}

/// The texts in a field that holds a list, also those only a newer version knows.
pub fn texts<'a>(entry: &'a Entry, field: &str) -> impl Iterator<Item = &'a str> {
    list(entry, field).filter_map(Value::as_str)
}

/// The moment that orders the records of a kind; nothing where that is a day.
pub fn when(entry: &Entry) -> Option<DateTime<Utc>> {
    let kind = domain::kind(&entry.kind).filter(|it| !it.is_by_day())?;
    let Order::When(field) = kind.order else { return None };
    text(entry, field).parse().ok()
}

/// What to call a resident among others, as the core says it.
pub fn called(entry: &Entry, names: &Names) -> String {
    names.get(&entry.id).cloned().unwrap_or_else(|| text(entry, Resident::NAME).to_owned())
}
