//! Appointments and their slips.

pub mod list;
pub mod page;
pub mod sheet;
pub mod slip;
