//! Storing a batch: look, decide, take positions, insert; one transaction.

use rusqlite::{Connection, TransactionBehavior};
use sync::wire::{Header, Pushed, SealedChange};
use uuid::Uuid;

use super::rows;
use crate::Result;
use crate::storage::{Batch, Placed, place};

/// Stores what is new of a batch.
pub fn store(db: &mut Connection, batch: &Batch) -> Result<Pushed> {
    // Immediate: from here on nobody else writes. PostgreSQL would lock the space's row.
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let last = last_seq(&transaction, batch)?;
    let fresh = batch.fresh(&stored(&transaction, batch)?, last)?;
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
    let mut query = db.prepare_cached(
        "SELECT coalesce(max(seq), 0) FROM change WHERE space = ? AND device = ?",
    )?;
    Ok(query.query_row((batch.space, batch.device), |row| row.get(0))?)
}

fn stored(db: &Connection, batch: &Batch) -> Result<Vec<Header>> {
    let (first, last) = batch.range();
    let mut query = db.prepare_cached(include_str!("stored_headers.sql"))?;
    let headers = query.query_map((batch.space, batch.device, first, last), rows::header)?;
    Ok(headers.collect::<rusqlite::Result<_>>()?)
}

fn append(db: &Connection, space: Uuid, fresh: &[SealedChange]) -> Result<()> {
    if fresh.is_empty() {
        return Ok(());
    }
    let head = take_positions(db, space, fresh.len())?;
    let digest = rows::digest(db, space, head)?;
    place(fresh, head, digest)?.iter().try_for_each(|placed| insert(db, placed))
}

/// Moves the counter before anything is inserted; gives where it stood.
fn take_positions(db: &Connection, space: Uuid, count: usize) -> Result<u64> {
    let mut query = db.prepare_cached(
        "UPDATE space SET next = next + ?2 WHERE id = ?1 RETURNING next - ?2 - 1",
    )?;
    Ok(query.query_row((space, count), |row| row.get(0))?)
}

fn insert(db: &Connection, placed: &Placed<'_>) -> Result<()> {
    let Placed { change, position, end, digest } = placed;
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
    ))?;
    Ok(())
}
