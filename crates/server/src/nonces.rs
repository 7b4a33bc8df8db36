//! The requests that were seen, so that none is done twice.
//!
//! Kept by the minute of the request's own, signed time, until that is too old to
//! be accepted anyway. A restart forgets them, and another server over the same
//! database doesn't know them; every call may be repeated without harm, so that a
//! replay gains nothing but sealed data.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};

use sync::request::{Proof, TOLERANCE};
use sync::wire::Refusal;

const MINUTE: u64 = 60_000;
/// Most requests remembered, about 10 MB; rather than forget one, the server is busy.
const MOST: usize = 200_000;

type Nonce = [u8; 16];

/// The nonces seen within the window.
#[derive(Debug, Default)]
pub struct Nonces(Mutex<BTreeMap<u64, HashSet<Nonce>>>);

impl Nonces {
    /// Remembers a request whose signature and time are good, or refuses to see it again.
    pub fn note(&self, proof: &Proof, now: u64) -> Result<(), Refusal> {
        let mut minutes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = now.saturating_sub(TOLERANCE) / MINUTE;
        *minutes = minutes.split_off(&oldest);
        if minutes.values().map(HashSet::len).sum::<usize>() >= MOST {
            return Err(Refusal::Busy { millis: MINUTE });
        }
        let new = minutes.entry(proof.time / MINUTE).or_default().insert(proof.nonce);
        if new { Ok(()) } else { Err(Refusal::Replayed) }
    }
}

#[cfg(test)]
mod tests {
    use sync::DeviceKey;
    use uuid::Uuid;

    use super::*;

    fn proof(time: u64, number: u64) -> Proof {
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&number.to_le_bytes());
        let mut proof =
            Proof::new(&DeviceKey::from_bytes(&[1; 32]), Uuid::nil(), "", b"", 0, nonce);
        proof.time = time;
        proof
    }

    #[test]
    fn a_request_is_remembered_as_long_as_its_time_is_accepted() {
        let (nonces, sent) = (Nonces::default(), 100 * MINUTE + 7);
        assert_eq!(nonces.note(&proof(sent, 1), sent), Ok(()));
        for now in [sent - TOLERANCE, sent, sent + TOLERANCE] {
            assert_eq!(nonces.note(&proof(sent, 1), now), Err(Refusal::Replayed));
        }
    }

    #[test]
    fn memory_is_bounded_and_comes_back() {
        let nonces = Nonces::default();
        let mut one = proof(0, 0);
        for number in 0..MOST as u64 {
            one.nonce[..8].copy_from_slice(&number.to_le_bytes());
            assert_eq!(nonces.note(&one, 0), Ok(()));
        }
        assert!(matches!(nonces.note(&proof(0, u64::MAX), 0), Err(Refusal::Busy { .. })));
        let later = TOLERANCE + 2 * MINUTE;
        assert_eq!(nonces.note(&proof(later, 0), later), Ok(()));
    }
}
