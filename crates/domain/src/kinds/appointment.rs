//! An appointment, and who walks along.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{ANY, Begin, Field, Take, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::{Partner, Resident};
use crate::life::{Life, Standing, State, Tone};

/// Residents have to be somewhere, and somebody may come along.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Appointment {
    /// When they have to be there.
    pub at: Option<DateTime<Utc>>,
    /// Whose appointment it is.
    pub residents: Vec<Id>,
    /// What for, in a few words: `Legetime`.
    pub purpose: String,
    /// With which partner.
    pub partner: Option<Id>,
    /// With whom, where it is no partner of ours.
    pub with: String,
    /// The address.
    pub place: String,
    /// The member who comes along; empty if the resident goes alone.
    pub escort: String,
    /// Where and when they meet beforehand, in words that the resident gets to read.
    pub meet: String,
    /// Whether an interpreter is ordered.
    pub interpreter_ordered: bool,
    /// How far it has come.
    pub status: Option<AppointmentStatus>,
    /// What came of it.
    pub outcome: String,
    /// The member who sees to it.
    pub owner: String,
    /// The one after this.
    pub next: Option<Id>,
    /// What it came from.
    pub from: Option<Id>,
}

/// How far an appointment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AppointmentStatus {
    /// It is to come.
    Planned,
    /// It took place.
    Done,
    /// The resident wasn't there.
    NoShow,
    /// It was put off to another time.
    Moved,
    /// It was called off.
    Cancelled,
}

impl AppointmentStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("appointment-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(AppointmentStatus::Planned.name(), Standing::Planned),
    State::new(AppointmentStatus::Done.name(), Standing::Over).tone(Tone::Accent),
    State::new(AppointmentStatus::NoShow.name(), Standing::Over).tone(Tone::Warm),
    State::new(AppointmentStatus::Moved.name(), Standing::Over),
    State::new(AppointmentStatus::Cancelled.name(), Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Appointment {
    pub const RESIDENTS: &'static str = "residents";
    pub const PURPOSE: &'static str = "purpose";
    pub const AT: &'static str = "at";
    pub const PARTNER: &'static str = "partner";
    pub const ESCORT: &'static str = "escort";
    pub const WITH: &'static str = "with";
    pub const PLACE: &'static str = "place";
    pub const MEET: &'static str = "meet";
    pub const INTERPRETER_ORDERED: &'static str = "interpreter_ordered";
    pub const STATUS: &'static str = "status";
    pub const OUTCOME: &'static str = "outcome";
    pub const OWNER: &'static str = "owner";
    pub const NEXT: &'static str = "next";
    pub const FROM: &'static str = "from";
}

impl Record for Appointment {
    const KIND: &'static str = "appointment";
    const ORDER: Order = Order::When(Self::AT);
    const CARD: Card = Card::new("Place").quote(Self::OUTCOME);
    const LIFE: Option<Life> = Some(Life::new(Self::STATUS, STATES).owner(Self::OWNER));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::RESIDENTS, Type::Links(Resident::KIND)).required(),
        Field::new(Self::PURPOSE, Type::Line)
            .required()
            .searched()
            .takes(&[Take::Same, Take::Topic]),
        Field::new(Self::AT, Type::Moment).required().significant().begins(Begin::Tomorrow),
        Field::new(Self::PARTNER, Type::Link(Partner::KIND)).significant().takes(&[Take::Same]),
        Field::new(Self::ESCORT, Type::Member).significant().takes(&[Take::Same]),
        Field::new(Self::WITH, Type::Line).searched().later().takes(&[Take::Same]),
        Field::new(Self::PLACE, Type::Line).later().takes(&[Take::Same]),
        Field::new(Self::MEET, Type::Line).later(),
        Field::new(Self::INTERPRETER_ORDERED, Type::Flag)
            .significant()
            .later()
            .takes(&[Take::Same]),
        Field::new(Self::STATUS, Type::Choice(&AppointmentStatus::CHOICES))
            .otherwise(AppointmentStatus::Planned.name())
            .significant()
            .later(),
        Field::new(Self::OUTCOME, Type::Text).searched().later(),
        Field::new(Self::OWNER, Type::Member).significant().later(),
        Field::new(Self::NEXT, Type::Link(Self::KIND)).hidden(),
        Field::new(Self::FROM, Type::Link(ANY)).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let unclear = self.status == Some(AppointmentStatus::Moved) && self.next.is_none();
        let unsaid = unclear && self.outcome.trim().is_empty();
        unsaid.then(|| Issue::new(Self::OUTCOME, Problem::Missing)).into_iter().collect()
    }
}
