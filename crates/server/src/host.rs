//! Time and randomness. They enter the server only here, so that tests control them.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use uuid::{Builder, Uuid};
use wire::offset;

use crate::Result;

/// The source of the server's time and random ids.
#[derive(Clone)]
pub struct Host {
    now: Arc<dyn Fn() -> u64 + Send + Sync>,
    random: Arc<dyn Fn() -> Result<[u8; 16]> + Send + Sync>,
}

impl Default for Host {
    /// The machine's clock and randomness.
    fn default() -> Self {
        let asked = std::env::var(offset::VARIABLE).ok().as_deref().and_then(offset::read);
        let millis = offset::heeded(asked);
        Self::with_clock(move || wall_clock().saturating_add_signed(millis))
    }
}

impl Host {
    /// A host with a test's clock (milliseconds since 1970) and random numbers.
    pub fn new(
        now: impl Fn() -> u64 + Send + Sync + 'static,
        random: impl Fn() -> [u8; 16] + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), random: Arc::new(move || Ok(random())) }
    }

    /// The machine's randomness with another clock (milliseconds since 1970).
    pub fn with_clock(now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now), random: Arc::new(system_random) }
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> u64 {
        (self.now)()
    }

    /// A new random id.
    pub fn id(&self) -> Result<Uuid> {
        Ok(Builder::from_random_bytes((self.random)()?).into_uuid())
    }

    /// At least `millis`, and up to half more, so that clients that were given the same time do not
    /// return together.
    pub fn about(&self, millis: u64) -> u64 {
        let random =
            (self.random)().map_or(0, |[first, second, ..]| u16::from_le_bytes([first, second]));
        millis + millis * u64::from(random) / (2 * u64::from(u16::MAX))
    }
}

impl fmt::Debug for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Host")
    }
}

// The server must read the clock; devices get their time from it.
#[allow(clippy::disallowed_methods, reason = "this is the one place that asks")]
fn wall_clock() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

fn system_random() -> Result<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
