//! When to push, pull and wait: a state machine without I/O, clock or
//! randomness, so that it runs on a thread, in a Web Worker and in a simulator.
//!
//! One request is under way at a time. What is ours is pushed before anything is pulled,
//! also between two pages, and a wait is broken off as soon as there is something to do. A
//! push that is refused for good doesn't keep a device from learning what others did.

use bugs::Bug;
use rand_core::Rng;

use crate::wire::PAGE_LIMIT;

/// First delay after a failure, in milliseconds; it doubles, up to [`LONGEST`].
const SHORTEST: u64 = 1_000;
/// Longest delay after a failure, in milliseconds.
const LONGEST: u64 = 60_000;
/// How long a save waits for those that follow it closely, in milliseconds.
const GATHERING: u64 = 100;

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
    /// A part of a snapshot was applied.
    Fetched {
        /// Where that leaves us: the snapshot's position after its last part, else where we were.
        cursor: u64,
        /// Whether there are further parts.
        more: bool,
    },
    /// There is no snapshot.
    NoSnapshot,
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
    /// The server has changes in our name that differ from those pushed: see which, then push.
    Overtaken,
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
    /// Fetch and apply the next part of the newest snapshot.
    Fetch,
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
    /// Pause so long, in milliseconds, whatever is wanted.
    Hold {
        /// How long.
        millis: u64,
    },
}

/// Where one space stands.
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
#[derive(Debug, Clone)]
pub struct Engine {
    cursor: u64,
    limit: usize,
    failures: u32,
    doing: Doing,
    /// Something was saved while a request was under way.
    owed: bool,
    /// The last push was refused for a reason that repeating doesn't mend.
    blocked: bool,
    /// The last push was overtaken, and nothing was fetched since.
    overtaken: bool,
    /// Nothing was fetched yet but parts of a snapshot.
    fresh: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Pushing,
    Fetching,
    Pulling,
    Waiting,
    Resting,
}

impl Engine {
    /// An engine that has applied everything up to `cursor`.
    pub const fn new(cursor: u64) -> Self {
        Self {
            cursor,
            limit: PAGE_LIMIT,
            failures: 0,
            doing: Doing::Nothing,
            owed: false,
            blocked: false,
            overtaken: false,
            fresh: false,
        }
    }

    /// An engine on a device that has nothing yet, and so begins with a snapshot if there is one.
    pub const fn fresh() -> Self {
        Self { fresh: true, ..Self::new(0) }
    }

    /// Takes in what happened; tells what to do next, if anything.
    pub fn step(&mut self, event: Event, rng: &mut impl Rng) -> Option<Effect> {
        Some(match event {
            Event::Wanted => return self.wanted(),
            Event::Rested => self.push(),
            Event::StartedOver => {
                (self.cursor, self.fresh) = (0, false);
                self.push()
            }
            Event::Overtaken => self.overtaken(rng),
            Event::Pushed { more } => {
                self.went_well();
                if more { self.push() } else { self.pull() }
            }
            Event::Pulled { next, head } => self.pulled(next, head, rng),
            Event::Fetched { cursor, more } => self.fetched(cursor, more),
            Event::NoSnapshot => self.without_snapshot(),
            Event::News { head } => self.heard(head),
            Event::Failed(failure) => self.failed(failure, rng),
        })
    }

    /// Somebody asks, or the network has come back: what failed before says nothing about now, and
    /// should it fail once more, the next try comes soon.
    pub const fn forget_failures(&mut self) {
        self.failures = 0;
    }

    /// Something was saved, or is wanted, while a request was under way.
    pub fn owe(&mut self) {
        self.owed = !bugs::lives(Bug::SaveForgotten);
    }

    fn wanted(&mut self) -> Option<Effect> {
        match self.doing {
            Doing::Nothing | Doing::Resting => Some(self.push()),
            Doing::Waiting => Some(self.hold(GATHERING)),
            Doing::Pushing | Doing::Fetching | Doing::Pulling => {
                self.owe();
                None
            }
        }
    }

    /// A page that was halved grows again, so that one bad hour doesn't slow a device for good.
    fn went_well(&mut self) {
        self.failures = 0;
        self.limit = (self.limit * 2).min(PAGE_LIMIT);
    }

    fn pulled(&mut self, next: u64, head: u64, rng: &mut impl Rng) -> Effect {
        self.went_well();
        // A position that doesn't move although more is promised would be asked for for ever.
        let stuck = next <= self.cursor;
        self.overtaken &= stuck;
        self.cursor = next;
        match next < head && !stuck {
            _ if self.owed => self.push(),
            true => self.pull(),
            false if self.blocked => self.rest(self.pause(Failure::Refused, rng)),
            false => self.wait(),
        }
    }

    fn fetched(&mut self, cursor: u64, more: bool) -> Effect {
        self.went_well();
        (self.cursor, self.fresh) = (cursor, more);
        if self.owed { self.push() } else { self.pull() }
    }

    /// Everything comes change by change, as it does without snapshots.
    fn without_snapshot(&mut self) -> Effect {
        self.fresh = false;
        self.pull()
    }

    fn heard(&mut self, head: u64) -> Effect {
        match head == self.cursor {
            _ if self.owed => self.push(),
            true => self.wait(),
            false => self.pull(),
        }
    }

    fn overtaken(&mut self, rng: &mut impl Rng) -> Effect {
        if self.overtaken {
            return self.failed(Failure::Refused, rng);
        }
        (self.overtaken, self.owed) = (true, true);
        self.pull()
    }

    fn failed(&mut self, failure: Failure, rng: &mut impl Rng) -> Effect {
        self.failures = self.failures.saturating_add(1);
        let hopeless = failure == Failure::Refused || self.limit == 1;
        if self.doing == Doing::Pushing && hopeless && failure.is_about_content() {
            self.blocked = true;
            return self.pull();
        }
        if self.doing == Doing::Fetching && failure.is_about_content() {
            return self.without_snapshot();
        }
        if failure == Failure::TooLarge && !bugs::lives(Bug::PageNotHalved) {
            self.limit = (self.limit / 2).max(1);
        }
        let millis = self.pause(failure, rng);
        match failure {
            Failure::Busy(_) => self.hold(millis),
            _ => self.rest(millis),
        }
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
        (self.doing, self.owed, self.blocked) = (Doing::Pushing, false, false);
        Effect::Push { limit: self.limit }
    }

    fn pull(&mut self) -> Effect {
        if self.fresh {
            self.doing = Doing::Fetching;
            return Effect::Fetch;
        }
        self.doing = Doing::Pulling;
        Effect::Pull { after: self.cursor, limit: self.limit }
    }

    fn wait(&mut self) -> Effect {
        self.doing = Doing::Waiting;
        Effect::Wait { after: self.cursor }
    }

    fn rest(&mut self, millis: u64) -> Effect {
        self.doing = Doing::Resting;
        Effect::Rest { millis }
    }

    fn hold(&mut self, millis: u64) -> Effect {
        self.doing = Doing::Resting;
        Effect::Hold { millis }
    }
}

impl Failure {
    /// Whether it may be about what was sent or fetched, so that repeating it won't do.
    const fn is_about_content(self) -> bool {
        matches!(self, Self::TooLarge | Self::Refused)
    }
}
