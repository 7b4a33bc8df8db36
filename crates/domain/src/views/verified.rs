//! Whether the database is intact.

use serde::{Deserialize, Serialize};

use crate::Id;

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Verified {
    /// How many changes were read.
    pub changes: u64,
    /// How many records they form.
    pub records: u64,
    /// Records whose stored projection differs from the log.
    pub differing: Vec<Id>,
    /// Numbers missing from a device's sequence, as `device:seq`.
    pub gaps: Vec<String>,
    /// Errors of the file itself, such as pages that fail authentication, in the database's words.
    pub damage: Vec<String>,
    /// The cipher in use, with its version.
    pub cipher: String,
}

impl Verified {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.differing.is_empty() && self.gaps.is_empty() && self.damage.is_empty()
    }
}
