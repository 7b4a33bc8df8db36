//! Storage in PostgreSQL, or a compatible database. Several servers can share one.

mod asked;
mod heads;
mod job;
mod migrate;
pub mod pool;
mod pull;
mod push;
mod rows;
mod snapshots;
mod spaces;

use std::fmt;
use std::path::PathBuf;

use async_trait::async_trait;
use deadpool_postgres::{Object, Pool};
use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::{Found, GetPart, Head, Join, Member, Page, Part, Pull, Pushed, Roster, Snapshot};

use super::{Batch, KeptPart, Load, Quota, Snapshots, Storage};
use crate::{Host, Result};

/// The address of a PostgreSQL.
#[derive(Clone)]
pub struct Address {
    /// `postgres://user:password@host/database`, with `sslmode` if necessary.
    pub url: String,
    /// The certificates (PEM) to trust instead of the public authorities'.
    pub authorities: Option<PathBuf>,
    /// Most connections that this process opens.
    pub connections: usize,
}

/// A database on a PostgreSQL.
pub struct Postgres {
    pool: Pool,
    host: Host,
    quota: Quota,
}

impl Postgres {
    /// Connects, and brings the schema up to date.
    pub async fn open(address: &Address, host: Host) -> Result<Self> {
        Self::over(pool::build(address)?, host).await
    }

    /// The same over connections that are shared.
    pub async fn over(pool: Pool, host: Host) -> Result<Self> {
        let opened = Self { pool, host, quota: Quota::default() };
        migrate::up(&opened).await?;
        Ok(opened)
    }

    /// The same with a quota for each space.
    #[must_use]
    pub fn within(self, quota: Quota) -> Self {
        Self { quota, ..self }
    }

    async fn connection(&self) -> Result<Object> {
        Ok(self.pool.get().await?)
    }
}

impl fmt::Debug for Address {
    /// The address without the password.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Address")
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Storage for Postgres {
    async fn found(&self, found: Found) -> Result<Roster> {
        self.run(&found).await
    }

    async fn join(&self, join: Join) -> Result<Roster> {
        self.run(&join).await
    }

    async fn roster(&self, space: Uuid) -> Result<Roster> {
        spaces::roster(&self.connection().await?, space).await
    }

    async fn admission(&self, space: Uuid) -> Result<VerifyingKey> {
        spaces::admission(&self.connection().await?, space).await
    }

    async fn key(&self, space: Uuid, device: Uuid) -> Result<VerifyingKey> {
        spaces::key(&self.connection().await?, space, device).await
    }

    async fn member(&self, space: Uuid, device: Uuid) -> Result<Member> {
        spaces::member(&self.connection().await?, space, device).await
    }

    async fn push(&self, batch: Batch) -> Result<Pushed> {
        self.run(&(batch, self.quota)).await
    }

    async fn pull(&self, pull: Pull) -> Result<Page> {
        self.run(&pull).await
    }

    async fn head(&self, space: Uuid) -> Result<Head> {
        heads::one(&self.connection().await?, space).await
    }

    async fn heads(&self, spaces: &[Uuid]) -> Result<Vec<(Uuid, u64)>> {
        heads::of(&self.connection().await?, spaces).await
    }

    async fn keep_part(&self, part: KeptPart) -> Result<()> {
        self.run(&(part, self.quota)).await
    }

    async fn keep_snapshot(&self, snapshot: Snapshot) -> Result<()> {
        self.run(&snapshot).await
    }

    async fn snapshot(&self, space: Uuid) -> Result<Option<Snapshot>> {
        snapshots::newest(&self.connection().await?, space).await
    }

    async fn part(&self, part: GetPart) -> Result<Part> {
        snapshots::part(&self.connection().await?, &part).await
    }

    async fn snapshots(&self, space: Uuid, device: Uuid, since: u64) -> Result<Snapshots> {
        snapshots::standing(&self.connection().await?, space, device, since).await
    }

    async fn ask(&self, space: Uuid, device: Uuid, now: u64) -> Result<()> {
        asked::ask(&self.connection().await?, space, device, now).await
    }

    async fn asked(&self, space: Uuid, device: Uuid) -> Result<Option<u64>> {
        asked::asked(&self.connection().await?, space, device).await
    }

    async fn renew(&self, epoch: Uuid) -> Result<()> {
        migrate::renew(&self.connection().await?, epoch).await
    }

    async fn spaces(&self) -> Result<Vec<Uuid>> {
        spaces::all(&self.connection().await?).await
    }

    /// PostgreSQL reports damage itself when it reads it.
    async fn inspect(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    async fn check(&self) -> Result<()> {
        self.connection().await?.simple_query("SELECT epoch FROM server").await?;
        Ok(())
    }

    fn load(&self) -> Load {
        let status = self.pool.status();
        Load { open: status.size, idle: status.available }
    }

    async fn close(&self) -> Result<()> {
        self.pool.close();
        Ok(())
    }
}
