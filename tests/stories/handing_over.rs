//! Staffing ends: everything that is not settled gets a new owner who said yes, and every resident is
//! told.

mod answers;
mod plan;
mod residents;

use domain::handing_over::ItemStatus;
use domain::kinds::{Consent, HandoverStatus};
use domain::views::{HandoverPlan, Matter, Saved};
use domain::{Body, Entry, Fault, Handover, HandoverItem, Id, Issue, Problem, Record, calls};
use serde_json::{Value, json};
use tests::site::{meet, status};
use tests::{Device, World};

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

pub async fn resident(device: &Device, name: &str) -> Id {
    let fields = json!({ "name": name, "languages": ["uk"], "moved_in": "2024-01-10" });
    device.saves("resident", fields).await.entry.id
}

pub async fn follow_up(device: &Device, what: &str, about: &[Id]) -> Id {
    let fields = json!({ "what": what, "due": "2024-03-20", "about": about });
    device.saves("follow-up", fields).await.entry.id
}

pub async fn partner(device: &Device, name: &str) -> Id {
    device.saves("partner", json!({ "name": name, "kind": "nav" })).await.entry.id
}

/// Opens a handover of the building, led by the owner of the device.
pub async fn opens(device: &Device) -> Id {
    opens_for(device, json!({ "scope": "building" })).await
}

pub async fn opens_for(device: &Device, fields: Value) -> Id {
    let mut all = json!({ "last_day": "2024-03-23", "lead": member(device).await });
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let id = device.saves("handover", all).await.entry.id;
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

pub async fn plan(device: &Device, id: Id) -> HandoverPlan {
    device.run(calls::GetHandover { id }).await.unwrap()
}

pub async fn matter(device: &Device, handover: Id, matter: Id) -> Matter {
    let all = plan(device, handover).await.matters;
    all.into_iter().find(|it| it.id == matter).unwrap()
}

pub fn no_consent_needed() -> Body {
    let said = json!({ "consent": Consent::NotNeeded, "consent_why": "Gjelder bygget" });
    said.as_object().unwrap().clone()
}

pub async fn places(device: &Device, handover: Id, matters: &[Id], receiver: Id) -> Option<Id> {
    let (matters, fields) = (matters.to_vec(), no_consent_needed());
    device.run(calls::PlaceMatters { handover, matters, receiver, fields }).await.unwrap()
}

/// A member writes what the receiver of a matter answers.
pub async fn answers(device: &Device, handover: Id, id: Id, said: Value) -> Result<Saved, Fault> {
    let item = matter(device, handover, id).await.item;
    sets(device, HandoverItem::KIND, item, said).await
}

pub async fn closes(device: &Device, id: Id) -> Result<Saved, Fault> {
    device.run(calls::CloseHandover { id }).await
}

pub fn yes(understood: &str) -> Value {
    json!({ "status": ItemStatus::Accepted, "understood": understood })
}

pub fn yes_by_phone(understood: &str) -> Value {
    json!({ "status": ItemStatus::Accepted, "understood": understood,
        "answered_by": "Ingrid Moe", "answered_at": "2024-03-14T11:00:00.000Z" })
}

pub fn problems(outcome: Result<Saved, Fault>) -> Vec<Problem> {
    match outcome {
        Err(Fault::Invalid { issues }) => issues.into_iter().map(|it: Issue| it.problem).collect(),
        other => panic!("{other:?}"),
    }
}
