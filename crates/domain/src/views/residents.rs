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
    /// What the team calls them, told apart from others whom it calls so.
    pub called: String,
    /// The full name, told apart likewise.
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
    /// How many can be listed.
    pub total: u64,
    /// How many more match what was typed than can be listed.
    pub more: u64,
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
    /// Who answers for each topic.
    pub owners: BTreeMap<String, TopicAnswers>,
}
