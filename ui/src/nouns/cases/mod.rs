//! Incidents, referrals and follow-ups.

pub mod actions;
pub mod ask;
pub mod calls;
pub mod due;
pub mod filter;
pub mod follow_up;
pub mod groups;
pub mod head;
pub mod incident;
pub mod letter;
pub mod list;
pub mod page;
pub mod referral;
pub mod rows;
pub mod section;
pub mod steps;
