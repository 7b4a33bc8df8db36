//! How much the server takes on: requests of one device and of one address, bytes
//! in memory, connections, waits. Beyond it, callers are told to come back later.

use std::hash::Hash;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use wire::Refusal;

use crate::Host;
use crate::storage::Quota as SpaceQuota;

/// Most callers remembered at a time, about 10 MB.
const CALLERS: usize = 100_000;
/// How long to stay away when there is no room, in milliseconds.
pub const PAUSE: u64 = 1_000;

/// What the server takes on at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Requests of one device.
    pub device: Rate,
    /// Requests from one address; all of an office may share one.
    pub address: Rate,
    /// Spaces that are founded from one address in an hour; 0 for no limit.
    pub foundings: u32,
    /// What a space may hold.
    pub quota: SpaceQuota,
    /// Trusted proxies.
    pub proxies: Vec<IpAddr>,
    /// Connections at a time; more wait in the system's queue.
    pub connections: usize,
    /// Of those, from one address that is no proxy of ours.
    pub address_connections: usize,
    /// Waits at a time.
    pub waits: usize,
    /// Bytes of requests' bodies in memory at a time, and as many of answers.
    pub bytes: usize,
    /// How long 64 KiB of a body or an answer may be on their way.
    pub patience: Duration,
}

/// How many requests a caller may make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// In the long run; 0 for no limit.
    pub per_second: u32,
    /// At once, after a pause.
    pub burst: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            device: Rate { per_second: 20, burst: 400 },
            address: Rate { per_second: 400, burst: 8_000 },
            foundings: 60,
            quota: SpaceQuota::default(),
            proxies: vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
            connections: 20_000,
            waits: 20_000,
            address_connections: 1_000,
            bytes: 128 << 20,
            patience: Duration::from_secs(20),
        }
    }
}

impl Limits {
    /// The same without a limit on requests.
    #[must_use]
    pub fn at_any_rate(self) -> Self {
        let any = Rate { per_second: 0, burst: 0 };
        Self { device: any, address: any, foundings: 0, ..self }
    }
}

/// Counts the requests of each caller.
#[derive(Debug)]
pub struct Gate<K: Hash + Eq + Clone>(Option<DefaultKeyedRateLimiter<K>>);

impl<K: Hash + Eq + Clone> Gate<K> {
    /// A gate that lets so many through.
    pub fn new(rate: Rate) -> Self {
        let quota = NonZeroU32::new(rate.per_second).map(Quota::per_second);
        let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
        Self(quota.map(|quota| RateLimiter::keyed(quota.allow_burst(burst))))
    }

    /// A gate that lets so many through an hour, all at once if they like.
    pub fn hourly(most: u32) -> Self {
        Self(NonZeroU32::new(most).map(|most| RateLimiter::keyed(Quota::per_hour(most))))
    }

    /// Lets a caller through, or says when to come back.
    pub fn pass(&self, caller: &K, host: &Host) -> Result<(), Refusal> {
        let Some(limiter) = &self.0 else { return Ok(()) };
        if limiter.len() >= CALLERS {
            limiter.retain_recent();
        }
        if limiter.len() >= CALLERS {
            return Err(Refusal::Busy { millis: host.about(PAUSE) });
        }
        limiter.check_key(caller).map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now()).as_millis();
            let millis = u64::try_from(wait).unwrap_or(u64::MAX).max(PAUSE);
            Refusal::Busy { millis: host.about(millis) }
        })
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        if let Some(limiter) = &self.0 {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up() {
        let (gate, host) = (Gate::new(Rate { per_second: 1, burst: 3 }), Host::default());
        assert!((0..3).all(|_| gate.pass(&1, &host).is_ok()));
        let Err(Refusal::Busy { millis }) = gate.pass(&1, &host) else { panic!("let through") };
        assert!((1_000..=1_500).contains(&millis), "{millis}");
        assert_eq!(gate.pass(&2, &host), Ok(()));
    }

    #[test]
    fn a_rate_of_nought_lets_everybody_through() {
        let gate = Gate::new(Rate { per_second: 0, burst: 0 });
        assert!((0..1_000).all(|_| gate.pass(&1, &Host::default()).is_ok()));
    }

    #[test]
    fn callers_that_are_remembered_are_bounded() {
        let (gate, host) = (Gate::new(Rate { per_second: 1, burst: 2 }), Host::default());
        let refused = (0..CALLERS + 9).filter(|caller| gate.pass(caller, &host).is_err()).count();
        assert!(refused > 0);
        assert!(gate.0.unwrap().len() <= CALLERS);
    }
}
