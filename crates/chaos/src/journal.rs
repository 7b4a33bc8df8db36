//! What happened in a story: a line a step, how often what, and what was found.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use crate::finding::Finding;

/// How often what happened.
pub type Counts = BTreeMap<String, u64>;

/// The account of a story, written while it happens.
pub struct Journal {
    started: Instant,
    file: Mutex<File>,
    counts: Mutex<Counts>,
    findings: Mutex<Vec<Finding>>,
}

impl Journal {
    /// An account that begins now, in a file of its own.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Ok(Self {
            started: Instant::now(),
            file: Mutex::new(File::create(path)?),
            counts: Mutex::default(),
            findings: Mutex::default(),
        })
    }

    /// Notes a line.
    pub fn note(&self, what: &str) {
        let line = format!("{:>8.3} {what}\n", self.started.elapsed().as_secs_f64());
        // An account that can't be written any more is no reason to end the story.
        let _ = self.file.lock().unwrap().write_all(line.as_bytes());
    }

    /// Counts something.
    pub fn count(&self, what: &str) {
        self.add(what, 1);
    }

    /// Counts something as often as that.
    pub fn add(&self, what: &str, times: u64) {
        *self.counts.lock().unwrap().entry(what.to_owned()).or_default() += times;
    }

    /// Notes what must not be.
    pub fn find(&self, finding: Finding) {
        self.note(&format!("FOUND {finding}"));
        self.findings.lock().unwrap().push(finding);
    }

    /// How often what happened, and what was found.
    pub fn outcome(&self) -> (Counts, Vec<Finding>) {
        (self.counts.lock().unwrap().clone(), self.findings.lock().unwrap().clone())
    }
}
