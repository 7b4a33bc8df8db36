//! Snapshots: stored part by part, then completed at once.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;
use wire::{GetPart, Hash, Manifest, Part, Refusal, Snapshot, decode, encode};

use super::rows;
use crate::error::SNAPSHOT;
use crate::storage::snapshot::{checked, is_whole, superfluous, within};
use crate::storage::{KeptPart, Quota, Snapshots};
use crate::{Error, Result};

/// Stores a part, unless its snapshot is no longer wanted.
pub fn keep_part(db: &mut Connection, part: &KeptPart, quota: Quota) -> Result<()> {
    let (space, at) = (part.sent.space, part.sent.at);
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    within(at, rows::head(&transaction, space)?)?;
    let newest = newest_at(&transaction, space)?;
    if part.sent.part == 0 && newest < at {
        begin(&transaction, part)?;
    }
    if !is_being_made(&transaction, space, part.device, at)? {
        return superfluous(at, newest);
    }
    let others = unfinished(&transaction, part)?;
    let bytes = others.saturating_add(part.sent.bytes.len() as u64);
    quota.admits_snapshot(rows::holding(&transaction, space)?, bytes)?;
    transaction.prepare_cached(include_str!("keep_part.sql"))?.execute((
        space,
        part.device,
        at,
        part.sent.part,
        part.hash,
        &part.sent.bytes,
    ))?;
    Ok(transaction.commit()?)
}

/// Completes a snapshot, unless there is one that is as new. Older ones are deleted.
pub fn complete(db: &mut Connection, snapshot: &Snapshot) -> Result<()> {
    let Manifest { space, at, digest, .. } = snapshot.manifest;
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    within(at, rows::head(&transaction, space)?)?;
    if rows::digest(&transaction, space, at)? != digest {
        return Err(Refusal::Malformed.into());
    }
    if newest_at(&transaction, space)? < at {
        store(&transaction, snapshot)?;
    }
    drop_older(&transaction, space)?;
    Ok(transaction.commit()?)
}

/// The newest that is complete.
pub fn newest(db: &Connection, space: Uuid) -> Result<Option<Snapshot>> {
    let mut query = db.prepare_cached(
        "SELECT manifest FROM snapshot WHERE space = ? AND manifest IS NOT NULL
         ORDER BY at DESC LIMIT 1",
    )?;
    let found: Option<Vec<u8>> = query.query_row([space], |row| row.get(0)).optional()?;
    found.map(|it| decode(&it).ok_or(Error::Corrupt(SNAPSHOT))).transpose()
}

/// A part of a complete one.
pub fn part(db: &Connection, wanted: &GetPart) -> Result<Part> {
    // A number larger than the database's integers is beyond everything stored.
    let at = i64::try_from(wanted.at).unwrap_or(i64::MAX);
    let mut query = db.prepare_cached(include_str!("part.sql"))?;
    let found = query
        .query_row((wanted.space, at, wanted.part), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (hash, bytes) = found.ok_or(Refusal::UnknownSnapshot)?;
    Ok(Part { bytes: checked(&hash, bytes)? })
}

/// The state of a space's snapshots for a device.
pub fn standing(db: &Connection, space: Uuid, device: Uuid, since: u64) -> Result<Snapshots> {
    let mut query = db.prepare_cached(include_str!("snapshots.sql"))?;
    Ok(query.query_row((space, device, since), |row| {
        Ok(Snapshots { newest: row.get(0)?, others_make: row.get(1)? })
    })?)
}

fn newest_at(db: &Connection, space: Uuid) -> Result<u64> {
    let mut query = db.prepare_cached(
        "SELECT coalesce(max(at), 0) FROM snapshot WHERE space = ? AND manifest IS NOT NULL",
    )?;
    Ok(query.query_row([space], |row| row.get(0))?)
}

fn begin(db: &Connection, part: &KeptPart) -> Result<()> {
    let (space, device, at) = (part.sent.space, part.device, part.sent.at);
    let mut drop = db.prepare_cached(include_str!("drop_unfinished.sql"))?;
    drop.execute((space, device, at, part.given_up()))?;
    let mut begin = db.prepare_cached(include_str!("begin_snapshot.sql"))?;
    begin.execute((space, device, at, part.now))?;
    Ok(())
}

fn unfinished(db: &Connection, part: &KeptPart) -> Result<u64> {
    let mut query = db.prepare_cached(include_str!("unfinished.sql"))?;
    let values = (part.sent.space, part.device, part.sent.at, part.sent.part);
    Ok(query.query_row(values, |row| row.get(0))?)
}

/// Whether this one was begun and isn't complete.
fn is_being_made(db: &Connection, space: Uuid, device: Uuid, at: u64) -> Result<bool> {
    let mut query = db.prepare_cached(
        "SELECT begun FROM snapshot
         WHERE space = ? AND device = ? AND at = ? AND manifest IS NULL",
    )?;
    Ok(query.exists((space, device, at))?)
}

fn store(db: &Connection, snapshot: &Snapshot) -> Result<()> {
    let Manifest { space, device, at, parts, .. } = &snapshot.manifest;
    if !is_being_made(db, *space, *device, *at)? {
        return Err(Refusal::UnknownSnapshot.into());
    }
    is_whole(&snapshot.manifest, &kept(db, *space, *device, *at)?)?;
    let mut surplus = db.prepare_cached(
        "DELETE FROM snapshot_part WHERE space = ? AND device = ? AND at = ? AND part >= ?",
    )?;
    surplus.execute((space, device, at, parts.len()))?;
    let mut complete = db.prepare_cached(
        "UPDATE snapshot SET manifest = ?4 WHERE space = ?1 AND device = ?2 AND at = ?3",
    )?;
    complete.execute((space, device, at, encode(snapshot)))?;
    Ok(())
}

fn kept(db: &Connection, space: Uuid, device: Uuid, at: u64) -> Result<Vec<(u32, Hash)>> {
    let mut query = db.prepare_cached(
        "SELECT part, hash FROM snapshot_part
         WHERE space = ? AND device = ? AND at = ? ORDER BY part",
    )?;
    let kept = query.query_map((space, device, at), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(kept.collect::<rusqlite::Result<_>>()?)
}

/// Deletes snapshots that a complete one has replaced, with their parts.
fn drop_older(db: &Connection, space: Uuid) -> Result<()> {
    let mut query = db.prepare_cached(
        "DELETE FROM snapshot
         WHERE space = ?1 AND (at < ?2 OR (at = ?2 AND manifest IS NULL))",
    )?;
    query.execute((space, newest_at(db, space)?))?;
    Ok(())
}
