//! The records as Noark 5.0 has them.

pub mod changes;
pub mod structure;
