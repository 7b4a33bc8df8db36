//! Sealing: XChaCha20-Poly1305 under the space's key, bound to the header, and
//! signed by the device, so that the server can neither read nor alter a change,
//! nor move it to another record.

use chacha20poly1305::aead::{Aead, KeyInit, Payload as Message};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::{Change, ChangeRef, Clock, Payload};
use ed25519_dalek::VerifyingKey;
use rand_core::Rng;
use wire::{Altered, DeviceKey, Header, SealedChange, SpaceKey, decode, encode};

use crate::conceal::{conceal, reveal};

const NONCE: usize = 24;

/// Why a change or a name could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not what its device signed.
    #[error(transparent)]
    Altered(#[from] Altered),
    /// It was sealed for another space, or altered.
    #[error("does not open with the space's key")]
    Seal,
    /// It opened, but this version can't read the change.
    #[error("unknown format")]
    Format,
    /// It opened, but its content is larger than allowed.
    #[error("too large")]
    Size,
}

/// Seals and signs a change.
pub fn seal(
    change: &Change,
    space: &SpaceKey,
    device: &DeviceKey,
    rng: &mut impl Rng,
) -> SealedChange {
    let mut header = Header {
        space: change.space,
        device: change.by.device,
        seq: change.by.seq,
        record: conceal(change.record, space),
        group: change.group,
        group_count: change.group_count,
        clock: change.clock.0,
        size: 0,
        hash: [0; 32],
    };
    let payload = encrypt(space, &encode(&change.payload), &bound(&header), rng);
    header.size = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    header.hash = *blake3::hash(&payload).as_bytes();
    let signature = device.sign(&encode(&header));
    SealedChange { header, payload, signature }
}

/// Checks and opens a change.
pub fn open(
    sealed: &SealedChange,
    space: &SpaceKey,
    key: &VerifyingKey,
) -> Result<Change, Unreadable> {
    sealed.check(key)?;
    let header = &sealed.header;
    let plain = decrypt(space, &sealed.payload, &bound(header)).ok_or(Unreadable::Seal)?;
    let payload: Payload = decode(&plain).ok_or(Unreadable::Format)?;
    Ok(Change {
        space: header.space,
        by: ChangeRef { device: header.device, seq: header.seq },
        record: reveal(header.record, space),
        group: header.group,
        group_count: header.group_count,
        clock: Clock(header.clock),
        payload,
    })
}

/// Seals a short text, such as a name.
pub fn seal_text(text: &str, about: &str, space: &SpaceKey, rng: &mut impl Rng) -> Vec<u8> {
    encrypt(space, text.as_bytes(), about.as_bytes(), rng)
}

/// Opens a short text.
pub fn open_text(sealed: &[u8], about: &str, space: &SpaceKey) -> Result<String, Unreadable> {
    let plain = decrypt(space, sealed, about.as_bytes()).ok_or(Unreadable::Seal)?;
    String::from_utf8(plain).map_err(|_| Unreadable::Format)
}

/// The part of a header that is bound to the payload. Size and hash are left out, because they
/// follow from the payload.
fn bound(header: &Header) -> Vec<u8> {
    encode(&(
        "bomiljo change, record concealed",
        (header.space, header.device, header.seq),
        (header.record, header.group, header.group_count, header.clock),
    ))
}

/// Seals bytes with a key. `beside` is authenticated and not sealed.
pub fn seal_with(key: [u8; 32], plain: &[u8], beside: &[u8], rng: &mut impl Rng) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    rng.fill_bytes(&mut nonce);
    let message = Message { msg: plain, aad: beside };
    // Only plaintexts above 256 GiB fail, and a change is at most 1 MiB.
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), message).unwrap_or_default();
    [&nonce[..], &sealed].concat()
}

/// Opens sealed bytes. None if the key or `beside` differs.
pub fn open_with(key: [u8; 32], sealed: &[u8], beside: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    cipher(key).decrypt(&XNonce::from(*nonce), Message { msg: sealed, aad: beside }).ok()
}

fn cipher(key: [u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.into())
}

pub(crate) fn encrypt(space: &SpaceKey, plain: &[u8], aad: &[u8], rng: &mut impl Rng) -> Vec<u8> {
    seal_with(space.sealing(), plain, aad, rng)
}

pub(crate) fn decrypt(space: &SpaceKey, sealed: &[u8], aad: &[u8]) -> Option<Vec<u8>> {
    open_with(space.sealing(), sealed, aad)
}
