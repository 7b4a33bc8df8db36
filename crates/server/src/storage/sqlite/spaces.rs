//! Spaces and their members.

use ed25519_dalek::VerifyingKey;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;
use wire::{Found, Join, Member, Refusal, Roster};

use super::rows;
use crate::Result;
use crate::storage::MEMBER_LIMIT;

/// Makes a space with its first member, or returns the existing one.
pub fn found(db: &mut Connection, found: &Found) -> Result<Roster> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute(
        "INSERT INTO space (id, admission, profile) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (found.space, found.admission.as_bytes(), &found.profile),
    )?;
    if admission(&transaction, found.space)? != found.admission {
        return Err(Refusal::SpaceTaken.into());
    }
    admit(&transaction, found.space, &found.member)?;
    let roster = roster(&transaction, found.space)?;
    transaction.commit()?;
    Ok(roster)
}

/// Adds a member, or updates the name of an existing one.
pub fn join(db: &mut Connection, join: &Join) -> Result<Roster> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    admit(&transaction, join.space, &join.member)?;
    let roster = roster(&transaction, join.space)?;
    transaction.commit()?;
    Ok(roster)
}

/// A space and its members, in order of joining.
pub fn roster(db: &Connection, space: Uuid) -> Result<Roster> {
    let mut query = db.prepare_cached("SELECT profile FROM space WHERE id = ?")?;
    let profile = query.query_row([space], |row| row.get(0)).optional()?;
    let mut query = db.prepare_cached(
        r#"SELECT device, "key", profile, proof FROM member WHERE space = ? ORDER BY place"#,
    )?;
    let members = query.query_map([space], rows::member)?.collect::<rusqlite::Result<_>>()?;
    let profile = profile.ok_or(Refusal::UnknownSpace)?;
    Ok(Roster { profile, members, head: rows::head(db, space)? })
}

/// A member's row, as it was stored.
pub fn member(db: &Connection, space: Uuid, device: Uuid) -> Result<Member> {
    let mut query = db.prepare_cached(
        r#"SELECT device, "key", profile, proof FROM member WHERE space = ? AND device = ?"#,
    )?;
    let member = query.query_row((space, device), rows::member).optional()?;
    Ok(member.ok_or(Refusal::NotMember)?)
}

/// All spaces.
pub fn all(db: &Connection) -> Result<Vec<Uuid>> {
    let mut query = db.prepare_cached("SELECT id FROM space ORDER BY id")?;
    let spaces = query.query_map([], |row| row.get(0))?;
    Ok(spaces.collect::<rusqlite::Result<_>>()?)
}

/// The key that checks a space's members' proofs.
pub fn admission(db: &Connection, space: Uuid) -> Result<VerifyingKey> {
    let mut query = db.prepare_cached("SELECT admission FROM space WHERE id = ?")?;
    let key = query.query_row([space], |row| rows::key(row, 0)).optional()?;
    Ok(key.ok_or(Refusal::UnknownSpace)?)
}

/// A member's signing key.
pub fn key(db: &Connection, space: Uuid, device: Uuid) -> Result<VerifyingKey> {
    rows::head(db, space)?;
    Ok(known(db, space, device)?.ok_or(Refusal::NotMember)?)
}

fn admit(db: &Connection, space: Uuid, member: &Member) -> Result<()> {
    match known(db, space, member.device)? {
        Some(key) if key == member.key => rename(db, space, member),
        Some(_) => Err(Refusal::BadSignature.into()),
        None => insert(db, space, member),
    }
}

/// Stores the new name of a device whose owner corrected it after an answer was lost.
fn rename(db: &Connection, space: Uuid, member: &Member) -> Result<()> {
    let mut update = db.prepare_cached(
        "UPDATE member SET profile = ?, proof = ? WHERE space = ? AND device = ?",
    )?;
    update.execute((&member.profile, member.proof.to_bytes(), space, member.device))?;
    Ok(())
}

fn known(db: &Connection, space: Uuid, device: Uuid) -> Result<Option<VerifyingKey>> {
    let mut query =
        db.prepare_cached(r#"SELECT "key" FROM member WHERE space = ? AND device = ?"#)?;
    Ok(query.query_row((space, device), |row| rows::key(row, 0)).optional()?)
}

fn insert(db: &Connection, space: Uuid, member: &Member) -> Result<()> {
    let mut query =
        db.prepare_cached("SELECT coalesce(max(place), 0) + 1 FROM member WHERE space = ?")?;
    let place: u64 = query.query_row([space], |row| row.get(0))?;
    if place > MEMBER_LIMIT {
        return Err(Refusal::TooLarge.into());
    }
    let (key, proof) = (member.key.as_bytes(), member.proof.to_bytes());
    db.prepare_cached(include_str!("insert_member.sql"))?.execute((
        space,
        member.device,
        place,
        key,
        &member.profile,
        proof,
    ))?;
    Ok(())
}
