//! Cases.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;

/// A case as a line of a list: a record that we or a partner have to act on, or had to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its title, in its author's words.
    pub title: String,
    /// The values of the fields that name it (`CARD.title`), in order: as they are stored, and of a
    /// record what it is called.
    pub parts: Vec<String>,
    /// The residents it concerns; an unknown person's name is empty.
    pub about: Vec<String>,
    /// What the member is called whose it is.
    pub whose: String,
    /// The name of its state.
    pub status: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// When it happened, or was made.
    pub at: DateTime<Utc>,
    /// Whether it is this device's owner's.
    pub mine: bool,
    /// The weight that it presses with, as it is stored; empty while it does not press.
    pub pressing: String,
}

/// All cases. Whether one is overdue follows from its day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cases {
    /// Those that we or a partner have to act on: what presses first, then the earliest day.
    pub open: Vec<Case>,
    /// Those that are closed, the latest first; at most 100.
    pub closed: Vec<Case>,
    /// How many there are that we or a partner have to act on.
    pub open_total: u64,
    /// How many are closed.
    pub closed_total: u64,
}
