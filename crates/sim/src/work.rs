//! What people do: make, change, delete, take out again. Whatever is acknowledged must stay.

use std::sync::atomic::Ordering;

use domain::views::Saved;
use domain::{Entry, Fault, Id, Issue, Problem, calls};
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::oracle::shown;
use crate::world::{Broken, World};

/// Most forms that stand open on a device.
const FORMS: usize = 3;
/// By how much a clock may be ahead of its device's own wall: what it follows of others', in
/// milliseconds.
const AHEAD: u64 = 60 * 60 * 1_000 + 1_000;
/// When all conversations were.
const AT: &str = "2026-03-14T09:50:00.000Z";

impl World {
    /// Somebody logs conversations, all of them as one action.
    pub fn make(&mut self, device: usize, count: usize, dice: &mut Dice) -> Result<(), Broken> {
        let entries: Vec<_> = (0..count).map(|_| self.new_visit(count == 1, dice)).collect();
        let made = match entries.as_slice() {
            [one] => self.devices[device].call(calls::Save { entry: one.clone() }).map(drop),
            all => self.devices[device].call(calls::SaveAll { entries: all.to_vec() }).map(drop),
        };
        if self.went_well(device, "makes", &made)? {
            let site = self.devices[device].site;
            for entry in entries {
                let nothing = Entry { id: entry.id, ..Entry::default() };
                match entry.fields["note"].as_str() {
                    Some(text) => self.oracle.typed(site, device, &nothing, text),
                    None => self.oracle.made(site, entry.id),
                }
            }
        }
        Ok(())
    }

    fn new_visit(&mut self, alone: bool, dice: &mut Dice) -> Entry {
        // An action must fit through the narrowest proxy, since nobody may split it.
        let length = if alone && dice.one_in(20) { 1_000 } else { dice.below(60) };
        // Some are filled in later, by whoever comes to it first.
        let blank = alone && dice.one_in(6);
        let note = (!blank).then(|| self.oracle.text(length));
        let fields = json!({ "at": AT, "topics": topics(dice), "note": note });
        let (id, fields) = (Id::from_bytes(dice.bytes()), fields.as_object().cloned().unwrap());
        Entry { id, kind: "visit".into(), fields, ..Entry::default() }
    }

    /// Somebody opens a record, and leaves it open. Not where there are two of a device: what a
    /// form has seen goes by the device's name, and one of the two gets another.
    pub fn open(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        if self.devices[device].copied {
            return Ok(());
        }
        if let Some(entry) = self.read_any(device, dice)? {
            let forms = &mut self.devices[device].forms;
            forms.truncate(FORMS - 1);
            forms.insert(0, entry);
        }
        Ok(())
    }

    /// Somebody changes a record.
    pub fn edit(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let form = if dice.one_in(2) { self.devices[device].forms.pop() } else { None };
        let entry = match form {
            Some(entry) => Some(entry),
            None => self.read_any(device, dice)?,
        };
        let Some(seen) = entry else { return Ok(()) };
        let text = self.oracle.text(dice.below(40));
        let mut fields = json!({ "note": text });
        match dice.below(4) {
            0 => fields["topics"] = topics(dice),
            1 => fields["outcome"] = json!(dice.pick(&["settled", "follow-up", "referred"])),
            2 => fields["minutes"] = json!(dice.below(120)),
            _ => {}
        }
        let mut saved = self.save(device, &seen, &fields);
        if is_incomplete(&saved) {
            fields["at"] = json!(AT);
            fields["topics"] = topics(dice);
            saved = self.save(device, &seen, &fields);
        }
        if self.went_well(device, &edits(&seen, &text), &saved)? {
            let site = self.devices[device].site;
            self.oracle.typed(site, device, &seen, &text);
            self.keeps_time(device, &saved)?;
        }
        Ok(())
    }

    fn save(&self, device: usize, seen: &Entry, fields: &Value) -> Result<Saved, Fault> {
        let fields = fields.as_object().cloned().unwrap();
        self.devices[device].call(calls::Save { entry: Entry { fields, ..seen.clone() } })
    }

