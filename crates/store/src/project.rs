//! The projection: a record and its links, made from its changes and from nothing else.

mod columns;
mod fresh;
pub mod merged_with;
pub mod parent_date;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::change::Seen;
use domain::merge::{Merged, kind_of, merge};
use domain::{Change, Id, Kind, Record, Resident, kind};
use rusqlite::{Connection, named_params};

use crate::log::{self, number, text};
pub use crate::project::columns::Columns;
pub use crate::project::fresh::Fresh;
use crate::query::called;
use crate::settings::{counter, set};
use crate::{Result, Row, Store};

/// Reads a record as its changes leave it, or nothing when it has none.
pub fn merged(db: &Connection, record: Id) -> Result<Option<(Id, Merged)>> {
    let changes = log::of_record(db, record)?;
    Ok(changes.first().map(|first| (first.space, merge_all(&changes))))
}

/// Merges, with the kind's own rules where this version knows it. What is empty has the value that it
/// counts as, so that no list, report or file decides that for itself.
pub fn merge_all(changes: &[Change]) -> Merged {
    let mut merged = merge(kind(kind_of(changes)), changes);
    if let Some(kind) = kind(&merged.kind) {
        kind.complete(&mut merged.body);
    }
    merged
}

/// How far in the log the records have come.
const PROJECTED: &str = "projected";
/// Whether all of them must be made anew: until then they say what they said.
const ANEW: &str = "project-anew";

impl Store {
    /// Makes the records agree with the log. Needed before reading them: a save ends when it
    /// is in the log. No sync to disk, since what a power cut loses is made again from there.
    /// A full disk leaves them as they are: what was there can still be read.
    pub(crate) fn catch_up(&mut self) -> Result<()> {
        if is_up_to_date(&self.db)? {
            return Ok(());
        }
        self.db.pragma_update(None, "synchronous", "NORMAL")?;
        let outcome = self.follow();
        self.db.pragma_update(None, "synchronous", "FULL")?;
        match outcome {
            Err(error) if error.is_full_disk() => {
                self.behind = true;
                Ok(())
            }
            outcome => {
                self.caught_up |= outcome.is_ok() && std::mem::take(&mut self.behind);
                outcome
            }
        }
    }

    /// Whether the records have followed the log again, after a full disk had kept them from it. Asked
    /// again, no.
    pub const fn has_caught_up(&mut self) -> bool {
        std::mem::replace(&mut self.caught_up, false)
    }

    fn follow(&mut self) -> Result<()> {
        let tx = self.db.transaction()?;
        follow(&tx, &self.fresh)?;
        tx.commit()?;
        self.fresh.clear();
        Ok(())
    }
}

/// The same, as part of a transaction.
pub fn catch_up(db: &Connection) -> Result<()> {
    follow(db, &Fresh::default())
}

/// Makes the records agree with the log; those that are `fresh` need no merging.
fn follow(db: &Connection, fresh: &Fresh) -> Result<()> {
    if is_up_to_date(db)? {
        return Ok(());
    }
    let end = log::end(db)?;
    let from = if counter(db, ANEW)? > 0 { 0 } else { counter(db, PROJECTED)? };
    let mut people = false;
    for record in log::records_since(db, from)? {
        people |= by_itself(db, record, fresh.of(record, end))?;
    }
    if people {
        merged_with::follow(db)?;
    }
    set(db, ANEW, "0")?;
    set(db, PROJECTED, &end.to_string())
}

/// Makes one record agree with the log; tells whether it is a resident. One that holds what no row
/// can is left as it was, and `verify` names it: all others are made nevertheless.
fn by_itself(db: &Connection, record: Id, fresh: Option<(Id, Merged)>) -> Result<bool> {
    db.prepare_cached("SAVEPOINT record")?.execute(())?;
    let made = match make(db, record, fresh) {
        Err(error) if error.is_about_content() => {
            db.prepare_cached("ROLLBACK TO record")?.execute(())?;
            false
        }
        // A full disk has taken back the whole transaction, and the savepoint with it.
        made => made?,
    };
    db.prepare_cached("RELEASE record")?.execute(())?;
    Ok(made)
}

fn make(db: &Connection, record: Id, fresh: Option<(Id, Merged)>) -> Result<bool> {
    let read = fresh.map_or_else(|| merged(db, record), |it| Ok(Some(it)))?;
    let Some((space, merged)) = read else { return Ok(false) };
    store(db, record, space, &merged)?;
    Ok(merged.kind == Resident::KIND)
}

