//! One field over everything, for somebody who remembers half of it.

use std::collections::BTreeMap;

use domain::calls;
use serde_json::json;
use tests::{Device, World};

/// A building with a leak behind one door, and what was done about it.
async fn building(world: &World) -> Device {
    let aisha = world.founder("Aisha").await;
    let door = aisha.saves("unit", json!({ "label": "H0202" })).await.entry.id;
    let landlord = aisha.saves("partner", json!({ "name": "Boligbygg" })).await.entry.id;
    let contacts = json!([{ "who": landlord, "role": "landlord" }]);
    let amina = json!({ "name": "Amina Yusuf", "unit": door, "contacts": contacts,
        "languages": ["so"] });
    let amina = aisha.saves("resident", amina).await.entry.id;
    let at = "2024-03-14T09:50:00Z";
    let visit = json!({ "at": at, "residents": [amina], "topics": ["housing"],
        "note": "Vannlekkasje på badet" });
    let incident = json!({ "at": at, "type": "noise", "seriousness": "minor",
        "what": "Høy musikk i trappa" });
    let referral = json!({ "to": landlord, "about": [amina], "topic": "housing",
        "ask": "Rørlegger må komme" });
    for (kind, fields) in [("visit", visit), ("incident", incident), ("referral", referral)] {
        aisha.saves(kind, fields).await;
    }
    aisha
}

/// The kinds of what is found, in the order that search knows them.
async fn kinds(aisha: &Device, typed: &str) -> Vec<String> {
    let mut kinds: Vec<_> =
        aisha.searches(typed).await.hits.into_iter().map(|it| it.kind).collect();
    kinds.sort();
    kinds
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_is_found_within_a_longer_one() {
    let world = World::new().await;
    let aisha = building(&world).await;
    assert_eq!(kinds(&aisha, "lekkasje").await, ["visit"]);
    assert_eq!(kinds(&aisha, "legger").await, ["referral"]);
    assert_eq!(kinds(&aisha, "0202").await, ["resident", "unit"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_finds_all_that_was_written_about_its_bearer() {
    let world = World::new().await;
    let aisha = building(&world).await;
    assert_eq!(kinds(&aisha, "amina").await, ["referral", "resident", "visit"]);
    assert_eq!(kinds(&aisha, "boligbygg").await, ["partner", "referral"]);
    assert_eq!(kinds(&aisha, "amina rørlegger").await, ["referral"]);
    let behind = aisha.searches("H0202").await.hits;
    let behind: Vec<_> = behind.iter().map(|it| (it.kind.as_str(), it.about.as_str())).collect();
    assert_eq!(behind, [("unit", ""), ("resident", "H0202")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_is_renamed_is_found_by_the_new_name_alone() {
    let world = World::new().await;
    let aisha = building(&world).await;
    let amina = aisha.searches("amina").await.hits.into_iter().find(|it| it.kind == "resident");
    let amina = aisha.reads(amina.unwrap().id).await;
    aisha.changes(&amina, json!({ "name": "Leyla Hassan" })).await;
    assert_eq!(kinds(&aisha, "leyla").await, ["referral", "resident", "visit"]);
    assert!(kinds(&aisha, "yusuf").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_picked_from_a_list_is_found_by_what_it_is_called() {
    let world = World::new().await;
    let aisha = building(&world).await;
    let labels = [
        ("incident-type.noise", "Støy"),
        ("topic.housing", "Bolig og reparasjoner"),
        ("kind.referral", "Henvisning"),
        ("language.so", "somali"),
    ];
    let named: BTreeMap<_, _> = labels.map(|(value, label)| (value.into(), label.into())).into();
    for (typed, found) in [
        ("støy", "incident"),
        ("stoy trapp", "incident"),
        ("repara bad", "visit"),
        ("sjoner bad", "visit"),
        ("henvisning", "referral"),
        ("henvisning amina", "referral"),
        ("somali", "resident"),
    ] {
        let asked = calls::Search { text: typed.into(), named: Some(named.clone()), limit: 10 };
        let hits = aisha.run(asked).await.unwrap().hits;
        assert_eq!(hits.iter().map(|it| it.kind.as_str()).collect::<Vec<_>>(), [found], "{typed}");
    }
    assert!(aisha.searches("incidenttypenoise").await.hits.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_of_the_finger_finds_what_comes_closest_and_says_so() {
    let world = World::new().await;
    let aisha = building(&world).await;
    for typed in ["vanlekkasje", "vannlekasje", "vannlekkasej", "vannlekasj"] {
        let found = aisha.searches(typed).await;
        assert_eq!(found.hits.len(), 1, "{typed}");
        assert!(found.alike, "{typed}");
    }
    let found = aisha.searches("vannlekkasje").await;
    assert!(found.hits.len() == 1 && !found.alike);
    let nothing = aisha.searches("sykkelbod").await;
    assert!(nothing.hits.is_empty() && !nothing.alike);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_still_one_when_somebody_wrote_it_in_what_is_deleted_or_elsewhere() {
    let world = World::new().await;
    let aisha = building(&world).await;
    let twin = aisha.saves("resident", json!({ "name": "Amina Yusof" })).await.entry.id;
    assert!(!aisha.searches("yusof").await.alike);
    aisha.deletes(twin).await;
    let found = aisha.searches("yusof").await;
    assert!(found.alike && found.hits.iter().any(|it| it.title == "Amina Yusuf"));
    aisha.logs("Yusof eller Yusuf, hun vet det ikke selv").await;
    let asked = calls::ListResidents { text: "Amina Yusof".into(), gone: false, limit: 9, skip: 0 };
    let residents = aisha.run(asked).await.unwrap().rows;
    assert_eq!(residents.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Amina Yusuf"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_found_spelled_the_other_way() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for name in ["Alexander Kovalenko", "Wahid Karimi", "Mohammed Omar"] {
        aisha.saves("resident", json!({ "name": name })).await;
    }
    for (typed, found) in [("aleksander", 1), ("vahid", 1), ("mohamed", 1), ("oleksander", 1)] {
        let asked = calls::ListResidents { text: typed.into(), gone: false, limit: 20, skip: 0 };
        assert_eq!(aisha.run(asked).await.unwrap().rows.len(), found, "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_says_when_it_is_and_how_it_stands() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let follow_up = json!({ "what": "Ringe biblioteket", "due": "2024-03-20" });
    let id = aisha.saves("follow-up", follow_up).await.entry.id;
    aisha.saves("activity", json!({ "title": "Tur til biblioteket", "status": "idea" })).await;
    let standing = async || {
        let hits = aisha.searches("bibliotek").await.hits;
        let mut standing: Vec<_> = hits
            .iter()
            .map(|it| {
                (it.kind.clone(), it.at.map(|at| at.date_naive().to_string()), it.status.clone())
            })
            .collect();
        standing.sort();
        standing
    };
    let idea = ("activity".to_owned(), None, "idea".to_owned());
    let due =
        |status: &str| ("follow-up".to_owned(), Some("2024-03-20".to_owned()), status.to_owned());
    assert_eq!(standing().await, [idea.clone(), due("open")]);
    let follow_up = aisha.reads(id).await;
    aisha.changes(&follow_up, json!({ "done": "2024-03-18" })).await;
    assert_eq!(standing().await, [idea, due("done")]);
}
