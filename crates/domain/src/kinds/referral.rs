//! A referral: what we ask of a partner, and what they answered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::{Choices, Topic};
use crate::field::{ANY, Begin, Field, Take, Type};
use crate::kind::{Order, Record, Settled};
use crate::kinds::{OurPart, Outcome, Partner, Resident, Visit};
use crate::life::{Life, Standing, State, Tone};

/// A matter that is a partner's to answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Referral {
    /// Whom we ask.
    pub to: Option<Id>,
    /// About whom.
    pub about: Vec<Id>,
    /// About what.
    pub topic: String,
    /// What we ask for.
    pub ask: String,
    /// How urgent it is.
    pub urgency: Option<Urgency>,
    /// The last day that an answer is of use.
    pub reply_by: Option<NaiveDate>,
    /// How far it has come. Whether it is overdue is computed, never stored.
    pub status: Option<ReferralStatus>,
    /// What they answered.
    pub answer: String,
    /// The member who sees to it.
    pub owner: String,
    /// What it came from.
    pub from: Option<Id>,
}

/// How urgent a referral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Urgency {
    /// When there is time.
    Normal,
    /// Within days.
    Soon,
    /// Today.
    Urgent,
}

impl Urgency {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("urgency", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How far a referral has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ReferralStatus {
    /// It is being written.
    Draft,
    /// It has been sent.
    Sent,
    /// They have taken it on.
    Accepted,
    /// They have said no.
    Declined,
    /// They have answered.
    Answered,
    /// Nothing more is to be done.
    Done,
    /// We took it back.
    Withdrawn,
}

impl ReferralStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("referral-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(ReferralStatus::Draft.name(), Standing::OursNow),
    State::new(ReferralStatus::Sent.name(), Standing::Theirs).tone(Tone::Info),
    State::new(ReferralStatus::Accepted.name(), Standing::Theirs).tone(Tone::Accent),
    State::new(ReferralStatus::Declined.name(), Standing::Back).tone(Tone::Warm),
    State::new(ReferralStatus::Answered.name(), Standing::Back).tone(Tone::Accent),
    State::new(ReferralStatus::Done.name(), Standing::Over).tone(Tone::Accent),
    State::new(ReferralStatus::Withdrawn.name(), Standing::Over).given_up(),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Referral {
    pub const TO: &'static str = "to";
    pub const ABOUT: &'static str = "about";
    pub const TOPIC: &'static str = "topic";
    pub const ASK: &'static str = "ask";
    pub const REPLY_BY: &'static str = "reply_by";
    pub const URGENCY: &'static str = "urgency";
    pub const STATUS: &'static str = "status";
    pub const ANSWER: &'static str = "answer";
    pub const OWNER: &'static str = "owner";
    pub const FROM: &'static str = "from";
}

impl Record for Referral {
    const KIND: &'static str = "referral";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Send").title(&[Self::TOPIC, Self::TO]).quote(Self::ASK);
    const SETTLES: &'static [Settled] = &[
        Settled { kind: Visit::KIND, field: Visit::OUTCOME, value: Outcome::Referred.name() },
        Settled { kind: Visit::KIND, field: Visit::OUR_PART, value: OurPart::PassedOn.name() },
    ];
    const LIFE: Option<Life> =
        Some(Life::new(Self::STATUS, STATES).due(Self::REPLY_BY).owner(Self::OWNER));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::TO, Type::Link(Partner::KIND)).required().significant(),
        Field::new(Self::ABOUT, Type::Links(Resident::KIND)).required(),
        Field::new(Self::TOPIC, Type::Choice(&Topic::CHOICES))
            .required()
            .searched()
            .significant()
            .takes(&[Take::Theirs(Self::TO)]),
        Field::new(Self::ASK, Type::Text).required().searched().takes(&[Take::Words]),
        Field::new(Self::REPLY_BY, Type::Day).significant().begins(Begin::InDays(7)),
        Field::new(Self::URGENCY, Type::Choice(&Urgency::CHOICES))
            .significant()
            .later()
            .begins(Begin::Is(Urgency::Normal.name())),
        Field::new(Self::STATUS, Type::Choice(&ReferralStatus::CHOICES))
            .otherwise(ReferralStatus::Draft.name())
            .significant()
            .later(),
        Field::new(Self::ANSWER, Type::Text).searched().later(),
        Field::new(Self::OWNER, Type::Member).significant().later(),
        Field::new(Self::FROM, Type::Link(ANY)).hidden(),
    ];
}
