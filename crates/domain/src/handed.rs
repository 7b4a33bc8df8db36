//! What is handed over from one site to another, as it stands in a package.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::kind::Body;
use crate::views::Revision;

/// The version of what is handed over.
pub const VERSION: u32 = 1;
/// What it calls itself.
pub const FORMAT: &str = "bomiljo-package";

/// Everything that is handed over, with its history.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Handed {
    /// What it calls itself.
    pub format: String,
    /// Its version.
    pub version: u32,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// What people call the site that it comes from.
    pub site: String,
    /// The handover.
    pub handover: Id,
    /// Whose part of the handover it is; none: the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<Id>,
    /// The records.
    pub records: Vec<Told>,
}

/// A record, what it points to by name, and who changed what when.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Which.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its values.
    pub fields: Body,
    /// The names of the records that it points to.
    pub names: BTreeMap<Id, String>,
    /// Its history, the oldest first.
    pub history: Vec<Revision>,
}

/// What was done with a record before it came from another site: part of the change that brought it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// What people call that site.
    pub site: String,
    /// Its history there, the oldest first.
    pub history: Vec<Revision>,
    /// What the records are called that it has pointed to.
    pub names: BTreeMap<Id, String>,
}
