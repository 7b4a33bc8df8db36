//! What every kind of record is shown and edited with: it knows `KINDS` and no noun.

pub mod actions;
pub mod attempt;
pub mod bin;
pub mod chips;
pub mod conflicts;
pub mod defaults;
pub mod deleted;
pub mod draft_note;
pub mod fields;
pub mod form;
pub mod frame;
pub mod history;
pub mod links;
pub mod list;
pub mod once_read;
pub mod page;
pub mod problems;
pub mod reach;
pub mod row;
pub mod save_bar;
pub mod search;
pub mod story;
pub mod text_area;
pub mod values;
