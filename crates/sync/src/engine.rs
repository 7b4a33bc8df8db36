//! When to push, pull and wait: a state machine without I/O, clock or
//! randomness, so that it runs on a thread, in a Web Worker and in a simulator.
//!
//! One request is under way at a time. What is ours is pushed before anything is pulled,
//! also between two pages, and a wait is broken off as soon as there is something to do. A
//! push that is refused for good doesn't keep a device from learning what others did.
//!
//! Nothing is repeated at once: after a failure there is a pause, also when a proxy answers a
//! wait before its time or a server promises more than it gives.

mod event;
mod pause;
mod restarts;

use rand_core::Rng;
use uuid::Uuid;

use pause::{APART, GATHERING};
use restarts::Restarts;
use wire::PAGE_LIMIT;

pub use event::{Effect, Event, Failure};

/// How often in a row something must come damaged until that is told.
const TRIES: u32 = 3;

/// Where one space stands.
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
#[derive(Debug, Clone)]
pub struct Engine {
    cursor: u64,
    /// Most changes of a page that is pushed.
    push_limit: usize,
    /// Most changes of a page that is pulled.
    pull_limit: usize,
    failures: u32,
    /// How often in a row what came was damaged.
    damaged: u32,
    /// How often in a row a wait ended too early, or with news that there were not.
    in_vain: u32,
    doing: Doing,
    /// When the last attempt or wait began.
    began: u64,
    restarts: Restarts,
    /// Something was saved while a request was under way.
    owed: bool,
    /// The last push was refused for a reason that repeating doesn't mend.
    blocked: bool,
    /// The last push was overtaken, and nothing was fetched since.
    overtaken: bool,
    /// The server lacked earlier changes of ours, and none was stored since.
    rewound: bool,
    /// There were news, and nothing was fetched since.
    alerted: bool,
    /// A pull is to be tried again; what was pushed before it needn't be.
    pull_again: bool,
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
    pub fn new(cursor: u64) -> Self {
        Self {
            cursor,
            push_limit: PAGE_LIMIT,
            pull_limit: PAGE_LIMIT,
            failures: 0,
            damaged: 0,
            in_vain: 0,
            doing: Doing::Nothing,
            began: 0,
            restarts: Restarts::default(),
            owed: false,
            blocked: false,
            overtaken: false,
            rewound: false,
            alerted: false,
            pull_again: false,
            fresh: false,
        }
    }

    /// An engine on a device that has nothing yet, and so begins with a snapshot if there is one.
    pub fn fresh() -> Self {
        Self { fresh: true, ..Self::new(0) }
    }

    /// Takes in what happened at `now`, in milliseconds since any fixed time; tells what to do
    /// next, if anything.
    pub fn step(&mut self, event: Event, now: u64, rng: &mut impl Rng) -> Option<Effect> {
        Some(match event {
            Event::Wanted => return self.wanted(now),
            Event::Rested => self.rested(now),
            Event::Forgot { epoch } => self.forgot(epoch, now, rng),
            Event::StartedOver => {
                (self.cursor, self.fresh) = (0, false);
                self.push(now)
            }
            Event::Rewound => self.rewound(now, rng),
            Event::Overtaken => self.overtaken(rng),
            Event::NothingToPush => self.pull(),
            Event::Pushed { more } => self.pushed(more, now),
            Event::Pulled { next, head } => self.pulled(next, head, now, rng),
            Event::Fetched { cursor, more } => self.fetched(cursor, more, now),
            Event::NoSnapshot => self.without_snapshot(),
            Event::News { head } => self.heard(head, now, rng),
            Event::Failed(failure) => self.failed(failure, rng),
        })
    }

    /// The user asks, or the network has come back: what failed before says nothing about now, and
    /// should it fail once more, the next try comes soon.
    pub const fn forget_failures(&mut self) {
        self.failures = 0;
    }

    /// Something was saved, or is wanted, while a request was under way.
    pub const fn owe(&mut self) {
        self.owed = true;
    }

    /// However often something is wanted while the server can't be reached, it is asked no more
    /// often than that.
    fn wanted(&mut self, now: u64) -> Option<Effect> {
        match self.doing {
            Doing::Nothing => Some(self.push(now)),
            Doing::Resting => match self.apart().saturating_sub(now.abs_diff(self.began)) {
                0 => Some(self.push(now)),
                early => Some(self.hold(early)),
            },
            Doing::Waiting => Some(self.hold(GATHERING)),
            Doing::Pushing | Doing::Fetching | Doing::Pulling => {
                self.owe();
                None
            }
        }
    }

    fn rested(&mut self, now: u64) -> Effect {
        if !self.pull_again || self.owed {
            return self.push(now);
        }
        (self.began, self.pull_again) = (now, false);
        self.pull()
    }

    /// How long after the last attempt the next may begin. One that gets as far as a wait makes
    /// more requests.
    const fn apart(&self) -> u64 {
        if self.in_vain > 0 { 2 * APART } else { APART }
    }

    fn pushed(&mut self, more: bool, now: u64) -> Effect {
        self.rewound = false;
        self.push_limit = grown(self.push_limit);
        if !more {
            // What failed may have been the pull, so that the failures are not over yet.
            return self.pull();
        }
        self.failures = 0;
        self.push(now)
    }

