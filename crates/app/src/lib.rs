//! The façade of the core. Everything a shell does is a call to [`App`], and every call that writes
//! takes the same path.

mod calls;
mod ids;
mod platform;
mod sync;

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[cfg(not(target_family = "wasm"))]
pub use crate::sync::restore::SiteCopy;
pub use calls::time_zone::or_oslo as zone;
pub use platform::environment::{Environment, Host, Randomness, Soon};
pub use platform::http::{Answer, Moved, NoResponse};
pub use platform::system::System;
#[cfg(not(target_family = "wasm"))]
pub use store::key::KeyStore;

use domain::fault::Result;
use domain::versions::{Touched, Versions};
use domain::{Fault, Id};
use store::{Author, Space, Store};
use tokio::sync::{Notify, watch};

use crate::calls::status::Net;
use crate::sync::emptying::LastWord;
use crate::sync::join::Identity;

/// A device's application: its database, its identity and its sync. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Mutex<Store>,
    host: Host,
    identity: Mutex<Identity>,
    key_in_file: bool,
    net: Mutex<Net>,
    /// What has changed since the app was opened.
    versions: watch::Sender<Versions>,
    /// Rung when there is something to send, or the user asks for a sync.
    bell: Notify,
    /// Held by what talks to the server, one at a time.
    line: tokio::sync::Mutex<()>,
    /// Whether the device is being emptied. Sync then lets go of the line.
    leaving: AtomicBool,
    /// Whether nothing is stored here any more.
    emptied: AtomicBool,
    /// What the device says then, once its database was let go.
    last_word: Mutex<Option<LastWord>>,
    /// Held as long as the app is open, so that no other process opens the same home. None in memory.
    #[cfg(not(target_family = "wasm"))]
    home: Option<platform::home::Home>,
}

impl App {
    /// An application over an open database; gives a new one its identity.
    pub fn new(store: Store, host: Host, key_in_file: bool) -> Result<Self> {
        Self::build(store, host, key_in_file, None)
    }

    fn build(
        mut store: Store,
        host: Host,
        key_in_file: bool,
        #[cfg(not(target_family = "wasm"))] home: Option<platform::home::Home>,
        #[cfg(target_family = "wasm")] _: Option<()>,
    ) -> Result<Self> {
        let identity = Identity::of(&mut store, &host)?;
        let net = Net::of(&store)?;
        Ok(Self(Arc::new(Inner {
            store: Mutex::new(store),
            host,
            identity: Mutex::new(identity),
            key_in_file,
            net: Mutex::new(net),
            versions: watch::Sender::new(Versions::default()),
            bell: Notify::new(),
            line: tokio::sync::Mutex::default(),
            leaving: AtomicBool::new(false),
            emptied: AtomicBool::new(false),
            last_word: Mutex::default(),
            #[cfg(not(target_family = "wasm"))]
            home,
        })))
    }

    /// The database. A panic elsewhere doesn't poison it: SQLite rolled that transaction back.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.0.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn net(&self) -> MutexGuard<'_, Net> {
        self.0.net.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn identity(&self) -> MutexGuard<'_, Identity> {
        self.0.identity.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The device whose changes are made here.
    fn device(&self) -> Id {
        self.identity().device
    }

    fn space(&self) -> Result<Space> {
        self.store().space()?.ok_or(Fault::NoSite)
    }

    fn author(&self, space: Id) -> Author {
        let (device, group, now) = (self.device(), self.0.host.id(), self.0.host.now());
        Author { space, device, group, now }
    }

    /// Tells every watcher what has changed.
    fn touch(&self, touched: &Touched) {
        self.0.versions.send_modify(|versions| versions.note(touched));
    }
}
