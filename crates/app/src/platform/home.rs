//! Opening a home: a folder with one database, one key and one process at a time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use domain::Fault;
use domain::fault::Result;
use rand_core::Rng;
use store::{Key, Store, key};

use crate::platform::purge;
use crate::{App, Host};

const LOCK: &str = "lock";

impl App {
    /// Opens a home, or makes one.
    pub fn open(home: &Path) -> Result<Self> {
        Self::open_with(home, Host::default())
    }

    /// Opens a home under the given host.
    pub fn open_with(home: &Path, host: Host) -> Result<Self> {
        fs::create_dir_all(home).map_err(storage)?;
        let home = home.canonicalize().map_err(storage)?;
        let held = Home { lock: lock(&home)?, path: home.clone() };
        purge::finish(&home, &host)?;
        let (store, in_file) = open(&home, &host)?;
        let app = Self::build(store, host, in_file, Some(held))?;
        app.check_later();
        Ok(app)
    }

    /// Starts sync, on a thread of its own.
    pub fn run_sync(&self) {
        let app = self.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            if let Ok(runtime) = runtime {
                runtime.block_on(app.drive());
            }
        });
    }
}

/// A home that this process holds, so that no other opens it.
pub struct Home {
    /// The folder.
    pub path: PathBuf,
    #[expect(dead_code, reason = "it is held")]
    lock: File,
}

/// The database of a home, and whether its key is in a file.
fn open(home: &Path, host: &Host) -> Result<(Store, bool)> {
    let path = home.join(key::DATABASE);
    if !store::is_there(&path) {
        key::set_empty_aside(home)?;
    }
    if let Some((key, in_file)) = key::find(home, host.keys())? {
        return Ok((Store::open_again(&path, &key)?, in_file));
    }
    if store::is_there(&path) {
        return Err(Fault::MissingKey);
    }
    let key = fresh(host);
    // The key is stored last: if this is interrupted, no key claims a missing database.
    Store::begin(&path, &key)?;
    let in_file = key::keep(home, &key, host.keys()).inspect_err(|_| Store::discard(&path))?;
    Ok((Store::open(&path, &key)?, in_file))
}

fn fresh(host: &Host) -> Key {
    let mut bytes = [0; 32];
    host.rng().fill_bytes(&mut bytes);
    Key(bytes)
}

fn lock(home: &Path) -> Result<File> {
    let file = File::create(home.join(LOCK)).map_err(storage)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Fault::AlreadyOpen),
        Err(TryLockError::Error(error)) => Err(storage(error)),
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn storage(error: std::io::Error) -> Fault {
    Fault::Storage { detail: error.to_string() }
}
