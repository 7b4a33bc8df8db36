//! How a request proves its origin: the device's key signs path, body, time and nonce. There are no
//! bearer tokens to steal.

use base16ct::lower as hex;
use ed25519_dalek::{Signature, VerifyingKey};
use uuid::Uuid;

use crate::admission::DeviceKey;
use crate::{decode, encode};

/// The header that carries the proof, as lower-case hexadecimal.
pub const HEADER: &str = "bomiljo-proof";
/// How far a request's time may be from the server's, in milliseconds.
pub const TOLERANCE: u64 = 5 * 60 * 1_000;

/// Which device made a request, and when.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Proof {
    /// The device.
    pub device: Uuid,
    /// The device's estimate of the server's time, in milliseconds since 1970.
    pub time: u64,
    /// Unique to each request.
    pub nonce: [u8; 16],
    /// The signature over all of it.
    pub signature: Signature,
}

impl Proof {
    /// Signs a request.
    pub fn new(
        key: &DeviceKey,
        device: Uuid,
        path: &str,
        body: &[u8],
        time: u64,
        nonce: [u8; 16],
    ) -> Self {
        let signature = key.sign(&statement(device, path, body, time, &nonce));
        Self { device, time, nonce, signature }
    }

    /// The header's value.
    pub fn to_header(&self) -> String {
        hex::encode_string(&encode(self))
    }

    /// From the header's value.
    pub fn from_header(value: &str) -> Option<Self> {
        decode(&hex::decode_vec(value).ok()?)
    }

    /// Whether the owner of `key` made exactly this request.
    pub fn holds(&self, key: &VerifyingKey, path: &str, body: &[u8]) -> bool {
        let said = statement(self.device, path, body, self.time, &self.nonce);
        key.verify_strict(&said, &self.signature).is_ok()
    }
}

fn statement(device: Uuid, path: &str, body: &[u8], time: u64, nonce: &[u8; 16]) -> Vec<u8> {
    encode(&("bomiljo request", device, path, blake3::hash(body).as_bytes(), time, nonce))
}
