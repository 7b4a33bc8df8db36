//! What happened, in words, and the hash of it: two runs of a seed must agree on every word.

use std::collections::BTreeMap;

use blake3::Hasher;

/// The account of a run.
#[derive(Default)]
pub struct Trace {
    lines: Vec<String>,
    hasher: Hasher,
    /// How often what happened.
    pub counts: BTreeMap<String, u64>,
}

impl Trace {
    /// Notes what happened at a true time, in milliseconds.
    pub fn note(&mut self, now: u64, what: &str) {
        let line = format!("{:>10}.{:03} {what}", now / 1_000 % 10_000_000_000, now % 1_000);
        self.hasher.update(line.as_bytes());
        self.lines.push(line);
    }

    /// Counts something.
    pub fn count(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }

    /// The hash of everything noted.
    pub fn hash(&self) -> u64 {
        let hash = self.hasher.finalize();
        hash.as_bytes().iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    /// The last so many lines.
    pub fn tail(&self, lines: usize) -> &[String] {
        &self.lines[self.lines.len().saturating_sub(lines)..]
    }
}
