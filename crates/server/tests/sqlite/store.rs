//! A database file in a folder of its own.

use std::fs;

use server::Database;
use tempfile::TempDir;

/// A folder for a database.
pub struct Store(TempDir);

/// What was put aside.
pub struct Backup(Vec<u8>);

impl Store {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn database(&self) -> Database {
        Database::Folder(self.0.path().into())
    }

    /// Puts aside what it holds; the server is stopped.
    pub fn backup(&self) -> Backup {
        Backup(fs::read(self.0.path().join("server.db")).unwrap())
    }

    /// Puts it back; the server is stopped.
    pub fn restore(&self, backup: &Backup) {
        for file in fs::read_dir(self.0.path()).unwrap() {
            fs::remove_file(file.unwrap().path()).unwrap();
        }
        fs::write(self.0.path().join("server.db"), &backup.0).unwrap();
    }

    /// Whether what is on disk has these bytes anywhere.
    pub fn holds(&self, needle: &[u8]) -> bool {
        fs::read_dir(self.0.path()).unwrap().any(|file| {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            bytes.windows(needle.len()).any(|part| part == needle)
        })
    }

    pub fn folder(&self) -> &std::path::Path {
        self.0.path()
    }
}
