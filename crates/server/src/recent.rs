//! A map of bounded size that forgets whoever stayed away the longest.

use std::collections::HashMap;
use std::hash::Hash;

/// Two generations: whoever is asked for moves to the young one; when that is half of all there may be,
/// it becomes the old one, and what nobody asked for since then is forgotten.
#[derive(Debug)]
pub struct Recent<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    half: usize,
}

impl<K: Hash + Eq, V: Default> Recent<K, V> {
    /// A map of at most so many.
    pub fn new(most: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), half: (most / 2).max(1) }
    }

    /// What is kept of a key; a default for one that is new.
    pub fn entry(&mut self, key: K) -> &mut V {
        let known = self.old.remove(&key);
        if self.young.len() >= self.half && !self.young.contains_key(&key) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.entry(key).or_insert_with(|| known.unwrap_or_default())
    }

    /// What is kept of a key, which makes it no younger.
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
