//! The id of a new record.

use domain::Id;

use crate::kit::browser::window;
use crate::kit::clock;

/// The id of a new record: a UUID of version 7, whose first 48 bits are the time, so that records
/// sort in the order they were made.
pub fn new_id() -> Id {
    let mut bytes = [0; 16];
    if let Ok(crypto) = window().crypto() {
        // Without random numbers the id is the time alone; a browser always has some.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let millis = clock::now().timestamp_millis().to_be_bytes();
    bytes[..6].copy_from_slice(&millis[2..]);
    bytes[6] = bytes[6] & 0x0f | 0x70;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Id::from_bytes(bytes)
}
