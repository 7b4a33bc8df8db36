//! The records as Noark 5.0 has them.

pub mod changes;
mod elements;
mod places;
mod registration;
pub mod structure;
