//! Conversations.

pub mod fields;
pub mod open;
pub mod page;
pub mod rows;
