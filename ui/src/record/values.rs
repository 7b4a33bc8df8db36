//! The values in a record's fields. They are read one by one and not as typed kinds, because those
//! bring the core's checks with them; and so values of a newer version are shown.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use domain::Resident;
use domain::entry::Entry;
use domain::kind::Order;
use serde_json::Value;

use crate::record::form::Names;

/// The text in a field; empty if there is none.
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

/// The texts in a list field, also those that only a newer version knows.
pub fn texts<'a>(entry: &'a Entry, field: &str) -> impl Iterator<Item = &'a str> {
    list(entry, field).filter_map(Value::as_str)
}

/// The moment that orders the records of a kind; none for kinds that are ordered by day.
pub fn when(entry: &Entry) -> Option<DateTime<Utc>> {
    let kind = domain::kind(&entry.kind).filter(|it| !it.is_by_day())?;
    let Order::When(field) = kind.order else { return None };
    text(entry, field).parse().ok()
}

/// The name of a resident, told apart from others by the core.
pub fn called(entry: &Entry, names: &Names) -> String {
    names.get(&entry.id).cloned().unwrap_or_else(|| text(entry, Resident::NAME).to_owned())
}
