//! Lists of who came.

use domain::{Problem, calls};
use serde_json::{Value, json};
use tests::World;

use super::{all, counts, import, preview, problems, read};

#[tokio::test(flavor = "multi_thread")]
async fn an_attendance_list_names_activities_and_residents_as_people_do() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let mut units = Vec::new();
    for label in ["H0101", "H0102"] {
        units.push(aisha.saves("unit", json!({ "label": label })).await.entry.id);
    }
    let mut residents = Vec::new();
    for (name, called, unit) in [
        ("Oksana Kovalenko", "Oksana K.", units[0]),
        ("Ali Hassan", "", units[0]),
        ("Ali Hassan", "", units[1]),
    ] {
        let fields = json!({ "name": name, "display_name": called, "unit": unit });
        residents.push(aisha.saves("resident", fields).await.entry.id);
    }
    let mut activities = Vec::new();
    for (title, day) in
        [("Kafé", "2024-01-11"), ("Kafé", "2024-01-18"), ("Tur @ Sognsvann", "2024-01-12")]
    {
        let fields = json!({ "title": title, "status": "done", "day": day });
        activities.push(aisha.saves("activity", fields).await.entry.id);
    }
    let signed_up = domain::kinds::AttendanceStatus::SignedUp;
    let (activity, resident) = (activities[0], residents[0]);
    let ticked = calls::Attend { activity, resident, status: Some(signed_up) };
    aisha.run(ticked).await.unwrap();
    let csv = "Aktivitet;Dato;Navn;Leilighet;Oppmøte\n\
               Kafé;11.01;Oksana K.;;x\n\
               kafé;18.01.2024;Ali;H0102;ja\n\
               Tur @ Sognsvann;;;H0102;nei\n\
               Kafé;;Oksana Kovalenko;;x\n\
               Kafé;11.01;Ali Hassan;;x\n\
               Kafé;12.01;Oksana K.;;x\n\
               Kafé;11.01;;H0101;x\n\
               Kafé;18.01;Oksana K.;;\n\
               Kafé;18.01;Ali;H0102;nei\n";
    let seen = preview(&aisha, "attendance", csv).await;
    assert_eq!(counts(&seen), [3, 0, 6], "{:?}", problems(&seen));
    let expected = [
        (5, "activity", Problem::Ambiguous),
        (6, "resident", Problem::Ambiguous),
        (7, "activity", Problem::UnknownLink),
        (8, "resident", Problem::Ambiguous),
        (9, "status", Problem::Missing),
        (10, "status", Problem::Taken),
    ];
    assert_eq!(problems(&seen), expected);
    assert_eq!(all(&aisha, "attendance").await.len(), 1, "a preview writes nothing");
    let done = import(&aisha, "attendance", csv).await;
    assert_eq!(done.rows, seen.rows);
    let pair = |activity: usize, resident: usize, status: &str| json!({ "activity": activities[activity], "resident": residents[resident], "status": status });
    let noted = all(&aisha, "attendance").await;
    assert_eq!(noted.len(), 3);
    for pair in [pair(0, 0, "came"), pair(1, 2, "came"), pair(2, 2, "did-not-come")] {
        assert!(noted.contains(&pair), "{pair} is not in {noted:?}");
    }
    assert_eq!(counts(&import(&aisha, "attendance", csv).await)[0], 0);
}

#[test]
fn whoever_stands_on_a_list_without_further_words_came() {
    let sheet = read("attendance", "Tiltak;Fornavn;Etternavn\nKafé;Oksana;Kovalenko\n").unwrap();
    let expected = json!({ "activity": "Kafé", "resident": "Oksana Kovalenko", "status": "came" });
    assert_eq!(Value::Object(sheet.rows[0].line.fields.clone()), expected);
    assert!(sheet.columns.iter().all(|it| it.field.is_some()));
}
