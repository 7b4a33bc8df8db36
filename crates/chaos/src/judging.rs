//! What must be true once everything was sent and fetched.

use std::collections::{BTreeMap, BTreeSet};

use domain::Id;
use domain::views::{Status, Verified};
use serde_json::json;

use crate::device::Device;
use crate::finding::{Finding, Flaw};
use crate::oracle::Oracle;
use crate::process::Harm;
use crate::reading::Reading;
use crate::scene::Scene;
use crate::story::Story;
use crate::text::Sort;

/// Most differing records that are told of.
const TOLD: usize = 3;

impl Story<'_> {
    /// Reads every device, and holds it against what people did.
    pub(crate) fn is_judged(&mut self) {
        self.scene.journal.note("judging");
        let Self { scene, devices, .. } = self;
        let oracle = std::mem::take(&mut *scene.oracle.lock().unwrap());
        let long = oracle.records_with_history();
        let mut readings = Vec::new();
        for device in devices {
            sound(scene, device);
            if let Some(reading) = Reading::of(scene, device, &long) {
                readings.push(reading);
            } else {
                scene.journal.find(Finding::new(Flaw::Unsound, device.to_string(), "unreadable"));
            }
        }
        let acknowledged = oracle.texts().filter(|it| it.1.must_be_there()).count();
        scene.journal.add("texts", oracle.texts().count() as u64);
        scene.journal.add("texts that must be there", acknowledged as u64);
        for reading in &readings {
            for finding in [judge(&oracle, reading), equal(&readings[0], reading)].concat() {
                scene.journal.find(finding);
            }
        }
    }
}

/// A device is sound by its own account, and has nothing left to do.
fn sound(scene: &Scene, device: &mut Device) {
    let found = |device: &Device, detail: String| {
        scene.journal.find(Finding::new(Flaw::Unsound, device.to_string(), detail));
    };
    let reply = device.run(scene, &["verify"], "", Harm::None);
    match reply.read::<Verified>() {
        Some(verified) if verified.is_sound() => {}
        Some(verified) => found(device, format!("{verified:?}")),
        None => found(device, reply.words),
    }
    let reply = device.call(scene, "status", &json!({}), Harm::None);
    let status: Status = reply.read().unwrap_or_default();
    if status.unread > 0 || status.waiting > 0 {
        found(device, format!("{} unread, {} waiting", status.unread, status.waiting));
    }
}

/// Whether a device has every text, shows those that nobody has edited over, and has none twice
/// and none that nobody wrote.
pub fn judge(oracle: &Oracle, reading: &Reading) -> Vec<Finding> {
    let mut findings = Vec::new();
    let whose = &reading.whose;
    let mut find = |flaw, text: &str, detail: String| {
        findings.push(Finding::new(flaw, short(text), format!("on {whose}: {detail}")));
    };
    for (words, written) in oracle.texts().filter(|it| it.1.must_be_there()) {
        let (id, sort) = (written.text.record, written.text.sort);
        let deleted = reading.entries.get(&id).is_some_and(|it| it.deleted);
        if !reading.has(id, sort, words) {
            find(Flaw::Lost, words, format!("not in {id}"));
        } else if !oracle.is_replaced(words) && !reading.shown(id, sort).contains(words) {
            find(Flaw::Hidden, words, format!("only in the history of {id}"));
        } else if deleted && !oracle.is_replaced(words) && !oracle.is_binned(words) {
            find(Flaw::Hidden, words, format!("in the bin with {id}, unseen"));
        }
    }
    for (text, places) in places(oracle, reading) {
        if !oracle.knows(&text) {
            find(Flaw::Invented, &text, format!("in {places:?}"));
        } else if places.len() > 1 {
            find(Flaw::Doubled, &text, format!("in {places:?}"));
        }
    }
    findings
}

/// Where each text is: once for each record that shows it, and for each time in a history.
fn places(oracle: &Oracle, reading: &Reading) -> BTreeMap<String, Vec<Id>> {
    let mut places: BTreeMap<String, Vec<Id>> = BTreeMap::new();
    let sorts = oracle.records();
    let unknown = reading.entries.iter().filter(|it| !sorts.contains_key(it.0));
    for (id, entry) in unknown {
        let sort = crate::text::SORTS.iter().find(|it| it.kind == entry.kind);
        for text in sort.map(|it| it.shown(entry)).unwrap_or_default() {
            places.entry(text).or_default().push(*id);
        }
    }
    for (id, sort) in sorts {
        let shown: BTreeSet<String> = reading.shown(id, sort).into_iter().collect();
        let texts = reading.histories.get(&id).cloned();
        for text in texts.unwrap_or_else(|| shown.into_iter().collect()) {
            places.entry(text).or_default().push(id);
        }
    }
    places
}

fn equal(first: &Reading, other: &Reading) -> Vec<Finding> {
    let differing = first.differing(other).into_iter().take(TOLD);
    let finding = |id: Id| {
        let [one, two] = [first, other].map(|it| serde_json::to_string(&it.entries.get(&id)));
        let (one, two) = (one.unwrap_or_default(), two.unwrap_or_default());
        let detail = format!("{}: {one}\n    {}: {two}", first.whose, other.whose);
        Finding::new(Flaw::Unequal, id.to_string(), detail)
    };
    differing.map(finding).collect()
}

fn short(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_owned()
}

impl Oracle {
    /// The records that have had more than one text, or may have.
    fn records_with_history(&self) -> BTreeMap<Id, Sort> {
        let mut count: BTreeMap<Id, (Sort, usize)> = BTreeMap::new();
        for (_, written) in self.texts() {
            let entry = count.entry(written.text.record).or_insert((written.text.sort, 0));
            entry.1 += 1;
        }
        count.into_iter().filter(|it| it.1.1 > 1).map(|it| (it.0, it.1.0)).collect()
    }
}
