//! What a page that is open is told: what changed, so that it asks again only for that.

use domain::versions::Versions;
use domain::views::Draft;
use domain::{Entry, Id, calls};
use serde_json::{Value, json};
use tests::{Device, World};

async fn versions(device: &Device) -> Versions {
    device.run(calls::GetStatus {}).await.unwrap().versions
}

fn visit(id: Id, fields: &Value) -> Draft {
    let fields = fields.as_object().cloned().unwrap();
    Draft { id, kind: "visit".into(), fields, ..Draft::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_is_one_change_of_the_kinds_that_it_wrote() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Radiatoren er kald").await;
    let before = versions(&aisha).await;
    // A follow-up of a conversation says there that one was made.
    aisha
        .saves("follow-up", json!({ "what": "Ringe utleier", "due": "2024-03-20", "from": visit }))
        .await;
    let after = versions(&aisha).await;
    assert_eq!(after.last, before.last + 1);
    assert_eq!((after.everything, after.drafts), (before.everything, before.drafts));
    assert_eq!((after.kinds["follow-up"], after.kinds["visit"]), (after.last, after.last));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_kept_while_its_author_types_changes_no_record() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let before = versions(&aisha).await;
    let draft = visit(Id::from_u128(7), &json!({ "note": "Radia" }));
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    let after = versions(&aisha).await;
    assert_eq!((after.last, after.drafts), (before.last + 1, before.last + 1));
    assert_eq!((after.everything, after.kinds), (before.everything, before.kinds));
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_changes_the_state_of_the_device_and_no_record() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.syncs().await;
    aisha.logs("Radiatoren er kald").await;
    let before = versions(&aisha).await;
    aisha.syncs().await;
    let after = versions(&aisha).await;
    assert!(after.last > before.last);
    assert_eq!(Versions { last: before.last, ..after }, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_wrote_is_a_change_of_its_kind() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let before = versions(&bjorn).await;
    aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let after = versions(&bjorn).await;
    assert!(after.kinds["resident"] > before.last);
    assert_eq!((after.everything, after.drafts), (before.everything, before.drafts));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_form_ends_its_draft_and_a_tap_leaves_the_rest_of_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("Radiatoren er kald").await;
    let draft = || visit(id, &json!({ "note": "Kaldt", "minutes": 20 }));
    let entry = async |fields: Value| Entry {
        fields: fields.as_object().cloned().unwrap(),
        ..aisha.reads(id).await
    };
    aisha.run(calls::KeepDraft { draft: draft() }).await.unwrap();
    aisha.run(calls::Save { entry: entry(json!({ "minutes": 5 })).await }).await.unwrap();
    let rest = aisha.run(calls::GetDraft { id }).await.unwrap().unwrap();
    assert_eq!(Value::Object(rest.fields), json!({ "note": "Kaldt" }));
    // The author took the minutes back before saving.
    aisha.run(calls::KeepDraft { draft: draft() }).await.unwrap();
    aisha.run(calls::SaveForm { entry: entry(json!({ "note": "Kaldt" })).await }).await.unwrap();
    assert_eq!(aisha.run(calls::GetDraft { id }).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_with_nothing_in_it_is_none() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = Id::from_u128(7);
    for fields in [json!({ "note": "Radia" }), json!({})] {
        aisha.run(calls::KeepDraft { draft: visit(id, &fields) }).await.unwrap();
    }
    assert_eq!(aisha.run(calls::GetDraft { id }).await.unwrap(), None);
}
