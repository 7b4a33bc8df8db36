//! Who may come to an activity, and who did.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::kinds::AttendanceStatus;

/// One line in the list of those at an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// The resident.
    pub id: Id,
    /// What the team calls them, told apart from others whom it calls so.
    pub called: String,
    /// Whether they came; none for somebody who might.
    pub status: Option<AttendanceStatus>,
}

/// Who is at an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendees {
    /// Those with a status first, by name, then those who might.
    pub rows: Vec<Attendee>,
    /// How many came.
    pub came: u64,
    /// How many are signed up and haven't come.
    pub signed_up: u64,
    /// How many stayed away.
    pub stayed_away: u64,
    /// How many there are in all, also those for whom the rows have no room.
    pub total: u64,
}
