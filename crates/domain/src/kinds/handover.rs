//! A handover: the plan by which everything unsettled gets a new owner before staffing ends.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Begin, Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::{Activity, Member, Resident};

/// What ends, when, and who leads the handover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Handover {
    /// What ends.
    pub scope: Option<Scope>,
    /// The last day.
    pub last_day: Option<NaiveDate>,
    /// The members who leave. They get no new work while the handover is open.
    pub leaving: Vec<Id>,
    /// The resident who moves.
    pub resident: Option<Id>,
    /// The member who signs, and with whom stays what has no receiver.
    pub lead: String,
    /// Why, in words that residents and receivers get to read.
    pub reason: String,
    /// The activity at which the team says goodbye.
    pub farewell: Option<Id>,
    /// How far it has come.
    pub status: Option<HandoverStatus>,
}

/// What ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Scope {
    /// The staffing of the building.
    Building,
    /// A member's work here.
    Member,
    /// A resident's time here.
    Resident,
}

impl Scope {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("handover-scope", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How far a handover has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum HandoverStatus {
    /// It shows what it would gather. Nothing is offered yet.
    Draft,
    /// Matters are offered and accepted.
    Open,
    /// Every matter is settled, accepted or kept by a lead.
    Closed,
}

impl HandoverStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("handover-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Handover {
    pub const SCOPE: &'static str = "scope";
    pub const LAST_DAY: &'static str = "last_day";
    pub const LEAVING: &'static str = "leaving";
    pub const RESIDENT: &'static str = "resident";
    pub const LEAD: &'static str = "lead";
    pub const REASON: &'static str = "reason";
    pub const FAREWELL: &'static str = "farewell";
    pub const STATUS: &'static str = "status";
}

impl Record for Handover {
    const KIND: &'static str = "handover";
    const ORDER: Order = Order::When(Self::LAST_DAY);
    const CARD: Card = Card::new("Handover").title(&[Self::SCOPE]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::SCOPE, Type::Choice(&Scope::CHOICES))
            .required()
            .significant()
            .begins(Begin::Is(Scope::Building.name())),
        Field::new(Self::LAST_DAY, Type::Day).required().significant(),
        Field::new(Self::LEAVING, Type::Links(Member::KIND))
            .ruled()
            .only_with(Self::SCOPE, &[Scope::Building.name(), Scope::Member.name()]),
        Field::new(Self::RESIDENT, Type::Link(Resident::KIND))
            .ruled()
            .only_with(Self::SCOPE, &[Scope::Resident.name()]),
        Field::new(Self::LEAD, Type::Member).required().significant(),
        Field::new(Self::REASON, Type::Text),
        Field::new(Self::FAREWELL, Type::Link(Activity::KIND)).later(),
        Field::new(Self::STATUS, Type::Choice(&HandoverStatus::CHOICES))
            .otherwise(HandoverStatus::Draft.name())
            .significant()
            .hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let missing = |field| vec![Issue::new(field, Problem::Missing)];
        match self.scope {
            Some(Scope::Member) if self.leaving.is_empty() => missing(Self::LEAVING),
            Some(Scope::Resident) if self.resident.is_none() => missing(Self::RESIDENT),
            _ => Vec::new(),
        }
    }
}

impl Handover {
    /// Whether matters are offered and accepted now.
    pub fn is_open(&self) -> bool {
        self.status == Some(HandoverStatus::Open)
    }

    /// Whether it is over.
    pub fn is_closed(&self) -> bool {
        self.status == Some(HandoverStatus::Closed)
    }
}
