//! A SQLite in a folder.

use std::path::PathBuf;
use std::sync::Arc;

use domain::Id;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use server::Host;
use server::storage::Storage;
use server::storage::sqlite::Sqlite;
use tokio::runtime::Runtime;

use super::{Keep, one_thread};
use crate::files::copy;

/// The folder, and a look inside.
pub struct Files {
    folder: PathBuf,
    reader: Connection,
    runtime: Runtime,
}

impl Files {
    /// An empty one.
    pub fn new(folder: PathBuf, host: &Host) -> Self {
        Sqlite::open(&folder, host).unwrap();
        let reader = reader(&folder);
        Self { folder, reader, runtime: one_thread() }
    }

    fn backup(&self, number: usize) -> PathBuf {
        self.folder.with_extension(format!("backup-{number}"))
    }
}

impl Keep for Files {
    fn open(&self, host: &Host) -> Arc<dyn Storage> {
        Arc::new(Sqlite::open(&self.folder, host).unwrap())
    }

    fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    fn head(&self, space: Id) -> Option<u64> {
        let mut query =
            self.reader.prepare_cached("SELECT next - 1 FROM space WHERE id = ?1").unwrap();
        let head: Option<i64> = query.query_row([space], |row| row.get(0)).optional().unwrap();
        head.map(i64::unsigned_abs)
    }

    fn epoch(&self) -> Id {
        self.reader.query_row("SELECT epoch FROM server", (), |row| row.get(0)).unwrap()
    }

    fn changes(&self, space: Id) -> Vec<(Id, u64)> {
        let sql = "SELECT device, seq FROM change WHERE space = ?1 ORDER BY position";
        let mut query = self.reader.prepare_cached(sql).unwrap();
        let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()));
        query.query_map([space], row).unwrap().map(Result::unwrap).collect()
    }

    fn back_up(&self, number: usize) {
        copy(&self.folder, &self.backup(number));
    }

    fn put_back(&mut self, number: usize) {
        self.reader = Connection::open_in_memory().unwrap();
        std::fs::remove_dir_all(&self.folder).unwrap();
        copy(&self.backup(number), &self.folder);
        self.reader = reader(&self.folder);
    }
}

fn reader(folder: &std::path::Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(folder.join("server.db"), flags).unwrap()
}
