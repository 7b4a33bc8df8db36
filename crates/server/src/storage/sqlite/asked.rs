//! Which devices were asked for a snapshot.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::Result;

/// Remembers that a device was asked at that time.
pub fn ask(db: &Connection, space: Uuid, device: Uuid, now: u64) -> Result<()> {
    db.prepare_cached(include_str!("ask.sql"))?.execute((space, device, now))?;
    Ok(())
}

/// When a device was last asked.
pub fn asked(db: &Connection, space: Uuid, device: Uuid) -> Result<Option<u64>> {
    let sql = "SELECT asked FROM snapshot_asked WHERE space = ? AND device = ?";
    let mut query = db.prepare_cached(sql)?;
    Ok(query.query_row((space, device), |row| row.get(0)).optional()?)
}
