//! The schema, brought up to date by number.

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use crate::{Error, Host, Result};

/// Append-only: a file that has shipped never changes.
const STEPS: [&str; 3] = [
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/0001_first.sql")),
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/0002_asked.sql")),
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/0003_sums.sql")),
];

/// Applies the steps that are missing, all or none.
pub fn up(db: &mut Connection, host: &Host) -> Result<()> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let missing = STEPS.get(found..).ok_or(Error::Newer { found, known: STEPS.len() })?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    transaction.execute(
        "INSERT INTO server (one, epoch) VALUES (1, ?) ON CONFLICT DO NOTHING",
        [host.id()?],
    )?;
    Ok(transaction.commit()?)
}

/// Starts a new epoch.
pub fn renew(db: &Connection, epoch: Uuid) -> Result<()> {
    db.execute("UPDATE server SET epoch = ?", [epoch])?;
    Ok(())
}
