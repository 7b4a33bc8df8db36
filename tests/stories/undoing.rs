//! Taking back what was just done.

use domain::calls;
use serde_json::json;
use tests::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_just_saved_can_be_taken_back() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let fields = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"] });
    let saved = aisha.saves("visit", fields).await;
    aisha.run(calls::Undo { group: saved.group.unwrap() }).await.unwrap();
    assert_eq!(aisha.visits().await.total, 0);
    assert!(aisha.reads(saved.entry.id).await.deleted);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_taken_back_leaves_what_was_there_before() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("før").await;
    let entry = aisha.reads(id).await;
    let saved = aisha.changes(&entry, json!({ "note": "etter", "minutes": 5 })).await;
    aisha.run(calls::Undo { group: saved.group.unwrap() }).await.unwrap();
    let entry = aisha.reads(id).await;
    assert_eq!(tests::note(&entry), "før");
    assert_eq!(entry.fields.get("minutes"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_leaves_alone_what_somebody_has_changed_since() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("før").await;
    let entry = aisha.reads(id).await;
    let first = aisha.changes(&entry, json!({ "note": "etter", "minutes": 5 })).await;
    aisha.changes(&first.entry, json!({ "note": "enda senere" })).await;
    aisha.run(calls::Undo { group: first.group.unwrap() }).await.unwrap();
    let entry = aisha.reads(id).await;
    assert_eq!((tests::note(&entry).as_str(), entry.fields.get("minutes")), ("enda senere", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_taken_back_brings_the_record_back() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("Angret").await;
    let deleted = aisha.deletes(id).await;
    assert!(deleted.entry.deleted);
    aisha.run(calls::Undo { group: deleted.group.unwrap() }).await.unwrap();
    aisha.syncs().await;
    bjorn.syncs().await;
    assert_eq!(bjorn.notes().await, ["Angret"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_says_who_changed_what_when() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("én").await;
    aisha.syncs().await;
    bjorn.syncs().await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "to" })).await;
    bjorn.syncs().await;
    aisha.syncs().await;
    let history = aisha.run(calls::History { id }).await.unwrap();
    let steps: Vec<_> =
        history.iter().map(|it| (it.signed.by.as_str(), &it.fields["note"])).collect();
    assert_eq!(steps, [("Aisha", &json!("én")), ("Bjørn", &json!("to"))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn history_names_whom_a_record_pointed_to_earlier_and_who_was_deleted_since() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let mut partners = Vec::new();
    for name in ["Boligbygg", "Boligkontoret"] {
        partners.push(aisha.saves("partner", json!({ "name": name })).await.entry.id);
    }
    let mut residents = Vec::new();
    for name in ["Oksana Kovalenko", "Yusuf Ahmed"] {
        residents.push(aisha.saves("resident", json!({ "name": name })).await.entry.id);
    }
    let fields = json!({ "to": partners[0], "about": residents, "topic": "housing", "ask": "Kald radiator" });
    let sent = aisha.saves("referral", fields).await.entry;
    aisha.changes(&sent, json!({ "to": partners[1], "about": [residents[1]] })).await;
    for id in [partners[0], residents[0]] {
        aisha.deletes(id).await;
    }
    let names = aisha.run(calls::Get { id: sent.id }).await.unwrap().names;
    let names: Vec<_> = names.into_values().collect();
    let expected = ["Boligbygg", "Boligkontoret", "Oksana Kovalenko", "Yusuf Ahmed"];
    assert_eq!(names.len(), 4);
    assert!(expected.into_iter().all(|it| names.iter().any(|name| name == it)), "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record_twice_in_one_action_is_no_conflict_with_oneself_and_is_undone_at_once() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("først").await;
    let read = aisha.reads(id).await;
    let entry = |note: &str| {
        let fields = json!({ "note": note }).as_object().cloned().unwrap();
        domain::Entry { fields, ..read.clone() }
    };
    let entries = vec![entry("så"), entry("til slutt")];
    let group = aisha.run(calls::SaveAll { entries }).await.unwrap().unwrap();
    let stands = aisha.reads(id).await;
    assert_eq!((stands.fields["note"].as_str(), stands.conflicts.len()), (Some("til slutt"), 0));
    aisha.run(calls::Undo { group }).await.unwrap();
    let stands = aisha.reads(id).await;
    assert_eq!((stands.fields["note"].as_str(), stands.conflicts.len()), (Some("først"), 0));
}
