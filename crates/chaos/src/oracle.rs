//! What people did, kept apart from the product, to say what must be true of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::Id;

use crate::text::{Sort, Text};

/// All that was written.
#[derive(Default)]
pub struct Oracle {
    texts: BTreeMap<String, Written>,
    /// Texts that somebody has edited over, or tried to, having seen them.
    replaced: BTreeSet<String>,
    /// Texts that somebody who moved their record to the bin, or tried to, had seen.
    binned: BTreeSet<String>,
}

/// What is known of a text.
#[derive(Debug, Clone)]
pub struct Written {
    /// The text.
    pub text: Text,
    /// The device on which it was written.
    device: usize,
    /// At which step.
    step: usize,
    /// Whether somebody was told that it is saved.
    acknowledged: bool,
    /// Whether somebody was told that it is on the server.
    sent: bool,
    /// Whether the only copy of it may be gone, by what befell the device that had it.
    may_be_lost: bool,
}

impl Oracle {
    /// Somebody is about to write a text, having seen some others in its place.
    pub fn tries(&mut self, device: usize, step: usize, text: Text, seen: Vec<String>) {
        let written =
            Written { text, device, step, acknowledged: false, sent: false, may_be_lost: false };
        self.texts.insert(text.words(), written);
        self.replaced.extend(seen);
    }

    /// They were told that it is saved.
    pub fn acknowledged(&mut self, text: &Text) {
        if let Some(written) = self.texts.get_mut(&text.words()) {
            written.acknowledged = true;
        }
    }

    /// Somebody is about to move a record to the bin, having seen some texts.
    pub fn bins(&mut self, seen: Vec<String>) {
        self.binned.extend(seen);
    }

    /// A device says that everything of it is on the server.
    pub fn sent(&mut self, device: usize) {
        self.of(device).filter(|it| !it.may_be_lost).for_each(|it| it.sent = true);
    }

    /// A device's home was put back to how it was at a step: what it wrote after that, and hasn't
    /// sent, is gone. A step of 0 is the beginning.
    pub fn put_back(&mut self, device: usize, step: usize) {
        let risked = self.of(device).filter(|it| !it.sent && it.step > step);
        risked.for_each(|it| it.may_be_lost = true);
    }

    /// A text that was at risk is there after all.
    pub fn is_there(&mut self, text: &str) {
        if let Some(written) = self.texts.get_mut(text) {
            written.may_be_lost = false;
        }
    }

    /// Each text with what is known of it.
    pub fn texts(&self) -> impl Iterator<Item = (&String, &Written)> {
        self.texts.iter()
    }

    /// Whether somebody wrote that text.
    pub fn knows(&self, text: &str) -> bool {
        self.texts.contains_key(text)
    }

    /// The records, with their sorts.
    pub fn records(&self) -> BTreeMap<Id, Sort> {
        self.texts.values().map(|it| (it.text.record, it.text.sort)).collect()
    }

    /// Whether that text may be seen in the history alone.
    pub fn is_replaced(&self, text: &str) -> bool {
        self.replaced.contains(text)
    }

    /// Whether somebody meant to move that text to the bin.
    pub fn is_binned(&self, text: &str) -> bool {
        self.binned.contains(text)
    }

    /// What a device was told is saved, hasn't sent, and may have lost.
    pub fn at_risk(&self, device: usize) -> Vec<Text> {
        let at_risk =
            |it: &&Written| it.device == device && it.acknowledged && it.may_be_lost && !it.sent;
        self.texts.values().filter(at_risk).map(|it| it.text).collect()
    }

    fn of(&mut self, device: usize) -> impl Iterator<Item = &mut Written> {
        self.texts.values_mut().filter(move |it| it.device == device)
    }
}

impl Written {
    /// Whether every device must have it.
    pub fn must_be_there(&self) -> bool {
        self.acknowledged && !self.may_be_lost
    }
}
