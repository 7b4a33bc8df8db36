//! How a conversation ended, when something was made of it.

use domain::{Id, calls};
use serde_json::{Value, json};
use tests::{Device, World};

async fn asks(device: &Device, visit: Id) -> Id {
    let partner = device.saves("partner", json!({ "name": "Boligbygg" })).await.entry.id;
    let resident = device.saves("resident", json!({ "name": "Oksana" })).await.entry.id;
    let fields = json!({
        "to": partner, "about": [resident], "topic": "housing", "ask": "Ovnen", "from": visit,
    });
    device.saves("referral", fields).await.entry.id
}

async fn stands(device: &Device, visit: Id) -> [Value; 2] {
    let fields = device.reads(visit).await.fields;
    ["outcome", "our_part"].map(|it| fields.get(it).cloned().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_passed_on_once_there_is_a_referral_and_not_before() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Ovnen virker ikke").await;
    assert_eq!(stands(&aisha, visit).await, [Value::Null, Value::Null]);
    asks(&aisha, visit).await;
    assert_eq!(stands(&aisha, visit).await, [json!("referred"), json!("passed-on")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_said_of_how_it_ended_stands_whatever_is_made_of_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Ovnen virker ikke").await;
    let settled = json!({ "outcome": "settled", "our_part": "advised" });
    aisha.changes(&aisha.reads(visit).await, settled).await;
    asks(&aisha, visit).await;
    assert_eq!(stands(&aisha, visit).await, [json!("settled"), json!("advised")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_that_is_followed_up_stays_so_when_it_is_passed_on_as_well() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Ovnen virker ikke").await;
    let follow_up = json!({ "what": "Ringe", "due": "2024-03-15", "from": visit });
    aisha.saves("follow-up", follow_up).await;
    assert_eq!(stands(&aisha, visit).await, [json!("follow-up"), Value::Null]);
    asks(&aisha, visit).await;
    assert_eq!(stands(&aisha, visit).await, [json!("follow-up"), json!("passed-on")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_make_different_things_of_one_conversation_are_asked_how_it_ended() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let visit = aisha.logs("Ovnen virker ikke").await;
    aisha.syncs().await;
    bjorn.syncs().await;
    asks(&aisha, visit).await;
    bjorn.saves("follow-up", json!({ "what": "Ringe", "due": "2024-03-15", "from": visit })).await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let entry = aisha.reads(visit).await;
    let asked: Vec<_> = entry.conflicts.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(asked, ["outcome"]);
    let follow_up = json!({ "what": "Skrive", "due": "2024-03-15", "from": visit });
    aisha.saves("follow-up", follow_up).await;
    assert_eq!(aisha.reads(visit).await.conflicts.len(), 1, "nobody has chosen");
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_what_was_made_of_a_conversation_takes_back_how_it_ended() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Ringe Nav").await;
    let follow_up = json!({ "what": "Ringe", "due": "2024-03-15", "from": visit });
    let saved = aisha.saves("follow-up", follow_up).await;
    assert_eq!(stands(&aisha, visit).await, [json!("follow-up"), Value::Null]);
    aisha.run(calls::Undo { group: saved.group.unwrap() }).await.unwrap();
    assert_eq!(stands(&aisha, visit).await, [Value::Null, Value::Null]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_is_saved_though_its_conversation_was_taken_back_and_leaves_that_in_the_bin() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("Ovnen virker ikke").await;
    aisha.deletes(visit).await;
    let referral = asks(&aisha, visit).await;
    assert_eq!(aisha.reads(referral).await.fields["from"], json!(visit));
    assert!(aisha.reads(visit).await.deleted);
    assert_eq!(stands(&aisha, visit).await, [Value::Null, Value::Null]);
}
