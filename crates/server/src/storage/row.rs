//! A change's row, and whether it is as it was stored. Disks flip bits, and a database without
//! checksums does not notice.

use ed25519_dalek::Signature;
use wire::{Hash, Header, SealedChange, encode, roll};

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
    /// A checksum over all of it.
    pub fn sum(&self) -> [u8; 8] {
        let Self { header, signature, position, end, digest } = self;
        let all = encode(&(header, signature, position, end, digest));
        let mut sum = [0; 8];
        sum.copy_from_slice(&blake3::hash(&all).as_bytes()[..8]);
        sum
    }

    /// The row, if its checksum matches. Rows from before there were checksums have none.
    pub fn checked(self, sum: &[u8]) -> Result<Self> {
        if sum.is_empty() || sum == self.sum() { Ok(self) } else { Err(CHANGE) }
    }
}

/// A page's changes, end and digest.
#[derive(Debug)]
pub struct Whole {
    /// The changes.
    pub changes: Vec<SealedChange>,
    /// The position of the last of them.
    pub next: u64,
    /// The rolling digest at that position.
    pub digest: Hash,
}

impl Whole {
    /// A page from a position and its digest to another position, if its rows are exactly the
    /// stored changes in their order. Before damage it ends with the last whole group. Without one,
    /// the damage is the answer.
    pub fn read(
        (after, digest): (u64, Hash),
        next: u64,
        rows: impl IntoIterator<Item = Result<(Row, Vec<u8>)>>,
    ) -> Result<Self> {
        let mut page = Self { changes: Vec::new(), next: after, digest };
        let (mut rows, mut group, mut rolled) = (rows.into_iter(), Vec::new(), digest);
        for position in after + 1..=next {
            let read = rows.next().unwrap_or(Err(CHANGE));
            let (row, payload) = match read.and_then(|it| sound(it, position, &mut rolled)) {
                Ok(sound) => sound,
                Err(error) if error.damage().is_some() && page.next > after => break,
                Err(error) => return Err(error),
            };
            let Row { header, signature, end, .. } = row;
            group.push(SealedChange { header, payload, signature });
            if end == position {
                page.changes.append(&mut group);
                (page.next, page.digest) = (position, rolled);
            }
        }
        Ok(page)
    }
}

/// A row and its payload, if they are what was stored at that position.
fn sound(
    (row, payload): (Row, Vec<u8>),
    position: u64,
    rolled: &mut Hash,
) -> Result<(Row, Vec<u8>)> {
    let header = &row.header;
    *rolled = roll(rolled, header);
    let whole =
        header.size as usize == payload.len() && header.hash == *blake3::hash(&payload).as_bytes();
    if whole && row.position == position && row.digest == *rolled {
        Ok((row, payload))
    } else {
        Err(CHANGE)
    }
}
