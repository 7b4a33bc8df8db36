//! Bugs that others have shipped, each at the place where it would be ours. Without the feature
//! `mutants` all of them are dead, and the compiler takes them out; with it, one at a time can
//! be brought to life, and the simulator must find it.

/// A bug, by what goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bug {
    /// The position moves before the changes up to it are there (apache/pouchdb#1240).
    CursorFirst = 1,
    /// A push without an answer counts as stored (Anki-Android#4366).
    LostAnswerConfirms,
    /// A refused push counts as stored (atuin#3737).
    RefusalConfirms,
    /// The first change after a full page is passed over (atuin#3913).
    PageBoundarySkipped,
    /// Groups are split where a page is full.
    GroupSplit,
    /// A request that is too large is sent again as it is (atuin#2887).
    PageNotHalved,
    /// A server that was put back from a copy is believed (cht-core#8093).
    RestoreUnnoticed,
    /// After a restore only what is new is offered (application-services#2342).
    OnlyNewOffered,
    /// A server that forgot the device is not told of it again.
    NotIntroduced,
    /// What a copy of the home wrote in its name is passed over (automerge#536).
    CopyIgnored,
    /// A save during a request waits for the next one (joplin#13531).
    SaveForgotten,
    /// A clock that is far ahead is followed (actual#3786).
    ClockFollowed,
    /// Of two texts the latest wins (pouchdb#4651).
    LastWriterWins,
    /// A deletion takes an edit with it that it hadn't seen (application-services#6011).
    DeletionWins,
    /// Changes of another space are taken in.
    OtherSpaceAccepted,
}

/// All of them.
pub const ALL: [Bug; 15] = [
    Bug::CursorFirst,
    Bug::LostAnswerConfirms,
    Bug::RefusalConfirms,
    Bug::PageBoundarySkipped,
    Bug::GroupSplit,
    Bug::PageNotHalved,
    Bug::RestoreUnnoticed,
    Bug::OnlyNewOffered,
    Bug::NotIntroduced,
    Bug::CopyIgnored,
    Bug::SaveForgotten,
    Bug::ClockFollowed,
    Bug::LastWriterWins,
    Bug::DeletionWins,
    Bug::OtherSpaceAccepted,
];

#[cfg(feature = "mutants")]
mod life {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::Bug;

    static ALIVE: AtomicU8 = AtomicU8::new(0);

    /// Whether this bug lives.
    pub fn lives(bug: Bug) -> bool {
        ALIVE.load(Ordering::Relaxed) == bug as u8
    }

    /// Brings one bug to life, and kills the one before.
    pub fn revive(bug: Option<Bug>) {
        ALIVE.store(bug.map_or(0, |it| it as u8), Ordering::Relaxed);
    }
}

#[cfg(not(feature = "mutants"))]
mod life {
    use super::Bug;

    /// Whether this bug lives: none does.
    pub const fn lives(_: Bug) -> bool {
        false
    }
}

pub use life::*;
