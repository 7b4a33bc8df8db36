//! A value of any field in words.

use chrono::{Datelike, IsoWeek};
use domain::Kind;
use domain::field::{Type, is_empty};
use serde_json::Value;

use crate::kit::format;
use crate::kit::text::{label, t, tn};
use crate::record::form::Names;
use crate::record::row::name_or_someone;

/// The value of a field in words; empty if it has none.
pub fn in_words(kind: Option<&Kind>, field: &str, value: &Value, names: &Names) -> String {
    let ty = kind.and_then(|it| it.field(field)).map(|it| it.ty);
    match value {
        _ if is_empty(value) => String::new(),
        Value::Array(list) => {
            let parts: Vec<_> = list.iter().map(|it| one(ty, it, names)).collect();
            parts.join(", ")
        }
        _ => one(ty, value, names),
    }
}

fn one(ty: Option<Type>, value: &Value, names: &Names) -> String {
    let text = value.as_str().unwrap_or_default();
    match ty {
        Some(Type::Choice(list) | Type::Choices(list)) => label(list.name, text),
        Some(Type::Link(_) | Type::Links(_)) => name_or_someone(names, text),
        Some(Type::Language | Type::Languages) => format::language(text),
        Some(Type::Moment) => moment(text),
        Some(Type::Day) => format::date(text),
        Some(Type::Week) => week(text),
        Some(Type::Flag) if value.as_bool() == Some(true) => t("history-yes"),
        Some(Type::Flag) => t("history-no"),
        Some(Type::Roles(_, list) | Type::Calls(_, list)) => in_role(list.name, value, names),
        _ if value.is_string() => text.to_owned(),
        _ => value.to_string(),
    }
}

/// `Boligbygg (fikk svar, tir. 14. mars kl. 12.00)`.
fn in_role(list: &str, value: &Value, names: &Names) -> String {
    let text = |key: &str| value[key].as_str().unwrap_or_default();
    let at = Some(moment(text("at"))).filter(|it| !it.is_empty());
    let role = format::small(&label(list, text("role")));
    let within = [Some(role), at].into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{} ({within})", name_or_someone(names, text("who")))
}

fn moment(text: &str) -> String {
    text.parse().map(format::moment).unwrap_or_default()
}

/// `Uke 13, 2024`.
fn week(text: &str) -> String {
    let week = domain::field::week(text).map(|monday| monday.iso_week());
    let words = |it: IsoWeek| format!("{}, {}", tn("week-number", i64::from(it.week())), it.year());
    week.map_or_else(|| text.to_owned(), words)
}
