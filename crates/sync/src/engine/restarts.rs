//! How often a device begins anew with a server.
//!
//! A server that is put back from a backup makes every device offer everything again, once. Two
//! servers with databases of their own behind one address look like a server that is put back
//! with every request, and would have everything pushed without end.

/// Milliseconds.
const MINUTE: u64 = 60_000;
/// The longest time for which a device doesn't begin anew again, in milliseconds; after twice as much
/// quiet the next time counts as the first.
const LONGEST: u64 = 60 * MINUTE;

/// When a device last began anew, and how long it must not again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Restarts {
    last: Option<u64>,
    pause: u64,
}

impl Restarts {
    /// Whether the device may begin anew at `now`, in milliseconds since any fixed time. If so, it
    /// counts as done.
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
