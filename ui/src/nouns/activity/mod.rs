//! Activities and who came.

pub mod count;
pub mod details;
pub mod list;
pub mod page;
pub mod plan;
pub mod postpone;
pub mod roll;
pub mod rows;
pub mod wall;
pub mod week_plan;
pub mod words;
