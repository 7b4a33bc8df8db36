//! What one device logs, another reads.

use std::time::Duration;

use domain::{Entry, Fault, calls};
use serde_json::json;
use tests::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_logged_on_one_device_is_read_on_another() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("Brev fra Nav om bostøtte. Ringte sammen.").await;
    aisha.syncs().await;
    bjorn.syncs().await;
    let read = bjorn.reads(id).await;
    assert_eq!(tests::note(&read), "Brev fra Nav om bostøtte. Ringte sammen.");
    assert_eq!(read.made.by, "Aisha");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_logged_without_a_network_is_there_after_a_restart_and_sent_when_there_is_one() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    aisha.syncs().await;
    world.cut_the_network().await;
    aisha.logs("I kjelleren, uten dekning").await;
    let aisha = aisha.reopened();
    assert_eq!(aisha.notes().await, ["I kjelleren, uten dekning"]);
    assert!(aisha.sync_once().await.is_err());
    assert_eq!(aisha.run(calls::GetStatus {}).await.unwrap().waiting, 1);
    world.mend_the_network().await;
    aisha.syncs().await;
    bjorn.syncs().await;
    assert_eq!(aisha.run(calls::GetStatus {}).await.unwrap().waiting, 0);
    assert_eq!(bjorn.notes().await, ["I kjelleren, uten dekning"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_both_are_online_a_save_arrives_without_anybody_asking() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    aisha.run_sync();
    bjorn.run_sync();
    aisha.logs("Radiatoren er varm igjen").await;
    let arrives = async {
        let mut seen = 0;
        while bjorn.notes().await.is_empty() {
            seen = bjorn.run(calls::Watch { seen }).await.unwrap().versions.last;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), arrives).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_third_device_that_joins_later_gets_everything() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    for number in 0..25 {
        aisha.logs(&format!("samtale {number:02}")).await;
    }
    aisha.syncs().await;
    bjorn.logs("samtale 25").await;
    bjorn.syncs().await;
    let chen = world.colleague(&bjorn, "Chen").await;
    chen.syncs().await;
    assert_eq!(chen.notes().await.len(), 26);
    assert_eq!(chen.run(calls::Verify {}).await.unwrap().gaps, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_of_every_script_arrive_as_they_were_written() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let text = "👩‍👩‍👧 Їжак مُحَمَّد ትግርኛ cafe\u{301} \u{2028} «æøå» 𝕫";
    let id = aisha.logs(text).await;
    aisha.syncs().await;
    bjorn.syncs().await;
    assert_eq!(tests::note(&bjorn.reads(id).await), text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_saved_although_what_two_people_took_out_left_no_topic() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let fields = json!({ "at": "2024-03-14T09:50:00.000Z", "topics": ["nav", "health"] });
    let id = aisha.saves("visit", fields).await.entry.id;
    aisha.syncs().await;
    bjorn.syncs().await;
    aisha.changes(&aisha.reads(id).await, json!({ "topics": ["health"] })).await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "topics": ["nav"] })).await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let neither = aisha.reads(id).await;
    assert_eq!(neither.fields.get("topics"), Some(&json!([])));
    aisha.changes(&neither, json!({ "note": "Vi tok begge bort hvert vårt tema" })).await;
    let fields = json!({ "topics": [], "at": null }).as_object().cloned().unwrap();
    let entry = Entry { fields, ..aisha.reads(id).await };
    let refused = aisha.run(calls::Save { entry }).await;
    assert!(matches!(refused, Err(Fault::Invalid { .. })), "{refused:?}");
}
