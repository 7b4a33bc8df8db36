//! Residents are told and summarised.

use domain::{Problem, calls};
use serde_json::json;
use tests::World;
use tests::handover::{
    answers, opens, partner, plan, problems, resident, sets, signs, summarises, team_of, tells,
    yes_by_phone,
};
use tests::site::meet;

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_is_on_the_first_page_until_they_have_been_told() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let samir = resident(&aisha, "Samir Haddad").await;
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        device.run(calls::NotHome { handover, resident: samir }).await.unwrap();
    }
    meet(&[&aisha, &bjorn]).await;
    let today = bjorn.run(calls::GetToday {}).await.unwrap().handovers;
    let untold: Vec<_> = today[0].untold.iter().map(|it| (it.id, it.not_home)).collect();
    assert_eq!(untold, [(oksana, 0), (samir, 2)]);
    assert_eq!((today[0].days_left, today[0].left.untold), (9, 2));

    tells(&bjorn, handover, oksana).await;
    let today = bjorn.run(calls::GetToday {}).await.unwrap().handovers;
    assert_eq!(today[0].untold.iter().map(|it| it.id).collect::<Vec<_>>(), [samir]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_is_signed_by_a_lead_and_a_colleagues_late_word_unsigns_it() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    let id = summarises(&aisha, handover, oksana, json!({})).await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(problems(signs(&bjorn, id).await), [Problem::LeadOnly]);
    signs(&aisha, id).await.unwrap();
    sets(&bjorn, "summary", id, json!({ "wishes": "Bli boende" })).await.unwrap();
    assert!(plan(&aisha, handover).await.residents[0].signed);
    meet(&[&aisha, &bjorn]).await;
    assert!(!plan(&aisha, handover).await.residents[0].signed);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_receiver_can_take_over_that_a_resident_is_told() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let handover = opens(&aisha).await;
    let fields =
        json!({ "consent": "not-needed", "consent_why": "Kjent", "remains": "Hold kontakt" });
    let fields = fields.as_object().unwrap().clone();
    let place = calls::PlaceMatters { handover, matters: vec![oksana], receiver: nav, fields };
    aisha.run(place).await.unwrap();
    answers(&aisha, handover, oksana, yes_by_phone("Vi ringer henne")).await.unwrap();
    assert_eq!(plan(&aisha, handover).await.left.unaccepted, 1);
    tells(&aisha, handover, oksana).await;
    assert_eq!(plan(&aisha, handover).await.left.unaccepted, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_noted_for_a_resident_who_was_registered_twice_counts_for_the_one_who_stands() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, again) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Oxana Kovalenko").await);
    let handover = opens(&aisha).await;
    tells(&aisha, handover, again).await;
    sets(&aisha, "resident", again, json!({ "same_as": oksana })).await.unwrap();
    let residents = plan(&aisha, handover).await.residents;
    assert_eq!(residents.iter().map(|it| (it.id, it.told)).collect::<Vec<_>>(), [(oksana, true)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pinned_about_a_resident_is_found_by_them_and_by_no_other() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let again = resident(&aisha, "Oxana Kovalenko").await;
    let samir = resident(&aisha, "Samir Haddad").await;
    let fields = json!({ "at": "2024-03-14T09:50:00.000Z", "topics": ["nav"], "residents": [again],
        "note": "Ring før du kommer" });
    let note = aisha.saves("visit", fields).await.entry.id;
    aisha.run(calls::PinNote { note, pinned: true }).await.unwrap();
    sets(&aisha, "resident", again, json!({ "same_as": oksana })).await.unwrap();
    let pinned = async |about| {
        let page = aisha.run(calls::GetPinned { about }).await.unwrap();
        page.entries.iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!((pinned(oksana).await, pinned(samir).await), (vec![note], vec![]));
    aisha.run(calls::PinNote { note, pinned: false }).await.unwrap();
    assert!(pinned(oksana).await.is_empty());
}