fn is_up_to_date(db: &Connection) -> Result<bool> {
    Ok(counter(db, ANEW)? == 0 && log::end(db)? == counter(db, PROJECTED)?)
}

/// The heads of a record's fields as far as the records have come.
pub fn seen(db: &Connection, record: Id) -> Result<Seen> {
    let changes = log::of_record_until(db, record, counter(db, PROJECTED)?)?;
    Ok(merge_all(&changes).seen)
}

/// Makes the next read make all records again.
pub fn start_over(db: &Connection) -> Result<()> {
    set(db, ANEW, "1")
}

fn store(db: &Connection, record: Id, space: Id, merged: &Merged) -> Result<()> {
    let columns = Columns::of(merged);
    let row = upsert(db, record, space, merged, &columns)?;
    point(db, row, merged, &columns.at)?;
    called::note(db, row, merged)?;
    parent_date::bring_along(db, record, merged)
}

/// Enters a record in lists and at what it points to, as its changes have it.
pub fn enter(db: &Connection, record: &Row) -> Result<()> {
    let columns = Columns::of(&record.merged);
    let sql = "UPDATE record SET listed = ?2 WHERE id = ?1 RETURNING row";
    let params = (text(record.id), columns.listed);
    let row = db.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    point(db, row, &record.merged, &columns.at)
}

fn point(db: &Connection, row: i64, merged: &Merged, at: &str) -> Result<()> {
    db.prepare_cached("DELETE FROM link WHERE source = ?1")?.execute([row])?;
    let occasion = parent_date::of(db, merged)?.map(moment);
    let at = occasion.as_deref().unwrap_or(at);
    match kind(&merged.kind) {
        Some(kind) if !merged.deleted => insert_links(db, row, kind, merged, at),
        _ => Ok(()),
    }
}

/// A moment as it is stored: one length, so that text order is time order.
pub fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn upsert(
    db: &Connection,
    record: Id,
    space: Id,
    merged: &Merged,
    columns: &Columns,
) -> Result<i64> {
    let mut upsert = db.prepare_cached(include_str!("sql/upsert_record.sql"))?;
    let row = upsert.query_row(
        named_params! {
            ":id": text(record),
            ":space": text(space),
            ":kind": merged.kind,
            ":body": columns.body,
            ":title": columns.title,
            ":listed": columns.listed,
            ":sort": columns.sort,
            ":at": columns.at,
            ":state": columns.state,
            ":due": columns.due,
            ":weight": columns.weight,
            ":conflicts": columns.conflicts,
            ":deleted": merged.deleted,
            ":made_clock": number(merged.made.clock.0),
            ":made_by": text(merged.made.device),
            ":changed_clock": number(merged.changed.clock.0),
            ":changed_by": text(merged.changed.device),
        },
        |row| row.get(0),
    )?;
    Ok(row)
}

fn insert_links(db: &Connection, row: i64, kind: &Kind, merged: &Merged, at: &str) -> Result<()> {
    let mut insert = db.prepare_cached(include_str!("sql/insert_link.sql"))?;
    for field in kind.fields.iter().filter(|it| it.name != merged_with::FIELD) {
        let value = merged.body.get(field.name).unwrap_or(&serde_json::Value::Null);
        for target in field.ty.links(value) {
            insert.execute((text(target), row, field.name, kind.name, at))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::Edit;
    use serde_json::json;

    use super::*;
    use crate::Author;

    #[test]
    fn a_record_that_cannot_be_made_keeps_no_other_from_being_made() {
        let mut store = Store::in_memory().unwrap();
        let [space, device, bad, good] = [1, 2, 3, 4].map(Id::from_u128);
        let author = Author { space, device, group: Id::from_u128(5), now: 6 };
        for record in [bad, good] {
            let edit = Edit::new("note", &json!("Radiatoren er kald"), vec![]);
            store.transact(author, |act| act.write(record, "visit", vec![edit])).unwrap();
        }
        let sql = "UPDATE change SET payload = x'ff' WHERE record = ?1";
        store.db.execute(sql, [text(bad)]).unwrap();
        // As after a restart.
        store.fresh = Fresh::default();
        let records = store.records().unwrap();
        assert!(records.get(good).unwrap().is_some());
        assert!(records.get(bad).unwrap().is_none());
        let verified = records.verify().unwrap();
        assert_eq!(verified.differing, [bad]);
    }
}
