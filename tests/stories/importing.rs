//! Files come in by the same calls as everything else: looked at first, then all sound rows at once.

use std::fs;

use chrono::NaiveDate;
use domain::sheet::{Fate, Flaw, Imported, Line, Sheet, Warning};
use domain::{Fault, Problem, calls, kind};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::{Value, json};
use tables::Asked;
use tests::{Device, World};

pub fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/bredtvetveien2");
    fs::read(format!("{folder}/{name}")).unwrap()
}

pub fn read(name: &str, bytes: impl AsRef<[u8]>) -> Result<Sheet, Flaw> {
    let today = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap();
    tables::read(bytes.as_ref(), &Asked { kind: kind(name).unwrap(), today, year: None })
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

#[test]
fn every_row_of_a_week_plan_comes_in_as_what_it_says() {
    let sheet = read("activity", file("activities.csv")).unwrap();
    let day = |day: &str| json!({ "day": format!("2024-{day}") });
    let expected = [
        ("Tur til Sognsvann", "planned", day("02-13")),
        ("Tur til Bua – startblokka", "confirmed", json!({ "day": "2024-02-22", "time": "12:00" })),
        ("Tilbud på startblokka", "confirmed", json!({ "day": "2024-02-26", "time": "11:00" })),
        (
            "Innlegg fra professor v. UiO",
            "planned",
            json!({ "day": "2024-02-29", "time": "11:00" }),
        ),
        ("Tur til Frognerparken", "planned", day("03-05")),
        ("Åpen dag v. UiO", "planned", day("03-06")),
        ("Aktiv på dagtid", "confirmed", json!({ "day": "2024-03-12", "time": "12:00" })),
        ("Tur til Finnerud", "booked", day("03-21")),
        ("Påskeuka", "planned", json!({ "week": "2024-W13" })),
        (
            "Båttur i Oslofjorden",
            "postponed",
            json!({ "day": "2024-04-04", "why": "Værforbehold" }),
        ),
        ("Tur i nærområde", "postponed", json!({ "day": "2024-04-11", "why": "Dårlig vær" })),
        ("Båttur", "postponed", json!({ "day": "2024-04-18", "why": "Vær" })),
        ("DUGNAD", "planned", day("04-25")),
        ("Ikke bestemt", "idea", day("05-02")),
        ("Båttur eller noe", "idea", day("05-10")),
        ("17-mai markering", "idea", day("05-16")),
        ("Tur til marka eller annet", "idea", day("05-23")),
        ("Avslutning - Grilling", "planned", day("05-31")),
    ];
    let read: Vec<_> = sheet.rows.iter().map(|it| Value::Object(it.line.fields.clone())).collect();
    let expected = expected.map(|(title, status, mut rest)| {
        rest["title"] = json!(title);
        rest["status"] = json!(status);
        rest
    });
    assert_eq!(read, expected);
    let warned: Vec<_> =
        sheet.rows.iter().flat_map(|it| it.warnings.iter().map(|w| (it.line.row, w))).collect();
    let tuesday = NaiveDate::from_ymd_opt(2024, 2, 13).unwrap();
    let wednesday = Warning::OtherWeekday { said: "Onsdag".into(), day: tuesday };
    assert_eq!(warned, [(2, &wednesday), (10, &Warning::WeekOnly), (15, &Warning::NoText)]);
    assert!(sheet.rows.iter().all(|it| it.line.issues.is_empty()));
    assert_eq!(sheet.year, Some(2024));
}

#[test]
fn a_plan_is_of_the_year_whose_weeks_fit_or_of_the_one_that_is_said() {
    let plan = |today: NaiveDate, year| {
        let asked = Asked { kind: kind("activity").unwrap(), today, year };
        tables::read(&file("activities.csv"), &asked).unwrap().year
    };
    let later = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert_eq!(plan(later, None), Some(2024));
    assert_eq!(plan(later, Some(2025)), Some(2025));
}

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
    let csv = "Navn;Telefon\nÅSE ÆRØ;00029999\nAli Hassan;1\nAli Hassan;1\nAli Hassan;2\n";
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
            (4, "minutes", Problem::WrongType),
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

#[tokio::test(flavor = "multi_thread")]
async fn a_table_as_excel_in_norway_saves_it_comes_in() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    // «Navn;Språk;Flyttet inn;Tlf» and «Åse Ærø;"norsk; somali";11.12.23;'+47 000 20 101» in Windows-1252.
    let bytes = b"Navn;Spr\xe5k;Flyttet inn;Tlf\r\n\xc5se \xc6r\xf8;\"norsk; somali\";11.12.23;'+47 000 20 101\r\n";
    import(&aisha, "resident", bytes).await;
    let expected = json!({
        "name": "Åse Ærø",
        "languages": ["nb", "so"],
        "moved_in": "2023-12-11",
        "phone": "+47 000 20 101",
    });
    assert_eq!(all(&aisha, "resident").await, [expected]);
}

