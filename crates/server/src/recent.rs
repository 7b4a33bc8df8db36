//! A map of bounded size that forgets the entries unused for longest.

use std::collections::HashMap;
use std::hash::Hash;

/// Two generations. A key that is used moves to the young one. When that has half of the bound, it
/// becomes the old one, and entries unused since then are forgotten.
#[derive(Debug)]
pub struct Recent<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    half: usize,
}

impl<K: Hash + Eq, V: Default> Recent<K, V> {
    /// A map with a bound.
    pub fn new(most: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), half: (most / 2).max(1) }
    }

    /// The value of a key; a default for a new one.
    pub fn entry(&mut self, key: K) -> &mut V {
        let known = self.old.remove(&key);
        if self.young.len() >= self.half && !self.young.contains_key(&key) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.entry(key).or_insert_with(|| known.unwrap_or_default())
    }

    /// The value of a key, without counting as a use.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.young.get(key).or_else(|| self.old.get(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_too_many_the_one_who_stayed_away_longest_is_forgotten() {
        let mut recent = Recent::<u32, u32>::new(10);
        *recent.entry(0) = 7;
        for key in 1..1_000 {
            *recent.entry(0) += 1;
            *recent.entry(key) = key;
        }
        assert_eq!(recent.get(&0), Some(&1_006));
        assert_eq!((recent.get(&1), recent.get(&999)), (None, Some(&999)));
        assert!(recent.young.len() + recent.old.len() <= 10);
    }
}
