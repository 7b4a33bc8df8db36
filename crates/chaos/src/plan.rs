//! What will happen in a story, all of it decided by the seed before it begins.

use dice::Dice;

use crate::deed::{Act, Blow, Deed, End};
use crate::draw::{self, What};
use crate::faults::{Fault, HONEST, LIARS};
use crate::text::{SORTS, Text};

/// What a story may be about besides what every story is about. Each is known to break something
/// until a new version of the wire is spoken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::Args)]
pub struct Classes {
    /// Also answers that are false: flipped, old, or to somebody else's request. An answer doesn't
    /// say yet which request it belongs to, so that a device may take it for its own
    #[arg(long)]
    pub liars: bool,
    /// Also what doesn't go together yet: a server that is put back or lost while a device was put
    /// back, copied or is gone. Nobody can tell yet who wrote under a number that two have used,
    /// and others do not offer what somebody who is gone has written
    #[arg(long)]
    pub until_wire_2: bool,
}

/// A story before it happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What it was made from.
    pub seed: u64,
    /// How many devices there are at the beginning; the last of them joins later.
    pub devices: usize,
    /// After how many changes the server asks for a snapshot.
    pub snapshot_after: u64,
    /// One request in so many meets a fault.
    pub one_in: usize,
    /// The faults.
    pub faults: Vec<Fault>,
    /// What happens.
    pub steps: Vec<Step>,
}

/// What happens at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What devices do, each at most one thing, all at once.
    pub acts: Vec<Act>,
    /// What befalls the server meanwhile, and after how many milliseconds.
    pub blow: Option<(Blow, u64)>,
}

/// A plan in the making.
pub(crate) struct Planner {
    pub dice: Dice,
    /// How many devices there are by now.
    pub devices: usize,
    /// One act in so many is broken off.
    pub broken_off: usize,
    /// The texts that begin a record.
    pub texts: Vec<Text>,
    /// How many texts there are.
    pub count: usize,
}

impl Plan {
    /// The plan of a seed.
    pub fn of(seed: u64, classes: Classes) -> Self {
        let mut dice = Dice::new(seed);
        let devices = dice.between(3, 7);
        let snapshot_after = *dice.pick(&[20, 60, 5_000]);
        let one_in = *dice.pick(&[3, 5, 10, 25]);
        let liars = if classes.liars { &LIARS[..] } else { &[] };
        let mut faults = [&HONEST[..], liars].concat();
        if dice.one_in(2) {
            faults.retain(|it| LIARS.contains(it) || dice.one_in(3));
        }
        let weights = draw::weights(&mut dice, classes);
        let (steps, broken_off) = (dice.between(40, 80), *dice.pick(&[4, 8, 1_000]));
        let mut planner = Planner { dice, devices, broken_off, texts: Vec::new(), count: 0 };
        let steps = (0..steps).map(|_| planner.step(&weights)).collect();
        Self { seed, devices, snapshot_after, one_in, faults, steps }
    }
}

impl Planner {
    fn step(&mut self, weights: &[(What, usize)]) -> Step {
        let what = draw::draw(weights, &mut self.dice);
        if let Some(blow) = self.blow(what) {
            let after = self.dice.below(300) as u64;
            let acts = self.crowd(&[(What::Sync, 3), (What::Write, 1)]);
            return Step { acts, blow: Some((blow, after)) };
        }
        if what == What::Crowd {
            return Step { acts: self.crowd(weights), blow: None };
        }
        let device = self.dice.below(self.devices);
        Step { acts: vec![self.act(what, device)], blow: None }
    }

    /// What several devices do at once.
    fn crowd(&mut self, weights: &[(What, usize)]) -> Vec<Act> {
        let weights: Vec<_> = weights.iter().filter(|it| it.0.is_everyday()).copied().collect();
        let mut devices: Vec<usize> = (0..self.devices).collect();
        let count = self.dice.between(2, 4.min(self.devices));
        let mut acts = Vec::new();
        for _ in 0..count {
            let device = devices.swap_remove(self.dice.below(devices.len()));
            let what = draw::draw(&weights, &mut self.dice);
            acts.push(self.act(what, device));
        }
        acts
    }

