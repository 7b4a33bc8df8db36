//! What everybody in a story shares.

use std::sync::{Arc, Mutex};

use sync::JoinCode;

use crate::device::{Device, Reply};
use crate::finding::{Finding, Flaw};
use crate::journal::Journal;
use crate::oracle::Oracle;
use crate::programs::Programs;

/// The programs, the account, the oracle, and how one joins.
pub struct Scene {
    /// What runs.
    pub programs: Programs,
    /// What happened.
    pub journal: Arc<Journal>,
    /// What must be true.
    pub oracle: Mutex<Oracle>,
    /// Where the server is just now, such as `127.0.0.1:8470`.
    pub server: Arc<Mutex<String>>,
    /// What somebody needs to join; none before the site was started.
    pub code: Option<JoinCode>,
}

impl Scene {
    /// Notes what came of something that a device did, and finds fault with what it was refused
    /// without a reason.
    pub fn told(&self, device: &Device, what: &str, reply: &Reply) {
        self.journal.note(&format!("  {device} {what}: {}", reply.words));
        let reason = match reply.fault() {
            "" | "not-found" | "no-site" => true,
            "storage" if device.room.is_some() => {
                self.journal.count("refusals for want of room");
                true
            }
            "damaged" | "empty-data" | "missing-data" | "unsound" | "wrong-key" => device.damaged,
            _ => false,
        };
        if !reason {
            let what = format!("{device} {what}");
            self.journal.find(Finding::new(Flaw::Refused, what, reply.words.clone()));
        }
    }
}
