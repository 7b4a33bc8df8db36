//! Work that is one transaction, repeated if it lost to another.

use std::time::Duration;

use deadpool_postgres::Transaction;
use tokio::time::sleep;
use tokio_postgres::IsolationLevel;
use wire::Refusal;

use super::Postgres;
use crate::Result;

/// How often a transaction is tried.
const TRIES: u32 = 6;
/// The pause before the second try in milliseconds; it doubles.
const PAUSE: u64 = 10;
/// How long a caller stays away when all tries lost.
const LATER: u64 = 2_000;

/// Work that is one transaction.
pub trait Job: Sync {
    /// Its result.
    type Done: Send;

    /// Whether it only reads, in one snapshot of the database.
    const READS: bool = false;

    /// Does the work. It may be rolled back and repeated.
    fn run(&self, db: &Transaction<'_>) -> impl Future<Output = Result<Self::Done>> + Send;
}

impl Postgres {
    /// Does a job.
    pub(super) async fn run<J: Job>(&self, job: &J) -> Result<J::Done> {
        for attempt in 0..TRIES {
            match self.attempt(job).await {
                Err(error) if error.is_lost_race() => {
                    let pause = self.host.about(PAUSE << attempt);
                    sleep(Duration::from_millis(pause)).await;
                }
                done => return done,
            }
        }
        Err(Refusal::Busy { millis: self.host.about(LATER) }.into())
    }

    async fn attempt<J: Job>(&self, job: &J) -> Result<J::Done> {
        let mut connection = self.connection().await?;
        let isolation =
            if J::READS { IsolationLevel::RepeatableRead } else { IsolationLevel::ReadCommitted };
        let start = connection.build_transaction().isolation_level(isolation).read_only(J::READS);
        let transaction = start.start().await?;
        let done = job.run(&transaction).await?;
        transaction.commit().await?;
        Ok(done)
    }
}
