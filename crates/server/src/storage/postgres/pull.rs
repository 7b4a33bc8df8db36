//! Reading a page.

use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use uuid::Uuid;
use wire::{Page, Pull};

use super::heads;
use super::job::Job;
use super::rows::{self, number, signed};
use crate::storage::page::{self, Extent};
use crate::storage::row::Whole;
use crate::{Error, Result};

/// The changes after a position, and the digest there. For a position beyond the head, see
/// [SQLite's](crate::storage::sqlite).
impl Job for Pull {
    type Done = Page;

    const READS: bool = true;

    async fn run(&self, db: &Transaction<'_>) -> Result<Page> {
        let place = heads::one(db, self.space).await?;
        let after = self.after.min(place.head);
        let next = end(db, self, after).await?;
        if next == after && after < place.head {
            return Err(Error::Corrupt("position"));
        }
        let rows = stored(db, self.space, after, next).await?;
        let before = heads::digest(db, self.space, after).await?;
        let rows = rows.iter().map(rows::with_payload);
        let Whole { changes, next, digest } = Whole::read((after, before), next, rows)?;
        Ok(Page {
            epoch: place.epoch,
            changes,
            digest,
            next,
            head: place.head,
            // The caller sets this, because it knows when a snapshot is due.
            snapshot_due: false,
        })
    }
}

async fn end(db: &Transaction<'_>, pull: &Pull, after: u64) -> Result<u64> {
    let sql = include_str!("extents.sql");
    let extents = rows::all(db, sql, &[&pull.space, &signed(after), &signed(page::ENOUGH)]).await?;
    page::end(after, pull.limit, extents.iter().map(extent))
}

fn extent(row: &Row) -> Result<Extent> {
    Ok(Extent { position: number(row, 0)?, end: number(row, 1)?, size: number(row, 2)? })
}

async fn stored(db: &Transaction<'_>, space: Uuid, after: u64, next: u64) -> Result<Vec<Row>> {
    let values: rows::Values<'_> = &[&space, &signed(after), &signed(next)];
    rows::all(db, include_str!("page.sql"), values).await
}
