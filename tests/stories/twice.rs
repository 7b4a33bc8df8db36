//! Somebody was registered twice: by two colleagues, or under two spellings.

use std::collections::BTreeSet;

use domain::calls::{About, GetAttendees, GetSame, ListResidents};
use domain::sheet::Fate;
use domain::{Fault, Id, Problem, calls};
use serde_json::json;
use tests::{Device, World, note};

use crate::importing::import;

async fn registers(device: &Device, name: &str) -> Id {
    device.saves("resident", json!({ "name": name })).await.entry.id
}

async fn talks(device: &Device, with: Id, note: &str) -> Id {
    let at = "2024-03-14T09:50:00.000Z";
    let fields = json!({ "at": at, "topics": ["nav"], "note": note, "residents": [with] });
    device.saves("visit", fields).await.entry.id
}

async fn says_same(device: &Device, one: Id, other: Id) -> Option<Id> {
    let entry = device.reads(one).await;
    device.changes(&entry, json!({ "same_as": other })).await.group
}

/// Names in the list of residents.
async fn living(device: &Device) -> Vec<String> {
    looks_for(device, "").await
}

async fn looks_for(device: &Device, text: &str) -> Vec<String> {
    let asked = ListResidents { text: text.into(), gone: false, limit: 500, skip: 0 };
    let rows = device.run(asked).await.unwrap().rows;
    rows.into_iter().map(|it| it.called).collect()
}

async fn story(device: &Device, resident: Id) -> BTreeSet<String> {
    let page = device.run(About { id: resident, limit: 500, skip: 0 }).await.unwrap();
    page.entries.iter().map(note).collect()
}

async fn same(device: &Device, id: Id) -> Vec<Id> {
    device.run(GetSame { id }).await.unwrap().entries.iter().map(|it| it.id).collect()
}

