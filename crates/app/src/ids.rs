//! Ids that two devices must arrive at without asking each other.

use domain::Id;

/// The id that whoever makes it of the same parts in the same space arrives at.
pub fn made_of(purpose: &str, space: Id, parts: &[&str]) -> Id {
    let whole = [&[purpose, &space.to_string()], parts].concat().join("\u{1f}");
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&blake3::hash(whole.as_bytes()).as_bytes()[..16]);
    Id::new_v8(bytes)
}
