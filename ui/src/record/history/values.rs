//! A value of any field in words.

use chrono::{Datelike, IsoWeek};
use domain::Kind;
use domain::field::composite::{
    DAY, DONE, FROM, LANGUAGE, NAME, Precision, RECORD, SIZE, Span, TEXT, TO, spans,
};
use domain::field::{Type, is_empty};
use serde_json::Value;

use crate::kit::date_field::What;
use crate::kit::format;
use crate::kit::text::{label, t, tn, tv};
use crate::record::form::Names;
use crate::record::row::{member, name_or_someone};

/// The value of a field in words; empty if it has none.
pub fn in_words(kind: Option<&Kind>, field: &str, value: &Value, names: &Names) -> String {
    let ty = kind.and_then(|it| it.field(field)).map(|it| it.ty);
    match value {
        _ if is_empty(value) => String::new(),
        Value::Array(_) if ty == Some(Type::Hours) => hours(value),
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
        Some(Type::Member) => member(names, text),
        Some(Type::Language | Type::Languages) => format::language(text),
        Some(Type::Moment) => moment(text),
        Some(Type::Day) => format::date(text),
        Some(Type::Week) => week(text),
        Some(Type::Flag) if value.as_bool() == Some(true) => t("history-yes"),
        Some(Type::Flag) => t("history-no"),
        Some(Type::Texts) => in_its_language(value),
        Some(Type::Money) => value.as_i64().map(format::amount).unwrap_or_default(),
        Some(Type::Period(precision)) => period(value, precision),
        Some(Type::Steps | Type::Agenda) => line(value, names),
        Some(Type::Blob) => file(value),
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

/// `Økonomi (bokmål)`.
fn in_its_language(value: &Value) -> String {
    let text = |key: &str| value[key].as_str().unwrap_or_default();
    format!("{} ({})", text(TEXT), format::language(text(LANGUAGE)))
}

/// `1. juli–21. juli`, `fra 1. juli`.
fn period(value: &Value, precision: Precision) -> String {
    let end = |key: &str| {
        let text = value[key].as_str().unwrap_or_default();
        if precision == Precision::Day { format::date(text) } else { moment(text) }
    };
    let (from, to) = (end(FROM), end(TO));
    if to.is_empty() { tv("period-from", &[("from", &from)]) } else { format!("{from}–{to}") }
}

/// `Bestill time (innen 14. mars, gjort 12. mars)`, `Søppel (Ødelagt lås)`.
fn line(value: &Value, names: &Names) -> String {
    let text = |key: &str| value[key].as_str().filter(|it| !it.is_empty());
    let day = |key, words: &str| text(key).map(|it| tv(words, &[("day", &format::date(it))]));
    let record = text(RECORD).map(|it| name_or_someone(names, it));
    let more = [day(DAY, "step-by"), day(DONE, "step-done"), record];
    let more: Vec<_> = more.into_iter().flatten().collect();
    match (text(TEXT), more.is_empty()) {
        (Some(words), true) => words.to_owned(),
        (Some(words), false) => format!("{words} ({})", more.join(", ")),
        (None, _) => more.join(", "),
    }
}

/// `trapp.jpg, 1,2 MB`.
pub fn file(value: &Value) -> String {
    let name = value[NAME].as_str().unwrap_or_default();
    let kilobytes = value[SIZE].as_u64().unwrap_or_default().div_ceil(1_000);
    format!("{name}, {kilobytes} kB")
}

/// `man.–fre. 08.00–15.30`.
pub fn hours(value: &Value) -> String {
    let time = |it: &str| What::Time.shown(it);
    let one = |it: Span| {
        let day = |it| format::short_weekday(it);
        let days = if it.first == it.last {
            day(it.first)
        } else {
            format!("{}–{}", day(it.first), day(it.last))
        };
        format!("{days} {}–{}", time(it.from), time(it.to))
    };
    spans(value).into_iter().map(one).collect::<Vec<_>>().join(", ")
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
