//! The start page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::views::{Case, Draft, Page};

/// The start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Today {
    /// Which day it is at the site.
    pub date: NaiveDate,
    /// How many live in the building now.
    pub living: u64,
    /// How many conversations took place since the day began.
    pub visits_today: u64,
    /// How many since the week began.
    pub visits_this_week: u64,
    /// What was begun and not finished.
    pub drafts: Vec<Draft>,
    /// How many of those there are; the latest are here.
    pub drafts_total: u64,
    /// Appointments of this day, and the latest of the days before of which nobody said how they
    /// went; activities of this day. Earliest first.
    pub agenda: Page,
    /// How many appointments of the days before there are of which nobody said how they went.
    pub unsettled: u64,
    /// The first appointments of the days after, and how many there are.
    pub coming: Page,
    /// Acute incidents that are open, follow-ups that are due and referrals without an answer in
    /// time, earliest first.
    pub due: Vec<Case>,
    /// How many of those there are.
    pub due_total: u64,
    /// Referrals that came back with an answer or a refusal, latest first.
    pub back: Vec<Case>,
    /// How many of those there are.
    pub back_total: u64,
    /// Records where a person must choose.
    pub conflicts: Page,
    /// Conversations that ended with something for us to do, of which no follow-up was made.
    pub open: Page,
    /// The conversations, incidents and referrals logged last.
    pub recent: Page,
}
