//! Many stories, some at once, until there were enough or time is up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::finding::{ALL, Flaw};
use crate::journal::Counts;
use crate::plan::{Classes, Plan};
use crate::story::{Outcome, Stage, tell};

/// How many stories, from which seed on, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// The first one's seed.
    pub from: u64,
    /// At most so many.
    pub stories: u64,
    /// None is begun after so long.
    pub time: Duration,
    /// So many at once.
    pub at_once: usize,
    /// What they may be about.
    pub classes: Classes,
}

/// What came of them.
#[derive(Default)]
pub struct Campaign {
    /// How many there were.
    pub stories: u64,
    /// How often what happened in them.
    pub counts: Counts,
    /// Those in which something must not be.
    pub bad: Vec<Outcome>,
}

/// Lives through stories; tells of each bad one as soon as it is over.
pub fn campaign(extent: &Extent, stage: &Stage, tell_of: impl Fn(&Outcome) + Sync) -> Campaign {
    let (next, begun) = (AtomicU64::new(extent.from), Instant::now());
    let campaign = Mutex::new(Campaign::default());
    thread::scope(|scope| {
        for _ in 0..extent.at_once {
            scope.spawn(|| {
                while begun.elapsed() < extent.time {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= extent.from.saturating_add(extent.stories) {
                        break;
                    }
                    let Ok(outcome) = tell(&Plan::of(seed, extent.classes), stage) else { break };
                    tell_of(&outcome);
                    campaign.lock().unwrap().takes(outcome);
                }
            });
        }
    });
    campaign.into_inner().unwrap()
}

impl Campaign {
    /// How many different things each flaw befell.
    pub fn flaws(&self) -> BTreeMap<Flaw, usize> {
        let mut flaws: BTreeMap<Flaw, usize> = ALL.into_iter().map(|it| (it, 0)).collect();
        for outcome in &self.bad {
            for (flaw, count) in outcome.flaws() {
                *flaws.entry(flaw).or_default() += count;
            }
        }
        flaws
    }

    fn takes(&mut self, outcome: Outcome) {
        self.stories += 1;
        for (what, count) in &outcome.counts {
            *self.counts.entry(what.clone()).or_default() += count;
        }
        if !outcome.findings.is_empty() {
            self.bad.push(outcome);
        }
    }
}

impl Outcome {
    /// How many different things each flaw befell.
    pub fn flaws(&self) -> BTreeMap<Flaw, usize> {
        let mut things: BTreeMap<Flaw, BTreeSet<&str>> = BTreeMap::new();
        for finding in &self.findings {
            things.entry(finding.flaw).or_default().insert(&finding.what);
        }
        things.into_iter().map(|it| (it.0, it.1.len())).collect()
    }
}
