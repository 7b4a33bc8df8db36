//! The schema, brought up to date by number, also when several servers start at once.

use deadpool_postgres::{GenericClient, Transaction};
use uuid::Uuid;

use super::Postgres;
use super::job::Job;
use super::rows::{self, number};
use crate::{Error, Result};

/// Append-only: a file that has shipped never changes.
const STEPS: [&str; 3] = [
    include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../migrations/server_postgres/0001_first.sql"
    )),
    include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../migrations/server_postgres/0002_asked.sql"
    )),
    include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../migrations/server_postgres/0003_sums.sql"
    )),
];
const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY)";

/// Whichever server is first takes a step; the others wait for its row.
struct Step(usize, &'static str);
/// The table of steps taken; gives how many there are.
struct Taken;
/// An epoch, unless there is one.
struct Epoch(Uuid);

/// Applies the steps that are missing.
pub async fn up(postgres: &Postgres) -> Result<()> {
    let (found, known) = (postgres.run(&Taken).await?, STEPS.len());
    if found > known {
        return Err(Error::Newer { found, known });
    }
    for (number, sql) in (1..).zip(STEPS) {
        postgres.run(&Step(number, sql)).await?;
    }
    postgres.run(&Epoch(postgres.host.id()?)).await
}

/// Starts a new epoch.
pub async fn renew(db: &impl GenericClient, epoch: Uuid) -> Result<()> {
    rows::execute(db, "UPDATE server SET epoch = $1", &[&epoch]).await.map(drop)
}

impl Job for Taken {
    type Done = usize;

    async fn run(&self, db: &Transaction<'_>) -> Result<usize> {
        db.batch_execute(TABLE).await?;
        let found = rows::one(db, "SELECT coalesce(max(number), 0) FROM migration", &[]).await?;
        found.map_or(Ok(0), |row| number(&row, 0))
    }
}

impl Job for Step {
    type Done = ();

    async fn run(&self, db: &Transaction<'_>) -> Result<()> {
        let Self(number, sql) = self;
        let take = "INSERT INTO migration (number) VALUES ($1) ON CONFLICT DO NOTHING";
        let taken = rows::execute(db, take, &[&rows::signed(*number as u64)]).await?;
        if taken == 1 {
            db.batch_execute(sql).await?;
        }
        Ok(())
    }
}

impl Job for Epoch {
    type Done = ();

    async fn run(&self, db: &Transaction<'_>) -> Result<()> {
        let sql = "INSERT INTO server (one, epoch) VALUES (1, $1) ON CONFLICT DO NOTHING";
        rows::execute(db, sql, &[&self.0]).await.map(drop)
    }
}
