//! Everything that a device shows.

use std::collections::{BTreeMap, BTreeSet};

use domain::views::{Page, Revision};
use domain::{Entry, Id};
use serde_json::{Value, json};

use crate::device::Device;
use crate::process::Harm;
use crate::scene::Scene;
use crate::text::{SORTS, Sort};

/// Most records that one call lists.
const PAGE: usize = 500;

/// The records of a device, as its owner sees them.
pub struct Reading {
    /// Whose.
    pub whose: String,
    /// All records, those in the bin too.
    pub entries: BTreeMap<Id, Entry>,
    /// Of records with more than one text: every text that each has ever had, as often as it had it.
    pub histories: BTreeMap<Id, Vec<String>>,
}

impl Reading {
    /// Reads a device; of the records in `long`, the history as well. None when it can't be read.
    pub fn of(scene: &Scene, device: &mut Device, long: &BTreeMap<Id, Sort>) -> Option<Self> {
        let mut entries = BTreeMap::new();
        for sort in SORTS {
            let args = json!({ "kind": sort.kind });
            entries.extend(pages(scene, device, "list", &args)?);
        }
        entries.extend(pages(scene, device, "bin", &json!({}))?);
        let mut histories = BTreeMap::new();
        for (id, sort) in long {
            histories.insert(*id, history(scene, device, *id, *sort));
        }
        Some(Self { whose: device.to_string(), entries, histories })
    }

    /// The texts that a record shows.
    pub fn shown(&self, id: Id, sort: Sort) -> Vec<String> {
        self.entries.get(&id).map(|it| sort.shown(it)).unwrap_or_default()
    }

    /// Whether a record has or had that text.
    pub fn has(&self, id: Id, sort: Sort, text: &str) -> bool {
        let had = self.histories.get(&id).is_some_and(|it| it.iter().any(|it| it == text));
        had || self.shown(id, sort).iter().any(|it| it == text)
    }

    /// The records that differ from another device's.
    pub fn differing(&self, other: &Self) -> Vec<Id> {
        let all: BTreeSet<_> = self.entries.keys().chain(other.entries.keys()).collect();
        let differs = |it: &&&Id| self.entries.get(**it) != other.entries.get(**it);
        all.iter().filter(differs).map(|it| **it).collect()
    }
}

fn pages(
    scene: &Scene,
    device: &mut Device,
    call: &str,
    args: &Value,
) -> Option<BTreeMap<Id, Entry>> {
    let mut entries = BTreeMap::new();
    for page in 0.. {
        let mut args = args.clone();
        args["limit"] = json!(PAGE);
        args["skip"] = json!(page * PAGE);
        let reply = device.call(scene, call, &args, Harm::None);
        scene.told(device, call, &reply);
        let page: Page = reply.read()?;
        let last = page.entries.len() < PAGE;
        entries.extend(page.entries.into_iter().map(|it| (it.id, it)));
        if last {
            break;
        }
    }
    Some(entries)
}

fn history(scene: &Scene, device: &mut Device, id: Id, sort: Sort) -> Vec<String> {
    let reply = device.call(scene, "history", &json!({ "id": id }), Harm::None);
    let revisions: Vec<Revision> = reply.read().unwrap_or_default();
    let text = |it: &Revision| it.fields.get(sort.field)?.as_str().map(str::to_owned);
    revisions.iter().filter_map(text).collect()
}
