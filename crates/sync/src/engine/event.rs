//! What happens to the engine, and what it answers.

use uuid::Uuid;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A save, the network or a person asks to talk to the server now.
    Wanted,
    /// There was nothing to push, so the server was not asked.
    NothingToPush,
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
    /// A wait ended, with news or without.
    News {
        /// The last position there is.
        head: u64,
    },
    /// A request failed.
    Failed(Failure),
    /// The pause is over.
    Rested,
    /// The server began another life, named by its epoch, or tells another history.
    Forgot {
        /// The epoch.
        epoch: Uuid,
    },
    /// Our position and what was sent were reset.
    StartedOver,
    /// The server lacks changes of ours from before those pushed: they wait again.
    Rewound,
    /// The server has changes in our name that differ from those pushed: see which, then push.
    Overtaken,
}

/// How a request failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No answer: offline, cut off, or silent for too long.
    Offline,
    /// Too large.
    TooLarge,
    /// Told to wait so many milliseconds.
    Busy(u64),
    /// What came was damaged, on the way or at the server.
    Damaged,
    /// Refused for a reason that repeating doesn't mend.
    Refused,
}

impl Failure {
    /// Whether it may be about what was sent or fetched, so that repeating it won't do.
    pub(super) const fn is_about_content(self) -> bool {
        matches!(self, Self::TooLarge | Self::Refused)
    }
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
    /// Reset our position and what was sent, to begin anew in that life of the server's.
    StartOver {
        /// The life's epoch.
        epoch: Uuid,
    },
    /// Pause so long, in milliseconds, or until something is wanted. The last failure is told to
    /// the user.
    Rest {
        /// How long.
        millis: u64,
    },
    /// The same, before one of a few more tries that may well succeed: nothing is told yet.
    Retry {
        /// How long.
        millis: u64,
    },
    /// Pause so long, in milliseconds, whatever is wanted.
    Hold {
        /// How long.
        millis: u64,
    },
}
