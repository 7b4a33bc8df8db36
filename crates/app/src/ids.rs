//! Ids that two devices must arrive at without asking each other.

use domain::Id;
use store::Space;
use wire::{SpaceKey, encode};

/// The id that every device of a space makes of the same parts. Without the space's key nobody can
/// tell what it was made of, however well they guess.
pub fn made_of(purpose: &str, space: &Space, parts: &[&str]) -> Id {
    let key = SpaceKey(space.key).naming();
    let whole = blake3::keyed_hash(&key, &encode(&(purpose, parts)));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&whole.as_bytes()[..16]);
    Id::new_v8(bytes)
}
