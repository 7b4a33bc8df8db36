//! The start page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::views::{Case, Draft, HandoverToday, Page};

/// The start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Today {
    /// Which day it is at the site.
    pub date: NaiveDate,
    /// How many residents live in the building now.
    pub living: u64,
    /// How many visits took place since the day began.
    pub visits_today: u64,
    /// How many since the week began.
    pub visits_this_week: u64,
    /// Unfinished forms, the latest.
    pub drafts: Vec<Draft>,
    /// How many unfinished forms there are.
    pub drafts_total: u64,
    /// Today's appointments and activities, and the latest earlier appointments without an outcome.
    /// Earliest first.
    pub agenda: Page,
    /// How many earlier appointments have no outcome.
    pub unsettled: u64,
    /// The first appointments after today, and how many there are.
    pub coming: Page,
    /// Open acute incidents, follow-ups that are due and referrals whose answer is overdue,
    /// earliest first.
    pub due: Vec<Case>,
    /// How many of those there are.
    pub due_total: u64,
    /// Referrals that were answered or declined, latest first.
    pub back: Vec<Case>,
    /// How many of those there are.
    pub back_total: u64,
    /// The handovers that are open, the one that ends first, first.
    pub handovers: Vec<HandoverToday>,
    /// Records where a person must choose.
    pub conflicts: Page,
    /// Visits that left us something to do and have no follow-up.
    pub open: Page,
    /// The visits, incidents and referrals logged last.
    pub recent: Page,
}
