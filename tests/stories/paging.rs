//! Lists longer than one answer: everything in them can be reached, and nothing is there twice.

use std::collections::BTreeSet;

use domain::{Id, calls};
use serde_json::{Value, json};
use tests::{Device, World};

/// Answers hold at most 500 records.
const MANY: usize = 510;
const PART: u32 = 100;

#[tokio::test(flavor = "multi_thread")]
async fn a_long_story_is_read_to_its_beginning() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await.entry.id;
    let at = "2024-03-14T10:00:00Z";
    saves(&aisha, "visit", |_| json!({ "at": at, "topics": ["nav"], "residents": [oksana] })).await;
    let mut read = Vec::new();
    for skip in parts() {
        let page = aisha.run(calls::About { id: oksana, limit: PART, skip }).await.unwrap();
        assert_eq!(page.total, MANY as u64);
        read.extend(page.entries.iter().map(|it| it.id));
    }
    is_everything(read);
}

#[tokio::test(flavor = "multi_thread")]
async fn years_of_activities_are_listed_to_the_first() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let day = |at| format!("2024-03-{:02}", 1 + at % 28);
    saves(&aisha, "activity", |at| json!({ "title": "Kaffe", "status": "done", "day": day(at) }))
        .await;
    let mut listed = Vec::new();
    for skip in parts() {
        let list = calls::List { kind: "activity".into(), limit: PART, skip };
        listed.extend(aisha.run(list).await.unwrap().entries.iter().map(|it| it.id));
    }
    is_everything(listed);
}

#[tokio::test(flavor = "multi_thread")]
async fn residents_of_one_name_are_scrolled_through_also_while_looking_for_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for at in 0..7 {
        aisha.saves("resident", json!({ "name": "Amina Ali", "remarks": at.to_string() })).await;
    }
    aisha.saves("resident", json!({ "name": "Amina Ali", "moved_out": "2024-03-01" })).await;
    for text in ["", "amina"] {
        let mut found = BTreeSet::new();
        for skip in [0, 3, 6, 9] {
            let asked = calls::ListResidents { text: text.into(), gone: false, limit: 3, skip };
            let page = aisha.run(asked).await.unwrap();
            assert_eq!(page.total, 7, "{text}");
            assert_eq!(page.rows.len(), 3.min(7_usize.saturating_sub(skip as usize)), "{text}");
            found.extend(page.rows.iter().map(|it| it.id));
        }
        assert_eq!(found.len(), 7, "{text}");
    }
}

async fn saves(device: &Device, kind: &str, fields: impl Fn(usize) -> Value) {
    for at in 0..MANY {
        device.saves(kind, fields(at)).await;
    }
}

fn parts() -> impl Iterator<Item = u32> {
    (0..).step_by(PART as usize).take(MANY.div_ceil(PART as usize))
}

fn is_everything(ids: Vec<Id>) {
    assert_eq!(ids.len(), MANY);
    assert_eq!(ids.into_iter().collect::<BTreeSet<_>>().len(), MANY);
}
