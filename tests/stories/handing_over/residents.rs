//! Residents are told and summarised.

use domain::views::HandoverPlan;
use domain::{Id, Problem, calls};
use serde_json::json;
use tests::World;
use tests::site::meet;

use super::{
    answers, member, opens, partner, plan, problems, resident, sets, team_of, yes_by_phone,
};

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

    let notice = today[0].untold[0].notice;
    let told = json!({ "handover": handover, "resident": oksana, "told_at": "2024-03-14T11:00:00Z",
        "told_by": member(&bjorn).await, "said_back": "Dere slutter 23. mars" });
    sets(&bjorn, "notice", notice, told).await.unwrap();
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
    let id = plan(&aisha, handover).await.residents[0].summary;
    let written = json!({ "handover": handover, "resident": oksana, "state": "watch",
        "who": "Kom i januar", "if_then": "Hvis brev, så les det sammen", "as_of": "2024-03-14" });
    sets(&aisha, "summary", id, written).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    let words = domain::read::<domain::Summary>(&aisha.reads(id).await.fields).words();
    let signs = |by: Id| json!({ "signed_by": by, "signed_words": words });
    let her = member(&aisha).await;
    let refused = sets(&bjorn, "summary", id, signs(member(&bjorn).await)).await;
    assert_eq!(problems(refused), [Problem::LeadOnly]);
    sets(&aisha, "summary", id, signs(her)).await.unwrap();
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
    let notice = plan(&aisha, handover).await.residents[0].notice;
    let told =
        json!({ "handover": handover, "resident": oksana, "told_at": "2024-03-14T11:00:00Z" });
    sets(&aisha, "notice", notice, told).await.unwrap();
    assert_eq!(plan(&aisha, handover).await.left.unaccepted, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_noted_for_a_resident_who_was_registered_twice_counts_for_the_one_who_stands() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, again) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Oxana Kovalenko").await);
    let handover = opens(&aisha).await;
    let of = |plan: HandoverPlan, id: Id| plan.residents.into_iter().find(|it| it.id == id);
    let notice = of(plan(&aisha, handover).await, again).unwrap().notice;
    let told =
        json!({ "handover": handover, "resident": again, "told_at": "2024-03-14T11:00:00Z" });
    sets(&aisha, "notice", notice, told).await.unwrap();
    sets(&aisha, "resident", again, json!({ "same_as": oksana })).await.unwrap();
    let plan = plan(&aisha, handover).await;
    assert_eq!(plan.residents.len(), 1);
    assert!(of(plan, oksana).unwrap().told);
}
