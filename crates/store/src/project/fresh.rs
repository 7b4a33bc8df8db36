//! Records that a save merged for its answer. The projection takes them over, so that it need not
//! merge them again.

use std::collections::BTreeMap;

use domain::Id;
use domain::merge::Merged;

/// Most records that are kept for the next read; of more, all are merged again.
const LIMIT: usize = 64;

/// What the actions since the last read left, as long as nothing else reached the log.
#[derive(Debug, Default)]
pub struct Fresh {
    /// The end of the log after the last of them.
    end: u64,
    /// With the space of each.
    records: BTreeMap<Id, (Id, Merged)>,
}

impl Fresh {
    /// Keeps what an action in `space` left. The log's last `changes` are its own.
    pub fn keep(&mut self, space: Id, (end, changes): (u64, u64), left: &BTreeMap<Id, Merged>) {
        if end != self.end + changes || self.records.len() + left.len() > LIMIT {
            self.records.clear();
        }
        if left.len() <= LIMIT {
            self.records.extend(left.iter().map(|(id, it)| (*id, (space, it.clone()))));
        }
        self.end = end;
    }

    /// Forgets them, once the projection has them.
    pub fn clear(&mut self) {
        self.records.clear();
    }

    /// A record as the last action left it, if the log still ends there.
    pub fn of(&self, record: Id, end: u64) -> Option<(Id, Merged)> {
        self.records.get(&record).filter(|_| end == self.end).cloned()
    }
}
