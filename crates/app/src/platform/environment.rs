//! Time, randomness and the network. They enter the app only here, so that tests and the simulator
//! control them.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;

use domain::{Clock, Id};
use rand_core::{Rng, TryRng};
#[cfg(not(target_family = "wasm"))]
use store::key::{KeyStore, NoKeyStore};
use sync::snapshot::PART_BYTES;
use uuid::Builder;

use crate::platform::http::{Answer, Moved, NoResponse};
use crate::platform::system::System;

/// A result that comes later.
#[cfg(not(target_family = "wasm"))]
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A result that comes later. In a browser it need not be `Send`.
#[cfg(target_family = "wasm")]
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// After so many milliseconds without progress an exchange is given up. The server holds a wait for
/// less.
const SILENCE: u64 = 35_000;

/// What an application needs from its environment.
pub trait Environment: Send + Sync {
    /// Milliseconds since 1970, by the device's clock.
    fn now(&self) -> u64;
    /// Fills `bytes` with randomness fit for keys.
    fn fill(&self, bytes: &mut [u8]);
    /// Pauses for so many milliseconds, even if the clock is changed meanwhile.
    fn sleep(&self, millis: u64) -> Soon<'_, ()>;
    /// Posts a body with one header, and reports the bytes that move.
    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>>;
    /// After how many milliseconds without progress an exchange is given up.
    fn silence(&self) -> u64 {
        SILENCE
    }
    /// Bytes of changes in one part of a snapshot.
    fn part_bytes(&self) -> usize {
        PART_BYTES
    }
    /// Where keys are stored.
    #[cfg(not(target_family = "wasm"))]
    fn keys(&self) -> &dyn KeyStore {
        &NoKeyStore
    }
    /// Destroys all that is stored, once the database is closed: first the key.
    #[cfg(target_family = "wasm")]
    fn destroy(&self) -> Soon<'_, domain::fault::Result<()>>;
}

/// The environment of an application. Cheap to clone.
#[derive(Clone)]
pub struct Host(Arc<dyn Environment>);

impl Default for Host {
    fn default() -> Self {
        Self::within(System::default())
    }
}

impl Host {
    /// A host with another environment.
    pub fn within(surroundings: impl Environment + 'static) -> Self {
        Self(Arc::new(surroundings))
    }

    /// A host with a test's clock.
    pub fn with_clock(now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self::within(System::with_clock(now))
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> u64 {
        self.0.now()
    }

    /// The current moment.
    pub fn moment(&self) -> chrono::DateTime<chrono::Utc> {
        Clock::at(self.now()).moment()
    }

    /// Its randomness.
    pub fn rng(&self) -> Randomness {
        Randomness(self.clone())
    }

    /// A new id.
    pub fn id(&self) -> Id {
        let mut random = [0; 10];
        self.rng().fill_bytes(&mut random);
        Builder::from_unix_timestamp_millis(self.now(), &random).into_uuid()
    }

    /// Pauses.
    pub async fn sleep(&self, millis: u64) {
        self.0.sleep(millis).await;
    }

    /// Bytes of changes in a part of a snapshot.
    pub fn part_bytes(&self) -> usize {
        self.0.part_bytes()
    }

    /// After how many milliseconds without progress an exchange is given up.
    pub fn silence(&self) -> u64 {
        self.0.silence()
    }

    /// Where keys are stored.
    #[cfg(not(target_family = "wasm"))]
    pub fn keys(&self) -> &dyn KeyStore {
        self.0.keys()
    }

    /// Destroys all that is stored.
    #[cfg(target_family = "wasm")]
    pub async fn destroy(&self) -> domain::fault::Result<()> {
        self.0.destroy().await
    }

    /// Posts, and reports the bytes that move.
    pub async fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Result<Answer, NoResponse> {
        self.0.post(url, header, body, moved).await
    }
}

/// A host's randomness.
pub struct Randomness(Host);

impl TryRng for Randomness {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes).map(|()| u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes).map(|()| u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.0.fill(bytes);
        Ok(())
    }
}
