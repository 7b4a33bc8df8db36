//! A team that begins anew takes over what another site hands over, with its history.

use domain::handing_over::ItemStatus;
use domain::views::TakenOver;
use domain::{Entry, Fault, Id, calls};
use serde_json::{Value, json};
use tests::handover::{
    answers, by_phone, follow_up, keeps, opens, partner, places, resident, sets, summarises,
};
use tests::{Device, World};

/// A handover with a matter that Nav declined, one that the lead keeps, and one that nobody has answered.
struct Left {
    device: Device,
    handover: Id,
    oksana: Id,
    matters: [Id; 3],
}

async fn left(world: &World) -> Left {
    let device = world.founder("Aisha Noor").await;
    let oksana = resident(&device, "Oksana Kovalenko").await;
    let nav = partner(&device, "Nav Bjerke").await;
    let matters = [
        follow_up(&device, "Bostøtten", &[oksana]).await,
        follow_up(&device, "Radiatoren", &[]).await,
        follow_up(&device, "Norskkurset", &[oksana]).await,
    ];
    sets(&device, "follow-up", matters[0], json!({ "due": "2024-03-25" })).await.unwrap();
    let handover = opens(&device).await;
    summarises(&device, handover, oksana, json!({})).await;
    places(&device, handover, &[matters[0], matters[2]], nav).await;
    let no = json!({ "status": ItemStatus::Declined, "reason": "Ikke vårt kontor" });
    answers(&device, handover, matters[0], by_phone(no)).await.unwrap();
    keeps(&device, handover, vec![matters[1]], "Boligkontoret begynner i mai").await;
    Left { device, handover, oksana, matters }
}

/// A new team in the same building, on a server of its own.
async fn anew(world: &World) -> Device {
    world.founder("Chen").await
}

async fn takes_over(device: &Device, text: String) -> Result<TakenOver, Fault> {
    device.run(calls::TakeOver { text }).await
}

