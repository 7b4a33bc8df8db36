//! What the server needs of a database, so that both a file and a cluster can provide it: a few
//! whole operations, each one transaction that locks rows only.
//!
//! Positions come from a counter row for each space. It is moved before anything is inserted, in
//! the same transaction. A sequence would hand out positions that become visible in another order,
//! and a reader would miss some.

mod page;
mod place;
pub mod postgres;
mod quota;
mod row;
mod snapshot;
pub mod sqlite;

use async_trait::async_trait;
use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::{
    Found, GetPart, Head, Header, Join, Member, Page, Part, Pull, Pushed, Refusal, Roster,
    SealedChange, Snapshot,
};

use self::place::{Placed, place};
pub use self::quota::{Holding, Quota};
pub use self::snapshot::{KeptPart, Snapshots};
use crate::Result;

/// Most members of one space.
pub const MEMBER_LIMIT: u64 = 1_000;

/// A run of one device's changes whose seals, order and groups were checked.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The space.
    pub space: Uuid,
    /// The device that made them all.
    pub device: Uuid,
    /// The changes, `seq` without gaps, groups whole.
    pub changes: Vec<SealedChange>,
}

/// Connections to a database.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// How many are open.
    pub open: usize,
    /// How many of them are idle.
    pub idle: usize,
}

/// A database of spaces, members and sealed changes.
#[async_trait]
pub trait Storage: Send + Sync + 'static {
    /// Makes a space if it isn't there, and its first member.
    async fn found(&self, found: Found) -> Result<Roster>;
    /// Adds a member if it isn't there.
    async fn join(&self, join: Join) -> Result<Roster>;
    /// The members of a space.
    async fn roster(&self, space: Uuid) -> Result<Roster>;
    /// The key that checks a space's members' proofs.
    async fn admission(&self, space: Uuid) -> Result<VerifyingKey>;
    /// A member's signing key.
    async fn key(&self, space: Uuid, device: Uuid) -> Result<VerifyingKey>;
    /// A member's row, as it was stored.
    async fn member(&self, space: Uuid, device: Uuid) -> Result<Member>;
    /// Stores what is new of a batch, all or nothing.
    async fn push(&self, batch: Batch) -> Result<Pushed>;
    /// Reads a page.
    async fn pull(&self, pull: Pull) -> Result<Page>;
    /// The position of a space; 0 if it is empty.
    async fn head(&self, space: Uuid) -> Result<Head>;
    /// The positions of those spaces that another process may have moved, for devices that wait for
    /// them here.
    async fn heads(&self, spaces: &[Uuid]) -> Result<Vec<(Uuid, u64)>>;
    /// Keeps a part of a snapshot that is being made; the first one begins it.
    async fn keep_part(&self, part: KeptPart) -> Result<()>;
    /// Completes a snapshot whose parts are all kept, and drops the older ones.
    async fn keep_snapshot(&self, snapshot: Snapshot) -> Result<()>;
    /// The newest complete snapshot.
    async fn snapshot(&self, space: Uuid) -> Result<Option<Snapshot>>;
    /// A part of a complete snapshot.
    async fn part(&self, part: GetPart) -> Result<Part>;
    /// The state of a space's snapshots for a device. Snapshots of other devices that were begun
    /// before a time (milliseconds since 1970) count as given up.
    async fn snapshots(&self, space: Uuid, device: Uuid, since: u64) -> Result<Snapshots>;
    /// Stores that a device was asked for a snapshot, or is making one, at a time (milliseconds
    /// since 1970).
    async fn ask(&self, space: Uuid, device: Uuid, now: u64) -> Result<()>;
    /// That time; none if it never was.
    async fn asked(&self, space: Uuid, device: Uuid) -> Result<Option<u64>>;
    /// Starts a new epoch, which tells every device that the server may have lost changes.
    async fn renew(&self, epoch: Uuid) -> Result<()>;
    /// All spaces, for the operator's check.
    async fn spaces(&self) -> Result<Vec<Uuid>>;
    /// The errors that the database finds in itself, in its own words.
    async fn inspect(&self) -> Result<Vec<String>>;
    /// Whether the database answers.
    async fn check(&self) -> Result<()>;
    /// How many connections are in use.
    fn load(&self) -> Load;
    /// Lets current work finish, then closes. No call succeeds afterwards.
    async fn close(&self) -> Result<()>;
}

impl Batch {
    /// The first and the last `seq`; an empty range for an empty batch.
    pub fn range(&self) -> (u64, u64) {
        match (self.changes.first(), self.changes.last()) {
            (Some(first), Some(last)) => (first.header.seq, last.header.seq),
            _ => (1, 0),
        }
    }

    /// The new part of a batch, given the stored changes of its range and the device's last stored
    /// `seq`; or the reason why it doesn't fit.
    pub fn fresh(&self, stored: &[Header], last: u64) -> Result<&[SealedChange], Refusal> {
        let (first, _) = self.range();
        if first > last + 1 {
            return Err(Refusal::Gap { expected: last + 1 });
        }
        // Compares whole headers, not only hashes: a group's size must not change either.
        let differs = stored.iter().zip(&self.changes).find(|(old, new)| **old != new.header);
        match differs {
            Some((old, _)) => Err(Refusal::Cloned { seq: old.seq }),
            None => Ok(self.changes.get(stored.len()..).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests;
