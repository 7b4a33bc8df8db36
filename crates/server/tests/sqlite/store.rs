//! A database file in a folder of its own.

use std::fs;

use rusqlite::Connection;
use rusqlite::types::Value;
use server::Database;
use tempfile::TempDir;

use crate::it::world::HANG;

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

    /// What the program is told to find it.
    pub fn arguments(&self) -> Vec<String> {
        vec!["--data".into(), self.0.path().display().to_string()]
    }

    /// Flips a bit of a column, as a disk may do; flipped again, it is mended.
    #[allow(clippy::unused_async, reason = "another kind of database takes its time")]
    pub async fn flip(&self, table: &str, column: &str, which: &str) {
        let db = self.open();
        db.pragma_update(None, "ignore_check_constraints", true).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        let select = format!(r#"SELECT "{column}" FROM "{table}" WHERE {which}"#);
        let flipped = match db.query_row(&select, [], |row| row.get(0)).unwrap() {
            Value::Integer(number) => Value::Integer(number ^ 1),
            Value::Blob(mut bytes) => {
                bytes[0] ^= 1;
                Value::Blob(bytes)
            }
            other => panic!("{other:?}"),
        };
        let update = format!(r#"UPDATE "{table}" SET "{column}" = ? WHERE {which}"#);
        assert!(db.execute(&update, [flipped]).unwrap() > 0);
    }

    /// Makes it what a server that kept no sums left.
    #[allow(clippy::unused_async, reason = "another kind of database takes its time")]
    pub async fn as_before_sums(&self) {
        let undo = "ALTER TABLE change DROP COLUMN sum; ALTER TABLE space DROP COLUMN bytes;
            PRAGMA user_version = 2;";
        self.open().execute_batch(undo).unwrap();
    }

    fn open(&self) -> Connection {
        let db = Connection::open(self.0.path().join("server.db")).unwrap();
        db.busy_timeout(HANG).unwrap();
        db
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

    pub fn folder(&self) -> &std::path::Path {
        self.0.path()
    }
}
