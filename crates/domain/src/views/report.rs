//! The figures of a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::views::ResidentRow;

/// What was done in a period, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Conversations by week, as `2026-W47`, earliest first; weeks without any included.
    pub visits_by_week: Vec<Count>,
    /// Conversations by topic, most first; one of two topics counts for both.
    pub visits_by_topic: Vec<Count>,
    /// How many conversations in all.
    pub visits: u64,
    /// How many residents were talked with.
    pub residents_met: u64,
    /// Appointments by status.
    pub appointments: Vec<Count>,
    /// How many of those that took place somebody came along to.
    pub escorts: u64,
    /// Referrals by partner.
    pub referrals: Vec<ReferralCount>,
    /// Incidents by sort, most first.
    pub incidents: Vec<Count>,
    /// Activities with how many came.
    pub activities: Vec<ActivityCount>,
    /// Residents without a conversation or an appointment for 30 days before the last day.
    pub without_contact: Vec<ResidentRow>,
}

/// How often something was counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Count {
    /// What, as it is stored.
    pub what: String,
    /// How often.
    pub count: u64,
}

/// Referrals to one partner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferralCount {
    /// What to call the partner.
    pub partner: String,
    /// How many were sent.
    pub sent: u64,
    /// How many of those were answered or declined.
    pub answered: u64,
    /// The median of whole days from sending to answering; none without answers.
    pub days: Option<u64>,
}

/// One activity, and how many came.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ActivityCount {
    /// Which.
    pub id: Id,
    /// What it is.
    pub title: String,
    /// Which day.
    pub day: Option<NaiveDate>,
    /// How sure it is, as it is stored.
    pub status: String,
    /// How many came.
    pub came: u64,
    /// How many said that they would, and are neither noted as there nor as absent.
    pub signed_up: u64,
}
