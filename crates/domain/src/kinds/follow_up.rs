//! A follow-up: what, by when, whose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::card::Card;
use crate::field::{ANY, Begin, Field, Take, Type};
use crate::kind::{Order, Record, Settled};
use crate::kinds::{Outcome, Resident, Visit};
use crate::life::{self, Life, Standing, State, Tone};

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

const STATES: &[State] = &[
    State::new(life::OPEN, Standing::Ours).tone(Tone::Warm),
    State::new(life::DONE, Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl FollowUp {
    pub const WHAT: &'static str = "what";
    pub const DUE: &'static str = "due";
    pub const OWNER: &'static str = "owner";
    pub const ABOUT: &'static str = "about";
    pub const DONE: &'static str = "done";
    pub const DONE_HOW: &'static str = "done_how";
    pub const FROM: &'static str = "from";
}

impl Record for FollowUp {
    const KIND: &'static str = "follow-up";
    const ORDER: Order = Order::When(Self::DUE);
    const CARD: Card = Card::new("Cases").quote(Self::DONE_HOW);
    const SETTLES: &'static [Settled] =
        &[Settled { kind: Visit::KIND, field: Visit::OUTCOME, value: Outcome::FollowUp.name() }];
    const LIFE: Option<Life> = Some(Life::new(Self::DONE, STATES).due(Self::DUE));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::WHAT, Type::Line).required().searched().takes(&[Take::Words]),
        Field::new(Self::DUE, Type::Day).required().significant().begins(Begin::InDays(3)),
        Field::new(Self::OWNER, Type::Worker).significant(),
        Field::new(Self::ABOUT, Type::Links(Resident::KIND)),
        Field::new(Self::DONE, Type::Day).later(),
        Field::new(Self::DONE_HOW, Type::Text).searched().later(),
        Field::new(Self::FROM, Type::Link(ANY)).hidden(),
    ];
}
