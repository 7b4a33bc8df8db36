//! The schema, brought up to date by number.

use rusqlite::{Connection, TransactionBehavior};
use uuid::{Builder, Uuid};

use crate::{Error, Result};

/// Append-only: a file that has shipped never changes.
const STEPS: [&str; 1] =
    [include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/server/0001_first.sql"))];

/// Applies the steps that are missing, all or none.
pub fn up(db: &mut Connection) -> Result<()> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let missing = STEPS.get(found..).ok_or(Error::Newer { found, known: STEPS.len() })?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    transaction.execute(
        "INSERT INTO server (one, epoch) VALUES (1, ?) ON CONFLICT DO NOTHING",
        [random()?],
    )?;
    Ok(transaction.commit()?)
}

/// Starts a new epoch.
pub fn renew(db: &Connection) -> Result<()> {
    db.execute("UPDATE server SET epoch = ?", [random()?])?;
    Ok(())
}

fn random() -> Result<Uuid> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(Builder::from_random_bytes(bytes).into_uuid())
}
