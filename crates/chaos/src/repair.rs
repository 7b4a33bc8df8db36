//! Damaging a home, and what a sensible person does about it.

use domain::views::{Page, Status};
use serde_json::json;

use crate::act::{copied, with};
use crate::damage::log_of;
use crate::deed::Damage;
use crate::device::Device;
use crate::process::Harm;
use crate::scene::Scene;
use crate::text::Text;

/// Damages a home. What it wrote and hasn't sent may be gone by that, since there is no other copy;
/// what a salvage brings back counts again.
pub fn damage(scene: &Scene, device: &mut Device, damage: Damage) {
    if damage.is_of_log() {
        leave_log(scene, device);
    }
    match damage.befalls(&device.database()) {
        Ok(false) => return,
        Ok(true) => scene.journal.count(&format!("damage {}", name(damage))),
        Err(error) => return copied(scene, Err(error)),
    }
    device.damaged = true;
    with(scene, |oracle| oracle.put_back(device.index, 0));
    look_after(scene, device);
}

/// Kills the program while it writes until it leaves its log behind, which it clears away when it ends
/// by itself.
fn leave_log(scene: &Scene, device: &mut Device) {
    for tenth in 4..12 {
        if log_of(&device.database()).metadata().is_ok_and(|it| it.len() > 0) {
            break;
        }
        let kill = Harm::Kill(device.usual * tenth / 10);
        device.call(scene, "set-locale", &json!({ "locale": "nb" }), kill);
    }
}

/// Looks after a home that was damaged. The program salvages by itself what it can; a home that must
/// begin anew joins once more at the next sync, and salvages the file that was set aside then.
pub fn look_after(scene: &Scene, device: &mut Device) {
    if !device.damaged || device.room.is_some() {
        return;
    }
    let reply = device.call(scene, "status", &json!({}), Harm::None);
    scene.journal.note(&format!("  {device} after the damage: {}", reply.words));
    let status: Status = reply.read().unwrap_or_default();
    scene.journal.count(if reply.well { "damaged homes that open" } else { "homes begun anew" });
    scene.journal.add("homes that were salvaged", u64::from(status.salvaged.is_some()));
    device.joined = status.site.is_some();
    match reply.fault() {
        "" if reply.well => {}
        "damaged" => device.kept = reply.value.and_then(|it| Some(it["kept"].as_str()?.to_owned())),
        "missing-data" | "empty-data" => {}
        _ => copied(scene, give_up(device)),
    }
    device.damaged = false;
    if device.joined {
        count_what_is_there(scene, device);
    }
}

/// Salvages the file that was set aside, if there is one, once the device is in the site again.
pub fn salvage(scene: &Scene, device: &mut Device) {
    let Some(kept) = device.kept.take() else { return };
    let reply = device.run(scene, &["salvage", &kept], "", Harm::None);
    scene.journal.note(&format!("  {device} salvage: {}", reply.words));
    if reply.well {
        scene.journal.count("files that were salvaged");
        count_what_is_there(scene, device);
    } else {
        device.kept = Some(kept);
    }
}

/// What was at risk and is here after all must stay.
fn count_what_is_there(scene: &Scene, device: &mut Device) {
    let risked: Vec<Text> = with(scene, |oracle| oracle.at_risk(device.index));
    for text in risked {
        let reply = device.call(scene, "get", &json!({ "id": text.record }), Harm::None);
        let entry = reply.read::<Page>().and_then(|it| it.entries.into_iter().next());
        let shown = entry.map(|it| text.sort.shown(&it)).unwrap_or_default();
        if shown.contains(&text.words()) {
            with(scene, |oracle| oracle.is_there(&text.words()));
            scene.journal.count("unsent texts that outlived damage");
        } else {
            scene.journal.count("unsent texts that damage took");
        }
    }
}

fn give_up(device: &Device) -> std::io::Result<()> {
    let aside = |number: usize| device.home.with_extension(format!("damaged-{number}"));
    let free = (1..100).map(aside).find(|it| !it.exists());
    free.map_or(Ok(()), |it| std::fs::rename(&device.home, it))
}

const fn name(damage: Damage) -> &'static str {
    match damage {
        Damage::Flip(_) => "Flip",
        Damage::FlipLog(_) => "FlipLog",
        Damage::Truncate(_) => "Truncate",
        Damage::TruncateLog(_) => "TruncateLog",
        Damage::ZeroHead => "ZeroHead",
        Damage::Missing => "Missing",
    }
}
