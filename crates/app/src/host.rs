//! Time and randomness: the only way in for both, so that tests own them.

use std::sync::Arc;

use domain::{Clock, Id};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use uuid::Builder;

/// Where an application's time comes from.
#[derive(Clone)]
pub struct Host {
    now: Arc<dyn Fn() -> u64 + Send + Sync>,
}

impl Default for Host {
    fn default() -> Self {
        Self { now: Arc::new(wall_clock) }
    }
}

#[cfg(not(target_family = "wasm"))]
#[allow(clippy::disallowed_methods, reason = "this is the one place that asks")]
fn wall_clock() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |it| u64::try_from(it.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(target_family = "wasm")]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds fit")]
fn wall_clock() -> u64 {
    js_sys::Date::now() as u64
}

impl Host {
    /// A host whose clock is the test's.
    pub fn with_clock(now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now) }
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> u64 {
        (self.now)()
    }

    /// The same as a moment.
    pub fn moment(&self) -> chrono::DateTime<chrono::Utc> {
        Clock::at(self.now()).moment()
    }

    /// The operating system's randomness; without any, no key is safe and going on would be worse.
    pub fn rng(&self) -> UnwrapErr<SysRng> {
        UnwrapErr(SysRng)
    }

    /// A new id.
    pub fn id(&self) -> Id {
        let mut random = [0; 10];
        rand_core::Rng::fill_bytes(&mut self.rng(), &mut random);
        Builder::from_unix_timestamp_millis(self.now(), &random).into_uuid()
    }

    /// Pauses.
    #[cfg(not(target_family = "wasm"))]
    pub async fn sleep(&self, millis: u64) {
        tokio::time::sleep(std::time::Duration::from_millis(millis)).await;
    }

    /// Pauses.
    #[cfg(target_family = "wasm")]
    pub async fn sleep(&self, millis: u64) {
        gloo_timers::future::TimeoutFuture::new(u32::try_from(millis).unwrap_or(u32::MAX)).await;
    }
}
