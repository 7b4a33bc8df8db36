//! What a search found.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hits {
    /// The records, kind by kind, the latest first.
    pub hits: Vec<Hit>,
    /// How many more match than are here, by kind.
    pub more: BTreeMap<String, u64>,
    /// Whether these only resemble what was typed, since nobody has written it.
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
    /// The residents it concerns, or a resident's door, or nothing.
    pub about: String,
    /// When it happens, is due or was made, where that is known.
    pub at: Option<DateTime<Utc>>,
    /// The name of its state; empty where it has none.
    pub status: String,
}
