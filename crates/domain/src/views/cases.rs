//! Incidents, referrals and follow-ups, and who answers for which topic.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;

/// A matter: an incident, a referral or a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// What it is, in its author's words.
    pub title: String,
    /// The topic of a referral, or the sort of an incident, as it is stored.
    pub sort: String,
    /// The residents it concerns; empty of somebody unknown.
    pub about: Vec<String>,
    /// The partner it went to, or the worker whose it is.
    pub whose: String,
    /// How far it has come, as it is stored; of a follow-up `open` or `done`.
    pub status: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// When it happened, or was made.
    pub at: DateTime<Utc>,
    /// Whether it is this device's owner's.
    pub mine: bool,
    /// How serious an incident is that presses, as it is stored: `acute` until it is closed,
    /// `serious` while something has to be done; else empty.
    pub pressing: String,
}

/// All matters. Whether one is overdue follows from its day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cases {
    /// Those that somebody has to do something about, the earliest day first.
    pub open: Vec<Case>,
    /// Those that are over, the latest first; at most 100.
    pub closed: Vec<Case>,
    /// How many there are that somebody has to do something about.
    pub open_total: u64,
    /// How many are over.
    pub closed_total: u64,
}

/// Who answers for a topic here, and where a question about it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicAnswers {
    /// The owner, as it is stored.
    pub owner: String,
    /// The partner that questions go to, if there is one.
    pub partner: Option<Id>,
    /// What to call that partner.
    pub name: String,
}
