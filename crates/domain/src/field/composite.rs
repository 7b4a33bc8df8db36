//! Values that are made of several parts: texts in several languages, hours of the week, steps, agenda
//! lines, from–to, files.

mod blob;
mod hours;
mod lines;
mod period;
mod texts;

use serde_json::Value;

pub use blob::{BLOB_LIMIT, HASH, MEDIA, NAME, SIZE};
pub use hours::{DAY, Span, spans};
pub use lines::{DONE, ID, RECORD};
pub use period::Precision;
pub use texts::{LANGUAGE, in_language, pick};

pub(super) use blob::blob;
pub(super) use hours::hours;
pub(super) use lines::{agenda, steps};
pub(super) use period::period;
pub(super) use texts::texts;

use crate::field::value::{LIST_LIMIT, elements};

/// The key of a text.
pub const TEXT: &str = "text";
/// The key of the beginning of something.
pub const FROM: &str = "from";
/// The key of its end.
pub const TO: &str = "to";

/// Whether no two elements share that part.
pub(crate) fn are_apart(value: &Value, key: &str) -> bool {
    let mut parts: Vec<_> = elements(value).map(|it| it[key].to_string()).collect();
    parts.sort_unstable();
    parts.len() <= LIST_LIMIT && parts.windows(2).all(|it| it[0] != it[1])
}

/// The elements without those that share that part with an earlier one.
pub(crate) fn told_apart(value: &Value, key: &str) -> Value {
    let mut kept: Vec<&Value> = Vec::new();
    for element in elements(value) {
        if kept.iter().all(|it| it[key] != element[key]) {
            kept.push(element);
        }
    }
    kept.into_iter().cloned().collect()
}
