//! Somebody who was registered twice. A person finds out and says on one record which other one
//! it is the same as; what points to it then counts there, and it stands in no list, until
//! somebody takes that back. Nothing in the log is moved.

use domain::{Id, Kind, Resident};
use rusqlite::Connection;

use crate::log::{id, text};
use crate::project;
use crate::query::rows;
use crate::{Result, Row, Store};

/// Where a record says it; no part of anybody's story.
pub const FIELD: &str = Resident::SAME_AS;

/// Has links and lists agree with whom the residents' records say that they are.
pub fn follow(db: &Connection) -> Result<()> {
    // Those who count for somebody else than before, and what pointed to where they counted.
    let turned = rows(db, include_str!("../sql/turned.sql"), ())?;
    if !turned.is_empty() {
        db.execute_batch(include_str!("../sql/turn.sql"))?;
        turned.iter().try_for_each(|it| project::enter(db, it))?;
    }
    // Whichever of them was written last was entered as if it stood for somebody.
    let any = "SELECT EXISTS (SELECT 1 FROM same)";
    if db.prepare_cached(any)?.query_row((), |row| row.get(0))? {
        db.execute_batch(include_str!("../sql/withdraw.sql"))?;
    }
    Ok(())
}

impl Store {
    /// The record that counts for one: another, where that says so, or else itself.
    pub fn stands_for(&self, record: Id) -> Result<Id> {
        let sql = "SELECT coalesce((SELECT root FROM same WHERE id = ?1), ?1) AS id";
        let mut statement = self.db.prepare_cached(sql)?;
        statement.query_row([text(record)], |row| Ok(id(row, "id")))?
    }

    /// All records of somebody who was registered twice, the one that counts first; none of others.
    pub fn same(&self, record: Id) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("../sql/same.sql"), [text(self.stands_for(record)?)])
    }

    /// Those of a kind that count for another, and so stand in no list.
    pub fn withdrawn(&self, kind: &Kind) -> Result<Vec<Row>> {
        let sql =
            "SELECT * FROM record WHERE kind = ?1 AND deleted = 0 AND id IN (SELECT id FROM same)";
        rows(&self.db, sql, [kind.name])
    }
}
