//! Notifies those waiting for a space that its position has moved. A space takes memory only while
//! a device waits for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use uuid::Uuid;

type Senders = HashMap<Uuid, watch::Sender<u64>>;

/// The spaces that devices wait for.
#[derive(Debug, Default)]
pub struct Notifier(Mutex<Senders>);

/// A waiting device.
#[derive(Debug)]
pub struct Listener {
    notifier: Arc<Notifier>,
    space: Uuid,
    news: watch::Receiver<u64>,
}

impl Notifier {
    /// Reports the new position of a space.
    pub fn announce(&self, space: Uuid, head: u64) {
        if let Some(sender) = self.lock().get(&space) {
            sender.send_if_modified(|known| {
                let later = head > *known;
                *known = head.max(*known);
                later
            });
        }
    }

    /// The spaces that devices wait for.
    pub fn awaited(&self) -> Vec<Uuid> {
        self.lock().keys().copied().collect()
    }

    /// How many wait.
    pub fn listening(&self) -> usize {
        self.lock().values().map(watch::Sender::receiver_count).sum()
    }

    /// Starts to listen. Read the head after this, so that no change is missed in between.
    pub fn listen(self: &Arc<Self>, space: Uuid) -> Listener {
        let news = self.lock().entry(space).or_insert_with(|| watch::Sender::new(0)).subscribe();
        Listener { notifier: Arc::clone(self), space, news }
    }

    fn lock(&self) -> MutexGuard<'_, Senders> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener {
    /// Returns when the space has gone beyond a position.
    pub async fn beyond(&mut self, after: u64) {
        // It fails when the sender is gone, and the sender stays while this listens.
        let _ = self.news.wait_for(|head| *head > after).await;
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut senders = self.notifier.lock();
        if senders.get(&self.space).is_some_and(|sender| sender.receiver_count() == 1) {
            senders.remove(&self.space);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_who_wait_for_a_space_hear_of_it_and_then_it_takes_no_memory() {
        let (notifier, space) = (Arc::new(Notifier::default()), Uuid::from_u128(1));
        let (mut one, mut two) = (notifier.listen(space), notifier.listen(space));
        notifier.announce(Uuid::from_u128(2), 9);
        notifier.announce(space, 5);
        notifier.announce(space, 4);
        one.beyond(4).await;
        two.beyond(0).await;
        drop(one);
        assert_eq!((notifier.awaited(), notifier.listening()), (vec![space], 1));
        drop(two);
        assert!(notifier.lock().is_empty());
    }
}
