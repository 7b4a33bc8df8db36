//! A change's row as it is kept, and whether it still says what was written: disks flip bits, and a
//! database without checksums hands them out.

use ed25519_dalek::Signature;
use sync::wire::{Hash, Header, SealedChange, encode, roll};

use crate::{Error, Result};

/// What an altered row is reported as.
const CHANGE: Error = Error::Corrupt("change");

/// A change without its payload, and its place in the space's order.
#[derive(Debug, Clone)]
pub struct Row {
    /// The change's header.
    pub header: Header,
    /// The device's signature over it.
    pub signature: Signature,
    /// Its position.
    pub position: u64,
    /// The position of its group's last change.
    pub end: u64,
    /// The rolling digest up to here.
    pub digest: Hash,
}

impl Row {
    /// A sum over all of it.
    pub fn sum(&self) -> [u8; 8] {
        let Self { header, signature, position, end, digest } = self;
        let all = encode(&(header, signature, position, end, digest));
        let mut sum = [0; 8];
        sum.copy_from_slice(&blake3::hash(&all).as_bytes()[..8]);
        sum
    }

    /// The row, if it has the sum that was kept with it; rows from before there were sums have none.
    pub fn checked(self, sum: &[u8]) -> Result<Self> {
        if sum.is_empty() || sum == self.sum() { Ok(self) } else { Err(CHANGE) }
    }
}

/// The changes of a page that goes on from a position and its digest, and the digest at its end; if they
/// are the very changes that were stored there, in their order.
pub fn page(
    rows: Vec<(Row, Vec<u8>)>,
    (after, mut digest): (u64, Hash),
    next: u64,
) -> Result<(Vec<SealedChange>, Hash)> {
    let mut expected = after + 1..=next;
    let mut changes = Vec::with_capacity(rows.len());
    for (Row { header, signature, position, digest: kept, .. }, payload) in rows {
        digest = roll(&digest, &header);
        let whole = header.size as usize == payload.len()
            && header.hash == *blake3::hash(&payload).as_bytes();
        if expected.next() != Some(position) || digest != kept || !whole {
            return Err(CHANGE);
        }
        changes.push(SealedChange { header, payload, signature });
    }
    if expected.next().is_none() { Ok((changes, digest)) } else { Err(CHANGE) }
}
