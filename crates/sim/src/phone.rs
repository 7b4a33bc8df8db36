//! What an app finds around it on a simulated device.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use app::{Answer, Environment, Moved, NoResponse, Soon};
use blake3::{Hasher, OutputReader};

use crate::network::{Leg, Network};

/// So few that a snapshot has several parts, and one can be broken off between them.
const PART_BYTES: usize = 1_000;

/// A clock that can be set.
#[derive(Default)]
pub struct Wall {
    /// Milliseconds by which it is ahead of the true time.
    pub ahead: AtomicI64,
    /// The latest that it has ever shown to anybody.
    pub latest: AtomicU64,
}

impl Wall {
    /// What it shows at a true time.
    pub fn show(&self, now: u64) -> u64 {
        let shown = now.saturating_add_signed(self.ahead.load(Ordering::Relaxed));
        self.latest.fetch_max(shown, Ordering::Relaxed);
        shown
    }
}

/// A device's surroundings.
pub struct Phone {
    device: usize,
    network: Network,
    wall: Arc<Wall>,
    random: Mutex<OutputReader>,
}

impl Phone {
    /// A device's, with randomness that it never had before.
    pub fn new(device: usize, network: &Network, wall: &Arc<Wall>, seed: &str) -> Self {
        let random =
            Mutex::new(Hasher::new_derive_key("sim").update(seed.as_bytes()).finalize_xof());
        Self { device, network: network.clone(), wall: wall.clone(), random }
    }
}

impl Environment for Phone {
    fn now(&self) -> u64 {
        self.wall.show(self.network.lock().now)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill(bytes);
    }

    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        let rung = self.network.lock().timer(millis);
        Box::pin(async move {
            if rung.await.is_err() {
                std::future::pending::<()>().await;
            }
        })
    }

    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        _: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        let path = url.find("/v1/").map_or(url, |at| &url[at..]);
        let leg = Leg::There(header.1.to_owned(), body);
        let answer = self.network.lock().send(self.device, path, leg);
        Box::pin(async move { answer.await.ok().flatten().ok_or(NoResponse::NoContact) })
    }

    fn part_bytes(&self) -> usize {
        PART_BYTES
    }
}
