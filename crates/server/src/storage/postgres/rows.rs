//! Rows as the wire's types, and statements that are prepared once per connection.

use deadpool_postgres::GenericClient;
use ed25519_dalek::{Signature, VerifyingKey};
use sync::wire::{Hash, Header, Member, SealedChange};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use crate::{Error, Result};

/// A statement's parameters.
pub type Values<'a> = &'a [&'a (dyn ToSql + Sync)];

/// All that a statement finds.
pub async fn all(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<Vec<Row>> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.query(&statement, values).await?)
}

/// The one row that a statement finds, if any.
pub async fn one(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<Option<Row>> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.query_opt(&statement, values).await?)
}

/// Does something; gives how many rows it concerned.
pub async fn execute(db: &impl GenericClient, sql: &str, values: Values<'_>) -> Result<u64> {
    let statement = db.prepare_cached(sql).await?;
    Ok(db.execute(&statement, values).await?)
}

/// A position or count as the database has it. What is beyond its numbers is beyond all it holds.
pub fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A whole number that is never negative.
pub fn number<T: TryFrom<i64>>(row: &Row, column: usize) -> Result<T> {
    let number: i64 = row.try_get(column)?;
    T::try_from(number).map_err(|_| Error::Corrupt("number"))
}

/// Bytes of a known length.
pub fn bytes<const N: usize>(row: &Row, column: usize) -> Result<[u8; N]> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map_err(|_| Error::Corrupt("length"))
}

/// A public key.
pub fn key(row: &Row, column: usize) -> Result<VerifyingKey> {
    VerifyingKey::from_bytes(&bytes(row, column)?).map_err(|_| Error::Corrupt("key"))
}

/// A rolling digest, of which there is none before the first change.
pub fn digest(row: Option<&Row>) -> Result<Hash> {
    row.map_or(Ok(Hash::default()), |row| bytes(row, 0))
}

/// A change's header, from the columns that `stored_headers.sql` and `page.sql` begin with.
pub fn header(row: &Row) -> Result<Header> {
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

/// A change, from a header's columns, payload and signature.
pub fn change(row: &Row) -> Result<SealedChange> {
    let signature = Signature::from_bytes(&bytes(row, 10)?);
    Ok(SealedChange { header: header(row)?, payload: row.try_get(9)?, signature })
}

/// A member, from device, key, profile and proof.
pub fn member(row: &Row) -> Result<Member> {
    let proof = Signature::from_bytes(&bytes(row, 3)?);
    Ok(Member { device: row.try_get(0)?, key: key(row, 1)?, profile: row.try_get(2)?, proof })
}
