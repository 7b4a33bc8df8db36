//! A record as it passes between the core and a shell.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::kind::{Body, Record, read, write};

/// A record, with what its reader has seen of it. To save, send it back with the
/// fields that changed: those absent stay as they are, `null` empties a field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Which record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Of a person on a page, the full name, told apart from others of that name; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its values.
    pub fields: Body,
    /// What the reader has seen, given back on saving. None in lists: a save without it is refused where
    /// it would replace a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
    /// Fields where a person must choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Choice>,
    /// When it happens by the record that it is part of, where there is such a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Whether it is in the bin.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
    /// Who made it, and when.
    pub made: Signed,
    /// Who changed it last, and when.
    pub changed: Signed,
}

/// A name and a time under something that was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Signed {
    /// The person's name; empty while their device is not known here.
    pub by: String,
    /// When, by their device's clock.
    pub at: DateTime<Utc>,
}

/// A conflict, for a person to settle.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The field.
    pub field: String,
    /// What was written, latest first.
    pub versions: Vec<Wording>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// What was written.
    pub value: serde_json::Value,
    /// By whom, when.
    pub signed: Signed,
}

impl Entry {
    /// A new record, not yet saved.
    pub fn new<R: Record>(id: Id, record: &R) -> Self {
        Self { id, kind: R::KIND.to_owned(), fields: write(record), ..Self::default() }
    }

    /// The typed view of its values.
    pub fn read<R: Record>(&self) -> R {
        read(&self.fields)
    }
}
