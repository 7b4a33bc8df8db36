//! A submission: an archive that was made for a depot, and what the depot says of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

/// An archive on its way to a depot. Devices are emptied once the depot has accepted it: what it has only
/// received is still a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Submission {
    /// When the archive was made.
    pub made_at: Option<DateTime<Utc>>,
    /// Up to which number it has each device's changes: a line for each, with device and number.
    pub holds: String,
    /// The depot.
    pub to_depot: String,
    /// How far the depot has come.
    pub status: Option<SubmissionStatus>,
    /// The day on which the depot said so.
    pub decided: Option<NaiveDate>,
    /// The name of the person who said so.
    pub said_by: String,
    /// What else they said.
    pub remarks: String,
}

/// How far a depot has come with an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SubmissionStatus {
    /// It was made, and the depot does not have it yet.
    Prepared,
    /// The depot has it and has not looked at it yet.
    Received,
    /// The depot has checked it and answers for it from now on.
    Accepted,
    /// The depot needs another one.
    Rejected,
}

impl SubmissionStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("submission-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Submission {
    pub const MADE_AT: &'static str = "made_at";
    pub const HOLDS: &'static str = "holds";
    pub const DEPOT: &'static str = "to_depot";
    pub const STATUS: &'static str = "status";
    pub const DECIDED: &'static str = "decided";
    pub const SAID_BY: &'static str = "said_by";
    pub const REMARKS: &'static str = "remarks";
}

impl Record for Submission {
    const KIND: &'static str = "submission";
    const ORDER: Order = Order::When(Self::MADE_AT);
    const CARD: Card = Card::new("File").title(&[Self::DEPOT]).quote(Self::REMARKS);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::MADE_AT, Type::Moment).required().hidden(),
        Field::new(Self::HOLDS, Type::Text).hidden(),
        Field::new(Self::DEPOT, Type::Line),
        Field::new(Self::STATUS, Type::Choice(&SubmissionStatus::CHOICES))
            .otherwise(SubmissionStatus::Prepared.name())
            .significant(),
        Field::new(Self::DECIDED, Type::Day).ruled().significant(),
        Field::new(Self::SAID_BY, Type::Line).ruled(),
        Field::new(Self::REMARKS, Type::Text),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let missing = [
            (self.decided.is_none(), Self::DECIDED),
            (self.said_by.trim().is_empty(), Self::SAID_BY),
        ];
        let missing = missing.into_iter().filter(|it| self.is_accepted() && it.0);
        missing.map(|it| Issue::new(it.1, Problem::Missing)).collect()
    }
}

impl Submission {
    /// Whether the depot answers for it from now on.
    pub fn is_accepted(&self) -> bool {
        self.status == Some(SubmissionStatus::Accepted)
    }

    /// What [`Submission::holds`] says of an archive with each device's changes up to a number.
    pub fn holding(stand: &BTreeMap<Id, u64>) -> String {
        let lines: Vec<String> =
            stand.iter().map(|(device, seq)| format!("{device} {seq}")).collect();
        lines.join("\n")
    }

    /// Whether it has a device's changes up to that number.
    pub fn has(&self, device: Id, seq: u64) -> bool {
        let lines = self.holds.lines().filter_map(|it| it.split_once(' '));
        let mut theirs = lines.filter(|it| it.0.parse() == Ok(device));
        let held = theirs.find_map(|it| it.1.trim().parse().ok());
        held.unwrap_or(0) >= seq
    }
}
