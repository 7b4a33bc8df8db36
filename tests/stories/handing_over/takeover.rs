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
    assert_eq!(takes_over(&chen, newer).await, Err(Fault::NewerFile));
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

/// A package of these records.
fn package_of(records: &Value) -> String {
    json!({ "format": "bomiljo-package", "version": 1, "site": "Storgata 1", "records": records })
        .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_of_the_old_team_took_on_is_taken_over_with_their_words() {
    let (world, new_world) = (World::new().await, World::new().await);
    let (aisha, bjorn) = tests::handover::team_of(&world).await;
    let [first, second] =
        [follow_up(&aisha, "Bostøtten", &[]).await, follow_up(&aisha, "Nøkler", &[]).await];
    let of_bjorn = tests::handover::member(&bjorn).await;
    let leaving = json!({ "scope": "member", "leaving": [tests::handover::member(&aisha).await] });
    let handover = tests::handover::opens_for(&aisha, leaving).await;
    places(&aisha, handover, &[first, second], of_bjorn).await;
    tests::site::meet(&[&aisha, &bjorn]).await;
    answers(&bjorn, handover, first, tests::handover::yes("Jeg søker på nytt")).await.unwrap();
    let no = json!({ "status": ItemStatus::Declined, "reason": "Full uke" });
    answers(&bjorn, handover, second, no).await.unwrap();
    tests::site::meet(&[&aisha, &bjorn]).await;
    let text = whole(&Left { device: aisha, handover, oksana: first, matters: [first; 3] }).await;
    let chen = anew(&new_world).await;
    let taken = takes_over(&chen, text).await.unwrap();
    assert_eq!(taken.refused, []);
    assert_eq!(taken.standing.len(), 1, "the declined one");
    let page = calls::List { kind: "handover-item".into(), limit: 500, skip: 0 };
    let items = chen.run(page).await.unwrap().entries;
    let words = items.iter().find(|it| it.fields.contains_key("understood")).unwrap();
    assert_eq!(words.fields["understood"], json!("Jeg søker på nytt"));
    let names = chen.run(calls::Get { id: words.id }).await.unwrap().names;
    assert_eq!(names[&of_bjorn], "Bjørn", "who it was is known by name");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_of_a_resident_who_has_moved_out_is_taken_over_with_them() {
    let (world, new_world) = (World::new().await, World::new().await);
    let device = world.founder("Aisha Noor").await;
    let gone = resident(&device, "Ali Hassan").await;
    sets(&device, "resident", gone, json!({ "moved_out": "2024-02-01" })).await.unwrap();
    let nav = partner(&device, "Nav Bjerke").await;
    let referral = json!({ "to": nav, "about": [gone], "topic": "housing", "ask": "Sluttoppgjør", "status": "sent" });
    let referral = device.saves("referral", referral).await.entry.id;
    let handover = opens(&device).await;
    let text = whole(&Left { device, handover, oksana: gone, matters: [referral; 3] }).await;
    let chen = anew(&new_world).await;
    assert_eq!(takes_over(&chen, text).await.unwrap().refused, []);
    assert_eq!(chen.reads(referral).await.fields["about"], json!([gone]));
    assert_eq!(chen.reads(gone).await.fields["name"], json!("Ali Hassan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_handed_over_is_an_unknown_person_and_a_line_keeps_its_words() {
    let world = World::new().await;
    let chen = world.founder("Chen").await;
    let [incident, activity, item, somebody, line] = [1, 2, 3, 4, 5].map(Id::from_u128);
    let noise = json!({ "type": "noise", "seriousness": "minor", "what": "Bråk", "at": "2024-03-13T20:00:00Z",
        "parties": [{ "who": somebody, "role": "witness" }] });
    let meeting = json!({ "title": "Beboermøte", "status": "idea",
        "agenda": [{ "id": line, "text": "Søppel", "record": somebody }], "~deleted": true });
    let declined =
        json!({ "matter": somebody, "status": "declined", "reason": "Nei", "remains": "x" });
    let records = json!([
        { "id": incident, "kind": "incident", "fields": noise },
        { "id": activity, "kind": "activity", "fields": meeting },
        { "id": item, "kind": "handover-item", "fields": declined },
    ]);
    for _ in 0..2 {
        let taken = takes_over(&chen, package_of(&records)).await.unwrap();
        assert_eq!(taken.standing, [], "the matter is not here");
    }
    let parties = &chen.reads(incident).await.fields["parties"];
    assert_eq!(parties, &json!([{ "who": Id::nil(), "role": "witness" }]));
    let meeting = chen.reads(activity).await;
    assert_eq!(meeting.fields["agenda"], json!([{ "id": line, "text": "Søppel" }]));
    assert!(!meeting.deleted);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_past_is_said_once_and_by_those_who_wrote_it() {
    let world = World::new().await;
    let chen = world.founder("Chen").await;
    let id = Id::from_u128(7);
    let step = |day: u32| {
        let at = format!("2024-01-{day:02}T10:00:00Z");
        json!({ "signed": { "by": "Aisha", "at": at }, "fields": { "note": format!("{day} {}", "ja ".repeat(30_000)) } })
    };
    let history: Vec<Value> = (1..=6).map(step).collect();
    let note = history[5]["fields"]["note"].clone();
    let fields = json!({ "note": note, "at": "2024-03-14T09:50:00Z", "topics": ["nav"] });
    let text =
        package_of(&json!([{ "id": id, "kind": "visit", "fields": fields, "history": history }]));
    assert_eq!(takes_over(&chen, text).await.unwrap().refused, []);
    let told = chen.run(calls::History { id }).await.unwrap();
    let notes = told.iter().filter(|it| it.fields.contains_key("note"));
    let by: Vec<&str> = notes.map(|it| it.signed.by.as_str()).collect();
    assert_eq!(by, ["Aisha, Storgata 1"; 6]);
}
