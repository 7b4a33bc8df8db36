//! Opening: the key first, then a look at whether the file is sound, then the schema. A foreign
//! file is never touched; a damaged one is salvaged.

#[cfg(not(target_family = "wasm"))]
use std::path::Path;

use domain::Fault;
use rusqlite::{Connection, OpenFlags};

#[cfg(not(target_family = "wasm"))]
use crate::salvage::{self, cipher::PAGE};
use crate::{Key, Result, Store};
use crate::{project, search, views};

/// Every schema this product has had, in order. Append only.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/device/0001_first.sql"),
    include_str!("../../../migrations/device/0002_same.sql"),
    include_str!("../../../migrations/device/0003_words.sql"),
    include_str!("../../../migrations/device/0004_spare.sql"),
    include_str!("../../../migrations/device/0005_names.sql"),
    include_str!("../../../migrations/device/0006_status.sql"),
    include_str!("../../../migrations/device/0007_states.sql"),
];

/// Kibibytes of pages that are kept open: each page read anew is decrypted and authenticated anew.
const CACHE: i32 = 16 << 10;

/// Bytes of a file that is checked before the app starts; a larger one is checked while it runs.
#[cfg(not(target_family = "wasm"))]
const QUICK_CHECK_LIMIT: u64 = 32 << 20;

/// Where a database lies, and what opens it.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone)]
pub struct Place {
    path: std::path::PathBuf,
    key: Key,
}

#[cfg(not(target_family = "wasm"))]
impl Place {
    /// What opens it.
    pub const fn key(&self) -> &Key {
        &self.key
    }
}

/// How closely a file is looked at.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// As closely as nobody has to wait for.
    Quick,
    /// At every page.
    Thorough,
}

#[cfg(not(target_family = "wasm"))]
impl Store {
    /// Opens the database at `path`, or makes one there. A damaged one is salvaged; what came of
    /// that is in [`Store::salvaged`].
    ///
    /// Fails with [`Fault::WrongKey`] when the file is another key's, which is not touched, and with
    /// [`Fault::Damaged`] or [`Fault::EmptyData`] when nothing of a damaged one is left.
    pub fn open(path: &Path, key: &Key) -> Result<Self> {
        salvage::settle(path)?;
        if !salvage::is_there(path) {
            Self::begin(path, key)?;
            salvage::settle(path)?;
        }
        Self::look(path, key, Look::Quick)
    }

    /// Opens the database that was here before.
    ///
    /// Fails as [`Store::open`] does, and once with [`Fault::MissingData`] when there is none; the
    /// next start begins anew.
    pub fn open_again(path: &Path, key: &Key) -> Result<Self> {
        salvage::settle(path)?;
        let told = salvage::told_of(path);
        if !salvage::is_there(path) && !told.exists() {
            std::fs::write(&told, "")?;
            return Err(Fault::MissingData.into());
        }
        let store = Self::open(path, key)?;
        // It only says that the next loss would not be told of.
        let _ = std::fs::remove_file(told);
        Ok(store)
    }

    /// Makes a database that is whole before anything is at `path`: it waits beside it until
    /// [`Store::open`] puts it there. A full disk leaves nothing.
    pub fn begin(path: &Path, key: &Key) -> Result<()> {
        salvage::clear_making(path);
        let made = Self::create(&salvage::making_of(path), key).map(drop);
        made.and_then(|()| salvage::made(path)).inspect_err(|_| salvage::clear_making(path))
    }

    /// Takes back what [`Store::begin`] made, should its key not be kept.
    pub fn discard(path: &Path) {
        salvage::discard_next(path);
    }

    /// Looks at every page once more, after SQLite has met something that cannot be or somebody has
    /// found a broken page, and salvages what there is if the file is damaged. Tells whether it was.
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

    /// A look at every page of a file that is too large to be checked before the app starts, for a
    /// thread of its own. It answers whether the file seems damaged: a page that is being written
    /// can look so too.
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

