//! What the pages ask, and what they are told when they ask wrongly.

use std::collections::BTreeMap;

use domain::{Fault, Id, Issue, Problem, calls};
use serde_json::json;
use tests::World;

#[tokio::test(flavor = "multi_thread")]
async fn two_letters_find_a_resident_however_the_name_is_spelled() {
    let world = World::new().await;
    let aisha = world.founder("Siri").await;
    for name in ["Åse Sørbø", "Оксана Коваленко", "فاطمة أحمد", "Łucja Nowak"]
    {
        aisha.saves("resident", json!({ "name": name })).await;
    }
    for (typed, found) in [
        ("aa", "Åse Sørbø"),
        ("sorb", "Åse Sørbø"),
        ("ok", "Оксана Коваленко"),
        ("kovalen", "Оксана Коваленко"),
        ("احمد", "فاطمة أحمد"),
        ("luc now", "Łucja Nowak"),
    ] {
        let hits = aisha.searches(typed).await.hits;
        assert_eq!(hits.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), [found], "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_on_the_door_finds_who_lives_behind_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for (door, name) in [("H0304", "Oksana Kovalenko"), ("H0301", "Yusuf Ahmed")] {
        let unit = aisha.saves("unit", json!({ "label": door })).await.entry.id;
        aisha.saves("resident", json!({ "name": name, "unit": unit })).await;
    }
    for (typed, found) in [("h0304", 1), ("H03", 2), ("H99", 0), ("oksana", 1)] {
        let asked = calls::ListResidents { text: typed.into(), gone: false, limit: 20, skip: 0 };
        assert_eq!(aisha.run(asked).await.unwrap().rows.len(), found, "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_in_a_search_are_no_commands() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.logs("Sa \"nei\" OR kanskje*").await;
    for typed in
        ["\"", "nei\"", "OR", "*", "note:nei", "(", "NEAR(", "'; DROP TABLE record", "", " "]
    {
        let named = Some(BTreeMap::from([("topic.nav".to_owned(), typed.to_owned())]));
        let asked = calls::Search { text: typed.into(), named, limit: 10 };
        assert!(aisha.run(asked).await.is_ok(), "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_knows_who_lives_here_and_what_is_left_to_do() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha
        .saves("resident", json!({ "name": "Oksana Kovalenko", "display_name": "Oksana K." }))
        .await
        .entry
        .id;
    aisha.saves("resident", json!({ "name": "Borte", "moved_out": "2024-03-01" })).await;
    let visit = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "residents": [oksana], "outcome": "follow-up" });
    aisha.saves("visit", visit).await;
    aisha.logs("Uten noen").await;
    let today = aisha.run(calls::GetToday {}).await.unwrap();
    assert_eq!((today.living, today.visits_today), (1, 2));
    assert_eq!((today.open.total, today.recent.entries.len()), (1, 2));
    assert_eq!(today.open.names[&oksana], "Oksana K.");
    let likely = aisha.run(calls::Suggest {}).await.unwrap();
    assert_eq!(likely.residents.iter().map(|it| it.id).collect::<Vec<_>>(), [oksana]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_shows_what_happened_last_whatever_it_was() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.logs("Trenger hjelp med søknaden").await;
    let noise = json!({ "at": "2024-03-14T12:00:00Z", "type": "noise", "seriousness": "minor",
        "what": "Musikk i trappa" });
    aisha.saves("incident", noise).await;
    let today = aisha.run(calls::GetToday {}).await.unwrap();
    let recent: Vec<_> = today.recent.entries.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(recent, ["incident", "visit"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_nobody_has_talked_with_yet_is_still_proposed_after_those_one_has() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for name in ["Amina", "Oksana", "Yusuf"] {
        aisha.saves("resident", json!({ "name": name })).await;
    }
    let yusuf = aisha.searches("yusuf").await.hits[0].id;
    let talk = json!({ "at": "2024-03-14T09:50:00Z", "topics": ["nav"], "residents": [yusuf] });
    aisha.saves("visit", talk).await;
    let proposed = aisha.run(calls::Suggest {}).await.unwrap().residents;
    let proposed: Vec<_> = proposed.iter().map(|it| it.called.as_str()).collect();
    assert_eq!(proposed, ["Yusuf", "Amina", "Oksana"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_of_a_conversation_is_the_one_spoken_with_them_last_or_else_their_own() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let mykola = json!({ "name": "Mykola Tkachenko", "languages": ["uk", "ru"] });
    let mykola = aisha.saves("resident", mykola).await.entry.id;
    let filmon = aisha.saves("resident", json!({ "name": "Filmon Tesfay" })).await.entry.id;
    let guess = |resident| aisha.run(calls::GuessLanguage { resident });
    assert_eq!(guess(filmon).await.unwrap(), None);
    assert_eq!(guess(mykola).await.unwrap().as_deref(), Some("uk"));
    for (at, language) in [("10:00", "ru"), ("09:00", "uk")] {
        let at = format!("2024-03-14T{at}:00Z");
        let visit =
            json!({ "at": at, "topics": ["nav"], "residents": [mykola], "language": language });
        aisha.saves("visit", visit).await;
    }
    assert_eq!(guess(mykola).await.unwrap().as_deref(), Some("ru"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_in_the_future_by_mistake_is_not_counted_today() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for at in ["2024-03-14T10:00:00Z", "2099-01-01T10:00:00Z"] {
        aisha.saves("visit", json!({ "at": at, "topics": ["nav"] })).await;
    }
    let today = aisha.run(calls::GetToday {}).await.unwrap();
    assert_eq!((today.visits_today, today.visits_this_week), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_with_a_resident_nobody_knows_is_refused_at_the_field() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "residents": [Id::from_u128(404)] });
    let refused = aisha.tries("visit", Id::from_u128(1), visit).await.err();
    let issues = vec![Issue::new("residents", Problem::UnknownLink)];
    assert_eq!(refused, Some(Fault::Invalid { issues }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_too_long_to_keep_is_refused_and_said_so() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let note = "å".repeat(1 << 20);
    let visit = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "note": note });
    let refused = aisha.tries("visit", Id::from_u128(1), visit).await.err();
    let issues = vec![Issue::new("note", Problem::TooLong { most: 100_000 })];
    assert_eq!(refused, Some(Fault::Invalid { issues }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_none_is_answered_not_obeyed() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for request in ["", "{}", "[1]", r#"{"call":"rm"}"#, r#"{"call":"save","args":{"entry":7}}"#] {
        let answer = aisha.call_json(request).await;
        assert!(answer.contains(r#""fault":"bad-call""#), "{request}: {answer}");
    }
    let unknown = aisha.tries("dragon", Id::from_u128(1), json!({ "name": "Fafner" })).await.err();
    assert_eq!(unknown, Some(Fault::UnknownKind { kind: "dragon".into() }));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_version_saves_around_what_a_newer_one_wrote() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let fields = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "mood": { "of": "v2" } });
    let id = aisha.saves("visit", fields).await.entry.id;
    let entry = aisha.reads(id).await;
    aisha.changes(&entry, json!({ "note": "fra v1" })).await;
    assert_eq!(aisha.reads(id).await.fields["mood"], json!({ "of": "v2" }));
}
