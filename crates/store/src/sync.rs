//! What comes from others and goes to them: pages, snapshots, what cannot be read, and a new name for a
//! copied device.

pub mod inbox;
pub mod outbox;
pub mod quarantine;
pub mod rename;
pub mod snapshots;
