//! Opening a database: first the key, then a check of the file, then the schema. A foreign file is
//! never touched. A damaged file is salvaged.

#[cfg(not(target_family = "wasm"))]
use std::path::Path;

use domain::Fault;
use rusqlite::{Connection, OpenFlags};

#[cfg(not(target_family = "wasm"))]
use crate::salvage::{self, cipher::PAGE};
use crate::{Key, Result, Store};
use crate::{project, search, views};

/// Every version of the schema, in order. Append only.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/device/0001_first.sql"),
    include_str!("../../../migrations/device/0002_same.sql"),
    include_str!("../../../migrations/device/0003_words.sql"),
    include_str!("../../../migrations/device/0004_spare.sql"),
    include_str!("../../../migrations/device/0005_names.sql"),
    include_str!("../../../migrations/device/0006_status.sql"),
    include_str!("../../../migrations/device/0007_states.sql"),
    include_str!("../../../migrations/device/0008_members.sql"),
];

/// The page cache in kibibytes. A page that isn't cached is decrypted and authenticated again.
const CACHE: i32 = 16 << 10;

/// The size up to which a file is checked before the app starts, in bytes. A larger file is checked
/// while the app runs.
#[cfg(not(target_family = "wasm"))]
const QUICK_CHECK_LIMIT: u64 = 32 << 20;

/// The path of a database, and its key.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone)]
pub struct Place {
    path: std::path::PathBuf,
    key: Key,
}

#[cfg(not(target_family = "wasm"))]
impl Place {
    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }
}

/// How thoroughly a file is checked.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Fast enough to wait for.
    Quick,
    /// Every page.
    Thorough,
}

#[cfg(not(target_family = "wasm"))]
impl Store {
    /// Opens the database at `path`, or creates one. A damaged one is salvaged; [`Store::salvaged`]
    /// says with what result.
    ///
    /// Fails with [`Fault::WrongKey`] if the file belongs to another key, which is then not
    /// touched, and with [`Fault::Damaged`] or [`Fault::EmptyData`] if nothing of a damaged one is
    /// left.
    pub fn open(path: &Path, key: &Key) -> Result<Self> {
        salvage::settle(path)?;
        if !salvage::is_there(path) {
            Self::begin(path, key)?;
            salvage::settle(path)?;
        }
        Self::look(path, key, Look::Quick)
    }

    /// Opens a database that must exist already.
    ///
    /// Fails as [`Store::open`] does, and once with [`Fault::MissingData`] if there is none. The
    /// next start then creates one.
    pub fn open_again(path: &Path, key: &Key) -> Result<Self> {
        salvage::settle(path)?;
        let told = salvage::told_of(path);
        if !salvage::is_there(path) && !told.exists() {
            std::fs::write(&told, "")?;
            return Err(Fault::MissingData.into());
        }
        let store = Self::open(path, key)?;
        // If the note stays, only the report of the next loss is missing.
        let _ = std::fs::remove_file(told);
        Ok(store)
    }

    /// Creates a database under another name, complete before anything is at `path`.
    /// [`Store::open`] then moves it there. A full disk leaves nothing.
    pub fn begin(path: &Path, key: &Key) -> Result<()> {
        salvage::clear_making(path);
        let made = Self::create(&salvage::making_of(path), key).map(drop);
        made.and_then(|()| salvage::made(path)).inspect_err(|_| salvage::clear_making(path))
    }

    /// Removes the database that [`Store::begin`] made, if its key could not be stored.
    pub fn discard(path: &Path) {
        salvage::discard_next(path);
    }

