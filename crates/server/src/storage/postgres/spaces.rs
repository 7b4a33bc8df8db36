//! Spaces and their members.

use deadpool_postgres::{GenericClient, Transaction};
use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::{Found, Join, Member, Refusal, Roster};

use super::job::Job;
use super::{heads, rows};
use crate::Result;
use crate::storage::MEMBER_LIMIT;

const FOUND: &str =
    "INSERT INTO space (id, admission, profile) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const ADMISSION: &str = "SELECT admission FROM space WHERE id = $1";
const PROFILE: &str = "SELECT profile, next - 1 FROM space WHERE id = $1";
const MEMBERS: &str =
    r#"SELECT device, "key", profile, proof FROM member WHERE space = $1 ORDER BY place"#;
const MEMBER: &str =
    r#"SELECT device, "key", profile, proof FROM member WHERE space = $1 AND device = $2"#;
const ALL: &str = "SELECT id FROM space ORDER BY id";
const RENAME: &str = "UPDATE member SET profile = $1, proof = $2 WHERE space = $3 AND device = $4";
const LAST_PLACE: &str = "SELECT coalesce(max(place), 0) FROM member WHERE space = $1";

/// Makes a space with its first member, or returns the existing one.
impl Job for Found {
    type Done = Roster;

    async fn run(&self, db: &Transaction<'_>) -> Result<Roster> {
        let Self { space, admission: key, profile, member } = self;
        rows::execute(db, FOUND, &[space, &key.as_bytes().as_slice(), profile]).await?;
        if admission(db, *space).await? != *key {
            return Err(Refusal::SpaceTaken.into());
        }
        admit(db, *space, member).await
    }
}

/// Adds a member, or updates the name of an existing one.
impl Job for Join {
    type Done = Roster;

    async fn run(&self, db: &Transaction<'_>) -> Result<Roster> {
        admit(db, self.space, &self.member).await
    }
}

/// A space and its members, in order of joining.
pub async fn roster(db: &impl GenericClient, space: Uuid) -> Result<Roster> {
    let profile = rows::one(db, PROFILE, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    let members = rows::all(db, MEMBERS, &[&space]).await?;
    let members = members.iter().map(rows::member).collect::<Result<_>>()?;
    Ok(Roster { profile: profile.try_get(0)?, members, head: rows::number(&profile, 1)? })
}

/// A member's row, as it was stored.
pub async fn member(db: &impl GenericClient, space: Uuid, device: Uuid) -> Result<Member> {
    let row = rows::one(db, MEMBER, &[&space, &device]).await?;
    rows::member(&row.ok_or(Refusal::NotMember)?)
}

/// All spaces.
pub async fn all(db: &impl GenericClient) -> Result<Vec<Uuid>> {
    rows::all(db, ALL, &[]).await?.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// The key that checks a space's members' proofs.
pub async fn admission(db: &impl GenericClient, space: Uuid) -> Result<VerifyingKey> {
    let row = rows::one(db, ADMISSION, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    rows::key(&row, 0)
}

/// A member's signing key.
pub async fn key(db: &impl GenericClient, space: Uuid, device: Uuid) -> Result<VerifyingKey> {
    let row = rows::one(db, include_str!("key.sql"), &[&space, &device]).await?;
    let row = row.ok_or(Refusal::UnknownSpace)?;
    let is_member = row.try_get::<_, Option<&[u8]>>(0)?.is_some();
    if is_member { rows::key(&row, 0) } else { Err(Refusal::NotMember.into()) }
}

async fn admit(db: &Transaction<'_>, space: Uuid, member: &Member) -> Result<Roster> {
    // Members are added one after the other.
    heads::locked(db, space).await?;
    let known = roster(db, space).await?.members.into_iter().find(|it| it.device == member.device);
    match known {
        Some(known) if known.key == member.key => rename(db, space, member).await?,
        Some(_) => return Err(Refusal::BadSignature.into()),
        None => insert(db, space, member).await?,
    }
    roster(db, space).await
}

/// Stores the new name of a device whose owner corrected it after an answer was lost.
async fn rename(db: &Transaction<'_>, space: Uuid, member: &Member) -> Result<()> {
    let proof = member.proof.to_bytes();
    let values: rows::Values<'_> = &[&member.profile, &proof.as_slice(), &space, &member.device];
    rows::execute(db, RENAME, values).await.map(drop)
}

async fn insert(db: &Transaction<'_>, space: Uuid, member: &Member) -> Result<()> {
    let last = rows::one(db, LAST_PLACE, &[&space]).await?;
    let place = last.map_or(Ok(0), |row| rows::number::<u64>(&row, 0))? + 1;
    if place > MEMBER_LIMIT {
        return Err(Refusal::TooLarge.into());
    }
    let (key, proof) = (member.key.as_bytes().as_slice(), member.proof.to_bytes());
    let (place, proof) = (rows::signed(place), proof.as_slice());
    let values: rows::Values<'_> = &[&space, &member.device, &place, &key, &member.profile, &proof];
    rows::execute(db, include_str!("insert_member.sql"), values).await.map(drop)
}
