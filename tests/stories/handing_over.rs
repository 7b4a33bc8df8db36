//! Staffing ends: everything that is not settled gets a new owner who said yes, and every resident is
//! told.

mod answers;
mod on_paper;
mod packages;
mod plan;
mod residents;
mod takeover;
