//! Performs what the sync engine decides: requests, pages, snapshots and joining.

pub mod driver;
pub mod join;
pub mod pull;
pub mod seal;
pub mod snapshot;
pub mod transport;
