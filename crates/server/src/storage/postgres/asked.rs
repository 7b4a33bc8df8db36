//! Which devices were asked for a snapshot.

use deadpool_postgres::GenericClient;
use uuid::Uuid;

use super::rows::{self, number, signed};
use crate::Result;

const ASKED: &str = "SELECT asked FROM snapshot_asked WHERE space = $1 AND device = $2";

/// Remembers that a device was asked at that time.
pub async fn ask(db: &impl GenericClient, space: Uuid, device: Uuid, now: u64) -> Result<()> {
    rows::execute(db, include_str!("ask.sql"), &[&space, &device, &signed(now)]).await.map(drop)
}

/// When a device was last asked.
pub async fn asked(db: &impl GenericClient, space: Uuid, device: Uuid) -> Result<Option<u64>> {
    let row = rows::one(db, ASKED, &[&space, &device]).await?;
    row.map(|row| number(&row, 0)).transpose()
}
