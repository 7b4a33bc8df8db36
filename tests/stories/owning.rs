//! Who should answer this?

use domain::choice::{Owner, Topic};
use domain::views::TopicAnswers;
use domain::{Id, calls};
use serde_json::json;
use tests::site::{status, team};
use tests::{Device, World};

async fn answers(device: &Device, topic: &str) -> TopicAnswers {
    device.run(calls::Suggest {}).await.unwrap().owners[topic].clone()
}

async fn partner(device: &Device, name: &str, kind: &str, topics: &[&str]) -> Id {
    let fields = json!({ "name": name, "kind": kind, "topics": topics });
    device.saves("partner", fields).await.entry.id
}

async fn says(device: &Device, topic: Topic, owner: Owner, partner: Option<Id>) -> Option<Id> {
    let topic = topic.name().to_owned();
    let asked = calls::OwnTopic { topic, owner, partner, no_partner: false };
    device.run(asked).await.unwrap().group
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_goes_to_the_partner_who_answers_for_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    partner(&aisha, "Nav Bjerke introduksjonsprogram", "nav", &["work"]).await;
    partner(&aisha, "Nav Bjerke flyktningteam", "nav", &["economy"]).await;
    partner(&aisha, "Boligkontoret", "housing-office", &["housing", "economy"]).await;
    partner(&aisha, "Boligbygg", "landlord", &["housing"]).await;
    partner(&aisha, "Bjerke legesenter", "gp", &[]).await;
    partner(&aisha, "Oslo VO Helsfyr", "school", &["school"]).await;
    for (topic, owner, name) in [
        ("economy", "nav", "Nav Bjerke flyktningteam"),
        ("work", "nav", "Nav Bjerke introduksjonsprogram"),
        ("nav", "nav", "Nav Bjerke flyktningteam"),
        ("housing", "landlord", "Boligbygg"),
        ("health", "health", "Bjerke legesenter"),
        ("school", "other", "Oslo VO Helsfyr"),
        ("residence-permit", "other", ""),
        ("neighbours", "us", ""),
    ] {
        let said = answers(&aisha, topic).await;
        assert_eq!((said.owner.as_str(), said.name.as_str()), (owner, name), "{topic}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_of_whom_nobody_said_what_sort_it_is_answers_for_its_topics() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let fields = json!({ "name": "Nav Bydel Øst", "topics": ["economy"] });
    aisha.saves("partner", fields).await;
    assert_eq!(answers(&aisha, "economy").await.name, "Nav Bydel Øst");
    assert_eq!(answers(&aisha, "work").await.name, "");
    partner(&aisha, "Nav Bjerke", "nav", &[]).await;
    assert_eq!(answers(&aisha, "economy").await.name, "Nav Bjerke");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_says_otherwise_and_every_device_knows() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let office = partner(&aisha, "Boligkontoret", "housing-office", &[]).await;
    let police = partner(&aisha, "Politiet lokalt", "police", &["safety"]).await;
    says(&aisha, Topic::Housing, Owner::HousingOffice, None).await;
    says(&aisha, Topic::Family, Owner::Other, Some(police)).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let housing = answers(&bjorn, "housing").await;
    assert_eq!((housing.owner.as_str(), housing.partner), ("housing-office", Some(office)));
    assert_eq!(answers(&bjorn, "family").await.name, "Politiet lokalt");
    aisha.deletes(police).await;
    assert_eq!(answers(&aisha, "family").await.partner, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_goes_to_no_particular_partner_stays_so_until_one_is_chosen() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let nav = partner(&aisha, "Nav Bjerke", "nav", &["economy"]).await;
    assert_eq!(answers(&aisha, "economy").await.partner, Some(nav));
    let (topic, owner) = (Topic::Economy, Owner::Nav);
    let name = topic.name().to_owned();
    let none = calls::OwnTopic { topic: name, owner, partner: None, no_partner: true };
    aisha.run(none).await.unwrap();
    let said = answers(&aisha, "economy").await;
    assert_eq!((said.owner.as_str(), said.partner, said.name.as_str()), ("nav", None, ""));
    says(&aisha, topic, owner, Some(nav)).await;
    assert_eq!(answers(&aisha, "economy").await.partner, Some(nav));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_say_it_without_a_network_make_one_record_and_the_later_is_right() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    says(&aisha, Topic::Housing, Owner::Us, None).await;
    says(&bjorn, Topic::Housing, Owner::HousingOffice, None).await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let all = calls::List { kind: "site-topic".into(), limit: 50, skip: 0 };
    assert_eq!(aisha.run(all).await.unwrap().total, 1);
    let (hers, his) = (answers(&aisha, "housing").await, answers(&bjorn, "housing").await);
    assert_eq!((hers.owner.as_str(), his.owner.as_str()), ("housing-office", "housing-office"));
    assert_eq!(aisha.run(calls::GetStatus {}).await.unwrap().conflicts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_of_a_topic_can_be_taken_back() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let group = says(&aisha, Topic::Housing, Owner::Us, None).await;
    aisha.run(calls::Undo { group: group.unwrap() }).await.unwrap();
    assert_eq!(answers(&aisha, "housing").await.owner, "landlord");
    says(&aisha, Topic::Housing, Owner::Us, None).await;
    assert_eq!(answers(&aisha, "housing").await.owner, "us");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_is_everybody_who_joined_oneself_first() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    bjorn.syncs().await;
    assert_eq!(team(&status(&bjorn).await), ["Bjørn", "Aisha"]);
    assert_eq!(team(&status(&aisha).await)[0], "Aisha");
}
