//! What the pages of all cases share: the heading, the day for it, and the taps that take it on.

pub mod actions;
pub mod due;
pub mod head;
