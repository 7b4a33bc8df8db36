//! What can happen, in full: nothing about it is left to luck any more.

use domain::Id;

use crate::text::Text;

/// What a device does, or what befalls it.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Which device.
    pub device: usize,
    /// What.
    pub deed: Deed,
    /// How it ends.
    pub end: End,
}

/// How an act ends. Times are thousandths of what a call usually takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself.
    Lives,
    /// Its program is killed after that time.
    Killed(u64),
    /// Its program is stopped after that time, for so many milliseconds.
    Stopped(u64, u64),
}

/// Something that people do, or that befalls a device.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Somebody writes new records, all at once.
    Write(Vec<Text>),
    /// Somebody opens a record, and writes another text in place of what they see.
    Edit(Text),
    /// Somebody moves a record to the bin, having looked at it.
    Delete(Text),
    /// Somebody takes a record out of the bin.
    Restore(Id),
    /// Somebody syncs, and joins the site before if need be.
    Sync,
    /// Somebody syncs while nothing at all comes back.
    SyncInSilence,
    /// The home is copied to another machine, and both go on.
    Copy,
    /// The home is backed up.
    BackUp,
    /// The home is put back from its backup.
    PutBack,
    /// A file of the home is damaged.
    Damage(Damage),
    /// The device is gone for good.
    Leave,
    /// The clock is set so many milliseconds ahead.
    SetClock(i64),
    /// The disk is full: no file may grow beyond so many kibibytes.
    FillDisk(u32),
    /// There is room on the disk again.
    FreeDisk,
}

impl Deed {
    /// Whether a program is at work that can be broken off.
    pub const fn can_be_broken_off(&self) -> bool {
        matches!(
            self,
            Self::Write(_) | Self::Edit(_) | Self::Delete(_) | Self::Restore(_) | Self::Sync
        )
    }
}

/// How a file is damaged. Places are thousandths of its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Of the database, a bit at that place.
    Flip(u64),
    /// Of the log beside it, a bit at that place.
    FlipLog(u64),
    /// The database ends there.
    Truncate(u64),
    /// The log beside it ends there.
    TruncateLog(u64),
    /// The first page of the database, on which it says what it is, is zeroes.
    ZeroHead,
    /// The database is gone, and the key is still there.
    Missing,
}

/// What befalls the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// It is killed, and started again after so many milliseconds.
    Kill(u64),
    /// It is asked to stop, and started again.
    Restart,
    /// It is stopped for so many milliseconds.
    Pause(u64),
    /// Its disk is full: no file may grow beyond so many kibibytes, until it is started again.
    FillDisk(u32),
    /// Its database is backed up.
    BackUp,
    /// Its database is put back from the backup, and it is started with `--restored`.
    PutBack,
    /// Its database is lost.
    Lose,
}
