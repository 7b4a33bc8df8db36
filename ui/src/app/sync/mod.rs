//! The state of sync, in the frame of every page.

pub mod chip;
pub mod conflict_count;
pub mod details;
pub mod fetching;
pub mod standing;
