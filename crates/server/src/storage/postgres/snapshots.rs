//! Snapshots: stored part by part, then completed at once.
//!
//! Storing a part locks only its snapshot's row, so that no save waits for megabytes. Completing
//! locks the space's row, so that snapshots complete one after the other.

use deadpool_postgres::{GenericClient, Transaction};
use tokio_postgres::Row;
use uuid::Uuid;
use wire::{GetPart, Hash, Manifest, Part, Refusal, Snapshot, decode, encode};

use super::heads;
use super::job::Job;
use super::rows::{self, number, signed};
use crate::error::SNAPSHOT;
use crate::storage::snapshot::{checked, is_whole, superfluous, within};
use crate::storage::{KeptPart, Quota, Snapshots};
use crate::{Error, Result};

const NEWEST: &str = "SELECT manifest FROM snapshot \
    WHERE space = $1 AND manifest IS NOT NULL ORDER BY at DESC LIMIT 1";
const NEWEST_AT: &str =
    "SELECT coalesce(max(at), 0) FROM snapshot WHERE space = $1 AND manifest IS NOT NULL";
const BEING_MADE: &str = "SELECT begun FROM snapshot \
    WHERE space = $1 AND device = $2 AND at = $3 AND manifest IS NULL FOR UPDATE";
const KEPT: &str = "SELECT part, hash FROM snapshot_part \
    WHERE space = $1 AND device = $2 AND at = $3 ORDER BY part";
const DROP_SURPLUS: &str =
    "DELETE FROM snapshot_part WHERE space = $1 AND device = $2 AND at = $3 AND part >= $4";
const COMPLETE: &str =
    "UPDATE snapshot SET manifest = $4 WHERE space = $1 AND device = $2 AND at = $3";
const DROP_OLDER: &str = "DELETE FROM snapshot \
    WHERE space = $1 AND (at < $2 OR (at = $2 AND manifest IS NULL))";

/// Stores a part, unless its snapshot is no longer wanted.
impl Job for (KeptPart, Quota) {
    type Done = ();

    async fn run(&self, db: &Transaction<'_>) -> Result<()> {
        let (part, quota) = self;
        let KeptPart { sent, device, hash, .. } = part;
        within(sent.at, heads::one(db, sent.space).await?.head)?;
        if sent.part == 0 && newest_at(db, sent.space).await? < sent.at {
            begin(db, part).await?;
        }
        if !is_being_made(db, sent.space, *device, sent.at).await? {
            // Checked only now, because another device may just have completed a newer one.
            return superfluous(sent.at, newest_at(db, sent.space).await?);
        }
        let (at, number, hash) = (signed(sent.at), i64::from(sent.part), hash.as_slice());
        let others = unfinished(db, part).await?;
        let bytes = others.saturating_add(sent.bytes.len() as u64);
        quota.admits_snapshot(heads::holding(db, sent.space).await?, bytes)?;
        let values: rows::Values<'_> = &[&sent.space, device, &at, &number, &hash, &sent.bytes];
        rows::execute(db, include_str!("keep_part.sql"), values).await.map(drop)
    }
}

/// Completes a snapshot, unless there is one that is as new. Older ones are deleted.
impl Job for Snapshot {
    type Done = ();

    async fn run(&self, db: &Transaction<'_>) -> Result<()> {
        let Manifest { space, at, digest, .. } = self.manifest;
        within(at, heads::locked(db, space).await?.0.head)?;
        if heads::digest(db, space, at).await? != digest {
            return Err(Refusal::Malformed.into());
        }
        if newest_at(db, space).await? < at {
            store(db, self).await?;
        }
        let newest = signed(newest_at(db, space).await?);
        rows::execute(db, DROP_OLDER, &[&space, &newest]).await.map(drop)
    }
}

/// The newest that is complete.
pub async fn newest(db: &impl GenericClient, space: Uuid) -> Result<Option<Snapshot>> {
    let Some(row) = rows::one(db, NEWEST, &[&space]).await? else { return Ok(None) };
    decode(row.try_get(0)?).ok_or(Error::Corrupt(SNAPSHOT)).map(Some)
}

/// A part of a complete one.
pub async fn part(db: &impl GenericClient, wanted: &GetPart) -> Result<Part> {
    let (at, part) = (signed(wanted.at), i64::from(wanted.part));
    let row = rows::one(db, include_str!("part.sql"), &[&wanted.space, &at, &part]).await?;
    let row = row.ok_or(Refusal::UnknownSnapshot)?;
    Ok(Part { bytes: checked(&rows::bytes(&row, 0)?, row.try_get(1)?)? })
}

/// The state of a space's snapshots for a device.
pub async fn standing(
    db: &impl GenericClient,
    space: Uuid,
    device: Uuid,
    since: u64,
) -> Result<Snapshots> {
    let sql = include_str!("snapshots.sql");
    let row = rows::one(db, sql, &[&space, &device, &signed(since)]).await?;
    let row = row.ok_or(Error::Corrupt("count"))?;
    Ok(Snapshots { newest: number(&row, 0)?, others_make: row.try_get(1)? })
}

async fn newest_at(db: &Transaction<'_>, space: Uuid) -> Result<u64> {
    let row = rows::one(db, NEWEST_AT, &[&space]).await?;
    row.map_or(Ok(0), |row| number(&row, 0))
}

async fn unfinished(db: &Transaction<'_>, part: &KeptPart) -> Result<u64> {
    let (at, number) = (signed(part.sent.at), i64::from(part.sent.part));
    let values: rows::Values<'_> = &[&part.sent.space, &part.device, &at, &number];
    let row = rows::one(db, include_str!("unfinished.sql"), values).await?;
    row.map_or(Ok(0), |row| rows::number(&row, 0))
}

async fn begin(db: &Transaction<'_>, part: &KeptPart) -> Result<()> {
    let (space, device, at) = (part.sent.space, part.device, signed(part.sent.at));
    let given_up = signed(part.given_up());
    let values: rows::Values<'_> = &[&space, &device, &at, &given_up];
    rows::execute(db, include_str!("drop_unfinished.sql"), values).await?;
    let values: rows::Values<'_> = &[&space, &device, &at, &signed(part.now)];
    rows::execute(db, include_str!("begin_snapshot.sql"), values).await.map(drop)
}

/// Whether this snapshot was begun and is incomplete; it stays so until the transaction is over.
async fn is_being_made(db: &Transaction<'_>, space: Uuid, device: Uuid, at: u64) -> Result<bool> {
    Ok(rows::one(db, BEING_MADE, &[&space, &device, &signed(at)]).await?.is_some())
}

async fn store(db: &Transaction<'_>, snapshot: &Snapshot) -> Result<()> {
    let Manifest { space, device, at, parts, .. } = &snapshot.manifest;
    if !is_being_made(db, *space, *device, *at).await? {
        return Err(Refusal::UnknownSnapshot.into());
    }
    let (at, count) = (signed(*at), signed(parts.len() as u64));
    let kept = rows::all(db, KEPT, &[space, device, &at]).await?;
    is_whole(&snapshot.manifest, &kept.iter().map(kept_part).collect::<Result<Vec<_>>>()?)?;
    rows::execute(db, DROP_SURPLUS, &[space, device, &at, &count]).await?;
    rows::execute(db, COMPLETE, &[space, device, &at, &encode(snapshot)]).await.map(drop)
}

fn kept_part(row: &Row) -> Result<(u32, Hash)> {
    Ok((number(row, 0)?, rows::bytes(row, 1)?))
}
