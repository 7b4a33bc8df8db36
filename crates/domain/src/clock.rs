//! The hybrid logical clock. It orders concurrent edits and nothing else. The time of an event in
//! the world is an ordinary field.
//!
//! After Kulkarni et al., "Logical Physical Clocks" (2014): 48 bits of milliseconds since 1970 and
//! a 16-bit counter.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How far another device may be ahead before its clock is ignored, in milliseconds.
const DRIFT_LIMIT: u64 = 60 * 60 * 1000;

/// 1 January 2024, in milliseconds since 1970. A wall clock that shows less is wrong, because no
/// change is older.
const BEGINNING: u64 = 1_704_067_200_000;

/// A point in logical time, comparable across devices.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Clock(pub u64);

impl Clock {
    /// The clock of a wall time, in milliseconds since 1970.
    pub const fn at(millis: u64) -> Self {
        Self((millis & 0xffff_ffff_ffff) << 16)
    }

    /// Milliseconds since 1970.
    pub const fn millis(self) -> u64 {
        self.0 >> 16
    }

    /// The wall time of the device that made it.
    pub fn moment(self) -> DateTime<Utc> {
        let millis = i64::try_from(self.millis()).unwrap_or(i64::MAX);
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }

    /// The next clock after `self` at wall time `now`: never backwards, never twice the same.
    #[must_use]
    pub const fn next(self, now: u64) -> Self {
        let wall = Self::at(now);
        if wall.0 > self.0 { wall } else { Self(self.0.saturating_add(1)) }
    }

    /// `self` after hearing of `other` at wall time `now`. An `other` that is more than an hour
    /// ahead is ignored, so that a phone set to 2090 does not move other clocks.
    #[must_use]
    pub fn hear(self, other: Self, now: u64) -> Self {
        if other.is_far_ahead(now) { self } else { self.max(other) }
    }

    /// `self`, the latest clock heard of, after our own `last` clock, at wall time `now`. `last` is
    /// ignored if our wall clock was wrong then. Edits that saw that change still come after it, by
    /// their bases.
    #[must_use]
    pub fn resume(self, last: Self, now: u64) -> Self {
        if last.was_wrong(self, now) { self } else { self.max(last) }
    }

    /// Whether our wall clock was wrong when it gave this clock, and is right now: the clocks
    /// `heard` of others agree with `now`.
    pub const fn was_wrong(self, heard: Self, now: u64) -> bool {
        self.is_far_ahead(now) && !heard.is_far_ahead(now) && now >= BEGINNING
    }

    /// Whether it is ahead of wall time `now` by more than `DRIFT_LIMIT`.
    pub const fn is_far_ahead(self, now: u64) -> bool {
        self.millis() > now.saturating_add(DRIFT_LIMIT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_never_goes_backwards_when_the_wall_clock_does() {
        let late = Clock::default().next(2_000);
        assert!(late.next(1_000) > late);
        assert!(late.next(2_000) > late);
        assert_eq!(late.next(3_000).millis(), 3_000);
    }

    #[test]
    fn a_device_whose_clock_was_ahead_comes_back_and_one_whose_clock_fell_back_goes_on() {
        let (now, decade) = (1_790_000_000_000, 315_360_000_000);
        let (heard, ahead) = (Clock::at(now - 5_000), Clock::at(now + decade));
        assert_eq!(heard.resume(ahead, now), heard);
        assert_eq!(Clock::default().resume(ahead, now), Clock::default());
        assert_eq!(heard.resume(Clock::at(now + 1), now), Clock::at(now + 1));
        let last = Clock::at(now);
        assert_eq!(heard.resume(last, now - decade), last, "others say that it is later");
        assert_eq!(Clock::default().resume(last, 1_000), last, "it can't be 1970");
    }

    #[test]
    fn a_phone_set_to_the_year_2090_pulls_nobody_along() {
        let now = 1_700_000_000_000;
        let ours = Clock::at(now);
        assert_eq!(ours.hear(Clock::at(3_786_912_000_000), now), ours);
        assert_eq!(ours.hear(Clock::at(now + 1_000), now), Clock::at(now + 1_000));
    }
}
