//! What all requests share.

use std::net::IpAddr;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use uuid::Uuid;

use crate::heads::Heads;
use crate::host::Host;
use crate::limits::{Gate, Limits, Room};
use crate::nonces::Nonces;
use crate::storage::Storage;

/// What all requests share.
pub struct Hub {
    /// The database.
    pub storage: Arc<dyn Storage>,
    /// Time and randomness.
    pub host: Host,
    /// Where each space stands, for those who wait.
    pub heads: Arc<Heads>,
    /// The requests that were seen.
    pub nonces: Nonces,
    /// How often each device may ask.
    pub devices: Gate<Uuid>,
    /// How often each address may.
    pub addresses: Gate<IpAddr>,
    /// Proxies that are believed when they say whom they forward.
    pub proxies: Vec<IpAddr>,
    /// Room for requests' bodies.
    pub bodies: Room,
    /// Room for answers on their way.
    pub answers: Room,
    /// Room for waits.
    pub waits: Semaphore,
    /// How many changes after one snapshot the next is due; 0 for never.
    pub snapshot_after: u64,
    /// Whether the server is closing.
    pub closing: watch::Receiver<bool>,
}

impl Hub {
    /// A hub around a database.
    pub fn new(
        storage: Arc<dyn Storage>,
        host: Host,
        limits: Limits,
        snapshot_after: u64,
        closing: watch::Receiver<bool>,
    ) -> Self {
        Self {
            storage,
            host,
            heads: Arc::default(),
            nonces: Nonces::default(),
            devices: Gate::new(limits.device),
            addresses: Gate::new(limits.address),
            proxies: limits.proxies,
            bodies: Room::new(limits.bytes),
            answers: Room::new(limits.bytes),
            waits: Semaphore::new(limits.waits),
            snapshot_after,
            closing,
        }
    }
}
