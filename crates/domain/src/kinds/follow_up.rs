//! A follow-up: what, by when, whose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::field::{ANY, Field, Type};
use crate::kind::{Order, Record};

/// Something we have promised to do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// What.
    pub what: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// Which worker does it.
    pub owner: String,
    /// For whom.
    pub about: Vec<Id>,
    /// When it was done; not yet, when empty.
    pub done: Option<NaiveDate>,
    /// What came of it.
    pub done_how: String,
    /// What it came from.
    pub from: Option<Id>,
}

impl Record for FollowUp {
    const KIND: &'static str = "follow-up";
    const ORDER: Order = Order::When("due");
    const FIELDS: &'static [Field] = &[
        Field::new("what", Type::Line).required().searched(),
        Field::new("due", Type::Day).required().significant(),
        Field::new("owner", Type::Worker).significant(),
        Field::new("about", Type::Links("resident")),
        Field::new("done", Type::Day).later(),
        Field::new("done_how", Type::Text).searched().later(),
        Field::new("from", Type::Link(ANY)).hidden(),
    ];
}
