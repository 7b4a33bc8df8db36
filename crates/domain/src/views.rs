//! What calls answer with, besides entries.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::entry::{Entry, Signed};
use crate::fault::Fault;
use crate::issue::Issue;
use crate::kind::Body;

/// Where this device stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// Grows whenever something that can be shown has changed.
    pub version: u64,
    /// The site, once one was started or joined.
    pub site: Option<Site>,
    /// The name of this device's owner.
    pub me: String,
    /// The interface language that was chosen, a BCP 47 tag.
    pub locale: Option<String>,
    /// How many changes are not yet on the server.
    pub waiting: u64,
    /// When everything was last known to be sent and fetched.
    pub synced: Option<DateTime<Utc>>,
    /// Whether the server is being talked to right now.
    pub syncing: bool,
    /// Why the last attempt failed; being offline is no failure of anyone's.
    pub trouble: Option<Fault>,
    /// How many records wait for a person to choose between versions.
    pub conflicts: u64,
    /// Whether the key lies in a file, because the system has no key store.
    pub key_in_file: bool,
}

/// A building and its team.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Site {
    /// What people call it.
    pub name: String,
    /// Its server's address.
    pub server: String,
    /// Its space.
    pub space: Id,
}

/// What a colleague pastes to join.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Invitation {
    /// Server, space, key and fingerprint, as one line of text. Whoever has it can read the site.
    pub code: String,
}

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
    /// What to call the records they point to.
    pub names: BTreeMap<Id, String>,
    /// How many there are in all.
    pub total: u64,
}

/// One line in the list of residents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResidentRow {
    /// Which resident.
    pub id: Id,
    /// What the team calls them.
    pub called: String,
    /// The full name.
    pub name: String,
    /// The door.
    pub unit: String,
    /// Languages, mother tongue first.
    pub languages: Vec<String>,
    /// When somebody last talked with them.
    pub last_visit: Option<DateTime<Utc>>,
    /// Whether they have moved out.
    pub gone: bool,
}

/// A page of residents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Residents {
    /// The lines.
    pub rows: Vec<ResidentRow>,
    /// How many there are in all.
    pub total: u64,
}

/// What a new conversation starts from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Suggestion {
    /// The residents most likely to be meant, likeliest first.
    pub residents: Vec<ResidentRow>,
    /// Topics, the ones used most of late first.
    pub topics: Vec<String>,
    /// Where the last one took place.
    pub place: Option<String>,
    /// The language it was held in.
    pub language: Option<String>,
}

/// The start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Today {
    /// How many live in the building now.
    pub living: u64,
    /// How many conversations were logged since the day began.
    pub visits_today: u64,
    /// How many since the week began.
    pub visits_this_week: u64,
    /// What was begun and not finished.
    pub drafts: Vec<Draft>,
    /// Records where a person must choose.
    pub conflicts: Page,
    /// Conversations that ended with something for us to do.
    pub open: Page,
    /// The last conversations logged.
    pub recent: Page,
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
    /// What to call the records it points to.
    pub names: BTreeMap<Id, String>,
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
    /// The residents it concerns, or nothing.
    pub about: String,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
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

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Imported {
    /// Rows that became records.
    pub added: u64,
    /// Rows that were there already.
    pub known: u64,
    /// Rows that were not taken, and why; the others were.
    pub refused: Vec<RowIssue>,
}

/// Something wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowIssue {
    /// The line in the file, the header being 1.
    pub row: u64,
    /// What is wrong, where.
    #[serde(flatten)]
    pub issue: Issue,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Verified {
    /// How many changes were read.
    pub changes: u64,
    /// How many records they make.
    pub records: u64,
    /// Records whose stored projection differs from what the log says.
    pub differing: Vec<Id>,
    /// Numbers missing from a device's sequence, as `device:seq`.
    pub gaps: Vec<String>,
    /// The cipher in use, with its version.
    pub cipher: String,
}
