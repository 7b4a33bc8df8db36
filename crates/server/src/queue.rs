//! Incoming requests, a bounded number for each sender. If there are too many, the one that has
//! taken longest is dropped, so that the next one gets in.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// The requests of each sender, in order of arrival. Dropping a channel's end drops that request.
type Lines<K> = HashMap<K, VecDeque<(u64, oneshot::Sender<()>)>>;

/// The incoming requests.
#[derive(Debug)]
pub struct Queue<K: Hash + Eq + Copy> {
    most: usize,
    lines: Arc<Mutex<(u64, Lines<K>)>>,
}

/// A place in the queue, given up when it is dropped.
#[derive(Debug)]
pub struct Place<K: Hash + Eq + Copy> {
    sender: K,
    number: u64,
    kept: oneshot::Receiver<()>,
    lines: Arc<Mutex<(u64, Lines<K>)>>,
}

impl<K: Hash + Eq + Copy> Queue<K> {
    /// A queue of at most so many of each sender.
    pub fn new(most: usize) -> Self {
        Self { most, lines: Arc::default() }
    }

    /// A place for one more.
    pub fn enter(&self, sender: K) -> Place<K> {
        let (keeper, kept) = oneshot::channel();
        let mut lines = lock(&self.lines);
        lines.0 += 1;
        let number = lines.0;
        let line = lines.1.entry(sender).or_default();
        line.push_back((number, keeper));
        if line.len() > self.most {
            line.pop_front();
        }
        Place { sender, number, kept, lines: Arc::clone(&self.lines) }
    }
}

impl<K: Hash + Eq + Copy> Place<K> {
    /// Returns when a later request took the place.
    pub async fn lost(&mut self) {
        // Nothing is ever sent. It fails when the other end is dropped, which is what this waits
        // for.
        let _ = (&mut self.kept).await;
    }
}

impl<K: Hash + Eq + Copy> Drop for Place<K> {
    fn drop(&mut self) {
        let mut lines = lock(&self.lines);
        if let Some(line) = lines.1.get_mut(&self.sender) {
            line.retain(|(number, _)| *number != self.number);
            if line.is_empty() {
                lines.1.remove(&self.sender);
            }
        }
    }
}

fn lock<K>(lines: &Mutex<(u64, Lines<K>)>) -> MutexGuard<'_, (u64, Lines<K>)> {
    lines.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn who_has_taken_longest_gives_way_to_one_more_of_the_same_sender() {
        let queue = Queue::new(2);
        let [mut first, mut second, mut other] = ["a", "a", "b"].map(|it| queue.enter(it));
        let third = queue.enter("a");
        first.lost().await;
        assert!(second.lost().now_or_never().is_none() && other.lost().now_or_never().is_none());
        drop(third);
        let fourth = queue.enter("a");
        assert!(second.lost().now_or_never().is_none(), "a place that was left is free");
        drop((first, second, other, fourth));
        assert!(lock(&queue.lines).1.is_empty());
    }
}
