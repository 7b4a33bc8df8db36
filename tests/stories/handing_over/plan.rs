//! What a plan gathers, how matters are placed, and when it closes.

use domain::handing_over::ItemStatus;
use domain::kinds::HandoverStatus;
use domain::views::{HandoverPlan, Why};
use domain::{Entry, Fault, Handover, Id, Problem, Record, calls};
use serde_json::json;
use tests::World;
use tests::handover::{
    answers, closes, follow_up, keeps, matter, member, opens, opens_for, partner, places, plan,
    problems, resident, sets, team_of, tells, yes, yes_by_phone,
};
use tests::site::{meet, status};

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_gathers_all_that_is_not_settled_whatever_its_kind_and_what_arises_later() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let call = follow_up(&aisha, "Ring Nav", &[oksana]).await;
    let done = follow_up(&aisha, "Kjøp nøkler", &[]).await;
    sets(&aisha, "follow-up", done, json!({ "done": "2024-03-14" })).await.unwrap();
    let asked = json!({ "to": nav, "about": [oksana], "topic": "economy", "ask": "Bostøtte", "status": "sent" });
    let asked = aisha.saves("referral", asked).await.entry.id;
    let doctor =
        json!({ "residents": [oksana], "purpose": "Legetime", "at": "2024-04-02T08:00:00Z" });
    let doctor = aisha.saves("appointment", doctor).await.entry.id;
    let note = aisha.logs("Svarer ikke på ukjente numre").await;
    aisha.run(calls::PinNote { note, pinned: true }).await.unwrap();

    let handover = opens(&aisha).await;
    let why = |plan: &HandoverPlan, id: Id| -> Option<Vec<Why>> {
        plan.matters.iter().find(|it| it.id == id).map(|it| it.why.clone())
    };
    let first = plan(&aisha, handover).await;
    for open in [call, asked, doctor] {
        assert_eq!(why(&first, open), Some(vec![Why::Open]));
    }
    assert_eq!(why(&first, note), Some(vec![Why::Pinned]));
    assert_eq!(why(&first, oksana), Some(vec![Why::NoContact, Why::Untold]));
    assert_eq!(why(&first, done), None);
    assert_eq!(first.matters.len(), 5);
    assert_eq!(matter(&aisha, handover, asked).await.suggested, Some(nav));

    let new = follow_up(&aisha, "Bytt lås", &[]).await;
    assert_eq!(why(&plan(&aisha, handover).await, new), Some(vec![Why::Open]));
    sets(&aisha, "follow-up", call, json!({ "done": "2024-03-14" })).await.unwrap();
    assert_eq!(why(&plan(&aisha, handover).await, call), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_place_one_matter_offline_make_one_item_and_are_asked_where_they_differ() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let (nav, gp) =
        (partner(&aisha, "Nav Bjerke").await, partner(&aisha, "Bjerke legesenter").await);
    let (same, other) =
        (follow_up(&aisha, "Ring Nav", &[]).await, follow_up(&aisha, "Ny fastlege", &[]).await);
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    places(&aisha, handover, &[same, other], nav).await;
    places(&bjorn, handover, &[same], nav).await;
    places(&bjorn, handover, &[other], gp).await;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        let agreed = matter(device, handover, same).await;
        assert_eq!((agreed.receiver, agreed.conflict), (Some(nav), false));
        let asked = matter(device, handover, other).await;
        assert!(asked.conflict);
        let item = device.reads(asked.item).await;
        let fields: Vec<_> = item.conflicts.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields, ["receiver"]);
        assert_eq!(
            device
                .run(calls::List { kind: "handover-item".into(), limit: 9, skip: 0 })
                .await
                .unwrap()
                .total,
            2
        );
    }
    let review = "2024-04-01".parse().unwrap();
    let reason = "Vi er ikke enige".to_owned();
    let keep = calls::KeepMatters { handover, matters: vec![other], reason, review };
    aisha.run(keep).await.unwrap();
    let kept = matter(&aisha, handover, other).await;
    assert_eq!((kept.status.as_str(), kept.receiver, kept.conflict), ("kept-by-lead", None, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn placing_many_is_one_act_that_one_undo_takes_back() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let mut all = Vec::new();
    for number in 0..30 {
        all.push(follow_up(&aisha, &format!("Sak {number}"), &[]).await);
    }
    let handover = opens(&aisha).await;
    let group = places(&aisha, handover, &all, nav).await.unwrap();
    let offered =
        |plan: HandoverPlan| plan.matters.iter().filter(|it| it.status == "offered").count();
    assert_eq!(offered(plan(&aisha, handover).await), 30);
    aisha.run(calls::Undo { group }).await.unwrap();
    assert_eq!(offered(plan(&aisha, handover).await), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handover_closes_when_each_matter_is_accepted_or_kept_by_a_lead_with_a_reason() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let nav = partner(&aisha, "Nav Bjerke").await;
    let (one, other) =
        (follow_up(&aisha, "Ring Nav", &[]).await, follow_up(&aisha, "Ny fastlege", &[]).await);
    let handover = opens(&aisha).await;
    places(&aisha, handover, &[one], nav).await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(problems(closes(&aisha, handover).await), [Problem::StillOpen { count: 2 }]);
    assert_eq!(problems(closes(&bjorn, handover).await), [Problem::LeadOnly]);
    let status = json!({ "status": HandoverStatus::Closed });
    let way_around = sets(&aisha, Handover::KIND, handover, status).await;
    assert_eq!(problems(way_around), [Problem::WrongStep]);

    answers(&aisha, handover, one, yes_by_phone("Vi ringer")).await.unwrap();
    let review = "2024-04-01".parse().unwrap();
    let keep = |reason: &str| calls::KeepMatters {
        handover,
        matters: vec![other],
        reason: reason.into(),
        review,
    };
    let kept = bjorn.run(keep("Ingen vil ha den")).await.unwrap_err();
    assert!(matches!(kept, Fault::Invalid { issues } if issues[0].problem == Problem::LeadOnly));
    aisha.run(keep("")).await.unwrap_err();
    aisha.run(keep("Ingen vil ha den")).await.unwrap();
    closes(&aisha, handover).await.unwrap();
    let closed = plan(&aisha, handover).await;
    assert_eq!((closed.left.unaccepted, closed.left.kept), (0, 1));
    let late = answers(&aisha, handover, one, json!({ "status": ItemStatus::AskedBack })).await;
    assert_eq!(problems(late), [Problem::HandoverNotOpen]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_gets_no_new_work_and_leaves_nothing_behind() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let (her, him) = (member(&aisha).await, member(&bjorn).await);
    let his = follow_up(&bjorn, "Ring Nav", &[]).await;
    meet(&[&aisha, &bjorn]).await;
    let theirs = aisha.run(calls::GetTheirs { member: him }).await.unwrap();
    assert_eq!(theirs.iter().map(|it| it.id).collect::<Vec<_>>(), [his]);
    let ends = |day: &str| json!({ "last": day });
    let refused = sets(&aisha, "member", him, ends("2024-03-23")).await;
    assert_eq!(problems(refused), [Problem::StillTheirs { count: 1 }]);

    let handover = opens_for(&aisha, json!({ "scope": "member", "leaving": [him] })).await;
    assert_eq!(plan(&aisha, handover).await.matters.len(), 1);
    let leaves: Vec<bool> = status(&aisha).await.team.iter().map(|it| it.leaves).collect();
    assert_eq!(leaves, [false, true]);
    let given = json!({ "what": "Noe nytt", "due": "2024-03-20", "owner": him });
    let given = Entry {
        kind: "follow-up".into(),
        id: Id::from_u128(7),
        fields: given.as_object().unwrap().clone(),
        ..Entry::default()
    };
    assert_eq!(problems(aisha.run(calls::Save { entry: given }).await), [Problem::Leaves]);

    places(&aisha, handover, &[his], her).await;
    answers(&aisha, handover, his, yes("Jeg ringer")).await.unwrap();
    sets(&aisha, "member", him, ends("2024-03-23")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_themself_the_lead_of_a_handover_that_another_leads() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    let him = member(&bjorn).await;
    for fields in [json!({ "lead": him }), json!({ "status": "draft" })] {
        let refused = sets(&bjorn, Handover::KIND, handover, fields).await;
        assert_eq!(problems(refused), [Problem::LeadOnly]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_reached_and_what_was_pinned_stay_with_the_lead_when_it_is_closed() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let note = aisha.logs("Svarer ikke på ukjente numre").await;
    aisha.run(calls::PinNote { note, pinned: true }).await.unwrap();
    let met = json!({ "at": "2024-03-13T09:50:00Z", "residents": [oksana], "topics": ["nav"] });
    aisha.saves("visit", met).await;
    let handover = opens(&aisha).await;
    keeps(&aisha, handover, vec![oksana, note], "Har ikke åpnet på tre forsøk").await;
    closes(&aisha, handover).await.unwrap();
    let untold = matter(&aisha, handover, oksana).await;
    assert!(untold.why.contains(&Why::Untold) && !untold.is_settled(), "{:?}", untold.why);
    assert!(!matter(&aisha, handover, note).await.is_settled());
    assert_eq!(plan(&aisha, handover).await.left.kept, 2);
    tells(&aisha, handover, oksana).await;
    assert!(matter(&aisha, handover, oksana).await.is_settled());
}
