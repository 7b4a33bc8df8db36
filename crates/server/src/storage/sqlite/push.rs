//! Storing a batch: look, decide, take positions, insert; one transaction.

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;
use wire::{Header, Pushed, SealedChange};

use super::rows;
use crate::Result;
use crate::storage::{Batch, Placed, Quota, place};

/// Stores what is new of a batch.
pub fn store(db: &mut Connection, batch: &Batch, quota: Quota) -> Result<Pushed> {
    // Immediate, so that no other transaction writes from here on. PostgreSQL would lock the
    // space's row.
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let last = last_seq(&transaction, batch)?;
    let fresh = batch.fresh(&stored(&transaction, batch)?, last)?;
    quota.admits(rows::holding(&transaction, batch.space)?, fresh)?;
    append(&transaction, batch.space, fresh)?;
    let pushed = Pushed {
        epoch: rows::epoch(&transaction)?,
        seq: last + fresh.len() as u64,
        head: rows::head(&transaction, batch.space)?,
    };
    transaction.commit()?;
    Ok(pushed)
}

fn last_seq(db: &Connection, batch: &Batch) -> Result<u64> {
    let last = rows::all(db, include_str!("last_row.sql"), (batch.space, batch.device))?;
    Ok(last.first().map_or(0, |row| row.header.seq))
}

fn stored(db: &Connection, batch: &Batch) -> Result<Vec<Header>> {
    let (first, last) = batch.range();
    let values = (batch.space, batch.device, first, last);
    let stored = rows::all(db, include_str!("stored_rows.sql"), values)?;
    Ok(stored.into_iter().map(|row| row.header).collect())
}

fn append(db: &Connection, space: Uuid, fresh: &[SealedChange]) -> Result<()> {
    if fresh.is_empty() {
        return Ok(());
    }
    let head = take_positions(db, space, fresh)?;
    let digest = rows::digest(db, space, head)?;
    place(fresh, head, digest)?.iter().try_for_each(|placed| insert(db, placed))
}

/// Moves the counter before anything is inserted. Returns its earlier value.
fn take_positions(db: &Connection, space: Uuid, fresh: &[SealedChange]) -> Result<u64> {
    let bytes: u64 = fresh.iter().map(|change| u64::from(change.header.size)).sum();
    let mut query = db.prepare_cached(
        "UPDATE space SET next = next + ?2, bytes = bytes + ?3 WHERE id = ?1
         RETURNING next - ?2 - 1",
    )?;
    Ok(query.query_row((space, fresh.len(), bytes), |row| row.get(0))?)
}

fn insert(db: &Connection, placed: &Placed<'_>) -> Result<()> {
    let Placed { change, position, end, digest, sum } = placed;
    let header = &change.header;
    db.prepare_cached(include_str!("insert_change.sql"))?.execute((
        header.space,
        header.device,
        header.seq,
        header.record,
        header.group,
        header.group_count,
        header.clock.cast_signed(),
        header.size,
        header.hash,
        &change.payload,
        change.signature.to_bytes(),
        position,
        end,
        digest,
        sum,
    ))?;
    Ok(())
}
