//! The app around the pages: the calls to the core, the session, the address, the frame.

pub mod api;
pub mod bars;
pub mod broken;
pub mod connectivity;
pub mod files;
pub mod head;
pub mod join_or_found;
pub mod key_help;
pub mod keys;
pub mod later;
pub mod layout;
pub mod link;
pub mod locale;
pub mod more;
pub mod navigation;
pub mod new_id;
pub mod not_found;
pub mod pages;
pub mod print;
pub mod query;
pub mod reminders;
pub mod root;
pub mod router;
pub mod session;
pub mod sync;
pub mod toast;
