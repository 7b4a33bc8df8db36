//! A snapshot: all changes of a space up to a position. A member makes it, so that a new device
//! need not fetch the changes one by one. The server can't read it.

use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{DeviceKey, Endpoint, Hash, encode};

/// Most bytes in one sealed part.
pub const PART_LIMIT: usize = 4 << 20;
/// Most parts of a snapshot.
pub const PARTS_LIMIT: usize = 4_096;

/// What a snapshot contains, and which member made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The space.
    pub space: Uuid,
    /// The position up to which it holds everything.
    pub at: u64,
    /// The rolling digest there.
    pub digest: Hash,
    /// The member that made it.
    pub device: Uuid,
    /// Its parts, in order.
    pub parts: Vec<PartName>,
}

/// Identifies a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartName {
    /// The sealed part's hash.
    pub hash: Hash,
    /// How many changes are in it.
    pub changes: u32,
}

/// A manifest with its maker's signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The manifest.
    pub manifest: Manifest,
    /// The maker's signature over the manifest.
    pub signature: Signature,
}

/// Stores a part of a snapshot that is being made. The first part starts it. Storing a part again
/// replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepPart {
    /// The space.
    pub space: Uuid,
    /// The position up to which the snapshot will contain everything.
    pub at: u64,
    /// Which part: 0, 1, 2, …
    pub part: u32,
    /// The sealed part, at most [`PART_LIMIT`].
    pub bytes: Vec<u8>,
}

/// Completes the caller's snapshot once all its parts are stored. It replaces older snapshots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepSnapshot {
    /// The signed manifest.
    pub snapshot: Snapshot,
}

/// Asks for the newest complete snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSnapshot {
    /// The space.
    pub space: Uuid,
}

/// Asks for a part of a complete snapshot. Refused as unknown once a newer snapshot has replaced
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetPart {
    /// The space.
    pub space: Uuid,
    /// The snapshot's position.
    pub at: u64,
    /// Which part.
    pub part: u32,
}

/// A sealed part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Endpoint for KeepPart {
    const PATH: &'static str = "/v1/keep-part";
    type Reply = ();
}
impl Endpoint for KeepSnapshot {
    const PATH: &'static str = "/v1/keep-snapshot";
    type Reply = ();
}
impl Endpoint for GetSnapshot {
    const PATH: &'static str = "/v1/snapshot";
    type Reply = Option<Snapshot>;
}
impl Endpoint for GetPart {
    const PATH: &'static str = "/v1/part";
    type Reply = Part;
}

/// Signs a manifest.
pub fn sign(manifest: Manifest, device: &DeviceKey) -> Snapshot {
    let signature = device.sign(&statement(&manifest));
    Snapshot { manifest, signature }
}

/// Whether the owner of `key` signed this manifest.
pub fn is_signed(snapshot: &Snapshot, key: &VerifyingKey) -> bool {
    key.verify_strict(&statement(&snapshot.manifest), &snapshot.signature).is_ok()
}

fn statement(manifest: &Manifest) -> Vec<u8> {
    encode(&("bomiljo snapshot manifest", manifest))
}
