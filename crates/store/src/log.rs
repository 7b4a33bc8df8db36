//! The change log. Changes are added and never rewritten.

use std::collections::BTreeMap;

use domain::{Change, ChangeRef, Clock, Id, twins};
use rusqlite::{Connection, Params, Row, named_params};

use crate::{Error, Result};

/// Adds a change, unless it is there. Returns whether it was added.
pub fn append(db: &Connection, change: &Change) -> Result<bool> {
    let payload = postcard::to_stdvec(&change.payload).map_err(|_| Error::Stored("change"))?;
    let mut insert = db.prepare_cached(include_str!("sql/append_change.sql"))?;
    let added = insert.execute(named_params! {
        ":space": text(change.space),
        ":device": text(change.by.device),
        ":seq": number(change.by.seq),
        ":record": text(change.record),
        ":changeset": text(change.group),
        ":group_count": change.group_count,
        ":clock": number(change.clock.0),
        ":payload": payload,
    })?;
    Ok(added > 0)
}

/// The change with that name, if it is here.
pub fn find(db: &Connection, space: Id, by: ChangeRef) -> Result<Option<Change>> {
    let params = (text(space), text(by.device), number(by.seq), number(by.seq));
    Ok(select(db, include_str!("sql/changes_of_device.sql"), params)?.pop())
}

/// A device's changes from that number on, in order.
pub fn of_device(db: &Connection, space: Id, from: ChangeRef) -> Result<Vec<Change>> {
    let params = (text(space), text(from.device), number(from.seq), i64::MAX);
    select(db, include_str!("sql/changes_of_device.sql"), params)
}

/// Stores the sealed form of one of this device's changes.
pub fn keep_sealed(db: &Connection, change: &Change, sealed: &[u8]) -> Result<()> {
    let sql = "UPDATE change SET sealed = ?4 WHERE space = ?1 AND device = ?2 AND seq = ?3";
    let (space, device) = (text(change.space), text(change.by.device));
    db.prepare_cached(sql)?.execute((space, device, number(change.by.seq), sealed))?;
    Ok(())
}

/// All changes of a record, in order of arrival.
pub fn of_record(db: &Connection, record: Id) -> Result<Vec<Change>> {
    of_record_until(db, record, u64::MAX)
}

/// Those of a record's changes that arrived up to `arrival`. A change that two copies of a device
/// both renamed is there once.
pub fn of_record_until(db: &Connection, record: Id, arrival: u64) -> Result<Vec<Change>> {
    every(db, record, arrival).map(twins::once)
}

/// The names of a record's changes that [`of_record`] leaves out, each with the kept one. Edits and
/// drafts may still refer to them.
pub fn names_of_record(db: &Connection, record: Id) -> Result<twins::Names> {
    every(db, record, u64::MAX).map(|it| twins::Names::of(&it))
}

fn every(db: &Connection, record: Id, arrival: u64) -> Result<Vec<Change>> {
    let params = (text(record), number(arrival));
    select(db, include_str!("sql/changes_of_record.sql"), params)
}

/// The changes of a device's recent group.
pub fn of_group(db: &Connection, space: Id, device: Id, group: Id) -> Result<Vec<Change>> {
    let params = (text(space), text(device), text(group));
    select(db, include_str!("sql/changes_of_changeset.sql"), params)
}

/// How many of the changes each group has.
pub fn group_counts(changes: &[Change]) -> BTreeMap<Id, u32> {
    let mut counts = BTreeMap::new();
    for change in changes {
        *counts.entry(change.group).or_default() += 1;
    }
    counts
}

/// The arrival number of the last change; 0 before the first.
pub fn end(db: &Connection) -> Result<u64> {
    let sql = "SELECT coalesce(max(arrival), 0) AS arrival FROM change";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(())?;
    rows.next()?.map_or(Ok(0), |row| unsigned(row, "arrival"))
}

/// The records with changes that arrived after `arrival`.
pub fn records_since(db: &Connection, arrival: u64) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT record FROM change WHERE arrival > ?1 ORDER BY arrival";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([number(arrival)])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(id(row, "record")?);
    }
    Ok(records)
}

fn select(db: &Connection, sql: &str, params: impl Params) -> Result<Vec<Change>> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(read(row)?);
    }
    Ok(changes)
}

/// A stored change.
pub fn read(row: &Row) -> Result<Change> {
    Ok(Change {
        space: id(row, "space")?,
        by: ChangeRef { device: id(row, "device")?, seq: unsigned(row, "seq")? },
        record: id(row, "record")?,
        group: id(row, "changeset")?,
        group_count: row.get("group_count")?,
        clock: Clock(unsigned(row, "clock")?),
        payload: postcard::from_bytes(row.get_ref("payload")?.as_blob().map_err(sql)?)
            .map_err(|_| Error::Stored("change"))?,
    })
}

fn sql(error: rusqlite::types::FromSqlError) -> rusqlite::Error {
    error.into()
}

/// An id as it is stored.
pub fn text(id: Id) -> String {
    id.to_string()
}

/// A stored id.
pub fn id(row: &Row, column: &str) -> Result<Id> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| Error::Stored("id"))
}

/// An unsigned number as SQLite stores it. All of ours are far below its limit.
pub fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A stored unsigned number.
pub fn unsigned(row: &Row, column: &str) -> Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| Error::Stored("number"))
}
