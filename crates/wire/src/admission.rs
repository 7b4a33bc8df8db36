//! Keys, and how a device becomes a member of a space. A holder of the space's key can admit a
//! device. The server does not have the key and cannot.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rand_core::Rng;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Hash, Member, encode};

/// The secret that the members of a space share.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SpaceKey(pub [u8; 32]);

/// A device's signing key.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl SpaceKey {
    /// A new key.
    pub fn random(rng: &mut impl Rng) -> Self {
        Self(random_bytes(rng))
    }

    /// The key that seals payloads and names.
    pub fn sealing(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 space seal", &self.0)
    }

    /// The key that enciphers record ids.
    pub fn concealing(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 record concealment", &self.0)
    }

    /// The key of derived ids, which several devices compute independently.
    pub fn naming(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 derived ids", &self.0)
    }

    /// The key of what is sent to receivers outside the app.
    pub fn packing(&self) -> Hash {
        blake3::derive_key("bomiljo 2026-11 packages", &self.0)
    }

    fn admitting(&self) -> SigningKey {
        SigningKey::from_bytes(&blake3::derive_key("bomiljo 2026-11 space admission", &self.0))
    }

    /// The public key with which the server checks proofs.
    pub fn admission(&self) -> VerifyingKey {
        self.admitting().verifying_key()
    }

    /// Makes a device a member; `profile` is its owner's name, sealed.
    pub fn admit(&self, space: Uuid, device: Uuid, key: VerifyingKey, profile: Vec<u8>) -> Member {
        let proof = self.admitting().sign(&statement(space, device, &key, &profile));
        Member { device, key, profile, proof }
    }
}

/// Whether a holder of the space's key admitted this member.
pub fn is_admitted(admission: &VerifyingKey, space: Uuid, member: &Member) -> bool {
    let said = statement(space, member.device, &member.key, &member.profile);
    admission.verify_strict(&said, &member.proof).is_ok()
}

/// Identifies the founder's key. A join code contains it, and the members must include that key.
pub fn fingerprint(key: &VerifyingKey) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&blake3::hash(key.as_bytes()).as_bytes()[..16]);
    short
}

fn statement(space: Uuid, device: Uuid, key: &VerifyingKey, profile: &[u8]) -> Vec<u8> {
    encode(&("bomiljo member", space, device, key.as_bytes(), profile))
}

impl DeviceKey {
    /// A new key.
    pub fn random(rng: &mut impl Rng) -> Self {
        Self::from_bytes(&random_bytes(rng))
    }

    /// A key that was stored.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(bytes))
    }

    /// The key's bytes, for storing it.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public key that checks its signatures.
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
