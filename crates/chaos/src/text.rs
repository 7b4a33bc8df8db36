//! What people write: texts of which no two are the same.

use domain::{Entry, Id};
use serde_json::{Value, json};

/// A sort of record that has a text of which concurrent edits are both kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The kind's name.
    pub kind: &'static str,
    /// The text's field.
    pub field: &'static str,
}

/// The sorts of records that stories are about.
pub const SORTS: [Sort; 2] =
    [Sort { kind: "visit", field: "note" }, Sort { kind: "follow-up", field: "done_how" }];

/// A text, and the record whose text it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// No other text of the story has this number.
    pub number: usize,
    /// How many characters it has besides its number.
    pub length: usize,
    /// The record.
    pub record: Id,
    /// Of which sort that is.
    pub sort: Sort,
}

impl Text {
    /// Its words.
    pub fn words(&self) -> String {
        let filler = "Їжак ትግር 👩‍👩‍👧 cafe\u{301} «æøå» ".chars().cycle();
        format!("#{} {}.", self.number, filler.take(self.length).collect::<String>())
    }

    /// A new record with this text.
    pub fn entry(&self) -> Value {
        let words = self.words();
        let fields = match self.sort.kind {
            "visit" => json!({ "at": "2026-11-02T09:50:00Z", "topics": ["nav"], "note": words }),
            _ => json!({ "what": "Ringe Nav", "due": "2026-11-20", "done_how": words }),
        };
        json!({ "id": self.record, "kind": self.sort.kind, "fields": fields })
    }

    /// An edit that puts this text in place of what its author sees in `entry`.
    pub fn edit(&self, entry: &Entry) -> Value {
        let fields = json!({ self.sort.field: self.words() });
        json!({ "id": self.record, "kind": self.sort.kind, "fields": fields, "seen": entry.seen })
    }
}

impl Sort {
    /// The texts that a reader of a record sees: the value and the versions to choose from.
    pub fn shown(&self, entry: &Entry) -> Vec<String> {
        let text = |it: &Value| it.as_str().map(str::to_owned);
        let choices = entry.conflicts.iter().filter(|it| it.field == self.field);
        let versions: Vec<_> =
            choices.flat_map(|it| &it.versions).filter_map(|it| text(&it.value)).collect();
        // Of a conflict, the value is one of the versions.
        let value = entry.fields.get(self.field).and_then(text);
        if versions.is_empty() { value.into_iter().collect() } else { versions }
    }
}
