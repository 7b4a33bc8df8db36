//! Homes and databases as files, for crashes and copies.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

/// What a home's database is called.
pub const DATABASE: &str = "bomiljo.db";
/// What its log is called.
pub const LOG: &str = "bomiljo.db-wal";

/// Where files are made that nobody keeps: in memory where there is such a place, since a
/// simulated disk needs no real one.
pub fn nowhere() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// Copies a folder's files.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        if !file.file_name().to_string_lossy().ends_with("-shm") {
            fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
}

/// How far a write-ahead log has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Which round of the log it is: the salts in its header.
    round: [u8; 8],
    /// Its bytes.
    pub bytes: u64,
}

/// How far a home's log has come, when there is one.
pub fn extent(home: &Path) -> Option<Extent> {
    let bytes = fs::read(home.join(LOG)).ok()?;
    let round = bytes.get(16..24)?.try_into().ok()?;
    Some(Extent { round, bytes: bytes.len() as u64 })
}

/// Cuts a home's log off at `bytes`, unless it has begun another round since `synced`.
pub fn tear(home: &Path, synced: Option<Extent>, bytes: u64) {
    let same = synced.is_some() && extent(home).map(|it| it.round) == synced.map(|it| it.round);
    if same {
        let log = OpenOptions::new().write(true).open(home.join(LOG)).unwrap();
        log.set_len(bytes).unwrap();
    }
}
