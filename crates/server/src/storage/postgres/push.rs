//! Storing a batch in one transaction: lock the space, read, decide, take positions, insert.

use deadpool_postgres::Transaction;
use uuid::Uuid;
use wire::{Head, Header, Pushed, SealedChange};

use super::heads;
use super::job::Job;
use super::rows::{self, signed};
use crate::Result;
use crate::storage::{Batch, Placed, Quota, place};

const TAKE: &str = "UPDATE space SET next = next + $2, bytes = bytes + $3 WHERE id = $1";

/// Stores what is new of a batch, within a quota.
impl Job for (Batch, Quota) {
    type Done = Pushed;

    async fn run(&self, db: &Transaction<'_>) -> Result<Pushed> {
        let (batch, quota) = self;
        // From here on no other transaction takes positions, and those taken before are visible.
        let (Head { epoch, head }, held) = heads::locked(db, batch.space).await?;
        let last = last_seq(db, batch).await?;
        let fresh = batch.fresh(&stored(db, batch).await?, last)?;
        quota.admits(held, fresh)?;
        if !fresh.is_empty() {
            take(db, batch.space, fresh).await?;
            let digest = heads::digest(db, batch.space, head).await?;
            insert(db, batch, &place(fresh, head, digest)?).await?;
        }
        let added = fresh.len() as u64;
        Ok(Pushed { epoch, seq: last + added, head: head + added })
    }
}

async fn last_seq(db: &Transaction<'_>, batch: &Batch) -> Result<u64> {
    let sql = include_str!("last_row.sql");
    let last = rows::one(db, sql, &[&batch.space, &batch.device]).await?;
    last.map_or(Ok(0), |last| Ok(rows::row(&last)?.header.seq))
}

async fn stored(db: &Transaction<'_>, batch: &Batch) -> Result<Vec<Header>> {
    let (first, last) = batch.range();
    let values: rows::Values<'_> = &[&batch.space, &batch.device, &signed(first), &signed(last)];
    let stored = rows::all(db, include_str!("stored_rows.sql"), values).await?;
    stored.iter().map(|it| Ok(rows::row(it)?.header)).collect()
}

async fn take(db: &Transaction<'_>, space: Uuid, fresh: &[SealedChange]) -> Result<()> {
    let bytes = fresh.iter().map(|change| u64::from(change.header.size)).sum();
    let values: rows::Values<'_> = &[&space, &signed(fresh.len() as u64), &signed(bytes)];
    rows::execute(db, TAKE, values).await.map(drop)
}

async fn insert(db: &Transaction<'_>, batch: &Batch, placed: &[Placed<'_>]) -> Result<()> {
    let Batch { space, device, .. } = batch;
    let signatures: Vec<_> = placed.iter().map(|it| it.change.signature.to_bytes()).collect();
    let values: rows::Values<'_> = &[
        space,
        device,
        &numbers(placed, |it| signed(it.change.header.seq)),
        &ids(placed, |it| it.change.header.record),
        &ids(placed, |it| it.change.header.group),
        &numbers(placed, |it| it.change.header.group_count.into()),
        &numbers(placed, |it| it.change.header.clock.cast_signed()),
        &numbers(placed, |it| it.change.header.size.into()),
        &bytes(placed, |it| &it.change.header.hash),
        &bytes(placed, |it| &it.change.payload),
        &signatures.iter().map(<[u8; 64]>::as_slice).collect::<Vec<_>>(),
        &numbers(placed, |it| signed(it.position)),
        &numbers(placed, |it| signed(it.end)),
        &bytes(placed, |it| &it.digest),
        &bytes(placed, |it| &it.sum),
    ];
    rows::execute(db, include_str!("insert_changes.sql"), values).await.map(drop)
}

fn numbers(placed: &[Placed<'_>], column: impl Fn(&Placed<'_>) -> i64) -> Vec<i64> {
    placed.iter().map(column).collect()
}

fn ids(placed: &[Placed<'_>], column: impl Fn(&Placed<'_>) -> Uuid) -> Vec<Uuid> {
    placed.iter().map(column).collect()
}

fn bytes<'a>(
    placed: &'a [Placed<'a>],
    column: impl Fn(&'a Placed<'a>) -> &'a [u8],
) -> Vec<&'a [u8]> {
    placed.iter().map(column).collect()
}
