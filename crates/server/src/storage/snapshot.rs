//! The rules for storing a snapshot.

use uuid::Uuid;
use wire::{Hash, KeepPart, Manifest, Refusal};

use crate::error::SNAPSHOT;
use crate::{Error, Result};

/// How long an unfinished snapshot is kept once others are begun, in milliseconds.
const GIVEN_UP: u64 = 24 * 60 * 60 * 1_000;

/// A part as it is kept.
#[derive(Debug, Clone)]
pub struct KeptPart {
    /// The part as it was sent.
    pub sent: KeepPart,
    /// The device that makes the snapshot.
    pub device: Uuid,
    /// The hash of its bytes. It is stored with them, so that completing a snapshot need not read
    /// megabytes.
    pub hash: Hash,
    /// When it arrived, in milliseconds since 1970.
    pub now: u64,
}

/// The state of a space's snapshots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snapshots {
    /// The newest complete one's position; 0 for none.
    pub newest: u64,
    /// Whether another device is making one.
    pub others_make: bool,
}

impl KeptPart {
    /// A part received from a device.
    pub fn new(sent: KeepPart, device: Uuid, now: u64) -> Self {
        let hash = *blake3::hash(&sent.bytes).as_bytes();
        Self { sent, device, hash, now }
    }

    /// Snapshots of others begun before this time (milliseconds since 1970) count as given up.
    pub const fn given_up(&self) -> u64 {
        self.now.saturating_sub(GIVEN_UP)
    }
}

/// A part's bytes, if they match their hash.
pub fn checked(hash: &Hash, bytes: Vec<u8>) -> Result<Vec<u8>> {
    if hash == blake3::hash(&bytes).as_bytes() { Ok(bytes) } else { Err(Error::Corrupt(SNAPSHOT)) }
}

/// A snapshot's position must exist in the space and must not be 0.
pub fn within(at: u64, head: u64) -> Result<(), Refusal> {
    if (1..=head).contains(&at) { Ok(()) } else { Err(Refusal::Malformed) }
}

/// Accepts a part whose snapshot isn't being made if one that is as new makes it superfluous.
/// Otherwise the snapshot is unknown.
pub fn superfluous(at: u64, newest: u64) -> Result<()> {
    if newest >= at { Ok(()) } else { Err(Refusal::UnknownSnapshot.into()) }
}

/// Whether all parts of the manifest are stored, given the stored ones in order.
pub fn is_whole(manifest: &Manifest, kept: &[(u32, Hash)]) -> Result<(), Refusal> {
    let named = (0..).zip(manifest.parts.iter().map(|part| part.hash));
    let whole = kept.len() >= manifest.parts.len() && named.zip(kept).all(|(it, kept)| it == *kept);
    if whole { Ok(()) } else { Err(Refusal::UnknownSnapshot) }
}
