//! Partners.

pub mod card;
pub mod page;
