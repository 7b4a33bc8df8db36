//! Parts and words that know nothing of what Bomiljø records.

pub mod arrows;
pub mod avatar;
pub mod browser;
pub mod dialog;
pub mod disclosure;
pub mod erased;
pub mod files;
pub mod focus;
pub mod format;
pub mod frame_queue;
pub mod icon;
pub mod intl;
pub mod print;
pub mod slots;
pub mod states;
pub mod text;
pub mod toast;
pub mod written;
