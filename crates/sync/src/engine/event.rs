//! The engine's inputs and outputs.

use uuid::Uuid;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A save, the network or the user requests a sync.
    Wanted,
    /// There was nothing to push, so the server was not asked.
    NothingToPush,
    /// A push was stored.
    Pushed {
        /// Whether more changes wait to be pushed.
        more: bool,
    },
    /// A page was applied.
    Pulled {
        /// The device's new cursor.
        next: u64,
        /// The server's last position.
        head: u64,
    },
    /// A part of a snapshot was applied.
    Fetched {
        /// The snapshot's position after its last part; otherwise the unchanged cursor.
        cursor: u64,
        /// Whether there are further parts.
        more: bool,
    },
    /// There is no snapshot.
    NoSnapshot,
    /// A wait ended, with news or without.
    News {
        /// The server's last position.
        head: u64,
    },
    /// A request failed.
    Failed(Failure),
    /// The pause is over.
    Rested,
    /// The server has a new epoch, or another history.
    Forgot {
        /// The epoch.
        epoch: Uuid,
    },
    /// The cursor and the record of what was sent were reset.
    StartedOver,
    /// The server lacks earlier changes of this device. They wait to be pushed again.
    Rewound,
    /// The server has changes in this device's name that differ from those pushed. Pull them before
    /// pushing.
    Overtaken,
}

/// How a request failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No answer: offline, disconnected, or silent for too long.
    Offline,
    /// Too large.
    TooLarge,
    /// Told to wait so many milliseconds.
    Busy(u64),
    /// The answer was damaged, on the way or at the server.
    Damaged,
    /// Refused for a reason that a repeat doesn't fix.
    Refused,
}

impl Failure {
    /// Whether the cause may be the content that was sent or fetched, so that a repeat won't help.
    pub(super) const fn is_about_content(self) -> bool {
        matches!(self, Self::TooLarge | Self::Refused)
    }
}

/// Something to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Push waiting changes.
    Push {
        /// The most changes.
        limit: usize,
    },
    /// Fetch and apply the next part of the newest snapshot.
    Fetch,
    /// Pull and apply the changes after the cursor.
    Pull {
        /// The cursor.
        after: u64,
        /// The most changes.
        limit: usize,
    },
    /// Wait for news after the cursor, until a sync is requested.
    Wait {
        /// The cursor.
        after: u64,
    },
    /// Reset the cursor and the record of what was sent, and start over in the given epoch.
    StartOver {
        /// The epoch.
        epoch: Uuid,
    },
    /// Pause, unless a sync is requested. The user is told of the last failure.
    Rest {
        /// How long.
        millis: u64,
    },
    /// The same before a retry that is likely to succeed. The user is not told yet.
    Retry {
        /// How long.
        millis: u64,
    },
    /// Pause, even if a sync is requested.
    Hold {
        /// How long.
        millis: u64,
    },
}
