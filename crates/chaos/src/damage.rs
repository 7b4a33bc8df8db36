//! Damaging a file as a bad disk does.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::deed::Damage;

/// Bytes of a page of a device's database.
const PAGE: usize = 2_048;

/// Where SQLite keeps what is not in the database yet.
pub fn log_of(database: &Path) -> PathBuf {
    database.with_extension("db-wal")
}

impl Damage {
    /// Whether it befalls the log beside the database.
    pub const fn is_of_log(self) -> bool {
        matches!(self, Self::FlipLog(_) | Self::TruncateLog(_))
    }

    /// Damages a database or the log beside it; tells whether there was anything to damage.
    pub fn befalls(self, database: &Path) -> io::Result<bool> {
        let log = log_of(database);
        match self {
            Self::Flip(place) => change(database, |bytes| flip(bytes, place)),
            Self::FlipLog(place) => change(&log, |bytes| flip(bytes, place)),
            Self::Truncate(place) => truncate(database, place),
            Self::TruncateLog(place) => truncate(&log, place),
            Self::ZeroHead => {
                change(database, |bytes| bytes.iter_mut().take(PAGE).for_each(|it| *it = 0))
            }
            Self::Missing => fs::remove_file(database).map(|()| true),
        }
    }
}

fn change(path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> io::Result<bool> {
    let Ok(mut bytes) = fs::read(path) else { return Ok(false) };
    change(&mut bytes);
    fs::write(path, &bytes)?;
    Ok(!bytes.is_empty())
}

fn flip(bytes: &mut [u8], place: u64) {
    let at = bytes.len() * usize::try_from(place).unwrap_or_default() / 1_000;
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << (place % 8);
    }
}

fn truncate(path: &Path, place: u64) -> io::Result<bool> {
    let Ok(file) = OpenOptions::new().write(true).open(path) else { return Ok(false) };
    let length = file.metadata()?.len();
    file.set_len(length * place / 1_000)?;
    Ok(length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flip_changes_one_bit_and_a_truncation_only_the_length() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("bomiljo.db");
        fs::write(&database, [7; 4_000]).unwrap();
        assert!(Damage::Flip(500).befalls(&database).unwrap());
        let flipped = fs::read(&database).unwrap();
        let bits = flipped.iter().map(|it| (it ^ 7).count_ones());
        assert_eq!(bits.sum::<u32>(), 1);
        assert!(Damage::Truncate(250).befalls(&database).unwrap());
        assert_eq!(fs::read(&database).unwrap(), flipped[..1_000]);
        assert!(!Damage::FlipLog(3).befalls(&database).unwrap(), "there is no log");
    }
}
