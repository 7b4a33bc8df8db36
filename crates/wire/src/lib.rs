//! What travels between a device and the server, as postcard over HTTP POST.
//! The server knows no record kind and reads no payload.

pub mod admission;
pub mod offset;
pub mod request;
pub mod snapshot;

pub use admission::{DeviceKey, SpaceKey};
pub use snapshot::{
    GetPart, GetSnapshot, KeepPart, KeepSnapshot, Manifest, PART_LIMIT, PARTS_LIMIT, Part,
    PartName, Snapshot,
};

use ed25519_dalek::{Signature, VerifyingKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most bytes in one change's sealed payload: 1 MiB of plaintext, and the seal.
pub const CHANGE_LIMIT: usize = (1 << 20) + 64;
/// Most changes in one page, in either direction.
pub const PAGE_LIMIT: usize = 1_000;
/// A page ends after so many bytes, in either direction. A single group may exceed it.
pub const PAGE_BYTES: usize = 1 << 20;
/// Most changes in one group, since groups are never split.
pub const GROUP_LIMIT: u32 = 1_000;
/// Most bytes in a request's body.
pub const BODY_LIMIT: usize = 8 << 20;
/// Most bytes in an answer: a page just below its limit, and the largest group added.
pub const ANSWER_LIMIT: usize = BODY_LIMIT + 2 * PAGE_BYTES;
/// Most bytes in a sealed profile.
pub const PROFILE_LIMIT: usize = 1_024;
/// How long the server may hold a wait, in milliseconds.
pub const WAIT_MILLIS: u64 = 25_000;

/// A BLAKE3 hash.
pub type Hash = [u8; 32];

/// What the server may know of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The space it belongs to.
    pub space: Uuid,
    /// The device that made it.
    pub device: Uuid,
    /// Its number on that device in that space: 1, 2, 3, … without gaps.
    pub seq: u64,
    /// The record's id, enciphered. The same record always gives the same value, which reveals
    /// nothing else.
    pub record: Uuid,
    /// The group it is part of.
    pub group: Uuid,
    /// How many changes that group has.
    pub group_count: u32,
    /// The hybrid logical clock.
    pub clock: u64,
    /// The sealed payload's size in bytes.
    pub size: u32,
    /// The sealed payload's hash.
    pub hash: Hash,
}

/// A change as it travels and as the server stores it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedChange {
    /// The part that the server reads.
    pub header: Header,
    /// The part that it can't read: nonce and ciphertext.
    pub payload: Vec<u8>,
    /// The device's signature over the header, which names the payload's hash.
    pub signature: Signature,
}

/// Why a change is not what its device signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Altered {
    /// The device did not sign this header.
    #[error("signature")]
    Signature,
    /// The device signed this header, but the payload does not match it. Bits were altered on the
    /// way or at the server.
    #[error("damaged")]
    Damaged,
    /// The payload is larger than a change may be.
    #[error("too large")]
    Size,
}

impl SealedChange {
    /// Checks that the change is what its device signed.
    pub fn check(&self, key: &VerifyingKey) -> Result<(), Altered> {
        if self.payload.len() > CHANGE_LIMIT {
            return Err(Altered::Size);
        }
        if key.verify_strict(&encode(&self.header), &self.signature).is_err() {
            return Err(Altered::Signature);
        }
        let named = self.header.size as usize == self.payload.len()
            && self.header.hash == *blake3::hash(&self.payload).as_bytes();
        if named { Ok(()) } else { Err(Altered::Damaged) }
    }
}

/// A device that may read and write a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The device.
    pub device: Uuid,
    /// The key that checks its signatures.
    pub key: VerifyingKey,
    /// Its owner's name, sealed for the space.
    pub profile: Vec<u8>,
    /// A signature by the space's admission key over all of the above. A server can't make one, so
    /// it can't add a device.
    pub proof: Signature,
}

/// A call to the server.
pub trait Endpoint: Serialize + DeserializeOwned {
    /// The path it is posted to.
    const PATH: &'static str;
    /// The type of its answer.
    type Reply: Serialize + DeserializeOwned;
}

/// Makes a space. Making the same one again changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The space.
    pub space: Uuid,
    /// The key that checks members' proofs.
    pub admission: VerifyingKey,
    /// The site's name, sealed for the space.
    pub profile: Vec<u8>,
    /// The first member.
    pub member: Member,
}

/// Makes a device a member. Joining again updates its owner's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The space.
    pub space: Uuid,
    /// The device that joins.
    pub member: Member,
}

