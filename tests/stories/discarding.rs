//! The bin.

use domain::{Fault, Id, calls};
use serde_json::json;
use tests::{Device, World, note};

async fn bin(device: &Device) -> Vec<String> {
    let page = device.run(calls::Bin { limit: 50, skip: 0 }).await.unwrap();
    assert_eq!(page.total, page.entries.len() as u64);
    page.entries.iter().map(note).collect()
}

async fn meet(devices: [&Device; 3]) {
    for device in devices {
        device.syncs().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_lies_in_the_bin_the_latest_first_and_can_be_taken_out() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (first, second) = (aisha.logs("først").await, aisha.logs("sist").await);
    aisha.logs("blir").await;
    for id in [first, second] {
        aisha.deletes(id).await;
    }
    assert_eq!(bin(&aisha).await, ["sist", "først"]);
    let restored = aisha.run(calls::Restore { id: first }).await.unwrap();
    assert!(!restored.entry.deleted);
    assert_eq!((bin(&aisha).await, aisha.notes().await.len()), (vec!["sist".to_owned()], 2));
    aisha.run(calls::Undo { group: restored.group.unwrap() }).await.unwrap();
    assert_eq!(bin(&aisha).await.len(), 2);
    assert!(aisha.run(calls::Verify {}).await.unwrap().differing.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleagues_deletion_can_be_taken_back_and_both_see_it() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("Angret").await;
    meet([&aisha, &bjorn, &aisha]).await;
    aisha.deletes(id).await;
    meet([&aisha, &bjorn, &aisha]).await;
    assert_eq!(bin(&bjorn).await, ["Angret"]);
    bjorn.run(calls::Restore { id }).await.unwrap();
    meet([&bjorn, &aisha, &bjorn]).await;
    assert_eq!(aisha.notes().await, ["Angret"]);
    assert_eq!((bin(&aisha).await.len(), bin(&bjorn).await.len()), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_both_have_deleted_one_of_them_can_restore() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("To ganger").await;
    meet([&aisha, &bjorn, &aisha]).await;
    for device in [&aisha, &bjorn] {
        device.deletes(id).await;
    }
    meet([&aisha, &bjorn, &aisha]).await;
    aisha.run(calls::Restore { id }).await.unwrap();
    meet([&aisha, &bjorn, &aisha]).await;
    assert_eq!(bjorn.notes().await, ["To ganger"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_what_lies_in_the_bin_still_has_a_name() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await.entry.id;
    let fields = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "residents": [oksana] });
    let id = aisha.saves("visit", fields).await.entry.id;
    aisha.deletes(oksana).await;
    let page = aisha.run(calls::Get { id }).await.unwrap();
    assert_eq!(page.names[&oksana], "Oksana Kovalenko");
}

#[tokio::test(flavor = "multi_thread")]
async fn deleting_twice_or_restoring_what_is_there_changes_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("Blir").await;
    assert_eq!(aisha.run(calls::Restore { id }).await.unwrap().group, None);
    assert!(aisha.deletes(id).await.group.is_some());
    assert_eq!(aisha.deletes(id).await.group, None);
    let nothing = aisha.run(calls::Restore { id: Id::from_u128(404) }).await;
    assert_eq!(nothing.err(), Some(Fault::NotFound));
}
