//! A referral: what we ask of a partner, and what they answered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::{Choices, Topic};
use crate::field::{ANY, Field, Type};
use crate::kind::{Order, Record};

/// A matter that is a partner's to answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Referral {
    /// Whom we ask.
    pub to: Option<Id>,
    /// About whom.
    pub about: Vec<Id>,
    /// About what.
    pub topic: Option<Topic>,
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
    /// What it came from.
    pub from: Option<Id>,
}

/// How urgent a referral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

/// How far a referral has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

const URGENCIES: Choices = Choices { name: "urgency", values: Urgency::VARIANTS };
const STATUSES: Choices = Choices { name: "referral-status", values: ReferralStatus::VARIANTS };

impl Record for Referral {
    const KIND: &'static str = "referral";
    const ORDER: Order = Order::Made;
    const FIELDS: &'static [Field] = &[
        Field::new("to", Type::Link("partner")).required().significant(),
        Field::new("about", Type::Links("resident")).required(),
        Field::new("topic", Type::Choice(&Topic::CHOICES)).required().searched().significant(),
        Field::new("ask", Type::Text).required().searched(),
        Field::new("reply_by", Type::Day).significant(),
        Field::new("urgency", Type::Choice(&URGENCIES)).significant().later(),
        Field::new("status", Type::Choice(&STATUSES)).otherwise("draft").significant().later(),
        Field::new("answer", Type::Text).searched().later(),
        Field::new("from", Type::Link(ANY)).hidden(),
    ];
}