    /// Somebody moves a record to the bin.
    pub fn delete(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let Some(seen) = self.read_any(device, dice)?.filter(|it| !it.deleted) else {
            return Ok(());
        };
        let deleted =
            self.devices[device].call(calls::Delete { id: seen.id, seen: seen.seen.clone() });
        if self.went_well(device, "deletes", &deleted)? {
            self.oracle.binned(&seen);
        }
        Ok(())
    }

    /// Somebody takes a record out of the bin.
    pub fn restore(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let Some(seen) = self.read_any(device, dice)?.filter(|it| it.deleted) else {
            return Ok(());
        };
        let restored = self.devices[device].call(calls::Restore { id: seen.id });
        self.went_well(device, "takes out", &restored).map(drop)
    }

    /// One of the site's records, if this device has it.
    fn read_any(&mut self, device: usize, dice: &mut Dice) -> Result<Option<Entry>, Broken> {
        let site = self.devices[device].site;
        let ids: Vec<Id> = self.oracle.of(site).map(|(id, _)| id).collect();
        if ids.is_empty() {
            return Ok(None);
        }
        match self.devices[device].call(calls::Get { id: *dice.pick(&ids) }) {
            Ok(mut page) => Ok(page.entries.pop()),
            Err(Fault::NotFound) => Ok(None),
            Err(fault) if is_full(&fault) => Ok(None),
            Err(fault) => Err(format!("{device} can't read: {fault}")),
        }
    }

    /// Whether something was done. What people do fails only where there is no site yet, or no room.
    fn went_well<T>(
        &mut self,
        device: usize,
        what: &str,
        outcome: &Result<T, Fault>,
    ) -> Result<bool, Broken> {
        match outcome {
            Ok(_) => self.note(&format!("{device} {what}")),
            Err(Fault::NoSite) => {}
            Err(fault) if is_full(fault) => self.note(&format!("{device} {what}: no room")),
            Err(fault) => return Err(format!("{device} {what}: {fault}")),
        }
        Ok(outcome.is_ok())
    }

    /// No device is pulled along by another whose clock is far ahead.
    fn keeps_time(&self, device: usize, saved: &Result<Saved, Fault>) -> Result<(), Broken> {
        let Ok(saved) = saved else { return Ok(()) };
        let at = saved.entry.changed.at.timestamp_millis().unsigned_abs();
        let latest = self.devices[device].wall.latest.load(Ordering::Relaxed);
        // The record's last change may be somebody else's, and a copy goes by the same name.
        let ours = saved.entry.changed.by == format!("Owner {device}");
        if at <= latest + AHEAD || !ours || self.devices[device].copied {
            return Ok(());
        }
        Err(format!("{device} was pulled along to {}", saved.entry.changed.at))
    }
}

/// Whether something has to be filled in: two who each leave out a topic that the other keeps
/// leave none, and whoever knows only a record's later changes knows no time.
fn is_incomplete<T>(saved: &Result<T, Fault>) -> bool {
    let filled_in = |it: &Issue| it.problem == Problem::Missing && it.field != "note";
    matches!(saved, Err(Fault::Invalid { issues }) if issues.iter().all(filled_in))
}

/// For the trace: the numbers of the texts, not their words.
fn edits(seen: &Entry, text: &str) -> String {
    let number = |it: &str| it.split(' ').next().unwrap_or_default().to_owned();
    let seen_texts: Vec<_> = shown(seen).iter().map(|it| number(it)).collect();
    format!("edits {} to {}, having seen {}", seen.id, number(text), seen_texts.join(" "))
}

/// Whether a disk is full; anything else would be a bug.
pub fn is_full(fault: &Fault) -> bool {
    matches!(fault, Fault::Storage { detail } if detail.contains("full"))
}

fn topics(dice: &mut Dice) -> Value {
    let all = ["nav", "housing", "health", "school"];
    let mut some: Vec<_> = all.into_iter().filter(|_| dice.one_in(2)).collect();
    if some.is_empty() {
        some.push("nav");
    }
    json!(some)
}
