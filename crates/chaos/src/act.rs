//! Carrying out what a device does, or what befalls it.

use std::sync::PoisonError;

use domain::Entry;
use domain::views::{Page, Status};
use serde_json::json;

use crate::deed::{Act, Deed, End};
use crate::device::{Device, copy_folder};
use crate::finding::{Finding, Flaw};
use crate::oracle::Oracle;
use crate::process::Harm;
use crate::repair;
use crate::scene::Scene;
use crate::text::Text;

/// Lets a device do something at a step.
pub fn perform(scene: &Scene, step: usize, device: &mut Device, act: &Act) {
    if device.gone {
        return;
    }
    let harm = harm(device, act.end);
    match &act.deed {
        Deed::Sync => sync(scene, device, harm),
        Deed::SetClock(ahead) => {
            scene.journal.count("clocks that were set");
            device.clock = *ahead;
        }
        Deed::FillDisk(kibibytes) => {
            scene.journal.count("full disks of devices");
            device.room = Some(*kibibytes);
        }
        Deed::FreeDisk => device.room = None,
        _ if !device.joined => scene.journal.note("  has not joined yet"),
        Deed::Write(texts) => write(scene, step, device, texts, harm),
        Deed::Edit(text) => edit(scene, step, device, text, harm),
        Deed::Delete(text) => delete(scene, device, text, harm),
        Deed::Restore(id) => {
            let reply = device.call(scene, "restore", &json!({ "id": id }), harm);
            scene.told(device, "restore", &reply);
        }
        Deed::SyncInSilence => in_silence(scene, device),
        Deed::BackUp => back_up(scene, step, device),
        Deed::PutBack => put_back(scene, device),
        Deed::Damage(damage) => repair::damage(scene, device, *damage),
        Deed::Leave => leave(scene, device),
        Deed::Copy => {}
    }
}

fn harm(device: &Device, end: End) -> Harm {
    let share = |thousandths| device.usual * u32::try_from(thousandths).unwrap_or(1_000) / 1_000;
    match end {
        End::Lives => Harm::None,
        End::Killed(after) => Harm::Kill(share(after)),
        End::Stopped(after, millis) => {
            Harm::Stop(share(after), std::time::Duration::from_millis(millis))
        }
    }
}

/// Joins if need be, sends and fetches everything.
pub fn sync(scene: &Scene, device: &mut Device, harm: Harm) {
    if !device.joined {
        join(scene, device, harm);
    }
    if device.joined {
        let reply = device.run(scene, &["sync"], "", harm);
        scene.journal.note(&format!("  {device} sync: {}", reply.words));
        if reply.read::<Status>().is_some_and(|it| it.waiting == 0 && it.site.is_some()) {
            with(scene, |oracle| oracle.sent(device.index));
        }
        if reply.well {
            repair::salvage(scene, device);
        }
    }
}

fn join(scene: &Scene, device: &mut Device, harm: Harm) {
    let Some(code) = scene.code.clone() else { return };
    let code = sync::JoinCode { server: device.way.url(), ..code }.to_text();
    let name = device.name.clone();
    let reply = device.run(scene, &["join", &code, "--name", &name], "", harm);
    scene.journal.note(&format!("  {device} join: {}", reply.words));
    device.joined = reply.well || reply.fault() == "has-site";
}

fn write(scene: &Scene, step: usize, device: &mut Device, texts: &[Text], harm: Harm) {
    with(scene, |oracle| {
        for text in texts {
            oracle.tries(device.index, step, *text, Vec::new());
        }
    });
    let entries: Vec<_> = texts.iter().map(Text::entry).collect();
    let reply = match entries.as_slice() {
        [one] => device.call(scene, "save", &json!({ "entry": one }), harm),
        all => device.call(scene, "save-all", &json!({ "entries": all }), harm),
    };
    let numbers: Vec<_> = texts.iter().map(|it| format!("#{}", it.number)).collect();
    scene.told(device, &format!("writes {}", numbers.join(" ")), &reply);
    if reply.well {
        with(scene, |oracle| texts.iter().for_each(|it| oracle.acknowledged(it)));
    }
}

fn edit(scene: &Scene, step: usize, device: &mut Device, text: &Text, harm: Harm) {
    let Some(entry) = open(scene, device, text) else { return };
    let seen = text.sort.shown(&entry);
    with(scene, |oracle| oracle.tries(device.index, step, *text, seen));
    let reply = device.call(scene, "save", &json!({ "entry": text.edit(&entry) }), harm);
    scene.told(device, &format!("edits {} to #{}", text.record, text.number), &reply);
    if reply.well {
        with(scene, |oracle| oracle.acknowledged(text));
    }
}

fn delete(scene: &Scene, device: &mut Device, text: &Text, harm: Harm) {
    let Some(entry) = open(scene, device, text) else { return };
    with(scene, |oracle| oracle.bins(text.sort.shown(&entry)));
    let args = json!({ "id": text.record, "seen": entry.seen });
    let reply = device.call(scene, "delete", &args, harm);
    scene.told(device, &format!("deletes {}", text.record), &reply);
}

/// What somebody sees who opens a record; none where it isn't, or is in the bin.
fn open(scene: &Scene, device: &mut Device, text: &Text) -> Option<Entry> {
    let reply = device.call(scene, "get", &json!({ "id": text.record }), Harm::None);
    scene.told(device, "opens a record", &reply);
    reply.read::<Page>()?.entries.pop().filter(|it| !it.deleted)
}

fn in_silence(scene: &Scene, device: &mut Device) {
    scene.journal.count("silences");
    device.way.silent(true);
    sync(scene, device, Harm::None);
    device.way.silent(false);
}

fn back_up(scene: &Scene, step: usize, device: &mut Device) {
    copied(scene, copy_folder(&device.home, &device.backup()));
    device.backed_up = Some((step, device.joined));
}

fn put_back(scene: &Scene, device: &mut Device) {
    let Some((step, joined)) = device.backed_up else { return };
    copied(scene, copy_folder(&device.backup(), &device.home));
    (device.joined, device.damaged, device.kept) = (joined, false, None);
    with(scene, |oracle| oracle.put_back(device.index, step));
    scene.journal.count("homes put back");
}

fn leave(scene: &Scene, device: &mut Device) {
    device.gone = true;
    with(scene, |oracle| oracle.put_back(device.index, 0));
    scene.journal.count("devices that left");
}

/// Notes that a file could not be copied.
pub fn copied(scene: &Scene, outcome: std::io::Result<()>) {
    if let Err(error) = outcome {
        scene.journal.find(Finding::new(Flaw::Broken, "a copy", error.to_string()));
    }
}

/// Does something with the oracle.
pub fn with<T>(scene: &Scene, work: impl FnOnce(&mut Oracle) -> T) -> T {
    work(&mut scene.oracle.lock().unwrap_or_else(PoisonError::into_inner))
}
