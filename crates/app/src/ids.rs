//! Ids that two devices derive independently.

use domain::Id;
use store::Space;
use wire::{SpaceKey, encode};

/// The id that every device of a space derives from the same parts. Without the space's key the
/// parts can't be guessed from it.
pub fn made_of(purpose: &str, space: &Space, parts: &[&str]) -> Id {
    let key = SpaceKey(space.key).naming();
    let whole = blake3::keyed_hash(&key, &encode(&(purpose, parts)));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&whole.as_bytes()[..16]);
    Id::new_v8(bytes)
}
