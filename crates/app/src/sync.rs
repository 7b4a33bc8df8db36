//! Performs what the sync engine decides: requests, pages, snapshots and joining; copies and restores a site.

pub mod driver;
pub mod emptying;
pub mod join;
pub mod pull;
#[cfg(not(target_family = "wasm"))]
pub mod restore;
pub mod seal;
pub mod snapshot;
pub mod transport;
