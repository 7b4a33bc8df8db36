//! Topics in the words of a site: renamed, hidden, put in order, added. What was written keeps its topic.

use domain::views::SiteTopicRow;
use domain::{Body, Entry, Fault, Id, Problem, calls};
use serde_json::{Value, json};
use tests::site::{meet, status};
use tests::{Device, World};

async fn topics(device: &Device) -> Vec<SiteTopicRow> {
    device.run(calls::GetTopics {}).await.unwrap()
}

async fn row(device: &Device, topic: &str) -> SiteTopicRow {
    topics(device).await.into_iter().find(|it| it.named.topic == topic).unwrap()
}

/// Changes what the site has made of a topic, as its form does: there may be no record of it yet.
async fn changes(device: &Device, topic: &str, fields: Value) {
    let id = row(device, topic).await.id;
    let page = device.run(calls::Get { id }).await.ok();
    let seen = page.and_then(|it| it.entries.into_iter().next()?.seen);
    let fields: Body = fields.as_object().unwrap().clone();
    let entry = Entry { id, kind: "site-topic".into(), fields, seen, ..Entry::default() };
    device.run(calls::SaveForm { entry }).await.unwrap();
}

fn called(language: &str, text: &str) -> Value {
    json!({ "name": [{ "language": language, "text": text }] })
}

/// What a topic is called at the site, by language.
fn names(row: &SiteTopicRow) -> Vec<(&str, &str)> {
    let mut names: Vec<_> =
        row.named.name.iter().map(|it| (it.language.as_str(), it.text.as_str())).collect();
    names.sort_unstable();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_is_renamed_on_one_phone_while_another_logs_with_it() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    changes(&aisha, "economy", called("nb", "Penger")).await;
    changes(&bjorn, "economy", called("en", "Money")).await;
    let visit = bjorn.saves(
        "visit",
        json!({ "at": "2024-03-14T09:50:00Z", "topics": ["economy"], "note": "Brev" }),
    );
    let visit = visit.await.entry.id;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        assert_eq!(device.reads(visit).await.fields["topics"], json!(["economy"]));
        let economy = row(device, "economy").await;
        assert_eq!(names(&economy), [("en", "Money"), ("nb", "Penger")]);
        assert_eq!(device.reads(economy.id).await.conflicts.len(), 0);
        assert_eq!(status(device).await.topics.len(), topics(device).await.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_names_in_one_language_are_put_before_a_person() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    changes(&aisha, "nav", called("nb", "Nav og ytelser")).await;
    changes(&bjorn, "nav", called("nb", "NAV")).await;
    meet(&[&aisha, &bjorn]).await;
    let id = row(&aisha, "nav").await.id;
    let conflicts = aisha.reads(id).await.conflicts;
    assert_eq!((conflicts.len(), conflicts[0].versions.len()), (1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_is_hidden_is_offered_no_more_and_what_has_it_keeps_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = json!({ "at": "2024-03-14T09:50:00Z", "topics": ["leisure"] });
    let visit = aisha.saves("visit", visit).await.entry.id;
    assert_eq!(aisha.run(calls::Suggest {}).await.unwrap().topics[0], "leisure");
    changes(&aisha, "leisure", json!({ "hidden": true })).await;
    assert!(!aisha.run(calls::Suggest {}).await.unwrap().topics.contains(&"leisure".to_owned()));
    assert_eq!(aisha.reads(visit).await.fields["topics"], json!(["leisure"]));
    assert!(row(&aisha, "leisure").await.named.hidden);
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_stand_in_the_order_that_the_site_gave_them_last() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let mut order: Vec<String> =
        topics(&aisha).await.into_iter().map(|it| it.named.topic).collect();
    assert_eq!(order[0], "economy");
    order.swap(0, 1);
    let group = aisha.run(calls::OrderTopics { topics: order.clone() }).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        let now: Vec<String> = topics(device).await.into_iter().map(|it| it.named.topic).collect();
        assert_eq!(now, order);
    }
    aisha.run(calls::Undo { group: group.unwrap() }).await.unwrap();
    assert_eq!(topics(&aisha).await[0].named.topic, "economy");
    let unknown = calls::OrderTopics { topics: vec!["no-such-topic".into()] };
    assert!(matches!(aisha.run(unknown).await, Err(Fault::Invalid { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_adds_a_topic_of_its_own_and_only_such_a_one_can_be_chosen() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let own = aisha.saves("site-topic", called("nb", "Ramadan")).await.entry.id;
    let visit = |topic: Id| json!({ "at": "2024-03-14T09:50:00Z", "topics": [topic, "family"], "note": "Iftar" });
    let id = aisha.saves("visit", visit(own)).await.entry.id;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(bjorn.reads(id).await.fields["topics"], json!([own, "family"]));
    assert_eq!(topics(&bjorn).await.last().unwrap().named.topic, own.to_string());
    let found = bjorn.searches("ramadan").await.hits;
    assert!(found.iter().any(|it| it.id == id), "{found:?}");
    // A conversation is no topic.
    let fields = visit(id).as_object().unwrap().clone();
    let entry = Entry { id: Id::from_u128(77), kind: "visit".into(), fields, ..Entry::default() };
    let Err(Fault::Invalid { issues }) = aisha.run(calls::Save { entry }).await else { panic!() };
    assert_eq!(issues[0].problem, Problem::UnknownLink);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_may_name_a_topic_as_the_site_does() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    changes(&aisha, "economy", called("nb", "Penger og regninger")).await;
    let own = aisha.saves("site-topic", called("nn", "Hagelaget")).await.entry.id;
    let line = |row: u64, topic: &str| domain::sheet::Line {
        row,
        key: format!("{row}"),
        fields: json!({ "at": "2024-03-14T09:50:00Z", "topics": [topic] })
            .as_object()
            .unwrap()
            .clone(),
        ..domain::sheet::Line::default()
    };
    let lines = vec![
        line(1, "penger og regninger"),
        line(2, "Hagelaget"),
        line(3, "economy"),
        line(4, "Ukjent tema"),
    ];
    let came = aisha.run(calls::Import { kind: "visit".into(), lines }).await.unwrap();
    let wrong: Vec<_> = came.rows.iter().filter(|it| !it.issues.is_empty()).collect();
    assert_eq!((wrong.len(), wrong[0].row), (1, 4));
    assert_eq!(wrong[0].issues[0].problem, Problem::UnknownChoice);
    let visits = aisha.visits().await.entries;
    let mut topics: Vec<_> = visits.iter().map(|it| it.fields["topics"][0].clone()).collect();
    topics.sort_by_key(ToString::to_string);
    let mut expected = vec![json!(own), json!("economy"), json!("economy")];
    expected.sort_by_key(ToString::to_string);
    assert_eq!(topics, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_name_or_one_in_two_lines_is_refused_at_the_field() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for (text, problem) in [
        ("x".repeat(61), Problem::TooLong { most: 60 }),
        ("to\nlinjer".to_owned(), Problem::NotOneLine),
    ] {
        let fields = called("nb", &text).as_object().unwrap().clone();
        let entry =
            Entry { id: Id::from_u128(5), kind: "site-topic".into(), fields, ..Entry::default() };
        let Err(Fault::Invalid { issues }) = aisha.run(calls::Save { entry }).await else {
            panic!()
        };
        assert_eq!((issues[0].field.as_str(), &issues[0].problem), ("name", &problem));
    }
}
