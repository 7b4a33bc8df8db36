//! What was recorded leaves as files that other programs open, and that come in again elsewhere.

use chrono::NaiveDate;
use domain::sheet::Fate;
use domain::views::Page;
use domain::{Entry, KINDS, calls, kind};
use serde_json::{Value, json};
use tables::{Asked, Format, Way};
use tests::{Device, World};

use crate::importing::import_site;

async fn all(device: &Device, kind: &str) -> Page {
    device.run(calls::Export { kind: kind.into() }).await.unwrap()
}

async fn exported(device: &Device, name: &str, format: Format, locale: &str) -> Vec<u8> {
    let zone = &app::zone("Europe/Oslo");
    let way = Way { format, locale, zone };
    tables::write(kind(name).unwrap(), &all(device, name).await, &way).unwrap()
}

async fn text(device: &Device, name: &str, format: Format) -> String {
    String::from_utf8(exported(device, name, format, "nb").await).unwrap()
}

async fn a_full_site(device: &Device) {
    import_site(device).await;
    let page = all(device, "resident").await;
    let [first, second] = [&page.entries[0], &page.entries[1]].map(|it| it.id);
    let partner = all(device, "partner").await.entries[0].id;
    let activity = all(device, "activity").await.entries[0].id;
    let visit = all(device, "visit").await.entries[0].id;
    device
        .saves(
            "incident",
            json!({
                "type": "noise", "seriousness": "minor", "what": "Fest; \"høy\" musikk\nGikk opp.",
                "at": "2024-03-14T22:15:00.000Z", "from": visit,
                "parties": [{ "who": first, "role": "caused" }, { "who": second, "role": "affected" }],
                "notified": [{ "who": partner, "role": "reached", "at": "2024-03-14T22:20:00.000Z" }],
            }),
        )
        .await;
    let attendance = json!({ "activity": activity, "resident": first, "status": "came" });
    device.saves("attendance", attendance).await;
    device.saves("resident", json!({ "name": "=1+1", "phone": "+47 000 20 999" })).await;
    // More than a cell of a workbook holds, with blanks wherever it may be cut.
    let long = "Hund. 👩‍👩‍👧 \n ".repeat(6_000);
    device.saves("resident", json!({ "name": "Lang Merknad", "remarks": long.trim() })).await;
}

