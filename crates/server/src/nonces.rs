//! The requests that were seen, so that none is done twice.
//!
//! Each device has a number of nonces of its own, and a time before which it cannot have sent
//! anything new, so no device uses up another's. If there are too many devices, the one inactive
//! for longest is forgotten. A restart forgets all, and another server on the same database knows
//! none of them. This is safe: every call may be repeated without harm, and a replay gains only
//! sealed data.

use std::sync::{Mutex, PoisonError};

use wire::Refusal;
use wire::request::{Proof, TOLERANCE};

use crate::recent::Recent;

/// Most devices that are remembered; each takes about 500 bytes.
const DEVICES: usize = 60_000;
/// Nonces remembered for each device: more than it has requests under way.
const REQUESTS: usize = 16;

/// A device's signing key. No other device can make a request in its name.
type Key = [u8; 32];

/// The nonces seen.
#[derive(Debug)]
pub struct Nonces(Mutex<Recent<Key, Seen>>);

/// What a device has sent.
#[derive(Debug, Default)]
struct Seen {
    /// A request up to this time may have been seen and forgotten.
    floor: u64,
    /// The times and nonces of later requests.
    later: Vec<(u64, [u8; 16])>,
}

impl Default for Nonces {
    fn default() -> Self {
        Self(Mutex::new(Recent::new(DEVICES)))
    }
}

impl Nonces {
    /// Remembers a request with a valid signature and time, or refuses it as a replay.
    pub fn note(&self, key: Key, proof: &Proof, now: u64) -> Result<(), Refusal> {
        let mut devices = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        devices.entry(key).note(proof, now)
    }
}

impl Seen {
    fn note(&mut self, proof: &Proof, now: u64) -> Result<(), Refusal> {
        let request = (proof.time, proof.nonce);
        if (self.floor > 0 && proof.time <= self.floor) || self.later.contains(&request) {
            return Err(Refusal::Replayed);
        }
        self.later.retain(|(time, _)| time.saturating_add(TOLERANCE) >= now);
        self.later.push(request);
        if self.later.len() > REQUESTS {
            self.forget_the_first();
        }
        Ok(())
    }

    /// Forgets the earliest nonces, unless all are of the same moment.
    fn forget_the_first(&mut self) {
        let times = self.later.iter().map(|(time, _)| *time);
        let (first, last) = (times.clone().min(), times.max());
        if let Some(first) = first.filter(|_| first < last) {
            self.floor = first;
            self.later.retain(|(time, _)| *time > first);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wire::DeviceKey;

    use super::*;

    const MINUTE: u64 = 60_000;
    const AISHA: Key = [1; 32];

    fn proof(time: u64, number: u64) -> Proof {
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&number.to_le_bytes());
        let mut proof =
            Proof::new(&DeviceKey::from_bytes(&[1; 32]), Uuid::nil(), "", b"", 0, nonce);
        proof.time = time;
        proof
    }

    fn key(number: u64) -> Key {
        let mut key = [9; 32];
        key[..8].copy_from_slice(&number.to_le_bytes());
        key
    }

    #[test]
    fn a_request_is_remembered_as_long_as_its_time_is_accepted() {
        let (nonces, sent) = (Nonces::default(), 100 * MINUTE + 7);
        assert_eq!(nonces.note(AISHA, &proof(sent, 1), sent), Ok(()));
        for now in [sent - TOLERANCE, sent, sent + TOLERANCE] {
            assert_eq!(nonces.note(AISHA, &proof(sent, 1), now), Err(Refusal::Replayed));
        }
    }

    #[test]
    fn what_is_forgotten_is_refused_as_well() {
        let (nonces, sent) = (Nonces::default(), 100 * MINUTE);
        for number in 0..100 {
            assert_eq!(nonces.note(AISHA, &proof(sent + number, number), sent), Ok(()));
        }
        for number in 0..100 {
            let again = nonces.note(AISHA, &proof(sent + number, number), sent);
            assert_eq!(again, Err(Refusal::Replayed), "{number}");
        }
    }

    #[test]
    fn requests_that_overtake_each_other_are_all_let_through() {
        let (nonces, sent) = (Nonces::default(), 100 * MINUTE);
        for number in (0..400).map(|it| it ^ 7) {
            assert_eq!(nonces.note(AISHA, &proof(sent + number, number), sent), Ok(()));
        }
    }

    #[test]
    fn as_many_as_there_are_may_be_of_one_moment() {
        let nonces = Nonces::default();
        assert!((0..500).all(|number| nonces.note(AISHA, &proof(7, number), 7).is_ok()));
        assert!((0..500).all(|number| nonces.note(AISHA, &proof(7, number), 7).is_err()));
    }

    #[test]
    fn a_crowd_that_asks_without_end_is_let_through_and_uses_up_nobody_elses_memory() {
        let nonces = Nonces::default();
        assert_eq!(nonces.note(AISHA, &proof(MINUTE, 0), MINUTE), Ok(()));
        let mut wait = proof(0, 0);
        // Twenty thousand that wait, 25 s at a time, for ten minutes.
        for round in 0..24 {
            wait.time = MINUTE + round * 25_000;
            for device in 0..20_000 {
                assert_eq!(nonces.note(key(device), &wait, wait.time), Ok(()));
            }
        }
        let seen = nonces.0.lock().unwrap();
        assert!(seen.get(&AISHA).is_some());
        assert!(seen.get(&key(0)).is_some_and(|it| it.later.len() <= REQUESTS));
    }
}
