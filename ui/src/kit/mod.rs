//! Parts and texts that depend on no kind of record.

pub mod arrows;
pub mod avatar;
pub mod browser;
pub mod button;
pub mod chip;
pub mod clock;
pub mod date_field;
pub mod dialog;
pub mod disclosure;
pub mod erased;
pub mod focus;
pub mod format;
pub mod frame_queue;
pub mod icon;
pub mod intl;
pub mod lists;
pub mod phone;
pub mod slots;
pub mod speak;
pub mod states;
pub mod stopped;
pub mod text;
