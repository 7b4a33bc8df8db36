//! Rows as the wire's types, and the small reads that several operations share.

use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Params, Row as SqlRow};
use uuid::Uuid;
use wire::{Hash, Head, Header, Member, Refusal};

use crate::storage::Holding;
use crate::storage::row::Row;
use crate::{Error, Result};

/// A change's row, and the checksum stored with it.
type Summed = (Row, Vec<u8>);

/// A change's row and its checksum, from the columns with which all queries of rows begin.
pub fn row(row: &SqlRow<'_>) -> rusqlite::Result<Summed> {
    let read = Row {
        header: header(row)?,
        signature: Signature::from_bytes(&row.get(9)?),
        position: row.get(10)?,
        end: row.get(11)?,
        digest: row.get(12)?,
    };
    Ok((read, row.get(13)?))
}

fn header(row: &SqlRow<'_>) -> rusqlite::Result<Header> {
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

/// The rows that a query finds, each as it was written.
pub fn all(db: &Connection, sql: &str, values: impl Params) -> Result<Vec<Row>> {
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map(values, row)?;
    rows.map(|found| found.map_err(Into::into).and_then(|(row, sum)| row.checked(&sum))).collect()
}

/// A row as it was written and its payload, of a query that has that as well.
pub fn with_payload(found: rusqlite::Result<(Summed, Vec<u8>)>) -> Result<(Row, Vec<u8>)> {
    let ((row, sum), payload) = found?;
    Ok((row.checked(&sum)?, payload))
}

/// A member, from device, key, profile and proof.
pub fn member(row: &SqlRow<'_>) -> rusqlite::Result<Member> {
    let proof = Signature::from_bytes(&row.get(3)?);
    Ok(Member { device: row.get(0)?, key: key(row, 1)?, profile: row.get(2)?, proof })
}

/// A public key.
pub fn key(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<VerifyingKey> {
    VerifyingKey::from_bytes(&row.get(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Blob, error.into())
    })
}

/// The server's epoch.
pub fn epoch(db: &Connection) -> Result<Uuid> {
    Ok(db.prepare_cached("SELECT epoch FROM server")?.query_row([], |row| row.get(0))?)
}

/// The damage that SQLite finds in the file; none if it is intact.
pub fn integrity(db: &Connection) -> Result<Vec<String>> {
    let mut query = db.prepare("PRAGMA integrity_check")?;
    let said: Vec<String> =
        query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// The position of a space.
pub fn place(db: &Connection, space: Uuid) -> Result<Head> {
    Ok(Head { epoch: epoch(db)?, head: head(db, space)? })
}

/// A space's last position.
pub fn head(db: &Connection, space: Uuid) -> Result<u64> {
    let mut query = db.prepare_cached("SELECT next - 1 FROM space WHERE id = ?")?;
    let head = query.query_row([space], |row| row.get(0)).optional()?;
    Ok(head.ok_or(Refusal::UnknownSpace)?)
}

/// The content of a space.
pub fn holding(db: &Connection, space: Uuid) -> Result<Holding> {
    let mut query = db.prepare_cached("SELECT next - 1, bytes FROM space WHERE id = ?")?;
    let held = query
        .query_row([space], |row| Ok(Holding { changes: row.get(0)?, bytes: row.get(1)? }))
        .optional()?;
    Ok(held.ok_or(Refusal::UnknownSpace)?)
}

/// The rolling digest at a position: zeros at 0.
pub fn digest(db: &Connection, space: Uuid, position: u64) -> Result<Hash> {
    if position == 0 {
        return Ok(Hash::default());
    }
    let found = all(db, include_str!("row_at.sql"), (space, position))?;
    Ok(found.first().ok_or(Error::Corrupt("position"))?.digest)
}
