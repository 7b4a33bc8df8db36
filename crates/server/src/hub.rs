//! What all requests share.

use std::sync::Arc;

use tokio::sync::{Semaphore, watch};

use crate::heads::Heads;
use crate::nonces::Nonces;
use crate::storage::Storage;

/// Most bytes of requests' bodies in memory at a time.
const BODY_BYTES: usize = 128 << 20;
/// Most waits at a time.
const WAITS: usize = 10_000;

/// What all requests share.
pub struct Hub {
    /// The database.
    pub storage: Arc<dyn Storage>,
    /// Where each space stands, for those who wait.
    pub heads: Arc<Heads>,
    /// The requests that were seen.
    pub nonces: Nonces,
    /// Room for bodies, a permit a byte.
    pub bodies: Arc<Semaphore>,
    /// Room for waits.
    pub waits: Semaphore,
    /// Whether the server is closing.
    pub closing: watch::Receiver<bool>,
}

impl Hub {
    /// A hub around a database.
    pub fn new(storage: Arc<dyn Storage>, closing: watch::Receiver<bool>) -> Self {
        Self {
            storage,
            heads: Arc::default(),
            nonces: Nonces::default(),
            bodies: Arc::new(Semaphore::new(BODY_BYTES)),
            waits: Semaphore::new(WAITS),
            closing,
        }
    }
}
