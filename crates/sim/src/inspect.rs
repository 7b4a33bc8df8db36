//! A look into a device's database, past the app.

use std::collections::BTreeSet;
use std::path::Path;

use domain::Id;
use rusqlite::{Connection, Row};

use crate::device::Device;
use crate::files::{DATABASE, copy};
use crate::fresh::unlock;

/// What lies in a device's database.
pub struct Insides {
    db: Connection,
}

/// Where a device's space stands.
pub struct Standing {
    /// Which space.
    pub space: Id,
    /// The server's life that it knows.
    pub epoch: String,
    /// Up to where it has applied everything.
    pub cursor: usize,
    /// How many of its own changes are confirmed.
    pub sent: u64,
    /// Its own name.
    pub device: Id,
}

impl Insides {
    /// Looks into a home in which no app runs.
    pub fn of(home: &Path) -> Self {
        Self { db: unlock(&home.join(DATABASE)) }
    }

    /// Looks into a copy of a running device's home.
    pub fn beside(device: &Device) -> Self {
        let aside = device.home.with_extension("aside");
        copy(&device.home, &aside);
        let insides = Self::of(&aside);
        // The file is gone for others; the open connection needs no name. Its log stays nameless too.
        insides.db.query_row("SELECT count(*) FROM change", (), |_| Ok(())).unwrap();
        std::fs::remove_dir_all(aside).unwrap();
        insides
    }

    /// Where its space stands, once it is in one.
    pub fn standing(&self) -> Option<Standing> {
        let sql = "SELECT id, epoch, cursor, sent,
                   (SELECT value FROM setting WHERE key = 'device') AS device FROM space";
        self.all(sql, |row| Standing {
            space: id(row, "id"),
            epoch: row.get_unwrap("epoch"),
            cursor: usize::try_from(row.get_unwrap::<_, i64>("cursor")).unwrap(),
            sent: row.get_unwrap::<_, i64>("sent").unsigned_abs(),
            device: id(row, "device"),
        })
        .pop()
    }

    /// The changes it has in its log, or kept aside.
    pub fn kept(&self) -> BTreeSet<(Id, u64)> {
        let sql = "SELECT device, seq FROM change UNION SELECT device, seq FROM quarantine";
        self.all(sql, name).into_iter().collect()
    }

    /// The changes in its log.
    pub fn log(&self) -> BTreeSet<(Id, u64)> {
        self.all("SELECT device, seq FROM change", name).into_iter().collect()
    }

    /// What its changes say, word for word, and of what they are part.
    pub fn words(&self) -> Vec<Vec<u8>> {
        let sql =
            "SELECT CAST(device || seq || record || changeset || group_count || clock || payload
                   AS BLOB) FROM change ORDER BY device, seq";
        self.all(sql, |row| row.get_unwrap(0))
    }

    /// The spaces that any of its changes or records belongs to.
    pub fn spaces(&self) -> Vec<Id> {
        let sql = "SELECT space FROM change UNION SELECT space FROM record";
        self.all(sql, |row| id(row, "space"))
    }

    /// The records, each in one line, all that is stored of them.
    pub fn records(&self) -> Vec<String> {
        let sql = "SELECT id || ' ' || kind || ' ' || body || ' ' || conflicts || ' ' || deleted
                   || ' ' || made_clock || ' ' || made_by || ' ' || changed_clock || ' ' || changed_by
                   FROM record ORDER BY id";
        self.all(sql, |row| row.get_unwrap(0))
    }

    fn all<T>(&self, sql: &str, read: impl Fn(&Row) -> T) -> Vec<T> {
        let mut query = self.db.prepare(sql).unwrap();
        query.query_map((), |row| Ok(read(row))).unwrap().map(Result::unwrap).collect()
    }
}

fn name(row: &Row) -> (Id, u64) {
    (id(row, "device"), row.get_unwrap::<_, i64>("seq").unsigned_abs())
}

fn id(row: &Row, column: &str) -> Id {
    row.get_unwrap::<_, String>(column).parse().unwrap()
}
