//! What will happen in a world, all of it decided by the seed before it begins. Every action
//! brings its own dice, so that leaving one out changes nothing about the others.

use crate::dice::Dice;
use crate::keep::Database;

/// A world and its history.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What it was made from.
    pub seed: u64,
    /// The site of each device.
    pub sites: Vec<usize>,
    /// What the server keeps it in.
    pub database: Database,
    /// How many server processes work on the one database.
    pub nodes: usize,
    /// A proxy's limit to a request, in bytes; it stays when everything else is mended.
    pub proxy: usize,
    /// What happens.
    pub actions: Vec<Action>,
}

/// One thing that happens.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    /// What.
    pub deed: Deed,
    /// Which device it befalls, if it does befall one.
    pub device: usize,
    /// Its details.
    pub dice: u64,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Messages arrive, or time passes until the next thing happens by itself.
    Step,
    /// Somebody logs a conversation.
    Make,
    /// Somebody logs several at once, as one action.
    MakeSeveral,
    /// Somebody opens a record and leaves the form open.
    Open,
    /// Somebody changes a record, from an open form or a fresh one.
    Edit,
    /// Somebody moves a record to the bin.
    Delete,
    /// Somebody takes one out.
    Restore,
    /// A member works on the handover: makes a matter, offers, answers, keeps or settles one.
    HandOver,
    /// Somebody taps «Prøv nå».
    Ask,
    /// Somebody joins the site.
    Join,
    /// Everything on the device is looked at while it runs.
    Inspect,
    /// A message is lost, with or without the sender being told.
    Lose,
    /// A request arrives twice.
    Duplicate,
    /// A message arrives before the ones sent earlier.
    Reorder,
    /// A message is cut off.
    Truncate,
    /// An answer reaches somebody else.
    Cross,
    /// A device has no contact for a while.
    Away,
    /// The server is busy for a while.
    Busy,
    /// The app is killed.
    Kill,
    /// The power fails: what was not synced to disk is gone.
    PowerCut,
    /// A newer version of the app runs for a moment.
    Newer,
    /// The home is copied to another machine, and both go on.
    Twin,
    /// The device's clock is set to some other time.
    SetClock,
    /// The device's disk fills up.
    FillDisk,
    /// Somebody frees space on it.
    FreeDisk,
    /// The server's database is copied.
    BackUp,
    /// The server's database is put back from a copy.
    PutBack,
    /// A server process dies and another takes over.
    FailOver,
}

use Deed::{
    Ask, Away, BackUp, Busy, Cross, Delete, Duplicate, Edit, FailOver, FillDisk, FreeDisk,
    HandOver, Inspect, Join, Kill, Lose, Make, MakeSeveral, Newer, Open, PowerCut, PutBack,
    Reorder, Restore, SetClock, Step, Truncate, Twin,
};

/// What people do, and how often.
const WORK: &[(Deed, usize)] = &[
    (Step, 120),
    (Make, 12),
    (MakeSeveral, 4),
    (Open, 6),
    (Edit, 26),
    (Delete, 5),
    (Restore, 3),
    (HandOver, 10),
    (Ask, 3),
    (Join, 4),
    (Inspect, 1),
];

/// What goes wrong, and how often; each world has some of it.
const TROUBLE: &[&[(Deed, usize)]] = &[
    &[(Lose, 14)],
    &[(Duplicate, 10), (Reorder, 10)],
    &[(Truncate, 6), (Cross, 8)],
    &[(Busy, 6)],
    &[(Away, 5)],
    &[(Kill, 8)],
    &[(PowerCut, 6)],
    &[(SetClock, 5)],
    &[(FillDisk, 3), (FreeDisk, 4)],
    &[(FailOver, 5)],
    &[(Newer, 4)],
];
/// Two that don't go together: whoever writes under a name that the server has forgotten can't
/// be told from a copy of them.
const IDENTITY: &[&[(Deed, usize)]] = &[&[], &[(Twin, 2)], &[(BackUp, 4), (PutBack, 2)]];

impl Plan {
    /// The plan of a seed.
    pub fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let devices = dice.between(2, 6);
        let sites = dice.between(1, 3.min(devices));
        let events =
            if dice.one_in(10) { dice.between(400, 1_000) } else { dice.between(200, 400) };
        let weights = weights(&mut dice);
        let proxy = match dice.below(4) {
            0 => dice.between(3_000, 4_500),
            1 => dice.between(6_000, 12_000),
            _ => usize::MAX,
        };
        let action = |_| Action {
            deed: draw(&weights, &mut dice),
            device: dice.below(64),
            dice: dice.roll(),
        };
        Self {
            seed,
            database: Database::default(),
            nodes: 1 + (seed % 3) as usize,
            sites: (0..devices).map(|device| device % sites).collect(),
            proxy,
            actions: (0..events).map(action).collect(),
        }
    }
}

fn weights(dice: &mut Dice) -> Vec<(Deed, usize)> {
    let trouble = TROUBLE.iter().filter(|_| dice.one_in(2)).copied().collect::<Vec<_>>();
    let identity = IDENTITY[dice.below(IDENTITY.len())];
    [WORK].into_iter().chain(trouble).chain([identity]).flatten().copied().collect()
}

fn draw(weights: &[(Deed, usize)], dice: &mut Dice) -> Deed {
    let total = weights.iter().map(|(_, weight)| weight).sum();
    let mut left = dice.below(total);
    for (deed, weight) in weights {
        if left < *weight {
            return *deed;
        }
        left -= weight;
    }
    Step
}
