//! What the pages of all cases share: the frame, the heading, the day for it, the taps that take it on,
//! and the question that one of them asks.

pub mod actions;
pub mod ask;
pub mod due;
pub mod head;
pub mod page;
