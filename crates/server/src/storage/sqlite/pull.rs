//! Reading a page.

use rusqlite::{Connection, Row};
use uuid::Uuid;
use wire::{Hash, Page, Pull};

use super::rows;
use crate::storage::page::{self, Extent};
use crate::storage::row::Whole;
use crate::{Error, Result};

/// The changes after a position, and the digest there.
///
/// A position beyond the head is from before this database was restored from a backup. The answer
/// is then an empty page whose `next` is the head, before the reader's own position. No other
/// answer goes back. So the reader learns from this, as well as from the epoch, that it must offer
/// its changes again.
pub fn page(db: &mut Connection, pull: &Pull) -> Result<Page> {
    // One snapshot for all the reads.
    let transaction = db.transaction()?;
    let head = rows::head(&transaction, pull.space)?;
    let after = pull.after.min(head);
    let next = end(&transaction, pull, after)?;
    if next == after && after < head {
        return Err(Error::Corrupt("position"));
    }
    let before = rows::digest(&transaction, pull.space, after)?;
    let Whole { changes, next, digest } = whole(&transaction, pull.space, (after, before), next)?;
    Ok(Page {
        epoch: rows::epoch(&transaction)?,
        changes,
        digest,
        next,
        head,
        // The caller sets this, because it knows when a snapshot is due.
        snapshot_due: false,
    })
}

fn end(db: &Connection, pull: &Pull, after: u64) -> Result<u64> {
    let mut query = db.prepare_cached(include_str!("extents.sql"))?;
    Ok(page::end(after, pull.limit, query.query_map((pull.space, after, page::ENOUGH), extent)?)?)
}

fn extent(row: &Row<'_>) -> rusqlite::Result<Extent> {
    Ok(Extent { position: row.get(0)?, end: row.get(1)?, size: row.get(2)? })
}

fn whole(db: &Connection, space: Uuid, from: (u64, Hash), next: u64) -> Result<Whole> {
    let mut query = db.prepare_cached(include_str!("page.sql"))?;
    let read = |row: &Row<'_>| Ok((rows::row(row)?, row.get(14)?));
    let found = query.query_map((space, from.0, next), read)?;
    Whole::read(from, next, found.map(rows::with_payload))
}