    /// Checks every page again after an error of SQLite or a report of a broken page, and salvages
    /// the file if it is damaged. Returns whether it was.
    pub fn mend(&mut self) -> Result<bool> {
        if let Some(fault) = &self.gone {
            return Err(fault.clone().into());
        }
        let Some(place) = self.place.clone() else { return Ok(false) };
        keep_log(&self.db, true)?;
        self.db = Connection::open_in_memory()?;
        let told = self.salvaged.take();
        match Self::look(&place.path, &place.key, Look::Thorough) {
            Ok(store) => *self = store,
            Err(error) => {
                let fault = Fault::from(error);
                self.gone = Some(fault.clone());
                return Err(fault.into());
            }
        }
        let damaged = self.salvaged.is_some();
        self.salvaged = self.salvaged.take().or(told);
        Ok(damaged)
    }

    /// A check of every page, for a thread of its own, if the file is too large to be checked
    /// before the app starts. It returns whether the file seems damaged. A page that is being
    /// written can seem so too.
    pub fn check_later(&self) -> Option<impl FnOnce() -> bool + Send + use<>> {
        let place = self.place.clone()?;
        let large = std::fs::metadata(&place.path).is_ok_and(|it| it.len() > QUICK_CHECK_LIMIT);
        let check = move || {
            salvage::Pages::of(&place.path, &place.key).is_ok_and(|pages| pages.broken() > 0)
        };
        large.then_some(check)
    }

    fn look(path: &Path, key: &Key, look: Look) -> Result<Self> {
        match Self::sound(path, key, look) {
            Ok(Some(store)) => Ok(store),
            Ok(None) => salvage::salvage(path, key),
            Err(error) if error.may_be_damage() && !Self::is_untouched(path, key)? => {
                salvage::salvage(path, key)
            }
            Err(error) => Err(error),
        }
    }

    /// Whether the file is intact, so the error has another cause.
    fn is_untouched(path: &Path, key: &Key) -> Result<bool> {
        let whole = salvage::Pages::of(path, key)?.broken() == 0;
        let sound = Self::existing(path, key).and_then(|it| it.is_sound());
        Ok(whole && sound.is_ok_and(|it| it))
    }

    /// The database at `path`, if it is intact.
    fn sound(path: &Path, key: &Key, look: Look) -> Result<Option<Self>> {
        let length = std::fs::metadata(path).map_or(0, |it| it.len());
        let pages = salvage::Pages::of(path, key)?;
        if length < PAGE as u64 || pages.has_broken_log() {
            return Ok(None);
        }
        let store = Self::existing(path, key)?;
        let sound = match look {
            Look::Quick => length > QUICK_CHECK_LIMIT || store.is_sound()?,
            Look::Thorough => pages.broken() == 0 && store.is_sound()?,
        };
        if sound { store.ready().map(Some) } else { Ok(None) }
    }

    /// Creates an empty database.
    pub(crate) fn create(path: &Path, key: &Key) -> Result<Self> {
        Self::unlock(Connection::open(path)?, key)?.ready()
    }

    /// Opens the database at `path` without a check.
    pub(crate) fn existing(path: &Path, key: &Key) -> Result<Self> {
        let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut store = Self::unlock(db, key)?;
        store.place = Some(Place { path: path.to_owned(), key: key.clone() });
        Ok(store)
    }

    /// Whether SQLite finds no damage. An error of the disk is not damage.
    fn is_sound(&self) -> Result<bool> {
        let check = |row: &rusqlite::Row| row.get::<_, String>(0);
        Ok(self.db.query_row("PRAGMA quick_check(1)", (), check)? == "ok")
    }
}

/// Whether closing keeps the write-ahead log instead of copying it into the file. Nothing may be
/// written into a damaged or foreign file.
#[cfg(not(target_family = "wasm"))]
fn keep_log(db: &Connection, keep: bool) -> Result<()> {
    use rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    db.set_db_config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)?;
    Ok(())
}

