//! Residents.

pub mod head;
pub mod list;
pub mod merged;
pub mod page;
pub mod rows;
