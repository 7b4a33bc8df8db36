//! Many worlds, on all processors, until one breaks or there are no more.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use rusqlite::ffi;

use crate::keep::Database;
use crate::plan::Plan;
use crate::run::{Run, run};

/// How many worlds there are to one that is lived through twice.
const TWICE: u64 = 20;

/// What came of them.
#[derive(Default)]
pub struct Campaign {
    /// How many worlds there were.
    pub worlds: u64,
    /// What happened in all of them, in a number: two builds with the same one lived through the
    /// same worlds.
    pub sum: u64,
    /// How often what happened in them.
    pub counts: BTreeMap<String, u64>,
    /// The seeds of those that broke, and what didn't hold.
    pub broken: Vec<(u64, String)>,
}

/// Lives through worlds until `enough` of them have broken. Every twentieth world is lived through
/// twice, and must go the same way.
pub fn campaign(seeds: Range<u64>, enough: usize, database: &Database) -> Campaign {
    count_no_memory();
    let (next, done) = (AtomicU64::new(seeds.start), AtomicBool::new(false));
    let campaign = Mutex::new(Campaign::default());
    let work = || {
        while !done.load(Ordering::Relaxed) {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                break;
            }
            let run = live(&Plan { database: database.clone(), ..Plan::of(seed) });
            let mut campaign = campaign.lock().unwrap();
            campaign.take(seed, run);
            done.fetch_or(campaign.broken.len() >= enough, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        // Twice as many as processors: each waits for its server's threads now and then.
        for _ in 0..2 * thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    campaign.into_inner().unwrap()
}

/// SQLite counts its memory behind one lock, at which the threads would wait for one another.
#[allow(unsafe_code, reason = "for once there is no safe way; without effect once SQLite runs")]
fn count_no_memory() {
    unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_MEMSTATUS, 0) };
}

fn live(plan: &Plan) -> Run {
    let mut first = run(plan);
    if first.broken.is_none()
        && plan.seed.is_multiple_of(TWICE)
        && run(plan).trace.hash() != first.trace.hash()
    {
        first.broken = Some("a second run went another way".into());
    }
    first
}

impl Campaign {
    fn take(&mut self, seed: u64, run: Run) {
        self.worlds += 1;
        self.sum = self.sum.wrapping_add(run.trace.hash());
        for (what, count) in run.trace.counts {
            *self.counts.entry(what).or_default() += count;
        }
        self.broken.extend(run.broken.map(|why| (seed, why)));
    }
}
