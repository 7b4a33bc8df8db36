//! When to push, pull and wait: a state machine without I/O, clock or randomness, so that it runs
//! on a thread, in a Web Worker and in a simulator.
//!
//! One request runs at a time. The device's own changes are pushed before anything is pulled, also
//! between two pages. A wait ends early as soon as there is something to do. A device whose push is
//! refused for good still pulls.
//!
//! No request is repeated at once. A pause follows each failure, also when a proxy answers a wait
//! too early or a server promises news that it does not deliver.

mod event;
mod pause;
mod restarts;

use rand_core::Rng;
use uuid::Uuid;

use pause::{APART, GATHERING};
use restarts::Restarts;
use wire::PAGE_LIMIT;

pub use event::{Effect, Event, Failure};

/// After how many damaged answers in a row the user is told.
const TRIES: u32 = 3;

/// The state of sync for one space.
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
#[derive(Debug, Clone)]
pub struct Engine {
    cursor: u64,
    /// Most changes in a page that is pushed.
    push_limit: usize,
    /// Most changes in a page that is pulled.
    pull_limit: usize,
    failures: u32,
    /// How many damaged answers came in a row.
    damaged: u32,
    /// How many waits in a row ended too early, or announced news that did not come.
    in_vain: u32,
    doing: Doing,
    /// When the last attempt or wait began.
    began: u64,
    restarts: Restarts,
    /// Something was saved while a request was under way.
    owed: bool,
    /// The last push was refused for a reason that a repeat doesn't fix.
    blocked: bool,
    /// The last push was overtaken, and nothing was fetched since.
    overtaken: bool,
    /// The server lacked earlier changes of this device, and none was stored since.
    rewound: bool,
    /// A wait announced news, and nothing was fetched since.
    alerted: bool,
    /// A pull is to be repeated; the push before it succeeded and need not be.
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

    /// An engine on a device that has nothing yet. It starts with a snapshot, if there is one.
    pub fn fresh() -> Self {
        Self { fresh: true, ..Self::new(0) }
    }

    /// Handles an event at `now`, in milliseconds since any fixed time. Returns what to do next, if
    /// anything.
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

    /// Resets the backoff: the user asked for a sync or the network is back, so earlier failures
    /// predict nothing. After another failure the next attempt comes soon.
    pub const fn forget_failures(&mut self) {
        self.failures = 0;
    }

    /// Something was saved, or is wanted, while a request was under way.
    pub const fn owe(&mut self) {
        self.owed = true;
    }

    /// Keeps attempts apart, however often a sync is requested while the server can't be reached.
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

    /// How long after the last attempt the next may begin. Twice as long if waits fail, because an
    /// attempt that reaches a wait makes more requests.
    const fn apart(&self) -> u64 {
        if self.in_vain > 0 { 2 * APART } else { APART }
    }

    fn pushed(&mut self, more: bool, now: u64) -> Effect {
        self.rewound = false;
        self.push_limit = grown(self.push_limit);
        if !more {
            // The failure may have been in the pull, so the failures are kept.
            return self.pull();
        }
        self.failures = 0;
        self.push(now)
    }

    fn pulled(&mut self, next: u64, head: u64, now: u64, rng: &mut impl Rng) -> Effect {
        // A server that promises more without moving the position would be asked for ever.
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

    /// Pulls change by change, as without snapshots.
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
        // A server holds a wait. One that answers at once would be asked again at once, for ever.
        if now.abs_diff(self.began) < APART {
            return self.waited_in_vain(rng);
        }
        self.in_vain = 0;
        self.wait(now)
    }

    /// Counts a wait that led to nothing, as a failure.
    fn waited_in_vain(&mut self, rng: &mut impl Rng) -> Effect {
        self.in_vain = self.in_vain.saturating_add(1);
        self.failures = self.in_vain.saturating_add(1);
        self.rest(Failure::Offline, rng)
    }

    /// Starts over with a server that has lost changes, unless that happens repeatedly.
    fn forgot(&mut self, epoch: Uuid, now: u64, rng: &mut impl Rng) -> Effect {
        if self.restarts.allow(now) {
            return Effect::StartOver { epoch };
        }
        self.doing = Doing::Nothing;
        self.failed(Failure::Refused, rng)
    }

    /// Pushes earlier changes again, once until something is stored. A server that always lacks
    /// more would otherwise be pushed to without end.
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

    /// Retries, because damage on the way is gone the next time. Damage at the server stays until
    /// it is repaired, so after `TRIES` the user is told.
    fn received_damage(&mut self, rng: &mut impl Rng) -> Effect {
        self.damaged = self.damaged.saturating_add(1);
        if self.damaged < TRIES {
            return self.retry(pause::after(Failure::Damaged, self.damaged, rng));
        }
        self.rest(Failure::Refused, rng)
    }

    /// Lowers the limit of a page that was too large. Whether there was anything to lower.
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

/// The limit after a success. It grows back slowly: one bad hour doesn't slow a device for good,
/// and a proxy's limit isn't hit with every second page.
fn grown(limit: usize) -> usize {
    (limit + (limit / 4).max(1)).min(PAGE_LIMIT)
}
