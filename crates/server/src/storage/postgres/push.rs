//! Storing a batch: lock the space, look, decide, take positions, insert; one transaction.

use deadpool_postgres::Transaction;
use sync::wire::{Head, Header, Pushed};
use uuid::Uuid;

use super::heads;
use super::job::Job;
use super::rows::{self, number, signed};
use crate::Result;
use crate::storage::{Batch, Placed, place};

const LAST_SEQ: &str = "SELECT coalesce(max(seq), 0) FROM change WHERE space = $1 AND device = $2";
const TAKE: &str = "UPDATE space SET next = next + $2 WHERE id = $1";

/// Stores what is new of a batch.
impl Job for Batch {
    type Done = Pushed;

    async fn run(&self, db: &Transaction<'_>) -> Result<Pushed> {
        // From here on nobody else takes positions, and what the others took is to be seen.
        let Head { epoch, head } = heads::locked(db, self.space).await?;
        let last = last_seq(db, self).await?;
        let fresh = self.fresh(&stored(db, self).await?, last)?;
        if !fresh.is_empty() {
            take(db, self.space, fresh.len() as u64).await?;
            let digest = heads::digest(db, self.space, head).await?;
            insert(db, self, &place(fresh, head, digest)?).await?;
        }
        let added = fresh.len() as u64;
        Ok(Pushed { epoch, seq: last + added, head: head + added })
    }
}

async fn last_seq(db: &Transaction<'_>, batch: &Batch) -> Result<u64> {
    let row = rows::one(db, LAST_SEQ, &[&batch.space, &batch.device]).await?;
    row.map_or(Ok(0), |row| number(&row, 0))
}

async fn stored(db: &Transaction<'_>, batch: &Batch) -> Result<Vec<Header>> {
    let (first, last) = batch.range();
    let values: rows::Values<'_> = &[&batch.space, &batch.device, &signed(first), &signed(last)];
    let rows = rows::all(db, include_str!("stored_headers.sql"), values).await?;
    rows.iter().map(rows::header).collect()
}

async fn take(db: &Transaction<'_>, space: Uuid, count: u64) -> Result<()> {
    rows::execute(db, TAKE, &[&space, &signed(count)]).await.map(drop)
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
