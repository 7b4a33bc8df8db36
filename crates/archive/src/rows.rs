//! Everything as tables of text: a file for each kind with the values as they are stored, one with all
//! changes.

use domain::fault::Result;
use domain::{Fault, Field, KINDS, Kind, Type};
use serde_json::Value;

use crate::everything::{Everything, Kept, moment, who};
use crate::files::Files;

/// The columns that every table of a kind has before its fields.
pub const SIGNED: [&str; 5] = ["id", "made_by", "made_at", "changed_by", "changed_at"];
/// The columns of the table of changes.
pub const CHANGES: [&str; 5] = ["record", "by", "at", "field", "value"];
/// The name of the table of changes.
pub const ALL_CHANGES: &str = "changes";

/// The path of a table.
pub fn path(name: &str) -> String {
    format!("content/tabeller/{name}.csv")
}

/// The kinds of which there are records.
pub fn kinds(all: &Everything) -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|kind| all.kept().any(|it| it.kind.name == kind.name))
}

/// How many rows a kind's table has.
pub fn count(all: &Everything, kind: &Kind) -> usize {
    all.kept().filter(|it| it.kind.name == kind.name).count()
}

/// Adds the tables to the files.
pub fn add(all: &Everything, files: &mut Files) -> Result<()> {
    for kind in kinds(all) {
        let head = SIGNED.into_iter().chain(kind.fields.iter().map(|it| it.name));
        let rows = all.kept().filter(|it| it.kind.name == kind.name).map(row);
        files.add(path(kind.name), table(head.map(str::to_owned).collect(), rows)?);
    }
    let head = CHANGES.map(str::to_owned).to_vec();
    files.add(path(ALL_CHANGES), table(head, all.kept().flat_map(changes))?);
    Ok(())
}

fn row(record: &Kept) -> Vec<String> {
    let entry = record.entry();
    let (made, changed) = (&entry.made, &entry.changed);
    let signed =
        [entry.id.to_string(), who(made), moment(made.at), who(changed), moment(changed.at)];
    let value = |field: &Field| {
        let value = entry.fields.get(field.name).unwrap_or(&Value::Null);
        // One form of a moment, as ADDML describes it.
        let at = value.as_str().filter(|_| field.ty == Type::Moment)?.parse().ok()?;
        Some(moment(at))
    };
    let plain = |field: &Field| stored(entry.fields.get(field.name).unwrap_or(&Value::Null));
    let values = record.kind.fields.iter().map(|it| value(it).unwrap_or_else(|| plain(it)));
    signed.into_iter().chain(values).collect()
}

fn changes(record: &Kept) -> Vec<Vec<String>> {
    let id = record.entry().id.to_string();
    let steps = record.history.iter();
    let changed = steps.flat_map(|step| step.fields.iter().map(move |it| (step, it)));
    let row = |(step, (field, value)): (&domain::views::Revision, (&String, &Value))| {
        let (by, at) = (who(&step.signed), moment(step.signed.at));
        vec![id.clone(), by, at, field.clone(), stored(value)]
    };
    changed.map(row).collect()
}

/// A value as it is stored: a text as itself, several texts with a stroke between them, the rest as JSON.
fn stored(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(several) if several.iter().all(Value::is_string) => {
            several.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|")
        }
        other => other.to_string(),
    }
}

fn table(head: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let bad = |it: &dyn std::fmt::Display| Fault::Storage { detail: it.to_string() };
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in [head].into_iter().chain(rows) {
        writer.write_record(row).map_err(|it| bad(&it))?;
    }
    writer.into_inner().map_err(|it| bad(&it))
}
