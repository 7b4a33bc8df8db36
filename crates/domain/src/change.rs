//! A change: the unit of the log, of merging and of sync. One change concerns
//! one record; changes made by one action share a group and travel together.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Id;
use crate::clock::Clock;

/// The field whose value says that a record is deleted. Its edits name everything
/// their author saw of the record, so that an edit the author did not see wins.
pub const DELETED: &str = "~deleted";

/// Names a change within its space.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct ChangeRef {
    /// The device that made it.
    pub device: Id,
    /// Its number on that device: 1, 2, 3, … without gaps.
    pub seq: u64,
}

/// Where a change holds what was done with its record before it came from another site, as
/// [`Past`](crate::handed::Past). It is no field of the record.
pub const PAST: &str = "~past";

/// What the author of an edit saw, by field.
pub type Seen = std::collections::BTreeMap<String, Vec<ChangeRef>>;

/// A change to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The space it belongs to.
    pub space: Id,
    /// Who made it, and its number there.
    pub by: ChangeRef,
    /// The record it concerns.
    pub record: Id,
    /// The action it was part of.
    pub group: Id,
    /// How many changes that action made.
    pub group_count: u32,
    /// The logical time, for breaking ties.
    pub clock: Clock,
    /// What was done, which only members of the space can read.
    pub payload: Payload,
}

/// The part of a change that is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Payload {
    /// The record's kind; kept as it came when this version doesn't know it.
    pub kind: String,
    /// The fields that were set.
    pub edits: Vec<Edit>,
}

/// One field, set to a value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// The field's name.
    pub field: String,
    /// The value as JSON text, word for word as it was written; `null` empties the field.
    pub value: String,
    /// The changes whose value the author saw in this field: its heads at that time.
    pub base: Vec<ChangeRef>,
}

impl Edit {
    /// Sets `field` to `value`. `base` is what the author saw.
    pub fn new(field: &str, value: &Value, base: Vec<ChangeRef>) -> Self {
        Self { field: field.to_owned(), value: value.to_string(), base }
    }

    /// The value. Text that isn't JSON, from a broken writer, is kept as a string.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.value).unwrap_or_else(|_| Value::String(self.value.clone()))
    }
}
