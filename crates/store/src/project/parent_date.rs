//! The date of a record that is part of another. An attendance, for example, takes place when its
//! activity does, wherever that is moved.

use chrono::{DateTime, Utc};
use domain::kind::Order;
use domain::merge::Merged;
use domain::{Id, KINDS, Kind, kind};
use rusqlite::Connection;

use crate::log::text;
use crate::project::moment;
use crate::query::rows;
use crate::{Records, Result, Row};

impl Records<'_> {
    /// The date of the record that `row` is part of. None for most kinds, and as long as it isn't
    /// known.
    pub fn occasion(self, row: &Row) -> Result<Option<DateTime<Utc>>> {
        of(&self.db, &row.merged)
    }
}

/// The same for a merged record.
pub fn of(db: &Connection, merged: &Merged) -> Result<Option<DateTime<Utc>>> {
    let Some((_, field)) = kind(&merged.kind).and_then(part) else { return Ok(None) };
    let whole = [merged.body.get(field).and_then(|it| it.as_str())];
    let found = rows(db, "SELECT * FROM record WHERE id = ?1", whole)?.pop();
    Ok(found.and_then(|it| kind(&it.merged.kind)?.moment(&it.merged.body)))
}

/// Gives the parts of a record its current date.
pub fn bring_along(db: &Connection, record: Id, merged: &Merged) -> Result<()> {
    let at = kind(&merged.kind).and_then(|it| it.moment(&merged.body)).map(moment);
    for (part, field) in KINDS.iter().filter_map(part) {
        if part.field(field).and_then(|it| it.ty.target()) == Some(&merged.kind) {
            let mut update = db.prepare_cached(include_str!("../sql/bring_along.sql"))?;
            update.execute((text(record), field, part.name, &at))?;
        }
    }
    Ok(())
}

/// For a kind whose records are part of others: the kind, and the field that points to them.
fn part(kind: &Kind) -> Option<(&Kind, &'static str)> {
    if let Order::Of(field) = kind.order { Some((kind, field)) } else { None }
}
