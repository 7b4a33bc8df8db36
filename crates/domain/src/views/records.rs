//! Records as pages show them, their drafts and their history.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::entry::{Entry, Signed};
use crate::kind::Body;
use crate::views::TopicName;

/// A record was saved.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Saved {
    /// The record as it is now.
    pub entry: Entry,
    /// The group to undo; none when nothing differed.
    pub group: Option<Id>,
}

/// A page of records, with what they point to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The records.
    pub entries: Vec<Entry>,
    /// The names of the records they point to, and which of those are residents.
    pub names: BTreeMap<Id, String>,
    /// How many there are in all.
    pub total: u64,
    /// In an export: all topics, if the site has changed one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicName>,
}

/// An unfinished form. Its id is that of the record it will become, so it opens in no other form
/// and becomes no second record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The record it will become.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// The values filled in so far.
    pub fields: Body,
    /// What its author saw in those fields. An edit that arrives meanwhile is not seen.
    pub seen: Seen,
    /// When it was last kept.
    pub kept: DateTime<Utc>,
    /// Where it was written: empty for the record's form, else a sheet on its page.
    pub sheet: String,
    /// The names of the records it points to.
    pub names: BTreeMap<Id, String>,
    /// The title of the stored record; empty for a new one.
    pub title: String,
    /// The residents whom the stored record concerns; an empty name is an unknown person.
    pub about: Vec<String>,
    /// The colleague who changed the record after its author read it, and when.
    pub overtaken: Option<Signed>,
}

/// One step in a record's history.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Revision {
    /// Who, when.
    pub signed: Signed,
    /// The fields and their new values.
    pub fields: Body,
    /// The group it was part of.
    pub group: Id,
}
