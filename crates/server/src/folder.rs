//! One server for each data folder. A second one would have metrics, limits and waits of its own,
//! unnoticed.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::{Error, Result};

/// The file whose lock shows that the folder is taken.
pub const LOCK: &str = "lock";

/// A data folder that is locked by this server while this value lives. The system releases it when
/// the process ends, in whatever way.
#[derive(Debug)]
pub struct Folder {
    _lock: File,
}

impl Folder {
    /// Locks a folder, and creates it if necessary. Fails with [`Error::Setting`] if another server
    /// has it.
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
