//! The positions of spaces.

use deadpool_postgres::GenericClient;
use uuid::Uuid;
use wire::{Hash, Head, Refusal};

use super::rows::{self, number};
use crate::storage::Holding;
use crate::{Error, Result};

const ONE: &str = "SELECT epoch, next - 1 FROM server CROSS JOIN space WHERE id = $1";
/// The same with its size, and locks the space until the transaction is over.
const LOCKED: &str =
    "SELECT epoch, next - 1, bytes FROM server CROSS JOIN space WHERE id = $1 FOR UPDATE OF space";
const HOLDING: &str = "SELECT next - 1, bytes FROM space WHERE id = $1";
const OF: &str = "SELECT id, next - 1 FROM space WHERE id = ANY($1)";

/// The position of a space.
pub async fn one(db: &impl GenericClient, space: Uuid) -> Result<Head> {
    let row = rows::one(db, ONE, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    Ok(Head { epoch: row.try_get(0)?, head: number(&row, 1)? })
}

/// The position and content of a space, locked until the transaction is over.
pub async fn locked(db: &impl GenericClient, space: Uuid) -> Result<(Head, Holding)> {
    let row = rows::one(db, LOCKED, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    let head = Head { epoch: row.try_get(0)?, head: number(&row, 1)? };
    Ok((head.clone(), Holding { changes: head.head, bytes: number(&row, 2)? }))
}

/// The content of a space.
pub async fn holding(db: &impl GenericClient, space: Uuid) -> Result<Holding> {
    let row = rows::one(db, HOLDING, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    Ok(Holding { changes: number(&row, 0)?, bytes: number(&row, 1)? })
}

/// The positions of several spaces. Those that don't exist are left out.
pub async fn of(db: &impl GenericClient, spaces: &[Uuid]) -> Result<Vec<(Uuid, u64)>> {
    let rows = rows::all(db, OF, &[&spaces]).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, number(row, 1)?))).collect()
}

/// The rolling digest at a position: zeros at 0.
pub async fn digest(db: &impl GenericClient, space: Uuid, position: u64) -> Result<Hash> {
    if position == 0 {
        return Ok(Hash::default());
    }
    let sql = include_str!("row_at.sql");
    let found = rows::one(db, sql, &[&space, &rows::signed(position)]).await?;
    Ok(rows::row(&found.ok_or(Error::Corrupt("position"))?)?.digest)
}
