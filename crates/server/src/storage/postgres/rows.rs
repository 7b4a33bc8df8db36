//! Rows as the wire's types, and statements that are prepared once per connection.

use deadpool_postgres::GenericClient;
use ed25519_dalek::{Signature, VerifyingKey};
use tokio_postgres::Row as SqlRow;
use tokio_postgres::types::ToSql;
use wire::{Header, Member};

use crate::storage::row::Row;
use crate::{Error, Result};

/// A statement's parameters.
pub type Values<'a> = &'a [&'a (dyn ToSql + Sync)];

/// All that a statement finds.
pub async fn all(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<Vec<SqlRow>> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.query(&statement, values).await?)
}

/// The one row that a statement finds, if any.
pub async fn one(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<Option<SqlRow>> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.query_opt(&statement, values).await?)
}

/// Runs a statement. Returns how many rows it changed.
pub async fn execute(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<u64> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.execute(&statement, values).await?)
}

/// A position or count as an integer of the database. A larger one is beyond everything stored.
pub fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A whole number that is never negative.
pub fn number<T: TryFrom<i64>>(row: &SqlRow, column: usize) -> Result<T> {
    let number: i64 = row.try_get(column)?;
    T::try_from(number).map_err(|_| Error::Corrupt("number"))
}

/// Bytes of a known length.
pub fn bytes<const N: usize>(row: &SqlRow, column: usize) -> Result<[u8; N]> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map_err(|_| Error::Corrupt("length"))
}

/// A public key.
pub fn key(row: &SqlRow, column: usize) -> Result<VerifyingKey> {
    VerifyingKey::from_bytes(&bytes(row, column)?).map_err(|_| Error::Corrupt("key"))
}

/// A change's row, from the columns with which all queries of rows begin.
pub fn row(row: &SqlRow) -> Result<Row> {
    let read = Row {
        header: header(row)?,
        signature: Signature::from_bytes(&bytes(row, 9)?),
        position: number(row, 10)?,
        end: number(row, 11)?,
        digest: bytes(row, 12)?,
    };
    read.checked(row.try_get(13)?)
}

/// The same with its payload, of a query that has that as well.
pub fn with_payload(found: &SqlRow) -> Result<(Row, Vec<u8>)> {
    Ok((row(found)?, found.try_get(14)?))
}

fn header(row: &SqlRow) -> Result<Header> {
    Ok(Header {
        space: row.try_get(0)?,
        device: row.try_get(1)?,
        seq: number(row, 2)?,
        record: row.try_get(3)?,
        group: row.try_get(4)?,
        group_count: number(row, 5)?,
        clock: row.try_get::<_, i64>(6)?.cast_unsigned(),
        size: number(row, 7)?,
        hash: bytes(row, 8)?,
    })
}

/// A member, from device, key, profile and proof.
pub fn member(row: &SqlRow) -> Result<Member> {
    let proof = Signature::from_bytes(&bytes(row, 3)?);
    Ok(Member { device: row.try_get(0)?, key: key(row, 1)?, profile: row.try_get(2)?, proof })
}