/// Amina, once by each of two colleagues, with a conversation under each.
async fn twice(aisha: &Device, bjorn: &Device) -> (Id, Id) {
    let (amina, aminah) = (registers(aisha, "Amina").await, registers(bjorn, "Aminah Yusuf").await);
    talks(aisha, amina, "om strøm").await;
    talks(bjorn, aminah, "om skole").await;
    for device in [aisha, bjorn, aisha] {
        device.syncs().await;
    }
    (amina, aminah)
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_registered_twice_becomes_one_on_every_device_and_two_again_when_it_was_wrong() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    let group = says_same(&aisha, aminah, amina).await.unwrap();
    // Written by somebody who doesn't know it yet.
    talks(&bjorn, aminah, "om lege").await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    for device in [&aisha, &bjorn] {
        assert_eq!(living(device).await, ["Amina"]);
        let all = ["om lege", "om skole", "om strøm"].map(str::to_owned);
        assert_eq!(story(device, amina).await, all.into());
        assert_eq!(story(device, aminah).await, BTreeSet::new());
        assert_eq!(same(device, aminah).await, [amina, aminah]);
        let page = device.visits().await;
        assert!(page.names.values().all(|it| it == "Amina"), "{:?}", page.names);
    }

    aisha.run(calls::Undo { group }).await.unwrap();
    for device in [&aisha, &bjorn] {
        device.syncs().await;
        assert_eq!(living(device).await, ["Amina", "Aminah Yusuf"]);
        assert_eq!(story(device, amina).await, ["om strøm".to_owned()].into());
        assert_eq!(story(device, aminah).await.len(), 2);
        assert!(same(device, amina).await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_one_of_two_is_found_by_either_name_and_an_import_adds_neither_again() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    assert_eq!(looks_for(&aisha, "yusuf").await, ["Amina"]);
    let hits = aisha.searches("yusuf").await.hits;
    assert_eq!(hits.iter().map(|it| it.id).collect::<Vec<_>>(), [amina]);
    let imported = import(&aisha, "resident", "Navn\nAminah Yusuf\nAmina\n").await;
    assert_eq!(imported.rows.iter().map(|it| it.fate).collect::<Vec<_>>(), [Fate::Known; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_names_are_still_known_when_others_become_one_as_well() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    assert_eq!(living(&aisha).await, ["Amina"]);
    let (petro, twin) = (registers(&aisha, "Petro").await, registers(&aisha, "Petra").await);
    says_same(&aisha, twin, petro).await;
    let imported = import(&aisha, "resident", "Navn\nAminah Yusuf\nPetra\n").await;
    assert_eq!(imported.rows.iter().map(|it| it.fate).collect::<Vec<_>>(), [Fate::Known; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_on_the_other_record_stays_when_that_is_deleted() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    aisha.deletes(aminah).await;
    assert_eq!(living(&aisha).await, ["Amina"]);
    assert_eq!(story(&aisha, amina).await.len(), 2);
    assert!(same(&aisha, amina).await.iter().all(|it| *it == amina));
    assert_eq!(aisha.run(calls::Bin { limit: 5, skip: 0 }).await.unwrap().total, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_two_colleagues_each_join_the_other_way_every_device_keeps_the_same_one() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    says_same(&bjorn, amina, aminah).await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let stands = amina.min(aminah);
    for device in [&aisha, &bjorn] {
        assert_eq!(living(device).await.len(), 1);
        assert_eq!(same(device, amina).await[0], stands);
        assert_eq!(story(device, stands).await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_three_in_a_row_and_of_three_in_a_ring_one_counts_for_all() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    let yusuf = registers(&aisha, "A. Yusuf").await;
    talks(&aisha, yusuf, "om jobb").await;
    says_same(&aisha, yusuf, aminah).await;
    assert_eq!(living(&aisha).await, ["Amina", "Aminah Yusuf"]);
    says_same(&aisha, aminah, amina).await;
    assert_eq!(living(&aisha).await, ["Amina"]);
    assert_eq!(story(&aisha, amina).await.len(), 3);
    says_same(&aisha, amina, yusuf).await;
    let smallest = amina.min(aminah).min(yusuf);
    assert_eq!(same(&aisha, amina).await[0], smallest);
    assert_eq!(story(&aisha, smallest).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_one_that_counts_is_deleted_the_other_is_there_again() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    aisha.deletes(amina).await;
    assert_eq!(living(&aisha).await, ["Aminah Yusuf"]);
    assert_eq!(story(&aisha, aminah).await, ["om skole".to_owned()].into());
    aisha.run(calls::Restore { id: amina }).await.unwrap();
    assert_eq!(living(&aisha).await, ["Amina"]);
    assert_eq!(story(&aisha, amina).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_ticked_under_both_names_came_once() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    let fields = json!({ "title": "Båttur", "status": "planned", "day": "2024-06-10" });
    let activity = aisha.saves("activity", fields).await.entry.id;
    for resident in [amina, aminah] {
        let status = Some(domain::kinds::AttendanceStatus::Came);
        aisha.run(calls::Attend { activity, resident, status }).await.unwrap();
    }
    says_same(&aisha, aminah, amina).await;
    let asked = GetAttendees { activity, text: String::new(), limit: 50 };
    let attendees = aisha.run(asked).await.unwrap();
    assert_eq!((attendees.came, attendees.rows.len()), (1, 1));
    aisha.run(calls::Attend { activity, resident: amina, status: None }).await.unwrap();
    let asked = GetAttendees { activity, text: String::new(), limit: 50 };
    assert_eq!(aisha.run(asked).await.unwrap().came, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_the_same_as_themselves() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let amina = registers(&aisha, "Amina").await;
    let refused = aisha.tries("resident", amina, json!({ "same_as": amina })).await;
    let Err(Fault::Invalid { issues }) = refused else { panic!("{refused:?}") };
    assert_eq!(issues[0].problem, Problem::UnknownLink);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_verify_rebuilds_agrees_with_what_stands() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (amina, aminah) = twice(&aisha, &bjorn).await;
    says_same(&aisha, aminah, amina).await;
    assert!(aisha.run(calls::Verify {}).await.unwrap().differing.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_about_the_one_is_found_by_the_name_of_the_one_that_counts() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (leyla, nora) = (registers(&aisha, "Leyla Hassan").await, registers(&aisha, "Nora").await);
    talks(&aisha, nora, "om skole").await;
    assert!(aisha.searches("leyla skole").await.hits.is_empty());
    let group = says_same(&aisha, nora, leyla).await.unwrap();
    assert_eq!(aisha.searches("leyla skole").await.hits.len(), 1);
    aisha.run(calls::Undo { group }).await.unwrap();
    assert!(aisha.searches("leyla skole").await.hits.is_empty());
}
