//! Incidents, referrals and follow-ups, and who answers for which topic.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;

/// A case: an incident, a referral or a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its title, in its author's words.
    pub title: String,
    /// The topic of a referral, or the type of an incident, as it is stored.
    pub sort: String,
    /// The residents it concerns; an empty name is an unknown person.
    pub about: Vec<String>,
    /// The partner it went to, or the worker who has it.
    pub whose: String,
    /// The status, as it is stored; of a follow-up `open` or `done`.
    pub status: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// When it happened, or was made.
    pub at: DateTime<Utc>,
    /// Whether it is assigned to this device's owner.
    pub mine: bool,
    /// The seriousness of a pressing incident, as it is stored: `acute` until it is closed,
    /// `serious` while something has to be done. Otherwise empty.
    pub pressing: String,
}

/// All cases. Whether one is overdue follows from its day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cases {
    /// Those that need action, the earliest day first.
    pub open: Vec<Case>,
    /// Those that are closed, the latest first; at most 100.
    pub closed: Vec<Case>,
    /// How many need action.
    pub open_total: u64,
    /// How many are closed.
    pub closed_total: u64,
}

/// Who answers for a topic at this site, and where a question about it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicAnswers {
    /// The owner, as it is stored.
    pub owner: String,
    /// The partner that questions go to, if there is one.
    pub partner: Option<Id>,
    /// The partner's name.
    pub name: String,
}