    fn pulled(&mut self, next: u64, head: u64, now: u64, rng: &mut impl Rng) -> Effect {
        // A position that doesn't move although more is promised would be asked for for ever.
        let stuck = next <= self.cursor;
        if std::mem::take(&mut self.alerted) && stuck {
            return self.waited_in_vain(rng);
        }
        if !stuck {
            self.in_vain = 0;
        }
        (self.failures, self.damaged) = (0, 0);
        self.pull_limit = grown(self.pull_limit);
        self.overtaken &= stuck;
        self.cursor = next;
        match next < head && !stuck {
            _ if self.owed => self.push(now),
            true => self.pull(),
            false if self.blocked => self.rest(Failure::Refused, rng),
            false => self.wait(now),
        }
    }

    fn fetched(&mut self, cursor: u64, more: bool, now: u64) -> Effect {
        self.failures = 0;
        (self.cursor, self.fresh) = (cursor, more);
        if self.owed { self.push(now) } else { self.pull() }
    }

    /// Everything comes change by change, as it does without snapshots.
    fn without_snapshot(&mut self) -> Effect {
        self.fresh = false;
        self.pull()
    }

    fn heard(&mut self, head: u64, now: u64, rng: &mut impl Rng) -> Effect {
        if self.owed {
            return self.push(now);
        }
        if head != self.cursor {
            self.alerted = true;
            return self.pull();
        }
        // The server holds a wait; who answers it at once would be asked again at once, for ever.
        if now.abs_diff(self.began) < APART {
            return self.waited_in_vain(rng);
        }
        self.in_vain = 0;
        self.wait(now)
    }

    /// What the server said led to nothing.
    fn waited_in_vain(&mut self, rng: &mut impl Rng) -> Effect {
        self.in_vain = self.in_vain.saturating_add(1);
        self.failures = self.in_vain.saturating_add(1);
        self.rest(Failure::Offline, rng)
    }

    /// Begins anew with a server that has forgotten, unless that happens again and again.
    fn forgot(&mut self, epoch: Uuid, now: u64, rng: &mut impl Rng) -> Effect {
        if self.restarts.allow(now) {
            return Effect::StartOver { epoch };
        }
        self.doing = Doing::Nothing;
        self.failed(Failure::Refused, rng)
    }

    /// Once, until something was stored: a server that always lacks more would have us push without
    /// end.
    fn rewound(&mut self, now: u64, rng: &mut impl Rng) -> Effect {
        if std::mem::replace(&mut self.rewound, true) {
            return self.failed(Failure::Refused, rng);
        }
        self.push(now)
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
        self.alerted = false;
        if failure == Failure::TooLarge && self.shrink() {
            return self.retry(pause::before_less(rng));
        }
        match self.doing {
            Doing::Pushing if failure.is_about_content() => {
                self.blocked = true;
                return self.pull();
            }
            Doing::Fetching if failure.is_about_content() => return self.without_snapshot(),
            _ => {}
        }
        if failure == Failure::Damaged {
            return self.received_damage(rng);
        }
        self.rest(failure, rng)
    }

    /// What is damaged on the way comes whole the next time; what is damaged at the server stays so
    /// until somebody mends it.
    fn received_damage(&mut self, rng: &mut impl Rng) -> Effect {
        self.damaged = self.damaged.saturating_add(1);
        if self.damaged < TRIES {
            return self.retry(pause::after(Failure::Damaged, self.damaged, rng));
        }
        self.rest(Failure::Refused, rng)
    }

    /// Whether there is less to try with than what was too large.
    fn shrink(&mut self) -> bool {
        let limit = match self.doing {
            Doing::Pushing => &mut self.push_limit,
            Doing::Pulling => &mut self.pull_limit,
            _ => return false,
        };
        let before = std::mem::replace(limit, (*limit / 8).max(1));
        before > 1
    }

    fn push(&mut self, now: u64) -> Effect {
        (self.doing, self.owed, self.blocked) = (Doing::Pushing, false, false);
        (self.began, self.pull_again) = (now, false);
        Effect::Push { limit: self.push_limit }
    }

    fn pull(&mut self) -> Effect {
        if self.fresh {
            self.doing = Doing::Fetching;
            return Effect::Fetch;
        }
        self.doing = Doing::Pulling;
        Effect::Pull { after: self.cursor, limit: self.pull_limit }
    }

    fn wait(&mut self, now: u64) -> Effect {
        (self.doing, self.began) = (Doing::Waiting, now);
        Effect::Wait { after: self.cursor }
    }

    fn rest(&mut self, failure: Failure, rng: &mut impl Rng) -> Effect {
        let millis = pause::after(failure, self.failures, rng);
        if let Failure::Busy(_) = failure {
            return self.hold(millis);
        }
        self.doing = Doing::Resting;
        Effect::Rest { millis }
    }

    fn retry(&mut self, millis: u64) -> Effect {
        self.pull_again = self.doing == Doing::Pulling;
        self.doing = Doing::Resting;
        Effect::Retry { millis }
    }

    fn hold(&mut self, millis: u64) -> Effect {
        self.doing = Doing::Resting;
        Effect::Hold { millis }
    }
}

/// A page that shrank grows again little by little, so that one bad hour doesn't slow a device for
/// good, nor a proxy's limit every other page.
fn grown(limit: usize) -> usize {
    (limit + (limit / 4).max(1)).min(PAGE_LIMIT)
}
