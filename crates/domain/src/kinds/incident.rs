//! An incident: what happened, to whom, and whom we reached.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{ANY, Begin, Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::{Blob, Partner, Resident, Unit};
use crate::life::{Life, Standing, State, Tone};

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
    /// A photo of it.
    pub photo: Option<Blob>,
    /// The member who sees to it.
    pub owner: String,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl IncidentType {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("incident-type", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How serious an incident is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl Seriousness {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("seriousness", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// A resident's part in an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl PartyRole {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("party-role", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// What came of an attempt to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl Reached {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("reached", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How far an incident has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl IncidentStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("incident-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(IncidentStatus::Open.name(), Standing::Ours).tone(Tone::Warm),
    State::new(IncidentStatus::Watching.name(), Standing::Ours).tone(Tone::Warm),
    State::new(IncidentStatus::Closed.name(), Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Incident {
    pub const TYPE: &'static str = "type";
    pub const SERIOUSNESS: &'static str = "seriousness";
    pub const WHAT: &'static str = "what";
    pub const PARTIES: &'static str = "parties";
    pub const ACTIONS: &'static str = "actions";
    pub const AT: &'static str = "at";
    pub const PLACE: &'static str = "place";
    pub const UNIT: &'static str = "unit";
    pub const NOTIFIED: &'static str = "notified";
    pub const STATUS: &'static str = "status";
    pub const CLOSED_HOW: &'static str = "closed_how";
    pub const PHOTO: &'static str = "photo";
    pub const OWNER: &'static str = "owner";
    pub const FROM: &'static str = "from";
}

impl Record for Incident {
    const KIND: &'static str = "incident";
    const ORDER: Order = Order::When(Self::AT);
    const CARD: Card = Card::new("Warning").title(&[Self::TYPE, Self::WHAT]).quote(Self::ACTIONS);
    const LIFE: Option<Life> =
        Some(Life::new(Self::STATUS, STATES).weight(Self::SERIOUSNESS).owner(Self::OWNER));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::TYPE, Type::Choice(&IncidentType::CHOICES))
            .required()
            .searched()
            .significant(),
        Field::new(Self::SERIOUSNESS, Type::Choice(&Seriousness::CHOICES))
            .required()
            .searched()
            .significant(),
        Field::new(Self::WHAT, Type::Text).required().searched(),
        Field::new(Self::PARTIES, Type::Roles(Resident::KIND, &PartyRole::CHOICES)),
        Field::new(Self::ACTIONS, Type::Text).searched(),
        Field::new(Self::AT, Type::Moment).required().later().begins(Begin::Now),
        Field::new(Self::PLACE, Type::Line).later(),
        Field::new(Self::UNIT, Type::Link(Unit::KIND)).significant().later(),
        Field::new(Self::NOTIFIED, Type::Calls(Partner::KIND, &Reached::CHOICES)).hidden(),
        Field::new(Self::STATUS, Type::Choice(&IncidentStatus::CHOICES))
            .otherwise(IncidentStatus::Open.name())
            .significant()
            .later(),
        Field::new(Self::CLOSED_HOW, Type::Text).ruled().searched().later(),
        Field::new(Self::PHOTO, Type::Blob).later(),
        Field::new(Self::OWNER, Type::Member).significant().later(),
        Field::new(Self::FROM, Type::Link(ANY)).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let unsaid = self.status == Some(IncidentStatus::Closed) && self.closed_how.is_empty();
        unsaid.then(|| Issue::new(Self::CLOSED_HOW, Problem::Missing)).into_iter().collect()
    }
}
