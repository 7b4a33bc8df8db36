//! The places of new changes: positions, ends of groups, digests.

use wire::{Hash, SealedChange, roll};

use super::row::Row;
use crate::{Error, Result};

/// A change and its place in the space's order.
#[derive(Debug)]
pub struct Placed<'a> {
    /// The change.
    pub change: &'a SealedChange,
    /// Its position.
    pub position: u64,
    /// The position of its group's last change.
    pub end: u64,
    /// The rolling digest up to here.
    pub digest: Hash,
    /// The sum over its row.
    pub sum: [u8; 8],
}

/// Places changes after the head, whose digest is given.
pub fn place(fresh: &[SealedChange], head: u64, mut digest: Hash) -> Result<Vec<Placed<'_>>> {
    let mut end = head;
    let placed = (head + 1..).zip(fresh).map(|(position, change)| {
        if position > end {
            end = position + u64::from(change.header.group_count) - 1;
        }
        digest = roll(&digest, &change.header);
        let (header, signature) = (change.header.clone(), change.signature);
        let sum = Row { header, signature, position, end, digest }.sum();
        Placed { change, position, end, digest, sum }
    });
    let placed: Vec<_> = placed.collect();
    // The callers checked that a page ends with a group.
    let last = placed.last().map_or(head, |last| last.position);
    if end == last { Ok(placed) } else { Err(Error::Corrupt("group")) }
}
