//! Luck from a seed: everything that happens by chance in a simulated world or a chaos story is drawn
//! here, so that a seed can be tried again.

/// A small generator (SplitMix64): the same seed gives the same numbers everywhere.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as the seed says.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when there is none.
    #[allow(clippy::cast_possible_truncation, reason = "below a usize")]
    pub const fn below(&mut self, end: usize) -> usize {
        (self.roll() % if end == 0 { 1 } else { end as u64 }) as usize
    }

    /// A number from `least` to `most`.
    pub const fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True once in so many times.
    pub const fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// Sixteen bytes.
    pub fn bytes(&mut self) -> [u8; 16] {
        (u128::from(self.roll()) << 64 | u128::from(self.roll())).to_be_bytes()
    }
}
