//! What receivers answer, and that nothing is theirs before.

use domain::handing_over::ItemStatus;
use domain::{Id, Problem, calls};
use serde_json::json;
use tests::handover::{
    answers, closes, follow_up, matter, member, opens, partner, places, plan, problems, sets,
    team_of, yes, yes_by_phone,
};
use tests::site::meet;
use tests::{Device, World};

/// The first offers the second a matter of their own; both know of it. Answers with handover and matter.
async fn offers(from: &Device, to: &Device) -> (Id, Id) {
    let call = follow_up(from, "Ring Nav", &[]).await;
    let own = json!({ "owner": member(from).await });
    sets(from, "follow-up", call, own).await.unwrap();
    let handover = opens(from).await;
    places(from, handover, &[call], member(to).await).await;
    meet(&[from, to]).await;
    (handover, call)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_is_a_colleagues_once_they_have_said_yes_in_their_own_words_and_not_before() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let (her, him) = (member(&aisha).await, member(&bjorn).await);
    let (handover, call) = offers(&aisha, &bjorn).await;

    assert_eq!(bjorn.reads(call).await.fields["owner"], json!(her));
    assert!(matter(&bjorn, handover, call).await.mine);
    let for_him = answers(&aisha, handover, call, yes("Jeg ringer")).await;
    assert_eq!(problems(for_him), [Problem::ReceiverOnly]);
    let unread = answers(&bjorn, handover, call, yes("")).await;
    assert_eq!(problems(unread), [Problem::Missing]);

    answers(&bjorn, handover, call, yes("Jeg ringer Nav på mandag")).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        assert_eq!(device.reads(call).await.fields["owner"], json!(him));
        let now = matter(device, handover, call).await;
        assert_eq!((now.status.as_str(), now.receiver), ("accepted", Some(him)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_that_was_accepted_comes_back_only_when_its_receiver_gives_it() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let (her, him) = (member(&aisha).await, member(&bjorn).await);
    let (handover, call) = offers(&aisha, &bjorn).await;
    answers(&bjorn, handover, call, yes("Jeg ringer")).await.unwrap();
    meet(&[&aisha, &bjorn]).await;

    let back = json!({ "status": ItemStatus::Unplaced });
    assert_eq!(problems(answers(&aisha, handover, call, back.clone()).await), [Problem::WrongStep]);
    let ask = json!({ "status": ItemStatus::AskedBack });
    answers(&aisha, handover, call, ask).await.unwrap();
    assert_eq!(aisha.reads(call).await.fields["owner"], json!(him));
    meet(&[&aisha, &bjorn]).await;
    answers(&bjorn, handover, call, back).await.unwrap();
    assert_eq!(bjorn.reads(call).await.fields["owner"], json!(her));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_who_declines_says_why_and_the_matter_is_back_on_the_list_at_once() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (nav, gp) =
        (partner(&aisha, "Nav Bjerke").await, partner(&aisha, "Bjerke legesenter").await);
    let call = follow_up(&aisha, "Bytte av fastlege", &[]).await;
    let handover = opens(&aisha).await;
    places(&aisha, handover, &[call], gp).await;
    let no = |reason: &str| {
        json!({ "status": ItemStatus::Declined, "reason": reason,
            "answered_by": "Dr. Lie", "answered_at": "2024-03-14T11:00:00.000Z" })
    };
    assert_eq!(problems(answers(&aisha, handover, call, no("")).await), [Problem::Missing]);
    answers(&aisha, handover, call, no("Full liste")).await.unwrap();
    let declined = matter(&aisha, handover, call).await;
    assert_eq!(declined.receiver_name, "Bjerke legesenter");
    assert_eq!(plan(&aisha, handover).await.matters[0].id, call, "first of all");

    places(&aisha, handover, &[call], nav).await;
    let item = aisha.reads(declined.item).await.fields;
    assert_eq!((&item["receiver"], item.get("reason")), (&json!(nav), None), "a new offer");
    assert_eq!(item["remains"], json!("Bytte av fastlege"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_to_an_offer_that_was_made_to_another_meanwhile_is_nobodys_yes() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let call = follow_up(&aisha, "Ring Nav", &[]).await;
    let handover = opens(&aisha).await;
    places(&aisha, handover, &[call], member(&bjorn).await).await;
    meet(&[&aisha, &bjorn]).await;
    answers(&bjorn, handover, call, yes("Jeg ringer")).await.unwrap();
    places(&aisha, handover, &[call], nav).await;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        let now = matter(device, handover, call).await;
        assert_eq!((now.status.as_str(), now.receiver), ("offered", Some(nav)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_for_a_colleague_by_any_detour() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let call = follow_up(&aisha, "Ring Nav", &[]).await;
    let handover = opens(&aisha).await;
    let her = member(&aisha).await;
    places(&aisha, handover, &[call], member(&bjorn).await).await;
    let mut for_myself = yes("Jeg tar den");
    for_myself["receiver"] = json!(her);
    let mut by_hand = yes_by_phone("Han sa ja");
    by_hand["channel"] = json!("by-hand");
    for detour in [for_myself, by_hand] {
        let refused = problems(answers(&aisha, handover, call, detour).await);
        assert!(matches!(refused[..], [Problem::WrongStep | Problem::ReceiverOnly]), "{refused:?}");
    }
    let written = answers(&aisha, handover, call, json!({ "understood": "Han sa ja" })).await;
    written.unwrap();
    meet(&[&aisha, &bjorn]).await;
    let unread = answers(&bjorn, handover, call, json!({ "status": ItemStatus::Accepted })).await;
    assert_eq!(problems(unread), [Problem::WrongStep], "in words of another");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_answers_that_differ_are_put_before_a_person_and_keep_the_handover_open() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let call = follow_up(&aisha, "Ring Nav", &[]).await;
    let handover = opens(&aisha).await;
    places(&aisha, handover, &[call], nav).await;
    meet(&[&aisha, &bjorn]).await;
    answers(&aisha, handover, call, yes_by_phone("Vi ringer")).await.unwrap();
    let no = json!({ "status": ItemStatus::Declined, "reason": "Ikke vårt bord",
        "answered_by": "Ola", "answered_at": "2024-03-14T11:00:00.000Z" });
    answers(&bjorn, handover, call, no).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    assert!(matter(&aisha, handover, call).await.conflict);
    assert_eq!(problems(closes(&aisha, handover).await), [Problem::StillOpen { count: 1 }]);
    let chosen = json!({ "status": ItemStatus::Accepted, "answered_by": "Ingrid Moe" });
    answers(&aisha, handover, call, chosen).await.unwrap();
    let item = matter(&aisha, handover, call).await.item;
    let open: Vec<_> = aisha.reads(item).await.conflicts.into_iter().map(|it| it.field).collect();
    assert!(!open.contains(&"status".to_owned()), "{open:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_was_taken_back_leaves_a_matter_that_a_lead_can_keep() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let call = follow_up(&aisha, "Ring Nav", &[]).await;
    let handover = opens(&aisha).await;
    let group = places(&aisha, handover, &[call], nav).await.unwrap();
    aisha.run(calls::Undo { group }).await.unwrap();
    let review = "2024-04-01".parse().unwrap();
    let keep =
        calls::KeepMatters { handover, matters: vec![call], reason: "Ingen vil".into(), review };
    aisha.run(keep).await.unwrap();
    assert_eq!(matter(&aisha, handover, call).await.status, "kept-by-lead");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_not_taken_back_once_it_was_answered_and_no_answer_is_deleted() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let call = follow_up(&aisha, "Ring Nav", &[]).await;
    let handover = opens(&aisha).await;
    let group = places(&aisha, handover, &[call], member(&bjorn).await).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    answers(&bjorn, handover, call, yes("Jeg ringer")).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    aisha.run(calls::Undo { group }).await.unwrap_err();
    let id = matter(&aisha, handover, call).await.item;
    aisha.run(calls::Delete { id, seen: None }).await.unwrap_err();
    assert_eq!(matter(&aisha, handover, call).await.status, "accepted");
}
