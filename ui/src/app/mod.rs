//! The app around the pages: the way to the core, the session, the address, the frame.

pub mod api;
pub mod bars;
pub mod broken;
pub mod clock;
pub mod connectivity;
pub mod deferred;
pub mod head;
pub mod help;
pub mod keys;
pub mod link;
pub mod locale;
pub mod more;
pub mod navigation;
pub mod plus;
pub mod query;
pub mod reminders;
pub mod resident_texts;
pub mod root;
pub mod session;
pub mod shell;
pub mod start;
pub mod sync;
pub mod today;
