//! The reply of a search.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;

/// The hits of a search.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hits {
    /// The records, kind by kind, the latest first.
    pub hits: Vec<Hit>,
    /// How many more match, by kind.
    pub more: BTreeMap<String, u64>,
    /// Whether the hits are only similar, because no text has the typed word.
    pub alike: bool,
}

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hit {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its name, or the start of its text.
    pub title: String,
    /// The residents it concerns, or a resident's door; may be empty.
    pub about: String,
    /// When it happens, is due or was made, if that is known.
    pub at: Option<DateTime<Utc>>,
    /// The name of its state; empty where it has none.
    pub status: String,
}
