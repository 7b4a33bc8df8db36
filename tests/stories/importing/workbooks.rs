//! Files as office programs save them.

use domain::sheet::Warning;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::json;
use tests::World;

use super::{all, counts, import, read};

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
    sheet.write(1, 1, "Status").unwrap();
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
