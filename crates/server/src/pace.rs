//! How slowly bytes may come or go: whoever holds something up is cut, and memory is given back.

use std::time::Duration;

use tokio::time::Instant;

/// Bytes that must have come or gone within the time that is allowed for them. As many as a connection's
/// buffer takes anyway.
pub const PART: usize = 64 << 10;

/// The pace of a body that comes in: each [`PART`] of it has a time to arrive in.
#[derive(Debug)]
pub struct Pace {
    patience: Duration,
    due: Instant,
    come: usize,
}

impl Pace {
    /// Begins now.
    pub fn new(patience: Duration) -> Self {
        Self { patience, due: Instant::now() + patience, come: 0 }
    }

    /// When more must have come.
    pub const fn due(&self) -> Instant {
        self.due
    }

    /// So many bytes came.
    pub fn came(&mut self, bytes: usize) {
        self.come += bytes;
        if self.come >= PART {
            *self = Self::new(self.patience);
        }
    }
}
