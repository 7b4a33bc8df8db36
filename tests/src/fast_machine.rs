//! A fast machine: its clock is the test's, and a pause of a second lasts 20 milliseconds,
//! so that what a device tries again after a while needn't be waited for.

use std::time::Duration;

use app::{Answer, Environment, KeyStore, Moved, NoResponse, Soon, System};

use crate::Keychain;

/// How much shorter its pauses are.
const HASTE: u64 = 50;
/// How long nothing may move until it gives an exchange up, in milliseconds; not a second shorter
/// than usual.
const SILENCE: u64 = 35_000;

/// Such a machine.
pub struct FastMachine {
    machine: System,
    silence: u64,
    keys: Keychain,
}

impl FastMachine {
    /// One whose clock is the test's.
    pub fn with_clock(now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self { machine: System::with_clock(now), silence: SILENCE, keys: Keychain::refusing() }
    }

    /// One that gives an exchange up when nothing moves for so many milliseconds.
    pub fn with_silence(silence: u64) -> Self {
        Self { machine: System::default(), silence, keys: Keychain::refusing() }
    }

    /// The same with a key store.
    #[must_use]
    pub fn with_keys(self, keys: Keychain) -> Self {
        Self { keys, ..self }
    }
}

impl Environment for FastMachine {
    fn now(&self) -> u64 {
        self.machine.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.machine.fill(bytes);
    }

    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        Box::pin(tokio::time::sleep(Duration::from_millis(millis / HASTE)))
    }

    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        self.machine.post(url, header, body, moved)
    }

    fn silence(&self) -> u64 {
        self.silence * HASTE
    }

    fn keys(&self) -> &dyn KeyStore {
        &self.keys
    }
}
