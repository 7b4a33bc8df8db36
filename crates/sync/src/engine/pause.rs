//! How long the engine pauses. Whatever fails, attempts begin at least [`APART`] after each other.
//! An attempt is a push and a pull, so there are at most ten requests in ten seconds.

use rand_core::Rng;

use super::Failure;

/// The least time between the beginnings of two attempts, in milliseconds.
pub const APART: u64 = 2_600;
/// How long a save waits for others that follow closely, in milliseconds.
pub const GATHERING: u64 = 100;
/// The shortest pause after a first failure, in milliseconds; it doubles, up to half of [`LONGEST`].
const SHORTEST: u64 = APART;
/// The longest pause after a failure, in milliseconds, whatever a server asks for; jitter is added.
const LONGEST: u64 = 60_000;

/// The pause after a number of failures in a row, in milliseconds. Half of it is jitter, so that
/// devices that lost the server together don't return together.
pub fn after(failure: Failure, failures: u32, rng: &mut impl Rng) -> u64 {
    let doubled = SHORTEST.saturating_mul(1 << failures.saturating_sub(1).min(10));
    let least = doubled.min(LONGEST / 2);
    let jitter = rng.next_u64() % least;
    match failure {
        Failure::Busy(millis) => millis.clamp(APART, LONGEST) + jitter,
        Failure::Refused => LONGEST / 2 + jitter,
        Failure::Offline | Failure::Damaged | Failure::TooLarge => least + jitter,
    }
}

/// The pause before a smaller page is tried, in milliseconds.
pub fn before_less(rng: &mut impl Rng) -> u64 {
    SHORTEST + rng.next_u64() % (SHORTEST / 5)
}
