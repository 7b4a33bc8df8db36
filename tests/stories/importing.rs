//! Files come in by the same calls as everything else: looked at first, then all sound rows at once.

mod attendance;
mod plans;
mod refusing;
mod rows;
mod workbooks;

use std::fs;

use chrono::NaiveDate;
use domain::sheet::{Fate, Flaw, Imported, Line, Sheet};
use domain::{Problem, calls, kind};
use serde_json::Value;
use tables::Asked;
use tests::{Device, World};

pub fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/bredtvetveien2");
    fs::read(format!("{folder}/{name}")).unwrap()
}

pub fn read(name: &str, bytes: impl AsRef<[u8]>) -> Result<Sheet, Flaw> {
    let today = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap();
    let zone = &app::zone("Europe/Oslo");
    tables::read(bytes.as_ref(), &Asked { kind: kind(name).unwrap(), today, zone, year: None })
}

pub fn lines(sheet: &Sheet) -> Vec<Line> {
    sheet.rows.iter().map(|it| it.line.clone()).collect()
}

pub async fn import(device: &Device, kind: &str, bytes: impl AsRef<[u8]>) -> Imported {
    let lines = lines(&read(kind, bytes).unwrap());
    device.run(calls::Import { kind: kind.into(), lines }).await.unwrap()
}

async fn preview(device: &Device, kind: &str, bytes: impl AsRef<[u8]>) -> Imported {
    let lines = lines(&read(kind, bytes).unwrap());
    device.run(calls::Preview { kind: kind.into(), lines }).await.unwrap()
}

pub async fn import_site(device: &Device) -> Vec<Imported> {
    let mut outcomes = Vec::new();
    for (kind, name) in [
        ("unit", "unit.csv"),
        ("partner", "partner.csv"),
        ("resident", "resident.csv"),
        ("visit", "visit.aisha.csv"),
        ("visit", "visit.bjorn.csv"),
        ("activity", "activities.csv"),
    ] {
        outcomes.push(import(device, kind, file(name)).await);
    }
    outcomes
}

fn counts(outcome: &Imported) -> [usize; 3] {
    [Fate::Added, Fate::Known, Fate::Refused].map(|it| outcome.count(it))
}

fn problems(outcome: &Imported) -> Vec<(u64, &str, Problem)> {
    let issues = outcome.rows.iter().flat_map(|row| row.issues.iter().map(|it| (row.row, it)));
    issues.map(|(row, it)| (row, it.field.as_str(), it.problem.clone())).collect()
}

async fn all(device: &Device, kind: &str) -> Vec<Value> {
    let page = device.run(calls::Export { kind: kind.into() }).await.unwrap();
    page.entries.into_iter().map(|it| it.fields.into()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_site_comes_in_whole_and_a_second_import_adds_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let first: Vec<_> = import_site(&aisha).await.iter().map(counts).collect();
    let sizes = [37, 11, 35, 114, 91, 18];
    assert_eq!(first, sizes.map(|added| [added, 0, 0]));
    let second: Vec<_> = import_site(&aisha).await.iter().map(counts).collect();
    assert_eq!(second, sizes.map(|known| [0, known, 0]));
    assert!(aisha.run(calls::Verify {}).await.unwrap().differing.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_activities_come_in_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let done = import(&aisha, "activity", file("activity.csv")).await;
    assert_eq!(counts(&done), [23, 0, 0], "{:?}", problems(&done));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_that_was_imported_can_be_worked_with() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    import_site(&aisha).await;
    let found = aisha
        .run(calls::ListResidents { text: "oks".into(), gone: false, limit: 5, skip: 0 })
        .await
        .unwrap();
    let oksana = &found.rows[0];
    assert_eq!((oksana.name.as_str(), oksana.unit.as_str()), ("Oksana Kovalenko", "H0304"));
    assert!(oksana.last_visit.is_some());
    let timeline = aisha.run(calls::About { id: oksana.id, limit: 100, skip: 0 }).await.unwrap();
    assert!(timeline.total > 3);
    assert!(timeline.entries.is_sorted_by_key(|it| std::cmp::Reverse(it.fields["at"].to_string())));
}