    fn act(&mut self, what: What, device: usize) -> Act {
        let deed = self.deed(what);
        let end = if deed.can_be_broken_off() && self.dice.one_in(self.broken_off) {
            self.end()
        } else {
            End::Lives
        };
        self.devices += usize::from(deed == Deed::Copy);
        Act { device, deed, end }
    }

    /// When and how an act is broken off, in thousandths of the time it usually takes.
    fn end(&mut self) -> End {
        let after = self.dice.below(1_200) as u64;
        match self.dice.below(4) {
            0 => End::Stopped(after, self.dice.between(20, 500) as u64),
            _ => End::Killed(after),
        }
    }

    /// A text of a new record.
    pub fn begins(&mut self) -> Text {
        let record = self.id();
        let sort = if self.dice.one_in(4) { SORTS[1] } else { SORTS[0] };
        let text = self.text(Text { number: 0, length: 0, record, sort });
        self.texts.push(text);
        text
    }

    /// A text that begins one of the first records, so that several write in one, or any.
    pub fn begun(&mut self) -> Option<Text> {
        let among = if self.dice.one_in(3) { self.texts.len() } else { 5.min(self.texts.len()) };
        self.texts.get(self.dice.below(among)).copied()
    }

    /// A text in place of another.
    pub fn goes_on(&mut self) -> Option<Text> {
        let begun = self.begun()?;
        Some(self.text(begun))
    }

    fn text(&mut self, like: Text) -> Text {
        self.count += 1;
        let length =
            if self.dice.one_in(30) { self.dice.below(40_000) } else { self.dice.below(80) };
        Text { number: self.count, length, ..like }
    }

    fn id(&mut self) -> domain::Id {
        let mut bytes = self.dice.bytes();
        (bytes[6], bytes[8]) = (0x70 | bytes[6] & 15, 0x80 | bytes[8] & 63);
        domain::Id::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deed::Deed;

    #[test]
    fn the_same_seed_gives_the_same_plan_and_another_seed_another() {
        let plan = |seed| Plan::of(seed, Classes::default());
        for seed in 0..50 {
            assert_eq!(plan(seed), plan(seed));
            assert_ne!(plan(seed), plan(seed + 1));
        }
    }

    #[test]
    fn a_server_is_put_back_or_lost_only_where_no_device_is_unless_that_is_asked_for() {
        let changes_identity = |it: &Act| {
            matches!(it.deed, Deed::Copy | Deed::PutBack | Deed::Damage(_) | Deed::Leave)
        };
        let forgets = |it: &Step| matches!(it.blow, Some((Blow::PutBack | Blow::Lose, _)));
        let mixed = |classes| {
            (0..300).map(|seed| Plan::of(seed, classes)).any(|plan| {
                plan.steps.iter().any(forgets)
                    && plan.steps.iter().flat_map(|it| &it.acts).any(changes_identity)
            })
        };
        assert!(!mixed(Classes::default()));
        assert!(mixed(Classes { until_wire_2: true, ..Classes::default() }));
    }

    #[test]
    fn answers_are_false_only_where_that_is_asked_for() {
        let lies = |classes| {
            let faults = (0..100).flat_map(|seed| Plan::of(seed, classes).faults);
            faults.into_iter().filter(|it| LIARS.contains(it)).count()
        };
        assert_eq!(lies(Classes::default()), 0);
        assert!(lies(Classes { liars: true, ..Classes::default() }) > 0);
    }

    #[test]
    fn a_device_does_one_thing_at_a_time_and_every_text_is_written_once() {
        for seed in 0..100 {
            let plan = Plan::of(seed, Classes::default());
            let mut numbers = Vec::new();
            for step in &plan.steps {
                let mut devices: Vec<_> = step.acts.iter().map(|it| it.device).collect();
                devices.sort_unstable();
                devices.dedup();
                assert_eq!(devices.len(), step.acts.len());
                for act in &step.acts {
                    match &act.deed {
                        Deed::Write(texts) => numbers.extend(texts.iter().map(|it| it.number)),
                        Deed::Edit(text) => numbers.push(text.number),
                        _ => {}
                    }
                }
            }
            let all = numbers.len();
            numbers.sort_unstable();
            numbers.dedup();
            assert_eq!(numbers.len(), all);
        }
    }
}
