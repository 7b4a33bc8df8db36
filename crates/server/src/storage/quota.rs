//! How much a space may hold.

use wire::SealedChange;

use crate::{Error, Result};

/// What an unfinished snapshot may have beyond what it is made of.
const SNAPSHOT: u64 = 64 << 20;

/// How much a space may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Changes.
    pub changes: u64,
    /// Bytes of payloads, and of snapshots beside them.
    pub bytes: u64,
}

/// What a space holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holding {
    /// Changes.
    pub changes: u64,
    /// Bytes of their payloads.
    pub bytes: u64,
}

impl Default for Quota {
    /// A hundred years of a large site.
    fn default() -> Self {
        Self { changes: 10_000_000, bytes: 32 << 30 }
    }
}

impl Quota {
    /// Whether a space that holds so much may hold these as well.
    pub fn admits(&self, held: Holding, fresh: &[SealedChange]) -> Result<()> {
        let more: u64 = fresh.iter().map(|change| u64::from(change.header.size)).sum();
        let fits = held.changes.saturating_add(fresh.len() as u64) <= self.changes
            && held.bytes.saturating_add(more) <= self.bytes;
        if fits || fresh.is_empty() { Ok(()) } else { Err(Error::Full) }
    }

    /// Whether a device's unfinished snapshot of a space may have so many bytes: no more than what it is
    /// made of, and some.
    pub fn admits_snapshot(&self, held: Holding, bytes: u64) -> Result<()> {
        let most = held.bytes.saturating_add(SNAPSHOT).min(self.bytes);
        if bytes <= most { Ok(()) } else { Err(Error::Full) }
    }
}
