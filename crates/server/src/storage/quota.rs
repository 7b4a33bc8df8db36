//! How much a space may hold.

use wire::SealedChange;

use crate::{Error, Result};

/// How many bytes an unfinished snapshot may have beyond its changes.
const SNAPSHOT: u64 = 64 << 20;

/// The quota of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Changes.
    pub changes: u64,
    /// Bytes of payloads, and of snapshots beside them.
    pub bytes: u64,
}

/// The content of a space.
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
    /// Whether a space with this content may take these changes as well.
    pub fn admits(&self, held: Holding, fresh: &[SealedChange]) -> Result<()> {
        let more: u64 = fresh.iter().map(|change| u64::from(change.header.size)).sum();
        let fits = held.changes.saturating_add(fresh.len() as u64) <= self.changes
            && held.bytes.saturating_add(more) <= self.bytes;
        if fits || fresh.is_empty() { Ok(()) } else { Err(Error::Full) }
    }

    /// Whether a device's unfinished snapshot may have so many bytes: those of the changes in it,
    /// and a margin.
    pub fn admits_snapshot(&self, held: Holding, bytes: u64) -> Result<()> {
        let most = held.bytes.saturating_add(SNAPSHOT).min(self.bytes);
        if bytes <= most { Ok(()) } else { Err(Error::Full) }
    }
}