/// Reads who the members are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// The space.
    pub space: Uuid,
}

/// A space and its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// The site's name, sealed for the space.
    pub profile: Vec<u8>,
    /// Its members, in order of joining.
    pub members: Vec<Member>,
    /// The server's last position, so that a new device knows at once how much there is to fetch.
    pub head: u64,
}

/// Sends a contiguous run of one device's changes. The server skips those it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// The space.
    pub space: Uuid,
    /// The changes, in order of `seq`, groups whole.
    pub changes: Vec<SealedChange>,
}

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pushed {
    /// The server's epoch. A different one means that the server was restored and may have lost
    /// changes.
    pub epoch: Uuid,
    /// The last `seq` that the server has of this device.
    pub seq: u64,
    /// The space's last position.
    pub head: u64,
}

/// Asks for the changes after a position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pull {
    /// The space.
    pub space: Uuid,
    /// The device's cursor: the last position it has applied; 0 for none.
    pub after: u64,
    /// At most so many changes, though a group is never split.
    pub limit: u32,
}

/// Changes in the space's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The server's epoch.
    pub epoch: Uuid,
    /// The changes.
    pub changes: Vec<SealedChange>,
    /// The position of the last of them; if there are none, the reader's own.
    pub next: u64,
    /// The space's last position. The reader has everything when `next` reaches it.
    pub head: u64,
    /// The rolling digest at `next`. The reader compares it with its own and never adopts it.
    pub digest: Hash,
    /// Whether the reader should make a snapshot, once it has everything.
    pub snapshot_due: bool,
}

/// Waits until a space has moved beyond a position, at most [`WAIT_MILLIS`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// The space.
    pub space: Uuid,
    /// The position.
    pub after: u64,
}

/// The position of a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The server's epoch.
    pub epoch: Uuid,
    /// Its last position.
    pub head: u64,
}

impl Endpoint for Found {
    const PATH: &'static str = "/v1/found";
    type Reply = Roster;
}
impl Endpoint for Join {
    const PATH: &'static str = "/v1/join";
    type Reply = Roster;
}
impl Endpoint for Members {
    const PATH: &'static str = "/v1/members";
    type Reply = Roster;
}
impl Endpoint for Push {
    const PATH: &'static str = "/v1/push";
    type Reply = Pushed;
}
impl Endpoint for Pull {
    const PATH: &'static str = "/v1/pull";
    type Reply = Page;
}
impl Endpoint for Wait {
    const PATH: &'static str = "/v1/wait";
    type Reply = Head;
}

/// Why the server refused. This is the body of every answer that isn't 200.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The body has the wrong form for its path.
    #[error("malformed")]
    Malformed,
    /// The request is larger than allowed.
    #[error("too-large")]
    TooLarge,
    /// The request's signature or proof doesn't check out.
    #[error("bad-signature")]
    BadSignature,
    /// The request's time is too far from the server's.
    #[error("clock-skew")]
    ClockSkew {
        /// The server's time, in milliseconds since 1970.
        now: u64,
    },
    /// The same request was seen before.
    #[error("replayed")]
    Replayed,
    /// There is no such space.
    #[error("unknown-space")]
    UnknownSpace,
    /// The device is no member of the space, or not any more.
    #[error("not-a-member")]
    NotMember,
    /// Another space with this id exists.
    #[error("space-taken")]
    SpaceTaken,
    /// Changes are missing before those that were sent.
    #[error("gap")]
    Gap {
        /// The next `seq` expected.
        expected: u64,
    },
    /// The same `seq` is stored with other content, so two devices use one identity.
    #[error("cloned-device")]
    Cloned {
        /// The first `seq` that differs.
        seq: u64,
    },
    /// There is no such snapshot or part, or not any more.
    #[error("unknown-snapshot")]
    UnknownSnapshot,
    /// Too many requests. Try again later.
    #[error("busy")]
    Busy {
        /// How long to wait, in milliseconds.
        millis: u64,
    },
    /// The server's storage failed.
    #[error("server-storage")]
    Storage,
}

/// The rolling digest after one more change. It covers order, authorship and content.
pub fn roll(digest: &Hash, change: &Header) -> Hash {
    *blake3::Hasher::new().update(digest).update(&encode(change)).finalize().as_bytes()
}

/// Bytes of a message. Wire types always encode.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_stdvec(message).unwrap_or_default()
}

/// A message from bytes, all of them.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Some(message),
        _ => None,
    }
}
