//! A key store of a test's own, so that no test touches the developer's.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use app::{Answer, App, Environment, Host, KeyStore, Moved, NoResponse, Soon, System};
use domain::Fault;

type Secrets = BTreeMap<String, String>;

/// Such a key store. Its clones hold the same secrets.
#[derive(Clone, Default)]
pub struct Keychain {
    secrets: Arc<Mutex<Secrets>>,
    refuses: bool,
}

impl Keychain {
    /// One that stores nothing, as when the user says no.
    pub fn refusing() -> Self {
        Self { refuses: true, ..Self::default() }
    }

    /// Opens a home on a machine with this key store.
    pub fn open(&self, home: &Path) -> Result<App, Fault> {
        let machine = System::with_clock(crate::now);
        App::open_with(home, Host::within(Machine { machine, keychain: self.clone() }))
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
}

/// A machine with such a key store.
struct Machine {
    machine: System,
    keychain: Keychain,
}

impl Environment for Machine {
    fn now(&self) -> u64 {
        self.machine.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.machine.fill(bytes);
    }

    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        self.machine.sleep(millis)
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

    fn keys(&self) -> &dyn KeyStore {
        &self.keychain
    }
}
