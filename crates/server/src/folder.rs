//! One server a data folder: a second one would keep figures, limits and waits of its own, and
//! nobody would notice.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::{Error, Result};

/// The file that says whose the folder is.
pub const LOCK: &str = "lock";

/// A data folder that is this server's for as long as this lives. The system lets go of it when the
/// process ends, however that happens.
#[derive(Debug)]
pub struct Folder {
    _lock: File,
}

impl Folder {
    /// Takes a folder, which is made if need be. Fails with [`Error::Setting`] when another server has it.
    pub fn take(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let file = File::create(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _lock: file }),
            Err(TryLockError::WouldBlock) => {
                let folder = folder.display();
                Err(Error::Setting(format!("another server works in {folder}")))
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
