//! The shared parts of all cases' pages: the frame, the heading, the due day, the actions, and the
//! question that an action asks.

pub mod actions;
pub mod ask;
pub mod due;
pub mod head;
pub mod page;
