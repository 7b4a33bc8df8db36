//! A folder for each noun: its pages and their parts.

pub mod activity;
pub mod appointment;
pub mod cases;
pub mod exchange;
pub mod partner;
pub mod report;
pub mod resident;
pub mod today;
pub mod topic_owner;
pub mod unit;
pub mod visit;
