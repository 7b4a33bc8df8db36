//! Room that callers share, in bytes, waits or connections. No caller can take all of it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A total that callers share. A caller gets at most its share, and never more than it leaves free:
/// one alone gets half, two get a third each, and some is always left for the next. While less than
/// half is taken, no caller is refused, up to its share.
#[derive(Debug)]
pub struct Room<K: Hash + Eq + Clone> {
    total: usize,
    share: usize,
    taken: Arc<Mutex<Taken<K>>>,
}

/// The room that a caller holds; given back when it is dropped.
#[derive(Debug)]
pub struct Held<K: Hash + Eq + Clone> {
    caller: K,
    amount: usize,
    taken: Arc<Mutex<Taken<K>>>,
}

#[derive(Debug)]
struct Taken<K> {
    all: usize,
    by_caller: HashMap<K, usize>,
}

impl<K: Hash + Eq + Clone> Room<K> {
    /// Room for `total`, of which one caller gets at most `share`.
    pub fn new(total: usize, share: usize) -> Self {
        let taken = Taken { all: 0, by_caller: HashMap::new() };
        Self { total, share, taken: Arc::new(Mutex::new(taken)) }
    }

    /// Takes room for a caller; none if there isn't enough.
    pub fn take(&self, caller: K, amount: usize) -> Option<Held<K>> {
        let mut held = Held { caller, amount: 0, taken: Arc::clone(&self.taken) };
        self.grow(&mut held, amount).then_some(held)
    }

    /// Takes more for the same caller. If there isn't enough, changes nothing and returns false.
    pub fn grow(&self, held: &mut Held<K>, amount: usize) -> bool {
        let mut taken = lock(&self.taken);
        let all = taken.all.saturating_add(amount);
        let theirs = taken.of(&held.caller).saturating_add(amount);
        let fits = all <= self.total && theirs <= self.share.min(self.total - all);
        if fits && amount > 0 {
            taken.all = all;
            taken.by_caller.insert(held.caller.clone(), theirs);
            held.amount += amount;
        }
        fits
    }

    /// How much is taken by all.
    pub fn taken(&self) -> usize {
        lock(&self.taken).all
    }
}

impl<K: Hash + Eq + Clone> Held<K> {
    /// How much it is.
    pub const fn amount(&self) -> usize {
        self.amount
    }
}

impl<K: Hash + Eq> Taken<K> {
    fn of(&self, caller: &K) -> usize {
        self.by_caller.get(caller).copied().unwrap_or_default()
    }
}

impl<K: Hash + Eq + Clone> Drop for Held<K> {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        taken.all -= self.amount;
        let left = taken.of(&self.caller) - self.amount;
        // A caller that holds nothing takes no memory.
        if left == 0 {
            taken.by_caller.remove(&self.caller);
        } else if self.amount > 0 {
            taken.by_caller.insert(self.caller.clone(), left);
        }
    }
}

fn lock<K>(taken: &Mutex<Taken<K>>) -> MutexGuard<'_, Taken<K>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn room_is_given_back_and_who_holds_nothing_takes_no_memory() {
        let room = Room::new(10, 10);
        let taken = room.take("aisha", 5);
        assert!(taken.is_some() && room.take("aisha", 1).is_none());
        drop(taken);
        assert!(room.take("aisha", 5).is_some());
        assert_eq!(room.taken(), 0);
        assert!(lock(&room.taken).by_caller.is_empty());
    }

    #[test]
    fn one_caller_gets_half_and_the_next_one_gets_in() {
        let room = Room::new(100, usize::MAX);
        let greedy: Vec<_> = std::iter::from_fn(|| room.take(1, 10)).collect();
        assert_eq!(greedy.len(), 5);
        assert!(room.take(2, 25).is_some());
        assert!(room.take(2, 26).is_none());
    }

    #[test]
    fn a_share_bounds_a_caller_even_when_all_is_free() {
        let room = Room::new(usize::MAX, 2);
        let both = (room.take(1, 1), room.take(1, 1));
        assert!(both.0.is_some() && both.1.is_some());
        assert!(room.take(1, 1).is_none() && room.take(2, 2).is_some());
    }

    proptest! {
        #[test]
        fn while_less_than_half_is_taken_nobody_is_refused_and_a_newcomer_never_finds_it_full(
            asked in prop::collection::vec((0..4_u8, 1..40_usize), 1..60)
        ) {
            let room = Room::new(200, usize::MAX);
            let mut held = Vec::new();
            for (caller, amount) in asked {
                let little = room.taken() + amount <= 100;
                let got = room.take(caller, amount);
                prop_assert!(got.is_some() || !little);
                held.extend(got);
                prop_assert!(room.taken() < 200);
            }
            drop(held);
            prop_assert_eq!(room.taken(), 0);
        }
    }
}
