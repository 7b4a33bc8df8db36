//! An incident: what happened, to whom, and whom we reached.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::Choices;
use crate::field::{ANY, Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

/// Something happened that others need to know of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Incident {
    /// What sort of incident.
    #[serde(rename = "type")]
    pub sort: Option<IncidentType>,
    /// How serious.
    pub seriousness: Option<Seriousness>,
    /// What happened, in the worker's words.
    pub what: String,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// Where, in words.
    pub place: String,
    /// In which apartment or room.
    pub unit: Option<Id>,
    /// Who was part of it.
    pub parties: Vec<Party>,
    /// What was done on the spot.
    pub actions: String,
    /// Who was told.
    pub notified: Vec<Notified>,
    /// How far it has come.
    pub status: Option<IncidentStatus>,
    /// How it was closed.
    pub closed_how: String,
    /// What it came from.
    pub from: Option<Id>,
}

/// A resident's part in an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The resident.
    pub who: Id,
    /// Their part.
    pub role: PartyRole,
}

/// An attempt to reach a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    /// The partner.
    pub who: Id,
    /// Whether they were reached.
    pub role: Reached,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// The sorts of incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum IncidentType {
    /// Noise.
    Noise,
    /// A smell of smoke.
    SmokeSmell,
    /// People fell out.
    Conflict,
    /// Something is broken.
    Damage,
    /// Something is gone.
    Theft,
    /// Somebody is hounded or abused, for their origin, faith, sex or otherwise.
    Harassment,
    /// Violence, or the threat of it.
    Violence,
    /// Fire.
    Fire,
    /// Somebody is ill or hurt.
    Health,
    /// Anything else.
    Other,
}

/// How serious an incident is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Seriousness {
    /// A nuisance.
    Minor,
    /// Must be dealt with.
    Serious,
    /// Life or health is at stake now.
    Acute,
}

/// A resident's part in an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PartyRole {
    /// It happened to them.
    Affected,
    /// They caused it.
    Caused,
    /// They saw or heard it.
    Witness,
}

/// What came of an attempt to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Reached {
    /// They were reached.
    Reached,
    /// Nobody answered.
    NoAnswer,
    /// A message was left.
    MessageLeft,
}

/// How far an incident has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum IncidentStatus {
    /// Something has to be done.
    Open,
    /// Nothing to do for now, but it may come back.
    Watching,
    /// It is over.
    Closed,
}

const TYPES: Choices = Choices { name: "incident-type", values: IncidentType::VARIANTS };
const SERIOUSNESS: Choices = Choices { name: "seriousness", values: Seriousness::VARIANTS };
const PARTIES: Choices = Choices { name: "party-role", values: PartyRole::VARIANTS };
const REACHED: Choices = Choices { name: "reached", values: Reached::VARIANTS };
const STATUSES: Choices = Choices { name: "incident-status", values: IncidentStatus::VARIANTS };

impl Record for Incident {
    const KIND: &'static str = "incident";
    const ORDER: Order = Order::When("at");
    const FIELDS: &'static [Field] = &[
        Field::new("type", Type::Choice(&TYPES)).required().searched().significant(),
        Field::new("seriousness", Type::Choice(&SERIOUSNESS)).required().searched().significant(),
        Field::new("what", Type::Text).required().searched(),
        Field::new("parties", Type::Roles("resident", &PARTIES)),
        Field::new("actions", Type::Text).searched(),
        Field::new("at", Type::Moment).required().later(),
        Field::new("place", Type::Line).later(),
        Field::new("unit", Type::Link("unit")).significant().later(),
        Field::new("notified", Type::Calls("partner", &REACHED)).hidden(),
        Field::new("status", Type::Choice(&STATUSES)).otherwise("open").significant().later(),
        Field::new("closed_how", Type::Text).ruled().searched().later(),
        Field::new("from", Type::Link(ANY)).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let unsaid = self.status == Some(IncidentStatus::Closed) && self.closed_how.is_empty();
        unsaid.then(|| Issue::new("closed_how", Problem::Missing)).into_iter().collect()
    }
}
