//! What tests of a handover share: how it is opened, placed, answered and closed.

use domain::handing_over::ItemStatus;
use domain::kinds::{Consent, HandoverStatus};
use domain::views::{HandoverPlan, Matter, Saved};
use domain::{
    Body, Entry, Fault, Handover, HandoverItem, Id, Notice, Problem, Record, Summary, calls, read,
};
use serde_json::{Value, json};

use crate::site::{meet, status};
use crate::{Device, World};

/// Aisha and Bjørn, who know of each other.
pub async fn team_of(world: &World) -> (Device, Device) {
    let (aisha, bjorn) = world.two_devices().await;
    meet(&[&aisha, &bjorn]).await;
    (aisha, bjorn)
}

/// The member whose device it is.
pub async fn member(device: &Device) -> Id {
    status(device).await.member.unwrap()
}

/// Registers a resident, who reads Ukrainian.
pub async fn resident(device: &Device, name: &str) -> Id {
    let fields = json!({ "name": name, "languages": ["uk"], "moved_in": "2024-01-10" });
    device.saves("resident", fields).await.entry.id
}

/// Notes what is left to do about residents.
pub async fn follow_up(device: &Device, what: &str, about: &[Id]) -> Id {
    let fields = json!({ "what": what, "due": "2024-03-20", "about": about });
    device.saves("follow-up", fields).await.entry.id
}

/// Registers an office of Nav.
pub async fn partner(device: &Device, name: &str) -> Id {
    device.saves("partner", json!({ "name": name, "kind": "nav" })).await.entry.id
}

/// Opens a handover of the building, led by the owner of the device.
pub async fn opens(device: &Device) -> Id {
    opens_for(device, json!({ "scope": "building" })).await
}

/// Opens a handover with these fields.
pub async fn opens_for(device: &Device, fields: Value) -> Id {
    let all = json!({ "last_day": "2024-03-23", "lead": member(device).await });
    let id = device.saves("handover", with(all, &fields)).await.entry.id;
    sets(device, Handover::KIND, id, json!({ "status": HandoverStatus::Open })).await.unwrap();
    id
}

/// Sets fields of a record that its author has read, if there is one.
pub async fn sets(device: &Device, kind: &str, id: Id, fields: Value) -> Result<Saved, Fault> {
    let page = device.run(calls::Get { id }).await.ok();
    let seen = page.and_then(|it| it.entries.into_iter().next()?.seen);
    let fields: Body = fields.as_object().unwrap().clone();
    let entry = Entry { id, kind: kind.into(), fields, seen, ..Entry::default() };
    device.run(calls::Save { entry }).await
}

/// The handover, with its matters and residents.
pub async fn plan(device: &Device, id: Id) -> HandoverPlan {
    device.run(calls::GetHandover { id }).await.unwrap()
}

/// A matter as it stands in a handover.
pub async fn matter(device: &Device, handover: Id, matter: Id) -> Matter {
    let all = plan(device, handover).await.matters;
    all.into_iter().find(|it| it.id == matter).unwrap()
}

/// That no consent is needed, and why.
pub fn no_consent_needed() -> Body {
    let said = json!({ "consent": Consent::NotNeeded, "consent_why": "Gjelder bygget" });
    said.as_object().unwrap().clone()
}

/// Offers matters that need no consent.
pub async fn places(device: &Device, handover: Id, matters: &[Id], receiver: Id) -> Option<Id> {
    let (matters, fields) = (matters.to_vec(), no_consent_needed());
    device.run(calls::PlaceMatters { handover, matters, receiver, fields }).await.unwrap()
}

/// A member writes what the receiver of a matter answers.
pub async fn answers(device: &Device, handover: Id, id: Id, said: Value) -> Result<Saved, Fault> {
    let item = matter(device, handover, id).await.item;
    sets(device, HandoverItem::KIND, item, said).await
}

/// Keeps matters with the owner of the device, who looks at them again on 2 April.
pub async fn keeps(device: &Device, handover: Id, matters: Vec<Id>, reason: &str) {
    let (reason, review) = (reason.to_owned(), "2024-04-02".parse().unwrap());
    device.run(calls::KeepMatters { handover, matters, reason, review }).await.unwrap();
}

/// Closes a handover, or hears why it stays open.
pub async fn closes(device: &Device, id: Id) -> Result<Saved, Fault> {
    device.run(calls::CloseHandover { id }).await
}

/// A receiver's yes, in their own words.
pub fn yes(understood: &str) -> Value {
    json!({ "status": ItemStatus::Accepted, "understood": understood })
}

/// The same, said on the phone.
pub fn yes_by_phone(understood: &str) -> Value {
    by_phone(yes(understood))
}

/// What a receiver said on the phone.
pub fn by_phone(said: Value) -> Value {
    let by = json!({ "answered_by": "Ingrid Moe", "answered_at": "2024-03-14T11:00:00.000Z" });
    with(said, &by)
}

/// What a save was refused for.
pub fn problems(outcome: Result<Saved, Fault>) -> Vec<Problem> {
    match outcome {
        Err(Fault::Invalid { issues }) => issues.into_iter().map(|it| it.problem).collect(),
        other => panic!("{other:?}"),
    }
}

/// Saves the summary that the plan gives a resident.
pub async fn summarises(device: &Device, handover: Id, resident: Id, fields: Value) -> Id {
    let residents = plan(device, handover).await.residents;
    let id = residents.iter().find(|it| it.id == resident).unwrap().summary;
    let all = json!({ "handover": handover, "resident": resident, "state": "watch",
        "who": "Bor alene.", "if_then": "Hvis hun ikke åpner, så ring søsteren.", "as_of": "2024-03-14" });
    sets(device, Summary::KIND, id, with(all, &fields)).await.unwrap();
    id
}

/// Signs a summary as it stands.
pub async fn signs(device: &Device, summary: Id) -> Result<Saved, Fault> {
    let words = read::<Summary>(&device.reads(summary).await.fields).words();
    let signed = json!({ "signed_by": member(device).await, "signed_words": words });
    sets(device, Summary::KIND, summary, signed).await
}

/// Tells a resident in the name of the device's owner.
pub async fn tells(device: &Device, handover: Id, resident: Id) {
    let residents = plan(device, handover).await.residents;
    let id = residents.iter().find(|it| it.id == resident).unwrap().notice;
    let told = json!({ "handover": handover, "resident": resident, "told_at": "2024-03-14T11:00:00Z",
        "told_by": member(device).await });
    sets(device, Notice::KIND, id, told).await.unwrap();
}

fn with(mut all: Value, more: &Value) -> Value {
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}
