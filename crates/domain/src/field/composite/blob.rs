//! A reference to a file whose bytes are kept beside the log.

use serde_json::Value;

use crate::field::value::{line, unless};
use crate::issue::Problem;

/// The key of the BLAKE3 hash of the bytes, in hexadecimal digits.
pub const HASH: &str = "hash";
/// The key of the file's name.
pub const NAME: &str = "name";
/// The key of its media type, such as `image/jpeg`.
pub const MEDIA: &str = "media";
/// The key of its size in bytes.
pub const SIZE: &str = "size";
/// Most bytes of a file.
pub const BLOB_LIMIT: u64 = 25_000_000;

/// What is wrong with a reference.
pub fn blob(value: &Value) -> Option<Problem> {
    let hex =
        |it: &str| it.len() == 64 && it.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    let sized = value[SIZE].as_u64().is_some_and(|it| it <= BLOB_LIMIT);
    let named = line(&value[NAME]).or_else(|| line(&value[MEDIA]));
    let media = value[MEDIA].as_str().is_some_and(|it| it.contains('/'));
    let sound = value[HASH].as_str().is_some_and(hex) && media && sized;
    named.or_else(|| unless(sound, Problem::WrongType))
}