impl Store {
    /// Opens the database of that name in the browser's private file system, through the virtual
    /// file system that its shell installed.
    ///
    /// Fails with [`Fault::MissingData`] if it is missing or empty although one `was_made`.
    #[cfg(target_family = "wasm")]
    pub fn open(name: &str, vfs: &str, key: &Key, was_made: bool) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI;
        let db = Connection::open_with_flags(format!("file:{name}?vfs={vfs}"), flags)?;
        db.pragma_update(None, "cipher", "sqlcipher")?;
        let store = Self::unlock(db, key)?;
        let pages: u32 = store.db.pragma_query_value(None, "page_count", |row| row.get(0))?;
        if was_made && pages == 0 {
            return Err(Fault::MissingData.into());
        }
        store.ready()
    }

    /// A database in memory, for tests.
    pub fn in_memory() -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Self::over(Connection::open_with_flags(":memory:", flags)?).ready()
    }

    /// A database in memory with a space.
    #[cfg(test)]
    pub(crate) fn in_space(id: domain::Id) -> Result<Self> {
        let store = Self::in_memory()?;
        let space = crate::Space::new(id, "https://bomiljo.example.no".into(), [0; 32]);
        crate::settings::add_space(&store.db, &space, &[])?;
        Ok(store)
    }

    /// Lets the database go, for good: what is stored is about to be destroyed. Nothing can be read or
    /// written any more.
    pub fn close(&mut self) -> Result<()> {
        #[cfg(not(target_family = "wasm"))]
        {
            self.place = None;
            self.gone = Some(Fault::Storage { detail: "let go".into() });
        }
        self.closed = true;
        self.db = Connection::open_in_memory()?;
        Ok(())
    }

    /// Limits the growth of the file to so many pages, like a full disk.
    #[cfg(feature = "faults")]
    pub fn limit_growth(&self, pages: u32) -> Result<()> {
        let size: u32 = self.db.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let limit = size.saturating_add(pages);
        Ok(self.db.pragma_update_and_check(None, "max_page_count", limit, |_| Ok(()))?)
    }

    fn over(db: Connection) -> Self {
        Self {
            db,
            #[cfg(not(target_family = "wasm"))]
            place: None,
            #[cfg(not(target_family = "wasm"))]
            gone: None,
            salvaged: None,
            closed: false,
            fresh: project::Fresh::default(),
            behind: false,
            caught_up: false,
        }
    }

    /// Fails with [`Fault::NotEncrypted`] if the built-in cipher doesn't encrypt.
    fn unlock(db: Connection, key: &Key) -> Result<Self> {
        let store = Self::over(db);
        let db = &store.db;
        #[cfg(not(target_family = "wasm"))]
        keep_log(db, true)?;
        db.pragma_update(None, "key", key.spoken())?;
        #[cfg(not(target_family = "wasm"))]
        db.pragma_update(None, "cipher_page_size", i64::try_from(PAGE).unwrap_or_default())?;
        db.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")?;
        // The home is locked anyway, and this spares each transaction the locks. It comes before
        // the first read, which would otherwise create a file for sharing and fail on a full disk.
        db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        if store.cipher()?.is_empty() {
            return Err(Fault::NotEncrypted.into());
        }
        db.query_row("SELECT count(*) FROM sqlite_master", (), |_| Ok(()))?;
        Ok(store)
    }

    /// The cipher in use, with its version; empty if nothing is encrypted.
    pub fn cipher(&self) -> Result<String> {
        let pragma = if cfg!(target_family = "wasm") { "cipher" } else { "cipher_version" };
        let said = self.db.pragma_query_value(None, pragma, |row| row.get(0));
        Ok(said.unwrap_or_default())
    }

    pub(crate) fn ready(mut self) -> Result<Self> {
        self.db.set_prepared_statement_cache_capacity(128);
        #[cfg(not(target_family = "wasm"))]
        self.db.pragma_update(None, "journal_mode", "WAL")?;
        self.db.pragma_update(None, "synchronous", "FULL")?;
        self.db.pragma_update(None, "foreign_keys", "ON")?;
        // Deleted rows are overwritten, because salvage takes every row on a page as current.
        self.db.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
        self.db.pragma_update(None, "cache_size", -CACHE)?;
        self.migrate()?;
        #[cfg(not(target_family = "wasm"))]
        keep_log(&self.db, false)?;
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
