//! Persons: members of the team, whose devices, whose matters.

use domain::{Body, Entry, Fault, Id, Member, Record, calls};
use serde_json::json;
use tests::site::{meet, status, team};
use tests::{Device, World};

/// The member whose device it is.
async fn member(device: &Device) -> Id {
    status(device).await.member.unwrap()
}

/// Changes fields of a record as its page does: read, then saved.
async fn changes(device: &Device, id: Id, fields: serde_json::Value) {
    let entry = device.reads(id).await;
    let fields: Body = fields.as_object().unwrap().clone();
    device.run(calls::Save { entry: Entry { fields, conflicts: vec![], ..entry } }).await.unwrap();
}

async fn mine(device: &Device) -> Vec<String> {
    let open = device.run(calls::GetCases {}).await.unwrap().open;
    open.into_iter().filter(|it| it.mine).map(|it| it.title).collect()
}

fn follow_up(what: &str, owner: impl std::fmt::Display + Copy) -> serde_json::Value {
    json!({ "what": what, "due": "2024-03-15", "owner": owner.to_string() })
}

#[tokio::test(flavor = "multi_thread")]
async fn two_colleagues_of_one_name_are_two() {
    let world = World::new().await;
    let first = world.founder("Anne").await;
    let second = {
        let code = first.run(calls::Invite { member: None }).await.unwrap().code;
        let device = world.new_device("Anne 2");
        device.run(calls::Join { code, name: "Anne".into() }).await.unwrap();
        device
    };
    let (one, other) = (member(&first).await, member(&second).await);
    assert_ne!(one, other);
    first.saves("follow-up", follow_up("Ring legen", one)).await;
    second.saves("follow-up", follow_up("Ring skolen", other)).await;
    meet(&[&first, &second]).await;
    assert_eq!(mine(&first).await, ["Ring legen"]);
    assert_eq!(mine(&second).await, ["Ring skolen"]);
    for device in [&first, &second] {
        let status = status(device).await;
        let mut names = team(&status);
        names.sort_unstable();
        assert_eq!(names, ["Anne (1)", "Anne (2)"]);
        let open = device.run(calls::GetCases {}).await.unwrap().open;
        let mut whose: Vec<_> = open.iter().map(|it| it.whose.as_str()).collect();
        whose.sort_unstable();
        assert_eq!(whose, ["Anne (1)", "Anne (2)"]);
        assert_eq!(device.reads(one).await.made.by, "Anne (1)");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_name_stands_wherever_the_old_one_stood() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = member(&aisha).await;
    let visit = aisha.logs("før navnet").await;
    aisha.saves("follow-up", follow_up("Ring Nav", id)).await;
    changes(&aisha, id, json!({ "name": "Aisha Berg" })).await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(team(&status(&bjorn).await), ["Bjørn", "Aisha Berg"]);
    assert_eq!(bjorn.reads(visit).await.made.by, "Aisha Berg");
    let open = bjorn.run(calls::GetCases {}).await.unwrap().open;
    assert_eq!(open[0].whose, "Aisha Berg");
    let found = bjorn.run(calls::Search { text: "berg".into(), limit: 5, named: None }).await;
    let found = found.unwrap().hits;
    assert_eq!((found[0].kind.as_str(), found[0].id), (Member::KIND, id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_device_of_a_member_is_the_same_person() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = member(&aisha).await;
    let code = aisha.run(calls::Invite { member: Some(id) }).await.unwrap().code;
    assert!(aisha.run(calls::ReadCode { code: code.clone() }).await.unwrap().member);
    let laptop = world.new_device("Aishas PC");
    laptop.run(calls::Join { code, name: String::new() }).await.unwrap();
    assert_eq!((member(&laptop).await, status(&laptop).await.me), (id, "Aisha".into()));
    let visit = laptop.logs("fra PC-en").await;
    aisha.saves("follow-up", follow_up("Ring Nav", id)).await;
    meet(&[&aisha, &laptop, &bjorn]).await;
    assert_eq!(mine(&laptop).await, ["Ring Nav"]);
    assert_eq!(bjorn.reads(visit).await.made.by, "Aisha");
    assert_eq!(team(&status(&bjorn).await), ["Bjørn", "Aisha"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_just_joined_can_give_a_task_to_a_colleague_before_anything_is_fetched() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    world.cut_the_network().await;
    let team = status(&bjorn).await.team;
    let hers = team.iter().find(|it| it.name == "Aisha").unwrap().id;
    bjorn.saves("follow-up", follow_up("Ring Nav", hers)).await;
    world.mend_the_network().await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(mine(&aisha).await, ["Ring Nav"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_made_only_for_a_member_there_is() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = aisha.logs("ingen kollega").await;
    let refused = aisha.run(calls::Invite { member: Some(visit) }).await;
    assert_eq!(refused.err(), Some(Fault::NotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_left_is_offered_no_more_and_keeps_what_is_theirs() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let gone = member(&bjorn).await;
    let task = bjorn.saves("follow-up", follow_up("Ring Nav", gone)).await.entry.id;
    meet(&[&aisha, &bjorn]).await;
    changes(&aisha, task, json!({ "done": "2024-03-13" })).await;
    changes(&aisha, gone, json!({ "last": "2024-03-13" })).await;
    assert_eq!(team(&status(&aisha).await), ["Aisha"]);
    let closed = aisha.run(calls::GetCases {}).await.unwrap().closed;
    assert_eq!(closed[0].whose, "Bjørn");
    // Saved again with its owner untouched, as a form does.
    changes(&aisha, task, json!({ "what": "Ring Nav i dag", "owner": gone })).await;
    assert_eq!(aisha.reads(task).await.fields["owner"], json!(gone));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_in_a_file_is_linked_where_it_is_one_members_and_otherwise_stays_a_name() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = member(&aisha).await.to_string();
    for twin in ["Kari", "Kari"] {
        aisha.saves("member", json!({ "name": twin })).await;
    }
    let line = |row: u64, owner: &str| domain::sheet::Line {
        row,
        key: format!("{row}"),
        fields: follow_up(&format!("Oppgave {row}"), owner).as_object().unwrap().clone(),
        ..domain::sheet::Line::default()
    };
    let elsewhere = Id::from_u128(99).to_string();
    let lines =
        vec![line(1, "aisha"), line(2, "Ola Sluttet"), line(3, "Kari"), line(4, &elsewhere)];
    let came = aisha.run(calls::Import { kind: "follow-up".into(), lines }).await.unwrap();
    // The id of a member of another site says nothing here, and keeps no other row out.
    let wrong: Vec<_> =
        came.rows.iter().filter(|it| !it.issues.is_empty()).map(|it| it.row).collect();
    assert_eq!(wrong, [4], "{came:?}");
    let list = calls::List { kind: "follow-up".into(), limit: 9, skip: 0 };
    let mut owners: Vec<_> = aisha.run(list).await.unwrap().entries.into_iter().collect();
    owners.sort_by_key(|it| it.fields["what"].to_string());
    let owners: Vec<_> = owners.iter().map(|it| it.fields["owner"].as_str().unwrap()).collect();
    assert_eq!(owners, [id.as_str(), "Ola Sluttet", "Kari"]);
    assert_eq!(mine(&aisha).await, ["Oppgave 1"]);
}
