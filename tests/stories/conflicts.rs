//! Two people, one record.

use domain::views::{Draft, Page};
use domain::{Entry, Fault, calls};
use serde_json::json;
use tests::{Device, World, note};

/// A conversation that both have, and each of their views of it.
async fn shared(aisha: &Device, bjorn: &Device) -> (Entry, Entry) {
    let id = aisha.logs("Radiatoren er kald").await;
    aisha.syncs().await;
    bjorn.syncs().await;
    (aisha.reads(id).await, bjorn.reads(id).await)
}

async fn meet(aisha: &Device, bjorn: &Device) {
    for device in [aisha, bjorn, aisha] {
        device.syncs().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_edited_on_two_phones_keeps_both_until_a_person_chooses() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    aisha.changes(&hers, json!({ "note": "Radiatoren er kald. Ringte Boligbygg." })).await;
    bjorn.changes(&his, json!({ "note": "Radiatoren er kald. Lånte bort en ovn." })).await;
    meet(&aisha, &bjorn).await;
    let (hers, his) = (aisha.reads(hers.id).await, bjorn.reads(his.id).await);
    assert_eq!(hers.conflicts, his.conflicts);
    let authors: Vec<_> =
        hers.conflicts[0].versions.iter().map(|it| it.signed.by.as_str()).collect();
    assert_eq!(authors, ["Bjørn", "Aisha"]);

    aisha.changes(&hers, json!({ "note": "Kald. Ringte Boligbygg, lånte bort en ovn." })).await;
    meet(&aisha, &bjorn).await;
    let settled = bjorn.reads(his.id).await;
    assert_eq!(settled.conflicts, []);
    assert_eq!(note(&settled), "Kald. Ringte Boligbygg, lånte bort en ovn.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_a_colleague_wrote_where_an_open_form_had_none_is_kept_beside_its_own() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let fields = json!({ "at": "2024-03-14T09:50:00.000Z", "topics": ["nav"] });
    let id = aisha.saves("visit", fields).await.entry.id;
    aisha.syncs().await;
    bjorn.syncs().await;
    let open = aisha.reads(id).await;
    let his = bjorn.reads(id).await;
    bjorn.changes(&his, json!({ "note": "Ringte Nav.", "minutes": 20 })).await;
    meet(&bjorn, &aisha).await;
    aisha.changes(&open, json!({ "note": "Sendte brevet.", "minutes": null })).await;
    meet(&aisha, &bjorn).await;
    for device in [&aisha, &bjorn] {
        let entry = device.reads(id).await;
        let versions = entry.conflicts.iter().flat_map(|it| &it.versions);
        let mut versions: Vec<_> = versions.filter_map(|it| it.value.as_str()).collect();
        versions.sort_unstable();
        assert_eq!(versions, ["Ringte Nav.", "Sendte brevet."]);
        assert_eq!(entry.fields["minutes"], 20);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn choosing_the_version_that_is_shown_settles_it_too() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    aisha.changes(&hers, json!({ "note": "én" })).await;
    bjorn.changes(&his, json!({ "note": "to" })).await;
    meet(&aisha, &bjorn).await;
    let entry = aisha.reads(hers.id).await;
    aisha.changes(&entry, json!({ "note": note(&entry) })).await;
    assert_eq!(aisha.reads(hers.id).await.conflicts, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn edits_of_different_fields_both_stand_without_a_question() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    aisha.changes(&hers, json!({ "minutes": 10 })).await;
    bjorn.changes(&his, json!({ "topics": ["nav", "housing"] })).await;
    meet(&aisha, &bjorn).await;
    let both = aisha.reads(hers.id).await;
    assert_eq!((both.conflicts.len(), &both.fields["minutes"]), (0, &json!(10)));
    assert_eq!(both.fields["topics"], json!(["nav", "housing"]));
    assert_eq!(both.fields, bjorn.reads(his.id).await.fields);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_that_the_deletion_had_not_seen_keeps_the_record() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    aisha.deletes(hers.id).await;
    bjorn.changes(&his, json!({ "note": "Fortsatt kald" })).await;
    meet(&aisha, &bjorn).await;
    assert!(!aisha.reads(hers.id).await.deleted);
    assert_eq!(aisha.notes().await, ["Fortsatt kald"]);
    assert_eq!(bjorn.notes().await, ["Fortsatt kald"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_that_came_while_the_page_stood_open_keeps_the_record_as_well() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    bjorn.changes(&his, json!({ "note": "Fortsatt kald" })).await;
    meet(&aisha, &bjorn).await;
    aisha.run(calls::Delete { id: hers.id, seen: hers.seen }).await.unwrap();
    meet(&aisha, &bjorn).await;
    assert_eq!(bjorn.notes().await, ["Fortsatt kald"]);
    assert_eq!(bjorn.reads(his.id).await.conflicts.len(), 1);
}

/// A conversation that Aisha deleted while Bjørn wrote in it.
async fn outlived(aisha: &Device, bjorn: &Device) -> Entry {
    let (hers, his) = shared(aisha, bjorn).await;
    aisha.deletes(hers.id).await;
    bjorn.changes(&his, json!({ "note": "Fortsatt kald" })).await;
    meet(aisha, bjorn).await;
    aisha.reads(hers.id).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_and_written_in_at_once_is_put_before_a_person_who_keeps_it() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let asked = outlived(&aisha, &bjorn).await;
    assert_eq!(asked.conflicts, bjorn.reads(asked.id).await.conflicts);
    let versions = &asked.conflicts[0].versions;
    let said: Vec<_> = versions.iter().map(|it| (&*it.signed.by, it.value == true)).collect();
    assert_eq!(said, [("Bjørn", false), ("Aisha", true)]);
    let kept = bjorn.run(calls::Restore { id: asked.id }).await.unwrap();
    meet(&aisha, &bjorn).await;
    let settled = aisha.reads(asked.id).await;
    assert_eq!((settled.conflicts.len(), settled.deleted), (0, false));

    bjorn.run(calls::Undo { group: kept.group.unwrap() }).await.unwrap();
    assert_eq!(bjorn.reads(asked.id).await.conflicts.len(), 1, "the question is open again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_and_written_in_at_once_can_be_deleted_after_all_and_that_taken_back() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let asked = outlived(&aisha, &bjorn).await;
    let deleted = aisha.deletes(asked.id).await;
    meet(&aisha, &bjorn).await;
    assert!(bjorn.reads(asked.id).await.deleted);
    assert_eq!(bjorn.run(calls::GetStatus {}).await.unwrap().conflicts, 0);
    aisha.run(calls::Undo { group: deleted.group.unwrap() }).await.unwrap();
    meet(&aisha, &bjorn).await;
    assert_eq!(bjorn.notes().await, ["Fortsatt kald"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_out_of_a_list_replaces_nothing_a_colleague_wrote() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (_, his) = shared(&aisha, &bjorn).await;
    let list = calls::List { kind: "visit".into(), limit: 1, skip: 0 };
    let listed = aisha.run(list).await.unwrap().entries.remove(0);
    assert_eq!(listed.seen, None);
    bjorn.changes(&his, json!({ "note": "Vaktmester kommer torsdag" })).await;
    meet(&aisha, &bjorn).await;
    for note in [json!("Ringte Boligbygg"), json!(null)] {
        let fields = json!({ "note": note }).as_object().cloned().unwrap();
        let entry = Entry { fields, ..listed.clone() };
        let refused = aisha.run(calls::Save { entry }).await;
        assert!(matches!(refused, Err(Fault::BadCall { .. })), "{refused:?}");
    }
    assert_eq!(aisha.notes().await, ["Vaktmester kommer torsdag"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_remembers_what_its_author_had_seen() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    let fields = json!({ "note": "Ringte Boligbygg" }).as_object().cloned().unwrap();
    let (id, seen) = (hers.id, hers.seen.clone());
    let draft = Draft { id, kind: "visit".into(), fields, seen: seen.unwrap(), ..Draft::default() };
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    bjorn.changes(&his, json!({ "note": "Vaktmester kommer torsdag" })).await;
    meet(&aisha, &bjorn).await;
    let draft = aisha.run(calls::GetDraft { id }).await.unwrap().unwrap();
    let entry = Entry { fields: draft.fields, seen: Some(draft.seen), ..hers };
    aisha.run(calls::Save { entry }).await.unwrap();
    assert_eq!(aisha.reads(id).await.conflicts[0].versions.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_typed_on_one_line_is_kept_of_both_until_a_person_chooses() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let bohdan = json!({ "name": "Bohdan Melnyk", "phone": "000 11 111" });
    let id = aisha.saves("resident", bohdan).await.entry.id;
    meet(&aisha, &bjorn).await;
    let (hers, his) = (aisha.reads(id).await, bjorn.reads(id).await);
    let two = [
        ("birth_year", json!(1987), json!(1978)),
        ("display_name", json!("Bo"), json!("Dani")),
        ("interpreter", json!("always"), json!("sometimes")),
        ("moved_in", json!("2024-01-01"), json!("2024-01-02")),
        ("name", json!("Bohdan Melnik"), json!("Bogdan Melnyk")),
        ("phone", json!("000 44 444"), json!("000 55 555")),
    ];
    let side = |of: fn(&(&str, serde_json::Value, serde_json::Value)) -> serde_json::Value| {
        let fields = two.iter().map(|it| (it.0.to_owned(), of(it)));
        serde_json::Value::Object(fields.collect())
    };
    aisha.changes(&hers, side(|it| it.1.clone())).await;
    bjorn.changes(&his, side(|it| it.2.clone())).await;
    meet(&aisha, &bjorn).await;
    let (hers, his) = (aisha.reads(id).await, bjorn.reads(id).await);
    assert_eq!(hers.conflicts, his.conflicts);
    let asked: Vec<_> = hers.conflicts.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(asked, two.each_ref().map(|it| it.0));
    aisha.changes(&hers, json!({ "phone": "000 44 444" })).await;
    assert!(aisha.reads(id).await.conflicts.iter().all(|it| it.field != "phone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_draft_says_who_changed_the_record_since_and_its_line_is_put_beside_theirs() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let bohdan = json!({ "name": "Bohdan Melnyk", "phone": "000 11 111" });
    let hers = aisha.saves("resident", bohdan).await.entry;
    meet(&aisha, &bjorn).await;
    let (id, fields) = (hers.id, json!({ "phone": "000 22 222" }).as_object().cloned().unwrap());
    let seen = aisha.reads(id).await.seen;
    let draft =
        Draft { id, kind: "resident".into(), fields, seen: seen.unwrap(), ..Draft::default() };
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    let kept = || aisha.run(calls::GetDraft { id });
    assert_eq!(kept().await.unwrap().unwrap().overtaken, None);
    bjorn.changes(&bjorn.reads(id).await, json!({ "phone": "000 33 333" })).await;
    meet(&aisha, &bjorn).await;
    let draft = kept().await.unwrap().unwrap();
    assert_eq!(draft.overtaken.unwrap().by, "Bjørn");
    assert_eq!(draft.title, "Bohdan Melnyk");
    let entry = Entry { fields: draft.fields, seen: Some(draft.seen), ..aisha.reads(id).await };
    aisha.run(calls::Save { entry }).await.unwrap();
    let choice = aisha.reads(id).await.conflicts.remove(0);
    assert_eq!((choice.field.as_str(), choice.versions.len()), ("phone", 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_opened_before_a_colleagues_edit_arrived_does_not_erase_it() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (hers, his) = shared(&aisha, &bjorn).await;
    bjorn.changes(&his, json!({ "note": "Vaktmester kommer torsdag" })).await;
    bjorn.syncs().await;
    aisha.syncs().await;
    aisha.changes(&hers, json!({ "note": "Ringte Boligbygg", "minutes": 5 })).await;
    let entry = aisha.reads(hers.id).await;
    let mut texts: Vec<_> = entry.conflicts[0].versions.iter().map(|it| it.value.clone()).collect();
    texts.sort_by_key(ToString::to_string);
    assert_eq!(texts, [json!("Ringte Boligbygg"), json!("Vaktmester kommer torsdag")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_wait_for_a_choice_are_listed_until_somebody_chooses_or_deletes() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let mut waiting = Vec::new();
    for _ in 0..3 {
        let (hers, his) = shared(&aisha, &bjorn).await;
        aisha.changes(&hers, json!({ "note": "én" })).await;
        bjorn.changes(&his, json!({ "note": "to" })).await;
        waiting.push(hers.id);
    }
    meet(&aisha, &bjorn).await;
    let listed = |limit, skip| aisha.run(calls::GetConflicts { limit, skip });
    let ids = |page: Page| page.entries.iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(listed(2, 0).await.unwrap().total, 3);
    let mut all = ids(listed(2, 0).await.unwrap());
    all.extend(ids(listed(2, 2).await.unwrap()));
    all.sort_unstable();
    assert_eq!(all, waiting);

    let chosen = aisha.reads(waiting[0]).await;
    aisha.changes(&chosen, json!({ "note": "to" })).await;
    aisha.deletes(waiting[1]).await;
    assert_eq!(ids(listed(10, 0).await.unwrap()), [waiting[2]]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_that_two_people_set_is_put_before_a_person() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let fields = json!({
        "type": "noise", "seriousness": "minor", "what": "Høy musikk", "status": "open",
        "at": "2026-03-12T20:00:00Z",
    });
    let id = aisha.saves("incident", fields).await.entry.id;
    meet(&aisha, &bjorn).await;
    let (hers, his) = (aisha.reads(id).await, bjorn.reads(id).await);
    aisha.changes(&hers, json!({ "status": "watching" })).await;
    bjorn.changes(&his, json!({ "status": "closed", "closed_how": "Ba dem dempe seg" })).await;
    meet(&aisha, &bjorn).await;
    let choice = aisha.reads(id).await.conflicts.remove(0);
    let values: Vec<_> = choice.versions.into_iter().map(|it| it.value).collect();
    assert_eq!(
        (choice.field.as_str(), values),
        ("status", vec![json!("closed"), json!("watching")])
    );
}
