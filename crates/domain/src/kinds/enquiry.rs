//! An enquiry: a neighbour, a school or the press asks the team about the building and waits for an
//! answer.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Begin, Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::life::{Life, Standing, State, Tone};

/// A question from a neighbour, a school or the press, which has to be answered quickly.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Enquiry {
    /// The name of the person who asks.
    pub who: String,
    /// What they are to the building.
    pub role: Option<Asker>,
    /// Where to reach them.
    pub phone: String,
    /// What they ask.
    pub what: String,
    /// When it came.
    pub received: Option<DateTime<Utc>>,
    /// The last day for an answer.
    pub answer_by: Option<NaiveDate>,
    /// The member who answers.
    pub answers: String,
    /// How far it has come.
    pub status: Option<EnquiryStatus>,
    /// The day they were answered.
    pub answered: Option<NaiveDate>,
    /// What they were told.
    pub told: String,
}

/// What a person who asks is to the building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Asker {
    /// A neighbour.
    Neighbour,
    /// A school or a kindergarten.
    School,
    /// A prison.
    Prison,
    /// A newspaper, radio or television.
    Press,
    /// Anybody else.
    Other,
}

impl Asker {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("asker", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How far an enquiry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EnquiryStatus {
    /// They wait for an answer.
    Unanswered,
    /// They were answered.
    Answered,
    /// It needs no answer.
    Dismissed,
}

impl EnquiryStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("enquiry-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(EnquiryStatus::Unanswered.name(), Standing::Ours).tone(Tone::Warm),
    State::new(EnquiryStatus::Answered.name(), Standing::Over).tone(Tone::Accent),
    State::new(EnquiryStatus::Dismissed.name(), Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Enquiry {
    pub const WHO: &'static str = "who";
    pub const ROLE: &'static str = "role";
    pub const PHONE: &'static str = "phone";
    pub const WHAT: &'static str = "what";
    pub const RECEIVED: &'static str = "received";
    pub const ANSWER_BY: &'static str = "answer_by";
    pub const ANSWERS: &'static str = "answers";
    pub const STATUS: &'static str = "status";
    pub const ANSWERED: &'static str = "answered";
    pub const TOLD: &'static str = "told";
}

impl Record for Enquiry {
    const KIND: &'static str = "enquiry";
    const ORDER: Order = Order::When(Self::RECEIVED);
    const CARD: Card = Card::new("Neighbours").quote(Self::TOLD);
    const LIFE: Option<Life> =
        Some(Life::new(Self::STATUS, STATES).due(Self::ANSWER_BY).owner(Self::ANSWERS));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::WHO, Type::Line).required().searched(),
        Field::new(Self::ROLE, Type::Choice(&Asker::CHOICES)).searched(),
        Field::new(Self::PHONE, Type::Phone).searched(),
        Field::new(Self::WHAT, Type::Text).required().searched(),
        Field::new(Self::ANSWER_BY, Type::Day).significant().begins(Begin::InDays(1)),
        Field::new(Self::ANSWERS, Type::Member).significant(),
        Field::new(Self::RECEIVED, Type::Moment).required().later().begins(Begin::Now),
        Field::new(Self::STATUS, Type::Choice(&EnquiryStatus::CHOICES))
            .otherwise(EnquiryStatus::Unanswered.name())
            .significant()
            .later(),
        Field::new(Self::ANSWERED, Type::Day).later(),
        Field::new(Self::TOLD, Type::Text).ruled().searched().later(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let unsaid = self.status == Some(EnquiryStatus::Answered) && self.told.trim().is_empty();
        unsaid.then(|| Issue::new(Self::TOLD, Problem::Missing)).into_iter().collect()
    }
}
