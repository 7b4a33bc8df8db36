//! The parts that pages are put together from.

pub mod avatar;
pub mod chips;
pub mod conflicts;
pub mod dialog;
pub mod fields;
pub mod head;
pub mod help;
pub mod icon;
pub mod locale;
pub mod partner_card;
pub mod person_field;
pub mod problems;
pub mod resident_head;
pub mod resident_rows;
pub mod save_bar;
pub mod shell;
pub mod states;
pub mod sync_chip;
pub mod timeline;
pub mod toast;
pub mod visit_fields;
pub mod visit_rows;