    /// Whether nothing is wrong with the file, so that what failed is another matter.
    fn is_untouched(path: &Path, key: &Key) -> Result<bool> {
        let whole = salvage::Pages::of(path, key)?.broken() == 0;
        let sound = Self::existing(path, key).and_then(|it| it.is_sound());
        Ok(whole && sound.is_ok_and(|it| it))
    }

    /// The database at `path`, if nothing is wrong with it.
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

    /// A database that nobody has written in.
    pub(crate) fn create(path: &Path, key: &Key) -> Result<Self> {
        Self::unlock(Connection::open(path)?, key)?.ready()
    }

    /// The database at `path`, as it is.
    pub(crate) fn existing(path: &Path, key: &Key) -> Result<Self> {
        let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut store = Self::unlock(db, key)?;
        store.place = Some(Place { path: path.to_owned(), key: key.clone() });
        Ok(store)
    }

    /// Whether SQLite finds nothing wrong. A disk that refuses is another matter than a damaged file.
    fn is_sound(&self) -> Result<bool> {
        let check = |row: &rusqlite::Row| row.get::<_, String>(0);
        Ok(self.db.query_row("PRAGMA quick_check(1)", (), check)? == "ok")
    }
}

/// Whether closing leaves the log as it is, rather than taking it into the file: into a damaged or a
/// foreign one nothing is written.
#[cfg(not(target_family = "wasm"))]
fn keep_log(db: &Connection, keep: bool) -> Result<()> {
    use rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    db.set_db_config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)?;
    Ok(())
}

impl Store {
    /// Opens the database of that name in the browser's private file system, through the
    /// virtual file system that its shell installed.
    ///
    /// Fails with [`Fault::MissingData`] when it is missing or empty though one `was_made`.
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

    /// A database that is gone when it is dropped.
    pub fn in_memory() -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Self::over(Connection::open_with_flags(":memory:", flags)?).ready()
    }

    /// The same, in a space.
    #[cfg(test)]
    pub(crate) fn in_space(id: domain::Id) -> Result<Self> {
        let mut store = Self::in_memory()?;
        let space = crate::Space::new(id, "https://bomiljo.example.no".into(), [0; 32]);
        store.add_space(&space, &[])?;
        Ok(store)
    }

    /// Lets the file grow by so many pages and no more, as a full disk would.
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
        }
    }

    /// Fails with [`Fault::NotEncrypted`] when what is built in doesn't encrypt.
    fn unlock(db: Connection, key: &Key) -> Result<Self> {
        let store = Self::over(db);
        let db = &store.db;
        #[cfg(not(target_family = "wasm"))]
        keep_log(db, true)?;
        db.pragma_update(None, "key", key.spoken())?;
        #[cfg(not(target_family = "wasm"))]
        db.pragma_update(None, "cipher_page_size", i64::try_from(PAGE).unwrap_or_default())?;
        db.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")?;
        // The home is locked anyway. Before the first look, which would otherwise make a file for
        // sharing, and fail on a full disk; and it spares each transaction the locks.
        db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        if store.cipher()?.is_empty() {
            return Err(Fault::NotEncrypted.into());
        }
        db.query_row("SELECT count(*) FROM sqlite_master", (), |_| Ok(()))?;
        Ok(store)
    }

    /// The cipher in use, with its version; empty would mean that nothing is encrypted.
    pub fn cipher(&self) -> Result<String> {
        let pragma = if cfg!(target_family = "wasm") { "cipher" } else { "cipher_version" };
        let said = self.db.pragma_query_value(None, pragma, |row| row.get(0));
        Ok(said.unwrap_or_default())
    }

    pub(crate) fn ready(mut self) -> Result<Self> {
        self.db.set_prepared_statement_cache_capacity(128);
        self.db.pragma_update(None, "journal_mode", "WAL")?;
        self.db.pragma_update(None, "synchronous", "FULL")?;
        self.db.pragma_update(None, "foreign_keys", "ON")?;
        // What is deleted is overwritten: salvage takes whatever stands on a page for true.
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
