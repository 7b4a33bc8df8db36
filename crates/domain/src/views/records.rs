//! Records as pages show them, their drafts and their history.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::entry::{Entry, Signed};
use crate::kind::Body;

/// A record was saved.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Saved {
    /// The record as it stands now.
    pub entry: Entry,
    /// What to undo to take it back; none when nothing differed.
    pub group: Option<Id>,
}

/// A page of records, with what they point to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The records.
    pub entries: Vec<Entry>,
    /// What to call the records they point to, and the residents among them.
    pub names: BTreeMap<Id, String>,
    /// How many there are in all.
    pub total: u64,
}

/// A form somebody has not finished. Its id is that of the record it will become,
/// so it opens in no other form and becomes no second record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The record it will become.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// What was filled in so far.
    pub fields: Body,
    /// What its author had seen in those fields; an edit that arrives meanwhile is not seen.
    pub seen: Seen,
    /// When it was last kept.
    pub kept: DateTime<Utc>,
    /// Where it was written: the record's form when empty, else one of the sheets on its page.
    pub sheet: String,
    /// What to call the records it points to.
    pub names: BTreeMap<Id, String>,
    /// What the record is called as it stands; nothing of a new one.
    pub title: String,
    /// The residents whom the record concerns as it stands; empty of somebody unknown.
    pub about: Vec<String>,
    /// The colleague who changed the record since its author read it, and when.
    pub overtaken: Option<Signed>,
}

/// One step in a record's history.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Revision {
    /// Who, when.
    pub signed: Signed,
    /// The fields and what they were set to.
    pub fields: Body,
    /// The action it was part of.
    pub group: Id,
}
