//! Week plans as people write them.

use chrono::NaiveDate;
use domain::kind;
use domain::sheet::Warning;
use serde_json::{Value, json};
use tables::Asked;

use super::{file, read};

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
    assert_eq!(sheet.years, [2024]);
}

#[test]
fn a_plan_is_of_the_year_whose_weeks_fit_or_of_the_one_that_is_said() {
    let plan = |today: NaiveDate, year| {
        let zone = &app::zone("Europe/Oslo");
        let asked = Asked { kind: kind("activity").unwrap(), today, zone, year };
        tables::read(&file("activities.csv"), &asked).unwrap().years
    };
    let later = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert_eq!(plan(later, None), [2024]);
    assert_eq!(plan(later, Some(2025)), [2025]);
}

#[test]
fn a_plan_that_goes_on_after_new_year_is_of_two_years() {
    let plan = |text: &str, today: &str, year| {
        let today = today.parse().unwrap();
        let zone = &app::zone("Europe/Oslo");
        let asked = Asked { kind: kind("activity").unwrap(), today, zone, year };
        let sheet = tables::read(text.as_bytes(), &asked).unwrap();
        let days = sheet.rows.iter().map(|it| {
            let said = |name: &str| it.line.fields.get(name).and_then(Value::as_str);
            said("day").or(said("week")).unwrap_or_default().to_owned()
        });
        let odd = sheet.rows.iter().flat_map(|it| it.warnings.clone());
        (days.collect::<Vec<_>>(), odd.collect::<Vec<_>>(), sheet.years.clone())
    };
    let dated = "uke;dag;dato;tekst\n50;Onsdag;11.12;Julegrøt\n52;;;Juleuka\n1;Tirsdag;31.12;Nyttår\n\
                 1;Torsdag;02.01;Kafé\n2;Onsdag;08.01;Tur\n";
    let expected = ["2024-12-11", "2024-W52", "2024-12-31", "2025-01-02", "2025-01-08"];
    for today in ["2024-11-22", "2025-01-03", "2026-11-22"] {
        let (days, odd, years) = plan(dated, today, None);
        assert_eq!(
            (days.as_slice(), odd),
            (&expected.map(String::from)[..], vec![Warning::WeekOnly])
        );
        assert_eq!(years, [2024, 2025]);
    }
    let weeks = "uke;dato;tekst\n50;;Julegrøt\n1;;Kafé\n51;;Nissefest\n2;;Tur\n";
    let guess = Warning::AfterNewYear { year: 2025 };
    for (today, year, guessed) in
        [("2024-12-01", None, 2), ("2025-01-20", None, 2), ("2026-11-22", Some(2024), 0)]
    {
        let (days, odd, _) = plan(weeks, today, year);
        assert_eq!(days, ["2024-W50", "2025-W01", "2024-W51", "2025-W02"], "{today}");
        assert_eq!(odd.iter().filter(|it| **it == guess).count(), guessed, "{today}");
    }
}

#[test]
fn a_plan_with_further_columns_says_more_than_its_text() {
    let plan = "Uke;Dato;Aktivitet;Status;Ansvarlig;\n11;14.03;Tur?;Bekreftet;Aisha;og mer\n";
    let sheet = read("activity", plan).unwrap();
    let expected = json!({
        "title": "Tur", "day": "2024-03-14", "status": "confirmed", "responsible": "Aisha",
    });
    assert_eq!(Value::Object(sheet.rows[0].line.fields.clone()), expected);
    assert_eq!(sheet.rows[0].warnings, [Warning::MoreCells]);
}
