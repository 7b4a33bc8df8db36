//! Keys, and how a device becomes a member of a space: whoever holds the space's
//! key can admit a device, and a server, which doesn't, cannot.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rand_core::Rng;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Hash, Member, encode};

/// The secret that a space's members share.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SpaceKey(pub [u8; 32]);

/// A device's signing key.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl SpaceKey {
    /// A new one.
    pub fn random(rng: &mut impl Rng) -> Self {
        Self(random_bytes(rng))
    }

    /// What payloads and names are sealed with.
    pub fn sealing(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 space seal", &self.0)
    }

    /// What record ids are enciphered with.
    pub fn concealing(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 record concealment", &self.0)
    }

    /// What ids are made with that devices arrive at without asking each other.
    pub fn naming(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 derived ids", &self.0)
    }

    fn admitting(&self) -> SigningKey {
        SigningKey::from_bytes(&blake3::derive_key("bomiljo 2026-11 space admission", &self.0))
    }

    /// What the server checks proofs with.
    pub fn admission(&self) -> VerifyingKey {
        self.admitting().verifying_key()
    }

    /// Makes a device a member; `profile` is its owner's name, sealed.
    pub fn admit(&self, space: Uuid, device: Uuid, key: VerifyingKey, profile: Vec<u8>) -> Member {
        let proof = self.admitting().sign(&statement(space, device, &key, &profile));
        Member { device, key, profile, proof }
    }
}

/// Whether a member was admitted by somebody who holds the space's key.
pub fn is_admitted(admission: &VerifyingKey, space: Uuid, member: &Member) -> bool {
    let said = statement(space, member.device, &member.key, &member.profile);
    admission.verify_strict(&said, &member.proof).is_ok()
}

/// Names the founder's key, which a join code says has to be among the members.
pub fn fingerprint(key: &VerifyingKey) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&blake3::hash(key.as_bytes()).as_bytes()[..16]);
    short
}

fn statement(space: Uuid, device: Uuid, key: &VerifyingKey, profile: &[u8]) -> Vec<u8> {
    encode(&("bomiljo member", space, device, key.as_bytes(), profile))
}

impl DeviceKey {
    /// A new one.
    pub fn random(rng: &mut impl Rng) -> Self {
        Self::from_bytes(&random_bytes(rng))
    }

    /// The one that was kept.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(bytes))
    }

    /// To keep it.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// What others check its signatures with.
    pub fn public(&self) -> VerifyingKey {
        self.0.verifying_key()
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(message)
    }
}

fn random_bytes(rng: &mut impl Rng) -> [u8; 32] {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    bytes
}
