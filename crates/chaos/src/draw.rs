//! How often what happens, as data, and drawing the details.

use dice::Dice;

use crate::deed::{Blow, Damage, Deed};
use crate::plan::{Classes, Planner};

/// Most devices, copies and those who are gone included.
const MOST_DEVICES: usize = 9;

/// What can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One new record.
    Write,
    /// Several new records.
    WriteSeveral,
    /// An edit.
    Edit,
    /// To the bin.
    Delete,
    /// Out of the bin.
    Restore,
    /// A sync.
    Sync,
    /// A sync while nothing comes back.
    SyncInSilence,
    /// Several devices at once.
    Crowd,
    /// A clock is set.
    SetClock,
    /// A device's disk is full.
    FillDisk,
    /// A device's disk has room again.
    FreeDisk,
    /// A home is copied.
    Twin,
    /// A home is backed up.
    BackUp,
    /// A home is put back.
    PutBack,
    /// A home is damaged.
    Damage,
    /// A device is gone.
    Leave,
    /// The server is killed.
    KillServer,
    /// The server is restarted in order.
    RestartServer,
    /// The server stands still.
    PauseServer,
    /// The server's disk is full.
    FillServer,
    /// The server is backed up.
    BackUpServer,
    /// The server is put back.
    PutBackServer,
    /// The server's database is lost.
    LoseServer,
}

use What::{
    BackUp, BackUpServer, Crowd, Damage as Damaged, Delete, Edit, FillDisk, FillServer, FreeDisk,
    KillServer, Leave, LoseServer, PauseServer, PutBack, PutBackServer, RestartServer, Restore,
    SetClock, Sync, SyncInSilence, Twin, Write, WriteSeveral,
};

type Weights = [(What, usize)];

/// What people do.
const WORK: &Weights = &[
    (Write, 14),
    (WriteSeveral, 4),
    (Edit, 16),
    (Delete, 3),
    (Restore, 2),
    (Sync, 24),
    (Crowd, 12),
];
/// What goes wrong; each story has some of it.
const TROUBLE: &[&Weights] = &[
    &[(SetClock, 5)],
    &[(FillDisk, 5), (FreeDisk, 4)],
    &[(KillServer, 8)],
    &[(RestartServer, 3), (PauseServer, 3)],
    &[(FillServer, 3), (RestartServer, 2)],
];
/// What changes whom one can believe to have written what: each story has one of them, since they
/// don't go together before there is a new version of the wire (see [`Classes::until_wire_2`]).
const IDENTITY: &[&Weights] = &[
    &[],
    &[(Twin, 3), (BackUp, 6), (PutBack, 4)],
    &[(Twin, 1), (BackUp, 4), (PutBack, 2), (Damaged, 4), (Leave, 1)],
    &[(BackUpServer, 5), (PutBackServer, 4)],
    &[(LoseServer, 3)],
];
/// Moves of a clock, in minutes.
const CLOCKS: [i64; 9] =
    [0, 3, -7, 61, -61, 24 * 60, 10 * 365 * 24 * 60, -10 * 365 * 24 * 60, -25 * 365 * 24 * 60];

/// What happens in one story, and how often.
pub fn weights(dice: &mut Dice, classes: Classes) -> Vec<(What, usize)> {
    let trouble: Vec<_> = TROUBLE.iter().filter(|_| dice.one_in(2)).copied().collect();
    let one = dice.below(IDENTITY.len());
    let identity = if classes.until_wire_2 { IDENTITY } else { &IDENTITY[one..=one] };
    let all = [WORK].into_iter().chain(trouble).chain(identity.iter().copied());
    let mut weights: Vec<_> = all.flatten().copied().collect();
    // It takes minutes, and so is rare.
    weights.extend(dice.one_in(12).then_some((SyncInSilence, 1)));
    weights
}

/// One of them.
pub fn draw(weights: &[(What, usize)], dice: &mut Dice) -> What {
    let total = weights.iter().map(|it| it.1).sum();
    let mut left = dice.below(total);
    for (what, weight) in weights {
        if left < *weight {
            return *what;
        }
        left -= weight;
    }
    Sync
}

impl What {
    /// Whether it is what people do all day, and may happen while others do something.
    pub const fn is_everyday(self) -> bool {
        matches!(self, Write | WriteSeveral | Edit | Delete | Restore | Sync)
    }
}

impl Planner {
    /// In full, if it befalls the server.
    pub fn blow(&mut self, what: What) -> Option<Blow> {
        Some(match what {
            KillServer => Blow::Kill(self.dice.below(400) as u64),
            RestartServer => Blow::Restart,
            PauseServer => Blow::Pause(self.dice.between(50, 1_500) as u64),
            FillServer => Blow::FillDisk(small(self.dice.below(64))),
            BackUpServer => Blow::BackUp,
            PutBackServer => Blow::PutBack,
            LoseServer => Blow::Lose,
            _ => return None,
        })
    }

    /// In full, if it befalls a device. Nothing can be edited before something was written.
    pub fn deed(&mut self, what: What) -> Deed {
        match what {
            Write => Deed::Write(vec![self.begins()]),
            WriteSeveral => {
                Deed::Write((0..self.dice.between(2, 25)).map(|_| self.begins()).collect())
            }
            Edit => self.goes_on().map_or(Deed::Sync, Deed::Edit),
            Delete => self.begun().map_or(Deed::Sync, Deed::Delete),
            Restore => self.begun().map_or(Deed::Sync, |it| Deed::Restore(it.record)),
            SyncInSilence => Deed::SyncInSilence,
            SetClock => Deed::SetClock(*self.dice.pick(&CLOCKS) * 60_000),
            FillDisk => Deed::FillDisk(small(self.dice.below(200))),
            FreeDisk => Deed::FreeDisk,
            Twin if self.devices < MOST_DEVICES => Deed::Copy,
            BackUp => Deed::BackUp,
            PutBack => Deed::PutBack,
            Damaged => Deed::Damage(self.damage()),
            Leave => Deed::Leave,
            _ => Deed::Sync,
        }
    }

    fn damage(&mut self) -> Damage {
        let place = self.dice.below(1_000) as u64;
        match self.dice.below(12) {
            0..6 => Damage::Flip(place),
            6..8 => Damage::FlipLog(place),
            8 => Damage::Truncate(place),
            9 => Damage::TruncateLog(place),
            10 => Damage::ZeroHead,
            _ => Damage::Missing,
        }
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
