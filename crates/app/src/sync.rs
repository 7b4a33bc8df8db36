//! Carrying out what the sync engine decides: requests, pages, snapshots, and how a device joins.

pub mod driver;
pub mod join;
pub mod pull;
pub mod seal;
pub mod snapshot;
pub mod transport;
