//! Residents as lists show them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::views::TopicAnswers;

/// One line in the list of residents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResidentRow {
    /// Which resident.
    pub id: Id,
    /// The resident's short name, with what tells them apart from others of that name.
    pub called: String,
    /// The full name, told apart in the same way.
    pub name: String,
    /// The door.
    pub unit: String,
    /// Languages, mother tongue first.
    pub languages: Vec<String>,
    /// When the last visit with them was.
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
    /// How many the list can show.
    pub total: u64,
    /// How many more match the typed text than the list can show.
    pub more: u64,
}

/// The starting values of a new visit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Suggestion {
    /// The residents most likely to be meant, likeliest first.
    pub residents: Vec<ResidentRow>,
    /// The topics that are offered, those used most recently first.
    pub topics: Vec<String>,
    /// Where the last visit took place.
    pub place: Option<String>,
    /// Who answers for each topic.
    pub owners: BTreeMap<String, TopicAnswers>,
}
