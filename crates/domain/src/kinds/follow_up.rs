//! A follow-up: what, by when, whose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::card::Card;
use crate::field::{ANY, Begin, Field, RECEIVER, Take, Type};
use crate::kind::{Order, Record, Settled};
use crate::kinds::{Outcome, Resident, Step, Visit};
use crate::life::{self, Life, Standing, State, Tone};

/// Something we have promised to do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// What.
    pub what: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// The member who does it.
    pub owner: String,
    /// For whom.
    pub about: Vec<Id>,
    /// The steps that lead there.
    pub steps: Vec<Step>,
    /// When it was done; not yet, when empty.
    pub done: Option<NaiveDate>,
    /// What came of it.
    pub done_how: String,
    /// The partner or the member who should have it when the team leaves.
    pub receiver: Option<Id>,
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
    pub const STEPS: &'static str = "steps";
    pub const DONE: &'static str = "done";
    pub const DONE_HOW: &'static str = "done_how";
    pub const RECEIVER: &'static str = "receiver";
    pub const FROM: &'static str = "from";
}

impl Record for FollowUp {
    const KIND: &'static str = "follow-up";
    const ORDER: Order = Order::When(Self::DUE);
    const CARD: Card = Card::new("Cases").quote(Self::DONE_HOW);
    const SETTLES: &'static [Settled] =
        &[Settled { kind: Visit::KIND, field: Visit::OUTCOME, value: Outcome::FollowUp.name() }];
    const LIFE: Option<Life> =
        Some(Life::new(Self::DONE, STATES).due(Self::DUE).owner(Self::OWNER));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::WHAT, Type::Line).required().searched().takes(&[Take::Words]),
        Field::new(Self::DUE, Type::Day).required().significant().begins(Begin::InDays(3)),
        Field::new(Self::OWNER, Type::Member).significant(),
        Field::new(Self::ABOUT, Type::Links(Resident::KIND)),
        Field::new(Self::STEPS, Type::Steps).searched().later(),
        Field::new(Self::DONE, Type::Day).later(),
        Field::new(Self::DONE_HOW, Type::Text).searched().later(),
        Field::new(Self::RECEIVER, Type::Link(RECEIVER)).later(),
        Field::new(Self::FROM, Type::Link(ANY)).hidden(),
    ];
}
