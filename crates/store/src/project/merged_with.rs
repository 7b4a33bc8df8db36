//! Duplicate residents. A user marks one record as the *same as* another. Links to it then point to
//! the surviving record, and lists leave it out, until the field is emptied. The log is not
//! changed.

use domain::{Id, Kind, Resident};
use rusqlite::Connection;

use crate::log::{id, text};
use crate::project;
use crate::query::rows;
use crate::{Records, Result, Row};

/// The field that marks a record as merged into another. It is not shown in a resident's timeline.
pub const FIELD: &str = Resident::SAME_AS;

/// Updates links and lists after a change of the residents' *same as* fields.
pub fn follow(db: &Connection) -> Result<()> {
    // Records whose surviving record has changed, and those that point to them.
    let turned = rows(db, include_str!("../sql/turned.sql"), ())?;
    if !turned.is_empty() {
        db.execute_batch(include_str!("../sql/turn.sql"))?;
        turned.iter().try_for_each(|it| project::enter(db, it))?;
    }
    // Projecting a merged record has listed it; take it out of the lists again.
    let any = "SELECT EXISTS (SELECT 1 FROM same)";
    if db.prepare_cached(any)?.query_row((), |row| row.get(0))? {
        db.execute_batch(include_str!("../sql/withdraw.sql"))?;
    }
    Ok(())
}

impl Records<'_> {
    /// The surviving record of a merged one; any other record itself.
    pub fn stands_for(self, record: Id) -> Result<Id> {
        let sql = "SELECT coalesce((SELECT root FROM same WHERE id = ?1), ?1) AS id";
        let mut statement = self.db.prepare_cached(sql)?;
        statement.query_row([text(record)], |row| Ok(id(row, "id")))?
    }

    /// All records of a resident who is registered more than once, the surviving one first. Empty
    /// for other records.
    pub fn same(self, record: Id) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("../sql/same.sql"), [text(self.stands_for(record)?)])
    }

    /// Records of a kind that are merged into another, and so are in no list.
    pub fn withdrawn(self, kind: &Kind) -> Result<Vec<Row>> {
        let sql =
            "SELECT * FROM record WHERE kind = ?1 AND deleted = 0 AND id IN (SELECT id FROM same)";
        rows(&self.db, sql, [kind.name])
    }
}
