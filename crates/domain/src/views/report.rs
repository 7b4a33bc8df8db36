//! The figures of a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::views::ResidentRow;

/// What was done in a period, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Visits by week, as `2026-W47`, earliest first. Weeks without any are included.
    pub visits_by_week: Vec<Count>,
    /// Visits by topic, most first. A visit with two topics counts for both.
    pub visits_by_topic: Vec<Count>,
    /// How many visits in all.
    pub visits: u64,
    /// How many residents had a visit.
    pub residents_met: u64,
    /// Appointments by status.
    pub appointments: Vec<Count>,
    /// How many of the appointments that took place had an escort.
    pub escorts: u64,
    /// What partners were asked to act on, by partner, most first.
    pub answers: Vec<AnswerCount>,
    /// Incidents by type, most first.
    pub incidents: Vec<Count>,
    /// Activities with how many came.
    pub activities: Vec<ActivityCount>,
    /// Residents without a visit or an appointment in the 30 days before the last day.
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

/// What one partner was asked to act on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerCount {
    /// The partner's name.
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
    /// How certain it is, as it is stored.
    pub status: String,
    /// How many came.
    pub came: u64,
    /// How many signed up and are noted neither as present nor as absent.
    pub signed_up: u64,
}
