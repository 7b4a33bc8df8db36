//! Rows as the wire's types, and the small reads that several operations share.

use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use sync::wire::{Hash, Head, Header, Member, Refusal, SealedChange};
use uuid::Uuid;

use crate::Result;

/// A change's header, from the columns that `stored_headers.sql` and `page.sql` begin with.
pub fn header(row: &Row<'_>) -> rusqlite::Result<Header> {
    Ok(Header {
        space: row.get(0)?,
        device: row.get(1)?,
        seq: row.get(2)?,
        record: row.get(3)?,
        group: row.get(4)?,
        group_count: row.get(5)?,
        clock: row.get::<_, i64>(6)?.cast_unsigned(),
        size: row.get(7)?,
        hash: row.get(8)?,
    })
}

/// A change, from a header's columns, payload and signature.
pub fn change(row: &Row<'_>) -> rusqlite::Result<SealedChange> {
    let signature = Signature::from_bytes(&row.get(10)?);
    Ok(SealedChange { header: header(row)?, payload: row.get(9)?, signature })
}

/// A member, from device, key, profile and proof.
pub fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let proof = Signature::from_bytes(&row.get(3)?);
    Ok(Member { device: row.get(0)?, key: key(row, 1)?, profile: row.get(2)?, proof })
}

/// A public key.
pub fn key(row: &Row<'_>, column: usize) -> rusqlite::Result<VerifyingKey> {
    VerifyingKey::from_bytes(&row.get(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Blob, error.into())
    })
}

/// The server's epoch.
pub fn epoch(db: &Connection) -> Result<Uuid> {
    Ok(db.prepare_cached("SELECT epoch FROM server")?.query_row([], |row| row.get(0))?)
}

/// Where a space stands.
pub fn place(db: &Connection, space: Uuid) -> Result<Head> {
    Ok(Head { epoch: epoch(db)?, head: head(db, space)? })
}

/// A space's last position.
pub fn head(db: &Connection, space: Uuid) -> Result<u64> {
    let mut query = db.prepare_cached("SELECT next - 1 FROM space WHERE id = ?")?;
    let head = query.query_row([space], |row| row.get(0)).optional()?;
    Ok(head.ok_or(Refusal::UnknownSpace)?)
}

/// The rolling digest at a position: zeros at 0.
pub fn digest(db: &Connection, space: Uuid, position: u64) -> Result<Hash> {
    if position == 0 {
        return Ok(Hash::default());
    }
    let mut query =
        db.prepare_cached("SELECT digest FROM change WHERE space = ? AND position = ?")?;
    Ok(query.query_row((space, position), |row| row.get(0))?)
}
