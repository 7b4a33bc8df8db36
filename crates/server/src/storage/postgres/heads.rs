//! Where spaces stand.

use deadpool_postgres::GenericClient;
use sync::wire::{Hash, Head, Refusal};
use uuid::Uuid;

use super::rows::{self, number};
use crate::Result;

const ONE: &str = "SELECT epoch, next - 1 FROM server CROSS JOIN space WHERE id = $1";
/// As above, and nobody else stores anything in the space until the transaction is over.
const LOCKED: &str =
    "SELECT epoch, next - 1 FROM server CROSS JOIN space WHERE id = $1 FOR UPDATE OF space";
const OF: &str = "SELECT id, next - 1 FROM space WHERE id = ANY($1)";
const DIGEST: &str = "SELECT digest FROM change WHERE space = $1 AND position = $2";

/// Where a space stands.
pub async fn one(db: &impl GenericClient, space: Uuid) -> Result<Head> {
    read(db, ONE, space).await
}

/// Where a space stands, and stays until the transaction is over.
pub async fn locked(db: &impl GenericClient, space: Uuid) -> Result<Head> {
    read(db, LOCKED, space).await
}

/// Where several stand; those that don't exist are left out.
pub async fn of(db: &impl GenericClient, spaces: &[Uuid]) -> Result<Vec<(Uuid, u64)>> {
    let rows = rows::all(db, OF, &[&spaces]).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, number(row, 1)?))).collect()
}

/// The rolling digest at a position: zeros at 0.
pub async fn digest(db: &impl GenericClient, space: Uuid, position: u64) -> Result<Hash> {
    let row = rows::one(db, DIGEST, &[&space, &rows::signed(position)]).await?;
    rows::digest(row.as_ref())
}

async fn read(db: &impl GenericClient, sql: &str, space: Uuid) -> Result<Head> {
    let row = rows::one(db, sql, &[&space]).await?.ok_or(Refusal::UnknownSpace)?;
    Ok(Head { epoch: row.try_get(0)?, head: number(&row, 1)? })
}
