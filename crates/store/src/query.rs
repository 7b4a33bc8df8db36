//! What the pages ask for. A list that is shown is bounded, and says how many there are; what is
//! counted is read whole.

pub mod agenda;
pub mod called;
pub mod cases;
pub mod gathering;
mod leaving;
pub mod lookup;
#[cfg(test)]
mod plans;
pub mod report;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::change::Seen;
use domain::kind::Record;
use domain::merge::{Mark, Merged};
use domain::{Attendance, Clock, Id, Kind};
use rusqlite::{Connection, Params};

use crate::log::{self, id, text, unsigned};
use crate::project::moment;
use crate::search;
use crate::search::Asked;
use crate::{Error, Records, Result, Store};

/// Most records in one answer.
pub const PAGE: u32 = 500;

/// A stored record.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which.
    pub id: Id,
    /// Its name, or the start of its text.
    pub title: String,
    /// When it happened, or was made.
    pub at: DateTime<Utc>,
    /// What it says, without what a reader has seen: that takes its changes.
    pub merged: Merged,
}

/// Runs a query that answers with columns of `record`.
pub fn rows(db: &Connection, sql: &str, params: impl Params) -> Result<Vec<Row>> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// A part of a list, and how many records the whole list has. `params` puts its end and what is skipped
/// into the query, where a negative end is none. Only a list that goes on is counted.
pub fn listed<P: Params>(
    db: &Connection,
    sql: &str,
    part: Part,
    params: impl Fn(i64, i64) -> P,
) -> Result<(Vec<Row>, u64)> {
    let found = rows(db, sql, params(part.limit.into(), part.skip.into()))?;
    if part.skip == 0 && found.len() < part.limit as usize {
        let total = found.len() as u64;
        return Ok((found, total));
    }
    Ok((found, count(db, &format!("SELECT count(*) FROM ({sql})"), params(-1, 0))?))
}

/// The number that a query answers with.
pub fn count(db: &Connection, sql: &str, params: impl Params) -> Result<u64> {
    let count: i64 = db.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

fn read(row: &rusqlite::Row) -> Result<Row> {
    let (at, body, conflicts): (String, String, String) =
        (row.get("at")?, row.get("body")?, row.get("conflicts")?);
    let mark = |clock, device| -> Result<Mark> {
        Ok(Mark { clock: Clock(unsigned(row, clock)?), device: id(row, device)? })
    };
    Ok(Row {
        id: id(row, "id")?,
        title: row.get("title")?,
        at: at.parse().map_err(|_| Error::Stored("moment"))?,
        merged: Merged {
            kind: row.get("kind")?,
            body: serde_json::from_str(&body).map_err(|_| Error::Stored("record"))?,
            seen: Seen::default(),
            conflicts: serde_json::from_str(&conflicts).map_err(|_| Error::Stored("conflict"))?,
            deleted: row.get("deleted")?,
            made: mark("made_clock", "made_by")?,
            changed: mark("changed_clock", "changed_by")?,
        },
    })
}

/// Which part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub(crate) limit: u32,
    pub(crate) skip: u32,
}

impl Part {
    /// At most `limit` records, and never more than [`PAGE`], after `skip`.
    pub fn new(limit: u32, skip: u32) -> Self {
        Self { limit: limit.min(PAGE), skip }
    }
}

/// What the log alone answers.
impl Store {
    /// The names by which the changes of a record go.
    pub fn change_names(&self, record: Id) -> Result<domain::twins::Names> {
        log::names_of_record(&self.db, record)
    }

    /// The changes of a record, oldest first.
    pub fn history(&self, record: Id) -> Result<Vec<domain::Change>> {
        let mut changes = log::of_record(&self.db, record)?;
        changes.sort_by_key(|it| (it.clock, it.by));
        Ok(changes)
    }
}

