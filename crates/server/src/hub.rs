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
    /// Where each space stands, for those who wait.
    pub notifier: Arc<Notifier>,
    /// The requests that were seen.
    pub nonces: Nonces,
    /// How often each device may ask, by what it signs with.
    pub devices: Gate<[u8; 32]>,
    /// How often each address may.
    pub addresses: Gate<IpAddr>,
    /// How many spaces each address may found.
    pub foundings: Gate<IpAddr>,
    /// Proxies that are believed when they say whom they forward.
    pub proxies: Vec<IpAddr>,
    /// Room for requests' bodies.
    pub bodies: Bodies,
    /// Room for answers on their way, which each space shares.
    pub answers: Room<Uuid>,
    /// Room for waits, which each space shares.
    pub waits: Room<Uuid>,
    /// How long 64 KiB may be on their way.
    pub patience: Duration,
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
            notifier: Arc::default(),
            nonces: Nonces::default(),
            devices: Gate::new(limits.device),
            addresses: Gate::new(limits.address),
            foundings: Gate::hourly(limits.foundings),
            proxies: limits.proxies,
            bodies: Bodies::new(limits.bytes),
            answers: Room::new(limits.bytes, usize::MAX),
            // Twice as many: so many in all are never refused, whosoever they are.
            waits: Room::new(limits.waits.saturating_mul(2), usize::MAX),
            patience: limits.patience,
            snapshot_after,
            closing,
        }
    }

    /// What a caller is told for whom there is no room just now.
    pub fn busy(&self) -> Refusal {
        Refusal::Busy { millis: self.host.about(PAUSE) }
    }
}
