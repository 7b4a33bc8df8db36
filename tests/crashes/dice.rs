//! Luck. The seed is printed, so that what failed can be tried again with `BOMILJO_SEED`.

use std::cell::Cell;
use std::time::Duration;

/// A generator of numbers (Steele, Lea and Flood's `SplitMix64`).
pub struct Dice(Cell<u64>);

impl Dice {
    /// Luck of today.
    pub fn new() -> Self {
        let asked = std::env::var("BOMILJO_SEED").ok().and_then(|it| it.parse().ok());
        let seed = asked.unwrap_or_else(|| app::Host::default().now());
        eprintln!("BOMILJO_SEED={seed}");
        Self(Cell::new(seed))
    }

    /// A number below `end`.
    pub fn below(&self, end: u64) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// A while below `end`.
    pub fn shorter_than(&self, end: Duration) -> Duration {
        let micros = u64::try_from(end.as_micros()).unwrap();
        Duration::from_micros(self.below(micros.max(1)))
    }
}
