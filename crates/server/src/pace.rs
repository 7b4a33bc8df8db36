//! How slowly bytes may move. A slow transfer is cut, and its memory freed.

use std::time::Duration;

use tokio::time::Instant;

/// Bytes that must move within the allowed time. A connection's buffer holds as many anyway.
pub const PART: usize = 64 << 10;

/// The pace of an incoming body: each [`PART`] of it must arrive in time.
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

    /// When the next part must have arrived.
    pub const fn due(&self) -> Instant {
        self.due
    }

    /// Counts bytes that arrived.
    pub fn came(&mut self, bytes: usize) {
        self.come += bytes;
        if self.come >= PART {
            *self = Self::new(self.patience);
        }
    }
}
