//! What people did, kept apart from the product, to say what must be true of it.
//!
//! Every edit writes a text that nobody else writes. A text stands until somebody edits a
//! record having seen it: the texts that stand are those that the record must show, as its
//! value or as a version to choose from.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Entry, Id};
use serde_json::Value;

/// All that was typed, and acknowledged, in the world.
#[derive(Default)]
pub struct Oracle {
    records: BTreeMap<Id, Typed>,
    /// What newer versions wrote, with the site.
    unknown: Vec<(usize, String)>,
    texts: u64,
}

/// What was done to a record.
#[derive(Default)]
pub struct Typed {
    /// The site it belongs to.
    pub site: usize,
    /// Every text ever typed, with the number of the device.
    pub texts: BTreeMap<String, usize>,
    /// Those that somebody has replaced, having seen them.
    replaced: BTreeSet<String>,
    /// Those that somebody who moved the record to the bin had seen.
    binned: BTreeSet<String>,
}

impl Oracle {
    /// A text that nobody has typed.
    pub fn text(&mut self, length: usize) -> String {
        self.texts += 1;
        let filler: String =
            "Їжак ትግር 👩‍👩‍👧 cafe\u{301} «æøå» ".chars().cycle().take(length).collect();
        format!("#{} {filler}.", self.texts)
    }

    /// Somebody made a record without a text.
    pub fn made(&mut self, site: usize, id: Id) {
        self.records.entry(id).or_default().site = site;
    }

    /// Somebody typed a text, having seen `entry`.
    pub fn typed(&mut self, site: usize, device: usize, entry: &Entry, text: &str) {
        let typed = self.records.entry(entry.id).or_default();
        typed.site = site;
        typed.texts.insert(text.to_owned(), device);
        typed.replaced.extend(shown(entry));
    }

    /// Somebody moved a record to the bin, having seen it.
    pub fn binned(&mut self, entry: &Entry) {
        self.records.entry(entry.id).or_default().binned.extend(shown(entry));
    }

    /// A newer version's value, with much that reading and writing it again would change.
    pub fn unknown(&mut self, site: usize) -> String {
        self.texts += 1;
        let value = format!(
            r#"{{ "n": {}, "b": 1.0, "a": [1e2, "\u00e9", 12345678901234567890.5],  "b": null }}"#,
            self.texts
        );
        self.unknown.push((site, value.clone()));
        value
    }

    /// What newer versions wrote at a site.
    pub fn unknown_of(&self, site: usize) -> impl Iterator<Item = &str> {
        self.unknown.iter().filter(move |it| it.0 == site).map(|it| it.1.as_str())
    }

    /// The records of a site, with what was done to them.
    pub fn of(&self, site: usize) -> impl Iterator<Item = (Id, &Typed)> {
        self.records.iter().filter(move |it| it.1.site == site).map(|it| (*it.0, it.1))
    }
}

impl Typed {
    /// The texts that stand.
    pub fn standing(&self) -> BTreeSet<String> {
        self.texts.keys().filter(|it| !self.replaced.contains(*it)).cloned().collect()
    }

    /// Whether somebody wrote what nobody who moved the record to the bin had seen.
    pub fn outlives_bin(&self) -> bool {
        self.standing().iter().any(|it| !self.binned.contains(it))
    }
}

/// The notes that a reader of a record sees: the value and the versions to choose from.
pub fn shown(entry: &Entry) -> BTreeSet<String> {
    let note = |it: &Value| it.as_str().map(str::to_owned);
    let value = entry.fields.get("note").and_then(note);
    let choices = entry.conflicts.iter().filter(|it| it.field == "note");
    let versions = choices.flat_map(|it| &it.versions).filter_map(|it| note(&it.value));
    value.into_iter().chain(versions).collect()
}