async fn whole(left: &Left) -> String {
    let sealed = package::whole::seal(&left.device, left.handover, "nb").await.unwrap();
    package::whole::handed(&sealed.bytes, &sealed.words).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_team_has_the_matters_with_their_history_and_whose_words_they_are() {
    let (world, new_world) = (World::new().await, World::new().await);
    let left = left(&world).await;
    let chen = anew(&new_world).await;
    let taken = takes_over(&chen, whole(&left).await).await.unwrap();
    assert_eq!((taken.site.as_str(), taken.known, taken.refused.len()), ("Bredtvetveien 2", 0, 0));
    let matter = chen.reads(left.matters[0]).await;
    assert_eq!(
        (&matter.fields["what"], &matter.fields["due"]),
        (&json!("Bostøtten"), &json!("2024-03-25"))
    );
    assert_eq!(matter.fields["about"], json!([left.oksana]));
    let history = chen.run(calls::History { id: left.matters[0] }).await.unwrap();
    let due = |it: &Value| history.iter().find(|step| step.fields.get("due") == Some(it)).cloned();
    let (first, then) = (due(&json!("2024-03-20")).unwrap(), due(&json!("2024-03-25")).unwrap());
    assert_eq!(first.signed.by, "Aisha Noor, Bredtvetveien 2");
    assert!(first.signed.at <= then.signed.at);
    assert_eq!(history.last().unwrap().signed.by, "Chen");
    let oksana = chen.reads(left.oksana).await;
    assert_eq!(oksana.fields["name"], json!("Oksana Kovalenko"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_took_on_stands_out() {
    let (world, new_world) = (World::new().await, World::new().await);
    let left = left(&world).await;
    let chen = anew(&new_world).await;
    let mut taken = takes_over(&chen, whole(&left).await).await.unwrap();
    taken.standing.sort_by_key(|it| it.title.clone());
    let told =
        taken.standing.iter().map(|it| (it.title.as_str(), it.status.as_str(), it.reason.as_str()));
    let expected = [
        ("Bostøtten", "declined", "Ikke vårt kontor"),
        ("Radiatoren", "kept-by-lead", "Boligkontoret begynner i mai"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    let pinned = chen.run(calls::GetPinned { about: left.oksana }).await.unwrap();
    let pinned: Vec<_> = pinned.entries.iter().map(|it| it.id).collect();
    assert_eq!(pinned, [left.matters[0]]);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_over_again_adds_nothing_and_leaves_what_was_done_since() {
    let (world, new_world) = (World::new().await, World::new().await);
    let left = left(&world).await;
    let chen = anew(&new_world).await;
    let text = whole(&left).await;
    let first = takes_over(&chen, text.clone()).await.unwrap();
    sets(&chen, "follow-up", left.matters[0], json!({ "what": "Bostøtten er søkt" }))
        .await
        .unwrap();
    let before = chen.run(calls::GetStatus {}).await.unwrap().waiting;
    let again = takes_over(&chen, text).await.unwrap();
    assert_eq!((again.added, again.known, again.standing.len()), (0, first.added, 0));
    assert_eq!(chen.run(calls::GetStatus {}).await.unwrap().waiting, before, "nothing was written");
    assert_eq!(chen.reads(left.matters[0]).await.fields["what"], json!("Bostøtten er søkt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_of_the_new_team_gets_the_history_as_well() {
    let (world, new_world) = (World::new().await, World::new().await);
    let left = left(&world).await;
    let chen = anew(&new_world).await;
    takes_over(&chen, whole(&left).await).await.unwrap();
    chen.syncs().await;
    let dina = new_world.colleague(&chen, "Dina").await;
    dina.syncs().await;
    let mine = chen.run(calls::History { id: left.matters[0] }).await.unwrap();
    assert_eq!(dina.run(calls::History { id: left.matters[0] }).await.unwrap(), mine);
    tests::site::sound(&dina).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_hands_over_nothing_and_records_that_no_version_takes_are_refused() {
    let world = World::new().await;
    let chen = world.founder("Chen").await;
    for text in ["", "{}", "[1]", "{\"format\":\"other\"}"] {
        assert_eq!(takes_over(&chen, text.into()).await, Err(Fault::NothingHanded), "{text}");
    }
    let newer = json!({ "format": "bomiljo-package", "version": 9 }).to_string();
    assert_eq!(takes_over(&chen, newer).await, Err(Fault::NewerReply));
    let id = Id::from_u128(tests::rand());
    let odd = |kind: &str, fields: Value| {
        let record = json!({ "id": id, "kind": kind, "fields": fields });
        json!({ "format": "bomiljo-package", "version": 1, "records": [record] }).to_string()
    };
    let days = odd("follow-up", json!({ "what": "Bostøtten", "due": "i morgen" }));
    let lead = odd("member", json!({ "name": "Mallory", "lead": true }));
    let zone = odd("site", json!({ "zone": "Asia/Tokyo" }));
    let long = "ja ".repeat(600_000);
    let history = json!([{ "signed": { "by": "Aisha" }, "fields": { "what": long } }]);
    let heavy = json!({ "id": id, "kind": "follow-up", "fields": { "what": "Ring" , "due": "2024-03-20" }, "history": history });
    let heavy =
        json!({ "format": "bomiljo-package", "version": 1, "records": [heavy] }).to_string();
    for text in [odd("spaceship", json!({})), days, lead, zone, heavy] {
        let taken = takes_over(&chen, text).await.unwrap();
        assert_eq!((taken.added, taken.refused.len()), (0, 1));
        assert!(chen.run(calls::Get { id }).await.is_err());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receivers_package_can_be_taken_over_as_well() {
    let (world, new_world) = (World::new().await, World::new().await);
    let left = left(&world).await;
    let nav = left.device.reads(left.matters[2]).await;
    let Entry { id, .. } = nav;
    let plan = tests::handover::plan(&left.device, left.handover).await;
    let receiver = plan.matters.iter().find(|it| it.id == id).unwrap().receiver.unwrap();
    let package = package::pack(&left.device, left.handover, receiver, "nb").await.unwrap();
    let text = package::whole::handed(package.html.as_bytes(), &package.words).unwrap();
    let chen = anew(&new_world).await;
    takes_over(&chen, text).await.unwrap();
    assert_eq!(chen.reads(id).await.fields["what"], json!("Norskkurset"));
}
