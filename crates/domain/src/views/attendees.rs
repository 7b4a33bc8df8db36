//! The residents at an activity.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::kinds::AttendanceStatus;

/// One line in the list of those at an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// The resident.
    pub id: Id,
    /// The resident's short name, with what tells them apart from others of that name.
    pub called: String,
    /// The status; none for a resident who is not on the list.
    pub status: Option<AttendanceStatus>,
}

/// The residents at an activity, and their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendees {
    /// Residents with a status first, by name, then the others.
    pub rows: Vec<Attendee>,
    /// How many came.
    pub came: u64,
    /// How many are signed up and haven't come.
    pub signed_up: u64,
    /// How many stayed away.
    pub stayed_away: u64,
    /// How many there are in all, also beyond the rows.
    pub total: u64,
}
