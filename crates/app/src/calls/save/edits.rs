//! What a save sets: the fields whose values differ, as they are stored.

use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat};
use domain::change::{ChangeRef, Seen};
use domain::field::composite::{ID, LANGUAGE, Precision, TEXT};
use domain::field::is_empty;
use domain::merge::Merged;
use domain::twins::Names;
use domain::{Body, Change, Edit, Entry, Fault, Kind, Type, kind};
use serde_json::Value;
use store::Act;

/// The fields that the author set to something else than what stands, or where a
/// choice between versions was waiting.
pub fn edits(act: &Act, entry: &Entry, current: &Merged) -> store::Result<Vec<Edit>> {
    // An author who names what they saw saw nothing of the other fields: a colleague may have filled
    // them since.
    let nothing = Seen::new();
    let saw = entry.seen.as_ref().unwrap_or(&nothing);
    let stands = |field: &str| current.seen.get(field).cloned().unwrap_or_default();
    let stood = saw.iter().all(|(field, all)| all.iter().all(|it| stands(field).contains(it)));
    let names = if stood { Names::default() } else { act.change_names(entry.id)? };
    let heads = |field: &str| -> Vec<ChangeRef> {
        let said = saw.get(field).into_iter().flatten().map(|it| names.kept(*it));
        let own = stands(field).into_iter().filter(|it| act.wrote(*it));
        let seen: BTreeSet<ChangeRef> = said.chain(own).collect();
        seen.into_iter().collect()
    };
    let late = |field: &str| {
        stands(field).into_iter().collect::<BTreeSet<_>>() != heads(field).into_iter().collect()
    };
    let history =
        if entry.fields.keys().any(|it| late(it)) { act.changes(entry.id)? } else { Vec::new() };
    let waits = |field: &str| current.conflicts.iter().any(|it| it.field == field);
    let differs = |(field, value): &(&String, Value)| {
        *value != *current.body.get(*field).unwrap_or(&Value::Null) || waits(field)
    };
    let edit = |(field, value): (&String, Value)| Edit::new(field, &value, heads(field));
    let kind = kind(&entry.kind);
    let ty = |field: &str| Some(kind?.field(field)?.ty);
    let values = entry.fields.iter().map(|(field, value)| (field, tidy(ty(field), value)));
    let set = values.filter(|(field, _)| !field.starts_with('~')).filter(differs).map(edit);
    let set: Vec<Edit> = set.collect();
    let unread = |it: &Edit| stands(&it.field).iter().any(|by| !act.wrote(*by));
    if entry.seen.is_none() && set.iter().any(unread) {
        // It cannot be told from a colleague's value that the author never saw.
        return Err(Fault::BadCall { detail: "seen: read the record first".into() }.into());
    }
    Ok(set.into_iter().filter(|it| !(late(&it.field) && is_as_seen(kind, it, &history))).collect())
}

/// Whether a value is what its author saw, so that they did not set it: who saves a whole record
/// that they read long ago must not set back what a colleague changed since. Where they saw
/// several versions, they chose.
fn is_as_seen(kind: Option<&Kind>, edit: &Edit, history: &[Change]) -> bool {
    let before = Edit { value: before(edit, history), ..edit.clone() };
    let mut seen = Body::from_iter([(edit.field.clone(), before.json())]);
    if let Some(kind) = kind {
        kind.complete(&mut seen);
    }
    edit.base.len() <= 1 && seen.get(&edit.field) == Some(&edit.json())
}

/// Text without blanks around it, moments in UTC; whatever counts as empty is `null`.
fn tidy(ty: Option<Type>, value: &Value) -> Value {
    match value {
        value if is_empty(value) => Value::Null,
        Value::Array(lines) if matches!(ty, Some(Type::Texts | Type::Steps | Type::Agenda)) => {
            filled(lines)
        }
        Value::Object(ends) if ty == Some(Type::Period(Precision::Moment)) => {
            ends.iter().map(|(key, it)| (key.clone(), tidy(Some(Type::Moment), it))).collect()
        }
        Value::String(text) if ty == Some(Type::Moment) => in_utc(text.trim()).into(),
        Value::String(text) => Value::String(text.trim().to_owned()),
        value => value.clone(),
    }
}

/// The lines in which there is something besides what tells them apart; without texts that are empty.
fn filled(lines: &[Value]) -> Value {
    let whole = |line: &Value| {
        let mut line = line.clone();
        if let Value::Object(parts) = &mut line {
            parts.retain(|key, it| key != TEXT || !is_empty(it));
        }
        line
    };
    let only_told_apart = |line: &Value| {
        line.as_object().is_some_and(|it| it.keys().all(|key| key == ID || key == LANGUAGE))
    };
    let filled: Vec<Value> = lines.iter().map(whole).filter(|it| !only_told_apart(it)).collect();
    if filled.is_empty() { Value::Null } else { filled.into() }
}

/// A moment as it is stored, so that moments can be compared as they stand there.
fn in_utc(text: &str) -> String {
    match DateTime::parse_from_rfc3339(text) {
        Ok(at) if at.offset().local_minus_utc() != 0 => {
            at.to_utc().to_rfc3339_opts(SecondsFormat::Millis, true)
        }
        _ => text.to_owned(),
    }
}

/// What stood before an edit, as its author had seen it.
pub fn before(edit: &Edit, history: &[Change]) -> String {
    let seen = history.iter().filter(|it| edit.base.contains(&it.by));
    let set = seen.filter_map(|it| {
        let same = it.payload.edits.iter().find(|other| other.field == edit.field)?;
        Some(((it.clock, it.by), same))
    });
    set.max_by_key(|it| it.0).map_or("null".into(), |(_, it)| it.value.clone())
}
