//! A key store of a test's own, so that no test touches the developer's.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};

use app::KeyStore;

type Secrets = BTreeMap<String, String>;

/// Such a key store. Its clones hold the same secrets.
#[derive(Clone, Default)]
pub struct Keychain {
    secrets: Arc<Mutex<Secrets>>,
    refuses: bool,
    holds_on: Arc<AtomicBool>,
}

impl Keychain {
    /// One that stores nothing, as when the user says no.
    pub fn refusing() -> Self {
        Self { refuses: true, ..Self::default() }
    }

    /// Whether it lets go of no secret, as while it is locked.
    pub fn holds_on(&self, holds: bool) {
        self.holds_on.store(holds, Relaxed);
    }

    /// All secrets by their names.
    pub fn secrets(&self) -> Secrets {
        self.secrets.lock().unwrap().clone()
    }

    /// Puts other secrets in the place of all.
    pub fn put(&self, secrets: Secrets) {
        *self.secrets.lock().unwrap() = secrets;
    }

    /// Changes each secret.
    pub fn change(&self, change: impl Fn(&mut String)) {
        self.secrets.lock().unwrap().values_mut().for_each(change);
    }
}

impl KeyStore for Keychain {
    fn find(&self, name: &str) -> Option<String> {
        self.secrets.lock().unwrap().get(name).cloned()
    }

    fn keep(&self, name: &str, secret: &str) -> bool {
        if !self.refuses {
            self.secrets.lock().unwrap().insert(name.to_owned(), secret.to_owned());
        }
        !self.refuses
    }

    fn forget(&self, name: &str) -> bool {
        let lets_go = !self.refuses && !self.holds_on.load(Relaxed);
        if lets_go {
            self.secrets.lock().unwrap().remove(name);
        }
        lets_go
    }
}
