//! How often a device may start over with a server.
//!
//! A restored server makes every device offer everything again, once. Two servers with different
//! databases behind one address look like a server that is restored with every request. They would
//! have everything pushed without end.

/// Milliseconds.
const MINUTE: u64 = 60_000;
/// The longest time between two restarts, in milliseconds. After twice as long without one, the
/// next counts as the first.
const LONGEST: u64 = 60 * MINUTE;

/// When a device last started over, and how long it must not do so again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Restarts {
    last: Option<u64>,
    pause: u64,
}

impl Restarts {
    /// Whether the device may start over at `now`, in milliseconds since any fixed time. If so,
    /// this counts as a restart.
    pub fn allow(&mut self, now: u64) -> bool {
        let since = self.last.map(|last| now.abs_diff(last));
        if since.is_some_and(|it| it < self.pause) {
            return false;
        }
        let again = since.is_some_and(|it| it < 2 * LONGEST);
        self.pause = if again { (self.pause * 2).min(LONGEST) } else { MINUTE };
        self.last = Some(now);
        true
    }
}
