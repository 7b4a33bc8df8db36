//! What a snapshot must be to be kept.

use uuid::Uuid;
use wire::{Hash, KeepPart, Manifest, Refusal};

use crate::error::SNAPSHOT;
use crate::{Error, Result};

/// How long an unfinished snapshot is kept when others are begun, in milliseconds.
const GIVEN_UP: u64 = 24 * 60 * 60 * 1_000;

/// A part as it is kept.
#[derive(Debug, Clone)]
pub struct KeptPart {
    /// What was sent.
    pub sent: KeepPart,
    /// Whose snapshot it is a part of.
    pub device: Uuid,
    /// The hash of its bytes, kept with them so that completing reads no megabytes.
    pub hash: Hash,
    /// When it came, in milliseconds since 1970.
    pub now: u64,
}

/// Where a space's snapshots stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snapshots {
    /// The newest complete one's position; 0 for none.
    pub newest: u64,
    /// Whether somebody else is making one.
    pub others_make: bool,
}

impl KeptPart {
    /// A part that came from a device.
    pub fn new(sent: KeepPart, device: Uuid, now: u64) -> Self {
        let hash = *blake3::hash(&sent.bytes).as_bytes();
        Self { sent, device, hash, now }
    }

    /// What others began before this time (milliseconds since 1970) counts as given up for good.
    pub const fn given_up(&self) -> u64 {
        self.now.saturating_sub(GIVEN_UP)
    }
}

/// A part's bytes, if they are those that were kept.
pub fn checked(hash: &Hash, bytes: Vec<u8>) -> Result<Vec<u8>> {
    if hash == blake3::hash(&bytes).as_bytes() { Ok(bytes) } else { Err(Error::Corrupt(SNAPSHOT)) }
}

/// There are snapshots of positions that the space has reached, and none of nothing.
pub fn within(at: u64, head: u64) -> Result<(), Refusal> {
    if (1..=head).contains(&at) { Ok(()) } else { Err(Refusal::Malformed) }
}

/// What comes of a part whose snapshot isn't being made: nothing, when one that is as new
/// has made it superfluous.
pub fn superfluous(at: u64, newest: u64) -> Result<()> {
    if newest >= at { Ok(()) } else { Err(Refusal::UnknownSnapshot.into()) }
}

/// Whether all parts that the manifest names are kept, given what is, in order.
pub fn is_whole(manifest: &Manifest, kept: &[(u32, Hash)]) -> Result<(), Refusal> {
    let named = (0..).zip(manifest.parts.iter().map(|part| part.hash));
    let whole = kept.len() >= manifest.parts.len() && named.zip(kept).all(|(it, kept)| it == *kept);
    if whole { Ok(()) } else { Err(Refusal::UnknownSnapshot) }
}
