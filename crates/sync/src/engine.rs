//! When to push, pull and wait: a state machine without I/O, clock or
//! randomness, so that it runs on a thread, in a Web Worker and in a simulator.
//!
//! One request is under way at a time. Everything of ours is pushed before
//! anything is pulled, and a wait is broken off as soon as there is something to do.

use rand_core::Rng;

use crate::wire::PAGE_LIMIT;

/// First delay after a failure, in milliseconds; it doubles, up to [`LONGEST`].
const SHORTEST: u64 = 1_000;
/// Longest delay after a failure, in milliseconds.
const LONGEST: u64 = 60_000;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A save, the network or a person asks to talk to the server now.
    Wanted,
    /// A push was stored; whether more of ours waits.
    Pushed {
        /// Whether it does.
        more: bool,
    },
    /// A page was applied, and where that leaves us.
    Pulled {
        /// The position we have reached.
        next: u64,
        /// The last position there is.
        head: u64,
    },
    /// A wait ended with news.
    News {
        /// The last position there is.
        head: u64,
    },
    /// A request failed.
    Failed(Failure),
    /// The pause is over.
    Rested,
    /// The server has lost what it had: begin anew, with everything of ours.
    StartedOver,
}

/// How a request failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No answer: offline, cut off, timed out.
    Offline,
    /// Too large, or too slow for its size.
    TooLarge,
    /// Told to wait so many milliseconds.
    Busy(u64),
    /// Refused for a reason that repeating doesn't mend.
    Refused,
}

/// Something to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Push what waits, at most so many changes.
    Push {
        /// How many.
        limit: usize,
    },
    /// Pull and apply what came after our position.
    Pull {
        /// Our position.
        after: u64,
        /// How many.
        limit: usize,
    },
    /// Wait for news after our position, until something is wanted.
    Wait {
        /// Our position.
        after: u64,
    },
    /// Pause so long, in milliseconds, or until something is wanted.
    Rest {
        /// How long.
        millis: u64,
    },
}

/// Where one space stands.
#[derive(Debug, Clone)]
pub struct Engine {
    cursor: u64,
    limit: usize,
    failures: u32,
    /// What the request under way is; a push is owed when one was wanted meanwhile.
    doing: Doing,
    owed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Pushing,
    Pulling,
    Idling,
}

impl Engine {
    /// An engine that has applied everything up to `cursor`.
    pub const fn new(cursor: u64) -> Self {
        Self { cursor, limit: PAGE_LIMIT, failures: 0, doing: Doing::Nothing, owed: false }
    }

    /// Whether everything of ours was sent and everything known was fetched.
    pub fn is_idle(&self) -> bool {
        self.doing == Doing::Idling && self.failures == 0
    }

    /// Takes in what happened; tells what to do next, if anything.
    pub fn step(&mut self, event: Event, rng: &mut impl Rng) -> Option<Effect> {
        match event {
            Event::Wanted => self.wanted(),
            Event::Rested => Some(self.push()),
            Event::StartedOver => {
                self.cursor = 0;
                Some(self.push())
            }
            Event::Pushed { more } => {
                self.went_well();
                Some(if more { self.push() } else { self.pull() })
            }
            Event::Pulled { next, head } => Some(self.pulled(next, head)),
            Event::News { head } => {
                Some(if head == self.cursor { self.wait() } else { self.pull() })
            }
            Event::Failed(failure) => Some(self.failed(failure, rng)),
        }
    }

    fn wanted(&mut self) -> Option<Effect> {
        if matches!(self.doing, Doing::Nothing | Doing::Idling) {
            return Some(self.push());
        }
        self.owed = true;
        None
    }

    /// A page that was halved grows again, so that one bad hour doesn't slow a device for good.
    fn went_well(&mut self) {
        self.failures = 0;
        self.limit = (self.limit * 2).min(PAGE_LIMIT);
    }

    fn pulled(&mut self, next: u64, head: u64) -> Effect {
        self.went_well();
        // A position that doesn't move although more is promised would be asked for for ever.
        let stuck = next == self.cursor;
        self.cursor = next;
        match next < head && !stuck {
            true => self.pull(),
            false if self.owed => self.push(),
            false => self.wait(),
        }
    }

    fn failed(&mut self, failure: Failure, rng: &mut impl Rng) -> Effect {
        self.failures = self.failures.saturating_add(1);
        if failure == Failure::TooLarge {
            self.limit = (self.limit / 2).max(1);
        }
        self.doing = Doing::Idling;
        Effect::Rest { millis: self.pause(failure, rng) }
    }

    /// Full jitter: anywhere up to a delay that doubles, so that devices that lost
    /// the server together don't return together.
    fn pause(&self, failure: Failure, rng: &mut impl Rng) -> u64 {
        let longest = SHORTEST.saturating_mul(1 << self.failures.min(10)).min(LONGEST);
        let jitter = rng.next_u64() % longest;
        match failure {
            Failure::Busy(millis) => millis.min(LONGEST) + jitter,
            Failure::TooLarge => jitter.min(SHORTEST),
            Failure::Refused => LONGEST / 2 + jitter,
            Failure::Offline => jitter,
        }
    }

    fn push(&mut self) -> Effect {
        (self.doing, self.owed) = (Doing::Pushing, false);
        Effect::Push { limit: self.limit }
    }

    fn pull(&mut self) -> Effect {
        self.doing = Doing::Pulling;
        Effect::Pull { after: self.cursor, limit: self.limit }
    }

    fn wait(&mut self) -> Effect {
        self.doing = Doing::Idling;
        Effect::Wait { after: self.cursor }
    }
}