#[test]
fn a_plan_with_further_columns_says_more_than_its_text() {
    let plan =
        "Uke;Dato;Aktivitet;Hvor sikkert er det;Ansvarlig;\n11;14.03;Tur?;Bekreftet;Aisha;og mer\n";
    let sheet = read("activity", plan).unwrap();
    let expected = json!({
        "title": "Tur", "day": "2024-03-14", "status": "confirmed", "responsible": "Aisha",
    });
    assert_eq!(Value::Object(sheet.rows[0].line.fields.clone()), expected);
    assert_eq!(sheet.rows[0].warnings, [Warning::MoreCells]);
}

#[test]
fn a_name_in_two_columns_is_one_name() {
    let name = |csv: &str| read("resident", csv).unwrap().rows[0].line.fields["name"].clone();
    assert_eq!(name("Fornavn;Etternavn\nOksana;Kovalenko\n"), "Oksana Kovalenko");
    assert_eq!(name("Etternavn;Fornavn\nKovalenko;Oksana\n"), "Oksana Kovalenko");
    assert_eq!(name("Etternavn;Fornavn\n;Oksana\n"), "Oksana");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_comes_in_with_its_dates_and_what_its_formulas_came_to() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let done = import(&aisha, "activity", workbook()).await;
    assert_eq!(counts(&done), [1, 0, 0]);
    let expected = json!({
        "title": "Tur til marka",
        "status": "confirmed",
        "day": "2024-03-14",
        "time": "12:30",
        "capacity": 12,
    });
    assert_eq!(all(&aisha, "activity").await, [expected]);
    let sheet = read("activity", workbook()).unwrap();
    assert_eq!(sheet.rows[0].warnings, [Warning::Formula]);
    assert_eq!(sheet.rows[0].line.row, 3);
    assert_eq!(sheet.others, ["Ark 2"]);
}

/// A title, headings, a row with a date, a time and a formula; and a second sheet.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Aktiviteter våren 2024").unwrap();
    for (column, heading) in (0..).zip(["Hva", "Status", "Dato", "Klokkeslett", "Plass til"]) {
        sheet.write(1, column, heading).unwrap();
    }
    sheet.write(1, 1, "Hvor sikkert er det").unwrap();
    sheet.write(2, 0, "Tur til marka").unwrap();
    sheet.write(2, 1, "Bekreftet").unwrap();
    let day = ExcelDateTime::from_ymd(2024, 3, 14).unwrap();
    sheet.write_with_format(2, 2, &day, &Format::new().set_num_format("dd.mm.yyyy")).unwrap();
    let time = ExcelDateTime::from_hms(12, 30, 0).unwrap();
    sheet.write_with_format(2, 3, &time, &Format::new().set_num_format("hh:mm")).unwrap();
    sheet.write_formula(2, 4, Formula::new("=6*2").set_result("12")).unwrap();
    book.add_worksheet().set_name("Ark 2").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let headings = |headings: &[&str]| Flaw::OtherTable {
        headings: headings.iter().map(|it| (*it).to_owned()).collect(),
    };
    let rows = "Navn\n".to_owned() + &"A\n".repeat(10_001);
    let large = "a".repeat((10 << 20) + 1);
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for (bytes, flaw) in [
        (&b""[..], Flaw::Empty),
        (b"\n;;\n", Flaw::Empty),
        (b"Navn;Telefon\n", Flaw::NoRows),
        (b"Fugl;Vekt\nSpurv;30\n", headings(&["Fugl", "Vekt"])),
        (b"Navn;Telefon\nA;\"1\nB;2\n", Flaw::OpenQuote { row: 2 }),
        (picture, Flaw::NoTable),
        (b"PK\x03\x04 and no more", Flaw::BrokenWorkbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Flaw::OtherWorkbook),
        (rows.as_bytes(), Flaw::TooManyRows { most: 10_000 }),
        (large.as_bytes(), Flaw::TooLarge { most: 10 }),
    ] {
        assert_eq!(read("resident", bytes), Err(flaw));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_than_fit_are_refused_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let lines = vec![Line::default(); 10_001];
    let asked = calls::Import { kind: "visit".into(), lines };
    assert!(matches!(aisha.run(asked).await, Err(Fault::TooLarge { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_comes_in_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let rows: Vec<_> = (0..2_500).map(|it| format!("Beboer {it}")).collect();
    let csv = format!("Navn\n{}\n", rows.join("\n"));
    assert_eq!(counts(&import(&aisha, "resident", &csv).await), [2_500, 0, 0]);
    assert_eq!(counts(&import(&aisha, "resident", &csv).await), [0, 2_500, 0]);
}