impl Records<'_> {
    /// A record, in the bin or not.
    pub fn get(self, record: Id) -> Result<Option<Row>> {
        let sql = "SELECT * FROM record WHERE id = ?1";
        Ok(rows(&self.db, sql, [text(record)])?.into_iter().next())
    }

    /// The heads of a record's fields: what a user who reads it now has seen. That is as far as
    /// the records have come, not the log, should a full disk have held them up.
    pub fn seen(self, record: Id) -> Result<domain::change::Seen> {
        crate::project::seen(&self.db, record)
    }

    /// The records of a kind, in the order that its kind says.
    pub fn list(self, kind: &Kind, part: Part) -> Result<(Vec<Row>, u64)> {
        let (sql, count) = if kind.happens() {
            (include_str!("sql/list_by_time.sql"), include_str!("sql/count_by_time.sql"))
        } else {
            (include_str!("sql/list_by_name.sql"), include_str!("sql/count_by_name.sql"))
        };
        let found = rows(&self.db, sql, (kind.name, part.limit, part.skip))?;
        Ok((found, self.count(count, [kind.name])?))
    }

    /// The latest records of a kind that happens, without counting them all.
    pub fn latest(self, kind: &Kind, limit: u32) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("sql/list_by_time.sql"), (kind.name, limit.min(PAGE), 0))
    }

    /// What points to a record, latest first.
    pub fn about(self, record: Id, part: Part) -> Result<(Vec<Row>, u64)> {
        let found =
            rows(&self.db, include_str!("sql/about.sql"), (text(record), part.limit, part.skip))?;
        Ok((found, self.count(include_str!("sql/count_about.sql"), [text(record)])?))
    }

    /// Residents by name: those who live here, or those who have `gone` by that day.
    pub fn residents(self, gone: bool, today: &str, part: Part) -> Result<(Vec<Row>, u64)> {
        let params = (gone, today, part.limit, part.skip);
        let found = rows(&self.db, include_str!("sql/residents.sql"), params)?;
        Ok((found, self.count(include_str!("sql/count_residents.sql"), (gone, today))?))
    }

    /// When a resident last had a visit, before a moment.
    pub fn last_visit(self, resident: Id, until: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let mut statement = self.db.prepare_cached(include_str!("sql/last_visit.sql"))?;
        let params = (text(resident), moment(until));
        let at: Option<String> = statement.query_row(params, |row| row.get(0))?;
        at.map(|it| it.parse().map_err(|_| Error::Stored("moment"))).transpose()
    }

    /// The residents met most in the last conversations, most and latest first.
    pub fn likely_residents(self, limit: u32) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("sql/likely_residents.sql"), [limit])
    }

    /// The topics of the last conversations, most used first.
    pub fn likely_topics(self) -> Result<Vec<String>> {
        let mut statement = self.db.prepare_cached(include_str!("sql/likely_topics.sql"))?;
        let topics = statement.query_map((), |row| row.get(0))?;
        Ok(topics.collect::<rusqlite::Result<_>>()?)
    }

    /// The latest of the records where a person must choose, and how many there are.
    pub fn conflicts(self, limit: u32) -> Result<(Vec<Row>, u64)> {
        self.in_conflict(Part::new(limit, 0))
    }

    /// Records where a person must choose, latest change first, and how many there are. Nobody
    /// need choose what is in the bin.
    pub fn in_conflict(self, part: Part) -> Result<(Vec<Row>, u64)> {
        let sql = include_str!("sql/in_conflict.sql");
        let found = rows(&self.db, sql, (part.limit, part.skip))?;
        Ok((found, self.count(include_str!("sql/count_in_conflict.sql"), ())?))
    }

    /// What lies in the bin, latest change first, and how much; ticks on lists aside.
    pub fn bin(self, part: Part) -> Result<(Vec<Row>, u64)> {
        let found = rows(&self.db, include_str!("sql/bin.sql"), (part.limit, part.skip))?;
        Ok((found, self.count(include_str!("sql/count_bin.sql"), ())?))
    }

    /// Who is noted at an activity: all of them, since they are counted.
    pub fn attendances(self, activity: Id) -> Result<Vec<Row>> {
        gathering::pointing(&self.db, activity, Attendance::ACTIVITY, Attendance::KIND)
    }

    /// What was typed, as everything it may mean in records of a kind, or of any; `named` has the
    /// labels of kinds and of values that people pick from lists, by `list.value`.
    pub fn understand(
        self,
        kind: Option<&str>,
        typed: &str,
        named: &BTreeMap<String, String>,
    ) -> Result<Asked> {
        search::bring_up_to_date(&self.db)?;
        Asked::understood(&self.db, kind, typed, named)
    }

    /// Records of a kind that hold what was asked for, and how many there are.
    pub fn search(self, kind: &str, asked: &Asked, limit: u32) -> Result<(Vec<Row>, u64)> {
        search::bring_up_to_date(&self.db)?;
        search::find(&self.db, kind, asked, limit.min(PAGE))
    }

    /// How many of the residents that were asked for live here, or have `gone` by that day.
    pub fn count_residents(self, asked: &Asked, gone: bool, today: &str) -> Result<u64> {
        search::bring_up_to_date(&self.db)?;
        search::count_residents(&self.db, asked, gone, today)
    }
}
