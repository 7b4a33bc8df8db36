//! Ids that two devices derive independently.

use domain::kind::Identity;
use domain::{Body, Id, Kind};
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

/// The id that is derived from two others.
pub fn made_of_two(purpose: &str, space: &Space, parts: [Id; 2]) -> Id {
    let [first, second] = parts.map(|it| it.to_string());
    made_of(purpose, space, &[&first, &second])
}

/// The id of the record that has those values, where its kind derives ids from them; none while one
/// of the values is missing.
pub fn of_values(kind: &Kind, space: &Space, values: &Body) -> Option<Id> {
    let Identity::Of(fields) = kind.identity else { return None };
    let value = |field: &&str| {
        let value = values.get(*field)?.as_str()?;
        // An id may be spelt in several ways.
        Some(value.parse().map_or_else(|_| value.to_owned(), |it: Id| it.to_string()))
    };
    let parts = fields.iter().map(value).collect::<Option<Vec<String>>>()?;
    Some(made_of(kind.name, space, &parts.iter().map(String::as_str).collect::<Vec<_>>()))
}
