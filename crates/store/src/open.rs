//! Opening: the key first, then a look at whether the file is sound, then the
//! schema. A file that doesn't open is never touched.

#[cfg(not(target_family = "wasm"))]
use domain::Fault;
#[cfg(not(target_family = "wasm"))]
use rusqlite::ErrorCode::DatabaseCorrupt;
use rusqlite::{Connection, OpenFlags};

#[cfg(not(target_family = "wasm"))]
use crate::Error;
use crate::{Key, Result, Store, project, search, views};

/// Every schema this product has had, in order. Append only.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/device/0001_first.sql"),
    include_str!("../../../migrations/device/0002_same.sql"),
    include_str!("../../../migrations/device/0003_words.sql"),
];

/// Bytes of a page. Half of SQLCipher's own: a save touches a dozen pages and fills none, and
/// what is encrypted, authenticated and written is always whole pages.
#[cfg(not(target_family = "wasm"))]
const PAGE_SIZE: u32 = 2_048;

/// Kibibytes of pages that are kept open: each page read anew is decrypted and authenticated anew.
const CACHE: i32 = 16 << 10;

#[cfg(not(target_family = "wasm"))]
/// Larger files are checked in full only by `verify`, so that the app starts quickly.
const QUICK_CHECK_LIMIT: u64 = 32 << 20;

impl Store {
    /// Opens the database at `path`, or makes one there.
    ///
    /// Fails with [`Fault::WrongKey`] when the key isn't the file's, and with
    /// [`Fault::Damaged`] when the file is; a damaged file is set aside.
    #[cfg(not(target_family = "wasm"))]
    pub fn open(path: &std::path::Path, key: &Key) -> Result<Self> {
        let opened = Self::unlock(Connection::open(path)?, key);
        let sound = match opened {
            Err(Error::Sql(error)) if error.sqlite_error_code() == Some(DatabaseCorrupt) => None,
            opened => opened?.sound(path)?,
        };
        sound.map_or_else(|| Err(set_aside(path)?.into()), Self::ready)
    }

    /// The same store if SQLite finds nothing wrong with its file.
    #[cfg(not(target_family = "wasm"))]
    fn sound(self, path: &std::path::Path) -> Result<Option<Self>> {
        let large = std::fs::metadata(path)?.len() > QUICK_CHECK_LIMIT;
        Ok((large || self.is_sound()?).then_some(self))
    }

    /// Opens the database of that name in the browser's private file system, through the
    /// virtual file system that its shell installed.
    #[cfg(target_family = "wasm")]
    pub fn open(name: &str, vfs: &str, key: &Key) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI;
        let db = Connection::open_with_flags(format!("file:{name}?vfs={vfs}"), flags)?;
        db.pragma_update(None, "cipher", "sqlcipher")?;
        Self::unlock(db, key)?.ready()
    }

    /// A database that is gone when it is dropped.
    pub fn in_memory() -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Self { db: Connection::open_with_flags(":memory:", flags)? }.ready()
    }

    /// Lets the file grow by so many pages and no more, as a full disk would.
    #[cfg(feature = "faults")]
    pub fn limit_growth(&self, pages: u32) -> Result<()> {
        let size: u32 = self.db.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let limit = size.saturating_add(pages);
        Ok(self.db.pragma_update_and_check(None, "max_page_count", limit, |_| Ok(()))?)
    }

    fn unlock(db: Connection, key: &Key) -> Result<Self> {
        let raw = format!("x'{}'", base16ct::lower::encode_string(&key.0));
        db.pragma_update(None, "key", raw)?;
        #[cfg(not(target_family = "wasm"))]
        db.pragma_update(None, "cipher_page_size", PAGE_SIZE)?;
        db.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")?;
        // The home is locked anyway. Before the first look, which would otherwise make a file for
        // sharing, and fail on a full disk; and it spares each transaction the locks.
        db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        db.query_row("SELECT count(*) FROM sqlite_master", (), |_| Ok(()))?;
        Ok(Self { db })
    }

    /// Whether SQLite finds nothing wrong. A disk that refuses is another matter than a damaged file.
    #[cfg(not(target_family = "wasm"))]
    fn is_sound(&self) -> Result<bool> {
        use rusqlite::ErrorCode::{NotADatabase, Unknown};
        let check = |row: &rusqlite::Row| row.get::<_, String>(0);
        match self.db.query_row("PRAGMA quick_check(1)", (), check) {
            Ok(said) => Ok(said == "ok"),
            Err(error) => match error.sqlite_error_code() {
                Some(DatabaseCorrupt | NotADatabase | Unknown) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// The cipher in use, with its version; empty would mean that nothing is encrypted.
    pub fn cipher(&self) -> Result<String> {
        let pragma = if cfg!(target_family = "wasm") { "cipher" } else { "cipher_version" };
        let said = self.db.pragma_query_value(None, pragma, |row| row.get(0));
        Ok(said.unwrap_or_default())
    }

    fn ready(mut self) -> Result<Self> {
        self.db.set_prepared_statement_cache_capacity(128);
        self.db.pragma_update(None, "journal_mode", "WAL")?;
        self.db.pragma_update(None, "synchronous", "FULL")?;
        self.db.pragma_update(None, "foreign_keys", "ON")?;
        self.db.pragma_update(None, "cache_size", -CACHE)?;
        self.migrate()?;
        Ok(self)
    }

    fn migrate(&mut self) -> Result<()> {
        let tx = self.db.transaction()?;
        let done: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
        for (number, sql) in (1..).zip(MIGRATIONS).filter(|(number, _)| *number > done) {
            tx.execute_batch(sql)?;
            tx.pragma_update(None, "user_version", number)?;
        }
        if views::refresh(&tx)? {
            project::start_over(&tx)?;
            search::start_over(&tx)?;
        }
        Ok(tx.commit()?)
    }
}

#[cfg(not(target_family = "wasm"))]
fn set_aside(path: &std::path::Path) -> Result<Fault> {
    let number = (1..1_000).find(|n| !path.with_extension(format!("damaged-{n}.db")).exists());
    let kept = path.with_extension(format!("damaged-{}.db", number.unwrap_or_default()));
    std::fs::rename(path, &kept)?;
    // What was not yet taken into the file goes with it, and never into the one that comes after.
    let [log, log_kept] = [path, &kept].map(|it| format!("{}-wal", it.display()));
    if std::fs::exists(&log)? {
        std::fs::rename(log, log_kept)?;
    }
    let name = kept.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Fault::Damaged { kept: name })
}

#[cfg(test)]
mod tests {
    use domain::{Edit, Id};
    use serde_json::json;

    use super::*;
    use crate::Author;

    #[test]
    fn a_version_that_reads_the_log_otherwise_makes_the_records_anew() {
        let mut store = Store::in_memory().unwrap();
        let [space, device, group, record] = [1, 2, 3, 4].map(Id::from_u128);
        let author = Author { space, device, group, now: 5 };
        let edit = Edit::new("name", &json!("Oksana Kovalenko"), vec![]);
        store.transact(author, |act| act.write(record, "resident", vec![edit])).unwrap();
        store.catch_up().unwrap();
        store.db.execute("UPDATE record SET title = ''", ()).unwrap();
        store.set("views", "-- as an older version made them").unwrap();
        store.migrate().unwrap();
        store.catch_up().unwrap();
        let title = store.db.query_row("SELECT title FROM record", (), |row| row.get(0));
        assert_eq!(title, Ok("Oksana Kovalenko".to_owned()));
    }
}
