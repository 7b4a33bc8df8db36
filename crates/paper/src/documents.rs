//! Each document as a sheet, made of what the core answers.

pub mod agreed;
pub mod contacts;
pub mod handover;
pub mod letter;
pub mod matters;
pub mod notice;
pub mod overview;
pub mod report;
pub mod slip;
pub mod summary;
pub mod told;
pub mod week_plan;
