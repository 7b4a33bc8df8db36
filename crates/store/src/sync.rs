//! Sync in the database: received pages and snapshots, changes that can't be read, changes to send,
//! and the renaming of a copied device.

pub mod inbox;
pub mod outbox;
pub mod quarantine;
pub mod rename;
pub mod snapshots;
