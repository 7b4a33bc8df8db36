//! Storage in one file: one connection writes, a few read.

mod asked;
mod folder;
mod migrate;
mod pool;
mod pull;
mod push;
mod rows;
mod snapshots;
mod spaces;

use std::path::Path;

use async_trait::async_trait;
use ed25519_dalek::VerifyingKey;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;
use wire::{Found, GetPart, Head, Join, Member, Page, Part, Pull, Pushed, Roster, Snapshot};

use self::pool::Pool;
use super::{Batch, KeptPart, Load, Quota, Snapshots, Storage};
use crate::{Host, Result};

const READERS: usize = 4;

/// A database in a folder.
#[derive(Debug)]
pub struct Sqlite {
    writer: Pool,
    readers: Pool,
    quota: Quota,
}

impl Sqlite {
    /// Opens or makes the database `server.db` in a folder, and brings it up to date.
    pub fn open(folder: &Path, host: &Host) -> Result<Self> {
        let path = folder::file(folder)?;
        let mut writer = Connection::open(&path)?;
        folder::keep_private(&path);
        prepare(&writer)?;
        migrate::up(&mut writer, host)?;
        let readers = (0..READERS).map(|_| read_only(&path)).collect::<Result<_>>()?;
        let (writer, readers) = (Pool::new(vec![writer]), Pool::new(readers));
        Ok(Self { writer, readers, quota: Quota::default() })
    }

    /// The same with a quota for each space.
    #[must_use]
    pub fn within(self, quota: Quota) -> Self {
        Self { quota, ..self }
    }
}

/// Every commit reaches the disk before it is acknowledged.
fn prepare(db: &Connection) -> Result<()> {
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(())
}

fn read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

#[async_trait]
impl Storage for Sqlite {
    async fn found(&self, found: Found) -> Result<Roster> {
        self.writer.run(move |db| spaces::found(db, &found)).await
    }

    async fn join(&self, join: Join) -> Result<Roster> {
        self.writer.run(move |db| spaces::join(db, &join)).await
    }

    async fn roster(&self, space: Uuid) -> Result<Roster> {
        self.readers.run(move |db| spaces::roster(db, space)).await
    }

    async fn admission(&self, space: Uuid) -> Result<VerifyingKey> {
        self.readers.run(move |db| spaces::admission(db, space)).await
    }

    async fn key(&self, space: Uuid, device: Uuid) -> Result<VerifyingKey> {
        self.readers.run(move |db| spaces::key(db, space, device)).await
    }

    async fn member(&self, space: Uuid, device: Uuid) -> Result<Member> {
        self.readers.run(move |db| spaces::member(db, space, device)).await
    }

    async fn push(&self, batch: Batch) -> Result<Pushed> {
        let quota = self.quota;
        self.writer.run(move |db| push::store(db, &batch, quota)).await
    }

    async fn pull(&self, pull: Pull) -> Result<Page> {
        self.readers.run(move |db| pull::page(db, &pull)).await
    }

    async fn head(&self, space: Uuid) -> Result<Head> {
        self.readers.run(move |db| rows::place(db, space)).await
    }

    /// Only this process writes the file, and it announces its own changes.
    async fn heads(&self, _spaces: &[Uuid]) -> Result<Vec<(Uuid, u64)>> {
        Ok(Vec::new())
    }

    async fn keep_part(&self, part: KeptPart) -> Result<()> {
        let quota = self.quota;
        self.writer.run(move |db| snapshots::keep_part(db, &part, quota)).await
    }

    async fn keep_snapshot(&self, snapshot: Snapshot) -> Result<()> {
        self.writer.run(move |db| snapshots::complete(db, &snapshot)).await
    }

    async fn snapshot(&self, space: Uuid) -> Result<Option<Snapshot>> {
        self.readers.run(move |db| snapshots::newest(db, space)).await
    }

    async fn part(&self, part: GetPart) -> Result<Part> {
        self.readers.run(move |db| snapshots::part(db, &part)).await
    }

    async fn snapshots(&self, space: Uuid, device: Uuid, since: u64) -> Result<Snapshots> {
        self.readers.run(move |db| snapshots::standing(db, space, device, since)).await
    }

    async fn ask(&self, space: Uuid, device: Uuid, now: u64) -> Result<()> {
        self.writer.run(move |db| asked::ask(db, space, device, now)).await
    }

    async fn asked(&self, space: Uuid, device: Uuid) -> Result<Option<u64>> {
        self.readers.run(move |db| asked::asked(db, space, device)).await
    }

    async fn renew(&self, epoch: Uuid) -> Result<()> {
        self.writer.run(move |db| migrate::renew(db, epoch)).await
    }

    async fn spaces(&self) -> Result<Vec<Uuid>> {
        self.readers.run(|db| spaces::all(db)).await
    }

    async fn inspect(&self) -> Result<Vec<String>> {
        self.readers.run(|db| rows::integrity(db)).await
    }

    async fn check(&self) -> Result<()> {
        self.readers.run(|db| rows::epoch(db).map(drop)).await
    }

    fn load(&self) -> Load {
        let (writer, readers) = (self.writer.load(), self.readers.load());
        Load { open: writer.open + readers.open, idle: writer.idle + readers.idle }
    }

    /// The writer closes last: it copies the write-ahead log into the file, which a reader can't.
    async fn close(&self) -> Result<()> {
        self.readers.close().await?;
        self.writer.close().await
    }
}
