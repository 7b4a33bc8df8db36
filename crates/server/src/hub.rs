//! What all requests share.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;
use wire::Refusal;

use crate::bodies::Bodies;
use crate::host::Host;
use crate::limits::{Gate, Limits, PAUSE};
use crate::nonces::Nonces;
use crate::notifier::Notifier;
use crate::room::Room;
use crate::storage::Storage;

/// What all requests share.
pub struct Hub {
    /// The database.
    pub storage: Arc<dyn Storage>,
    /// Time and randomness.
    pub host: Host,
    /// The position of each space, for waiting devices.
    pub notifier: Arc<Notifier>,
    /// The requests that were seen, to refuse replays.
    pub nonces: Nonces,
    /// The request rate of each device, by its signing key.
    pub devices: Gate<[u8; 32]>,
    /// The request rate of each address.
    pub addresses: Gate<IpAddr>,
    /// The number of spaces that each address founds.
    pub foundings: Gate<IpAddr>,
    /// Trusted proxies.
    pub proxies: Vec<IpAddr>,
    /// Room for requests' bodies.
    pub bodies: Bodies,
    /// Room for answers on their way, shared by spaces.
    pub answers: Room<Uuid>,
    /// Room for waits, shared by spaces.
    pub waits: Room<Uuid>,
    /// How long 64 KiB of a transfer may take.
    pub patience: Duration,
    /// After how many changes a new snapshot is due; 0 for never.
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
            notifier: Arc::default(),
            nonces: Nonces::default(),
            devices: Gate::new(limits.device),
            addresses: Gate::new(limits.address),
            foundings: Gate::hourly(limits.foundings),
            proxies: limits.proxies,
            bodies: Bodies::new(limits.bytes),
            answers: Room::new(limits.bytes, usize::MAX),
            // Twice as many, because half the total is always granted, to any caller.
            waits: Room::new(limits.waits.saturating_mul(2), usize::MAX),
            patience: limits.patience,
            snapshot_after,
            closing,
        }
    }

    /// The refusal for a caller for whom there is no room now.
    pub fn busy(&self) -> Refusal {
        Refusal::Busy { millis: self.host.about(PAUSE) }
    }
}
