//! The demo site comes from files, by the same call as anybody's.

use std::fs;

use domain::views::Imported;
use domain::{Fault, Problem, calls};
use tests::{Device, World};

fn file(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/bredtvetveien2");
    fs::read_to_string(format!("{folder}/{name}")).unwrap()
}

async fn import(device: &Device, kind: &str, csv: &str) -> Imported {
    device.run(calls::Import { kind: kind.into(), csv: csv.into(), weeks: 0 }).await.unwrap()
}

async fn import_site(device: &Device) -> Vec<Imported> {
    let mut outcomes = Vec::new();
    for (kind, name) in [
        ("unit", "unit.csv"),
        ("partner", "partner.csv"),
        ("resident", "resident.csv"),
        ("visit", "visit.aisha.csv"),
        ("visit", "visit.bjorn.csv"),
    ] {
        outcomes.push(import(device, kind, &file(name)).await);
    }
    outcomes
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_site_comes_in_whole_and_a_second_import_adds_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let first = import_site(&aisha).await;
    assert!(first.iter().all(|it| it.refused.is_empty() && it.known == 0), "{first:?}");
    assert_eq!(first.iter().map(|it| it.added).collect::<Vec<_>>(), [37, 11, 35, 114, 91]);
    let second = import_site(&aisha).await;
    assert!(second.iter().all(|it| it.added == 0 && it.refused.is_empty()));
    assert_eq!(second.iter().map(|it| it.known).sum::<u64>(), 288);
    assert!(aisha.run(calls::Verify {}).await.unwrap().differing.is_empty());
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

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_wrong_is_named_and_the_others_come_in() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let csv = "at;residents;topics;minutes\n\
               2024-02-12 09:15;;nav;10\n\
               2024-02-30 09:15;;nav;10\n\
               2024-02-12 09:15;Ingen Kjent;nav;ti\n\
               \n\
               2024-02-13T09:15:00+01:00;;nav|health;5\n";
    let imported = import(&aisha, "visit", csv).await;
    let refused: Vec<_> = imported
        .refused
        .iter()
        .map(|it| (it.row, it.issue.field.as_str(), it.issue.problem.clone()))
        .collect();
    assert_eq!(imported.added, 2);
    assert_eq!(
        refused,
        [
            (3, "at", Problem::NotAMoment),
            (4, "residents", Problem::UnknownLink),
            (4, "minutes", Problem::WrongType),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_table_of_that_kind_is_refused_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for csv in ["navn;alder\nA;3\n", "at;topics\n2024-02-12 09:15\n", "\u{0}\u{1}\u{2}"] {
        let asked = calls::Import { kind: "visit".into(), csv: csv.into(), weeks: 0 };
        assert!(matches!(aisha.run(asked).await, Err(Fault::BadFile { .. })), "{csv:?}");
    }
    assert_eq!(aisha.visits().await.total, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn local_times_are_the_buildings() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    import(&aisha, "visit", "at;topics\n2024-02-12 09:15;nav\n2024-07-12 09:15;nav\n").await;
    let times: Vec<_> = aisha
        .visits()
        .await
        .entries
        .iter()
        .map(|it| it.fields["at"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(times, ["2024-07-12T07:15:00.000Z", "2024-02-12T08:15:00.000Z"]);
}
