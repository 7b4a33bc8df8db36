//! The order of a form's calls: no draft overtakes a newer one, or the save that ends it.

use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::lock::Mutex;

/// Whose turn it is.
#[derive(Debug, Default)]
pub struct Turn {
    /// Held while a call is under way.
    pub call: Mutex<()>,
    told: AtomicU64,
}

impl Turn {
    /// Notes that the core has been told of an edit. Returns the last edit before it, or nothing if a
    /// later edit has been told already.
    pub fn tell(&self, edit: u64) -> Option<u64> {
        let before = self.told.fetch_max(edit, Ordering::Relaxed);
        (before < edit).then_some(before)
    }

    /// Notes that the core has not heard of the edits after `before`.
    pub fn failed(&self, before: u64) {
        self.told.store(before, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_draft_is_not_sent_after_a_newer_one_and_a_failed_one_is_sent_again() {
        let turn = Turn::default();
        assert_eq!((turn.tell(2), turn.tell(1), turn.tell(2)), (Some(0), None, None));
        turn.failed(0);
        assert_eq!(turn.tell(2), Some(0));
    }
}
