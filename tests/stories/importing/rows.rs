//! What becomes of each row.

use domain::{Problem, calls};
use serde_json::json;
use tests::World;

use super::{all, counts, import, preview, problems, read};

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_says_what_an_import_does_and_writes_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let csv = "Navn;Språk;Skostørrelse\nAmir Rahimi;dari;43\nSelam;klingonsk;38\n;norsk;40\n";
    let sheet = read("resident", csv).unwrap();
    let fields: Vec<_> = sheet.columns.iter().map(|it| it.field.as_deref()).collect();
    assert_eq!(fields, [Some("name"), Some("languages"), None]);
    let before = preview(&aisha, "resident", csv).await;
    assert_eq!(counts(&before), [1, 0, 2]);
    assert_eq!(
        problems(&before),
        [(3, "languages", Problem::UnknownLanguage), (4, "name", Problem::Missing)]
    );
    assert!(all(&aisha, "resident").await.is_empty());
    let done = import(&aisha, "resident", csv).await;
    assert_eq!(done.rows, before.rows);
    assert_eq!(
        all(&aisha, "resident").await,
        [json!({ "name": "Amir Rahimi", "languages": ["fa-AF"] })]
    );
    assert_eq!(counts(&preview(&aisha, "resident", csv).await), [0, 1, 2]);
    aisha.run(calls::Undo { group: done.group.unwrap() }).await.unwrap();
    assert!(all(&aisha, "resident").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_here_already_is_known_by_name_and_twins_are_not_mixed_up() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.saves("resident", json!({ "name": "Åse Ærø", "phone": "00020101" })).await;
    let csv = "Navn;Telefon\nÅSE ÆRØ;00029999\nAli Hassan;00020111\nAli Hassan;00020111\nAli Hassan;00020122\n";
    let done = import(&aisha, "resident", csv).await;
    assert_eq!(counts(&done), [1, 2, 1]);
    assert_eq!(problems(&done), [(5, "name", Problem::Taken)]);
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
               2024-02-13T09:15:00+01:00;;nav|health;5\n\
               2024-02-12 09:15\n";
    let done = import(&aisha, "visit", csv).await;
    assert_eq!(counts(&done), [2, 0, 3]);
    assert_eq!(
        problems(&done),
        [
            (3, "at", Problem::NotAMoment),
            (4, "minutes", Problem::OutOfRange { least: 0, most: 1440 }),
            (4, "residents", Problem::UnknownLink),
            (7, "topics", Problem::Missing),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_values_are_refused_each_at_its_cell() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let long = "æ".repeat(1 << 19);
    let csv = format!(
        "Navn;Flyttet inn;Flyttet ut;Leilighet;Merknader\n\
         A;31.02.2024;;;\n\
         B;01.03.2024;01.02.2024;;\n\
         C;;;H9999;\n\
         D;;;;{long}\n\
         E;;;;fnr 010190 00083\n"
    );
    let done = import(&aisha, "resident", csv).await;
    assert_eq!(
        problems(&done),
        [
            (2, "moved_in", Problem::NotADay),
            (3, "moved_out", Problem::EndsBeforeStart),
            (4, "unit", Problem::UnknownLink),
            (5, "remarks", Problem::TooLong { most: 100_000 }),
            (6, "remarks", Problem::IdentityNumber),
        ]
    );
    assert!(all(&aisha, "resident").await.is_empty());
}

#[test]
fn a_name_in_two_columns_is_one_name() {
    let name = |csv: &str| read("resident", csv).unwrap().rows[0].line.fields["name"].clone();
    assert_eq!(name("Fornavn;Etternavn\nOksana;Kovalenko\n"), "Oksana Kovalenko");
    assert_eq!(name("Etternavn;Fornavn\nKovalenko;Oksana\n"), "Oksana Kovalenko");
    assert_eq!(name("Etternavn;Fornavn\n;Oksana\n"), "Oksana");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleagues_list_of_what_is_open_comes_in_with_who_should_take_over_and_no_receiver_is_guessed()
 {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await;
    let nav = aisha.saves("partner", json!({ "name": "Nav Bjerke", "kind": "nav" })).await.entry.id;
    let csv = "Sak;Beboer;Frist;Ansvarlig;Mottaker\n\
               Bostøtten;Oksana Kovalenko;20.03.2024;Aisha;Nav Bjerke\n\
               Nøkler til boden;;21.03.2024;;Aisha\n\
               Naboklagen;Oksana Kovalenko;22.03.2024;;Boligkontoret\n";
    let done = import(&aisha, "follow-up", csv).await;
    assert_eq!(counts(&done), [2, 0, 1]);
    assert_eq!(problems(&done), [(4, "receiver", Problem::UnknownLink)]);
    let me = aisha.run(calls::GetStatus {}).await.unwrap().member.unwrap();
    let lead = json!({ "scope": "building", "last_day": "2024-03-23", "lead": me });
    let id = aisha.saves("handover", lead).await.entry.id;
    let plan = aisha.run(calls::GetHandover { id }).await.unwrap();
    let suggested =
        |title: &str| plan.matters.iter().find(|it| it.title == title).unwrap().suggested;
    assert_eq!(suggested("Bostøtten"), Some(nav));
    assert_eq!(suggested("Nøkler til boden"), Some(me));
}
