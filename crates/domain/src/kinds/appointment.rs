//! An appointment, and who walks along.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::Choices;
use crate::field::{ANY, Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

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
    /// Which worker comes along; nobody when empty.
    pub escort: String,
    /// Where and when they meet beforehand, in words that the resident gets to read.
    pub meet: String,
    /// Whether an interpreter is ordered.
    pub interpreter_ordered: bool,
    /// How far it has come.
    pub status: Option<AppointmentStatus>,
    /// What came of it.
    pub outcome: String,
    /// The one after this.
    pub next: Option<Id>,
    /// What it came from.
    pub from: Option<Id>,
}

/// How far an appointment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

const STATUSES: Choices =
    Choices { name: "appointment-status", values: AppointmentStatus::VARIANTS };

impl Record for Appointment {
    const KIND: &'static str = "appointment";
    const ORDER: Order = Order::When("at");
    const FIELDS: &'static [Field] = &[
        Field::new("residents", Type::Links("resident")).required(),
        Field::new("purpose", Type::Line).required().searched(),
        Field::new("at", Type::Moment).required().significant(),
        Field::new("partner", Type::Link("partner")).significant(),
        Field::new("escort", Type::Worker).significant(),
        Field::new("with", Type::Line).searched().later(),
        Field::new("place", Type::Line).later(),
        Field::new("meet", Type::Line).later(),
        Field::new("interpreter_ordered", Type::Flag).significant().later(),
        Field::new("status", Type::Choice(&STATUSES)).otherwise("planned").significant().later(),
        Field::new("outcome", Type::Text).searched().later(),
        Field::new("next", Type::Link("appointment")).hidden(),
        Field::new("from", Type::Link(ANY)).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let unclear = self.status == Some(AppointmentStatus::Moved) && self.next.is_none();
        let unsaid = unclear && self.outcome.trim().is_empty();
        unsaid.then(|| Issue::new("outcome", Problem::Missing)).into_iter().collect()
    }
}