/// Imports all of one site's exported files into another.
async fn moved(from: &Device, to: &Device, format: Format, locale: &str) {
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    for kind in KINDS {
        let bytes = exported(from, kind.name, format, locale).await;
        let zone = &app::zone("Europe/Oslo");
        let asked = Asked { kind, today, zone, year: None };
        let Ok(sheet) = tables::read(&bytes, &asked) else { continue };
        let lines = crate::importing::lines(&sheet);
        let count = lines.len();
        let asked = calls::Import { kind: kind.name.into(), lines };
        let imported = to.run(asked).await.unwrap();
        assert_eq!(imported.count(Fate::Added), count, "{}: {:?}", kind.name, imported.rows);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_was_exported_comes_in_whole_elsewhere() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    a_full_site(&aisha).await;
    for (owner, format, locale) in
        [("Bjørn", Format::Csv, "nb"), ("Chen", Format::Csv, "en"), ("Dina", Format::Xlsx, "nn")]
    {
        let other = world.founder(owner).await;
        moved(&aisha, &other, format, locale).await;
        // A site has its own members.
        for kind in KINDS.iter().filter(|it| it.name != "member") {
            // Who was at an activity has an id of its own at each site, as a tick there has.
            let id = |it: &Entry| (kind.name != "attendance").then_some(it.id);
            let values = |page: Page| -> Vec<Value> {
                let mut values: Vec<_> =
                    page.entries.iter().map(|it| json!([id(it), it.fields])).collect();
                values.sort_by_key(ToString::to_string);
                values
            };
            let (here, there) = (all(&aisha, kind.name).await, all(&other, kind.name).await);
            assert_eq!(values(there), values(here), "{}", kind.name);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_headed_in_words_and_runs_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    a_full_site(&aisha).await;
    let csv = text(&aisha, "resident", Format::Csv).await;
    assert!(csv.starts_with("\u{feff}Navn;Kallenavn;Språk, morsmålet først;"), "{csv}");
    assert!(csv.contains("\r\n'=1+1;;"));
    assert!(csv.contains(";+47 000 20 999;"));
    let incidents = text(&aisha, "incident", Format::Csv).await;
    assert!(
        incidents
            .contains("Støy;Mindre alvorlig;\"Fest; \"\"høy\"\" musikk\nGikk opp.\";Forårsaket:")
    );
    assert!(incidents.contains("@2024-03-14 23:20"));
}

#[tokio::test(flavor = "multi_thread")]
async fn json_has_everything_as_it_is_stored() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    a_full_site(&aisha).await;
    let json: Value = serde_json::from_str(&text(&aisha, "visit", Format::Json).await).unwrap();
    assert_eq!((&json["kind"], json["records"].as_array().unwrap().len()), (&json!("visit"), 205));
    let last = &json["records"][0];
    let resident = last["fields"]["residents"][0].as_str().unwrap();
    assert!(json["names"][resident].is_string() && last["made"]["by"] == "Aisha");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_is_a_calendar_that_other_programs_show() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    import_site(&aisha).await;
    let place = "Felleshuset; gå inn fra bakgården, forbi sykkelskuret og lekeplassen ved elva";
    let tour = json!({
        "title": "Kafé, med sang", "status": "confirmed", "day": "2024-07-12", "time": "12:00",
        "place": place, "why": "Flyttet: Yusuf er syk", "remarks": "Hent Oksana i H0304",
        "responsible": "Bjørn", "headcount": 7,
    });
    let id = aisha.saves("activity", tour).await.entry.id;
    let ics = text(&aisha, "activity", Format::Ics).await;
    assert!(
        ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ics.ends_with("END:VCALENDAR\r\n")
    );
    assert_eq!(ics.matches("BEGIN:VEVENT\r\n").count(), 19);
    assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let unfolded = ics.replace("\r\n ", "");
    for line in [
        &format!("UID:{id}@bomiljo"),
        "SUMMARY:Kafé\\, med sang",
        "DTSTART;TZID=Europe/Oslo:20240712T120000",
        "LOCATION:Felleshuset\\; gå inn fra bakgården\\, forbi sykkelskuret og lekeplassen ved elva",
        // Winter time, and a day and a week without a time.
        "DTSTART;TZID=Europe/Oslo:20240222T120000",
        "DTSTART;VALUE=DATE:20240213",
        "DTEND;VALUE=DATE:20240214",
        "DTSTART;VALUE=DATE:20240325",
        "DTEND;VALUE=DATE:20240401",
        "SUMMARY:Utsatt: Båttur",
        "SUMMARY:Båttur eller noe (Idé)",
    ] {
        assert!(unfolded.contains(&format!("\r\n{line}\r\n")), "{line}\n{unfolded}");
    }
    // The clock of the months that the plan is of, for programs that do not know the zone.
    let clock = [
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n",
        "BEGIN:STANDARD\r\nDTSTART:20231029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
        "BEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n",
        "END:VTIMEZONE\r\n",
    ];
    assert!(ics.contains(&clock.concat()), "{ics}");
    assert_eq!(ics.matches("BEGIN:VTIMEZONE").count(), 1);
    // What isn't for everybody stays in the app.
    for text in ["DESCRIPTION", "Yusuf", "Oksana", "Bjørn", "Dårlig vær"] {
        assert!(!unfolded.contains(text), "{text}\n{unfolded}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attendance_leaves_with_the_activity_by_its_title_and_its_day() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await.entry.id;
    for day in ["2024-03-14", "2024-03-21"] {
        let activity = json!({ "title": "Språkkafé", "day": day, "status": "done" });
        let activity = aisha.saves("activity", activity).await.entry.id;
        let came = json!({ "activity": activity, "resident": oksana, "status": "came" });
        aisha.saves("attendance", came).await;
    }
    let csv = text(&aisha, "attendance", Format::Csv).await;
    for day in ["2024-03-14", "2024-03-21"] {
        assert!(csv.contains(&format!("Språkkafé@{day};Oksana Kovalenko")), "{csv}");
    }
}
