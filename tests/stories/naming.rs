//! Residents of one name: nobody takes one for the other, in no list and in no file.

use std::collections::BTreeSet;

use domain::calls::{self, GetAttendees, ListResidents};
use domain::sheet::Fate;
use domain::{Id, kind};
use serde_json::{Value, json};
use tables::{Asked, Format, Way};
use tests::{Device, World};

const ALI: &str = "Mohammed Ali";

async fn registers(device: &Device, fields: Value) -> Id {
    device.saves("resident", fields).await.entry.id
}

async fn living(device: &Device, text: &str) -> Vec<String> {
    let asked = ListResidents { text: text.into(), gone: false, limit: 500, skip: 0 };
    device.run(asked).await.unwrap().rows.into_iter().map(|it| it.called).collect()
}

async fn talks(device: &Device, with: &[Id], note: &str) -> Id {
    let at = "2024-03-14T09:50:00.000Z";
    let fields = json!({ "at": at, "topics": ["nav"], "note": note, "residents": with });
    device.saves("visit", fields).await.entry.id
}

async fn door(device: &Device, label: &str) -> Id {
    device.saves("unit", json!({ "label": label })).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn what_tells_two_of_one_name_apart_is_added_as_far_as_it_is_needed() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (first, third) = (door(&aisha, "H0101").await, door(&aisha, "H0304").await);
    registers(&aisha, json!({ "name": ALI, "unit": first, "birth_year": 1987 })).await;
    assert_eq!(living(&aisha, "").await, [ALI], "nothing is added to the only one");
    registers(&aisha, json!({ "name": "mohammed  ALI", "unit": third, "birth_year": 1987 })).await;
    assert_eq!(living(&aisha, "").await, ["mohammed  ALI (H0304)", "Mohammed Ali (H0101)"]);
    registers(&aisha, json!({ "name": ALI, "unit": first, "birth_year": 1999 })).await;
    registers(&aisha, json!({ "name": ALI, "display_name": "Mo" })).await;
    let expected =
        ["Mo", "Mohammed Ali (H0101, 1987)", "Mohammed Ali (H0101, 1999)", "mohammed  ALI (H0304)"];
    let called: BTreeSet<_> = living(&aisha, "").await.into_iter().collect();
    assert_eq!(called, expected.map(str::to_owned).into());
}

#[tokio::test(flavor = "multi_thread")]
async fn those_whom_nothing_tells_apart_are_numbered_alike_on_every_device() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    registers(&aisha, json!({ "name": ALI })).await;
    let other = registers(&bjorn, json!({ "name": ALI })).await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    for device in [&aisha, &bjorn] {
        let called: BTreeSet<_> = living(device, "").await.into_iter().collect();
        assert_eq!(called, ["Mohammed Ali (1)", "Mohammed Ali (2)"].map(str::to_owned).into());
    }
    let names = |page: domain::views::Page| page.entries[0].name.clone();
    let asked = || calls::Get { id: other };
    let [hers, his] = [aisha.run(asked()).await.unwrap(), bjorn.run(asked()).await.unwrap()];
    assert_eq!(names(hers), names(his));
    aisha.deletes(other).await;
    assert_eq!(living(&aisha, "").await, [ALI]);
}

/// Two of one name, each with a conversation and an appointment, and both at an activity.
async fn two_of_one_name(device: &Device) -> [Id; 2] {
    let ids = [
        registers(device, json!({ "name": ALI, "birth_year": 1987 })).await,
        registers(device, json!({ "name": ALI, "birth_year": 1990 })).await,
    ];
    for (id, note) in ids.iter().zip(["om strøm", "om skole"]) {
        talks(device, &[*id], note).await;
        let task = json!({ "what": note, "due": "2024-03-15", "about": [id] });
        device.saves("follow-up", task).await;
    }
    ids
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_one_name_never_look_alike_wherever_they_are_named() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let [one, other] = two_of_one_name(&aisha).await;
    let fields = json!({ "title": "Båttur", "status": "planned", "day": "2024-06-10" });
    let activity = aisha.saves("activity", fields).await.entry.id;
    let asked = |text: &str| GetAttendees { activity, text: text.into(), limit: 50 };
    let called = |it: domain::views::Attendees| -> Vec<String> {
        it.rows.into_iter().map(|it| it.called).collect()
    };
    let page = aisha.visits().await;
    let cases = aisha.run(calls::GetCases {}).await.unwrap();
    let own = |id| aisha.run(calls::Get { id });
    let (first, second) = (own(one).await.unwrap(), own(other).await.unwrap());
    let suggested = aisha.run(calls::Suggest {}).await.unwrap().residents;
    let places: [(&str, Vec<String>); 9] = [
        ("the list", living(&aisha, "").await),
        ("a picker", living(&aisha, "moh").await),
        ("the faces", suggested.into_iter().map(|it| it.called).collect()),
        ("attendance", called(aisha.run(asked("")).await.unwrap())),
        ("attendance, found", called(aisha.run(asked("ali")).await.unwrap())),
        ("conversations", page.names.values().cloned().collect()),
        ("cases", cases.open.iter().flat_map(|it| it.about.clone()).collect()),
        (
            "search",
            aisha
                .searches("mohammed ali")
                .await
                .hits
                .iter()
                .filter(|it| it.kind == "resident")
                .map(|it| it.title.clone())
                .collect(),
        ),
        ("their own pages", vec![first.entries[0].name.clone(), second.entries[0].name.clone()]),
    ];
    for (place, names) in places {
        let expected = ["Mohammed Ali (1987)", "Mohammed Ali (1990)"].map(str::to_owned);
        assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), expected.into(), "{place}");
    }
    assert_eq!(first.names[&one], "Mohammed Ali (1987)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_finds_who_was_born_then() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let [one, _] = two_of_one_name(&aisha).await;
    let hits = aisha.searches("1987").await.hits;
    assert_eq!(hits.iter().map(|it| it.id).collect::<Vec<_>>(), [one]);
    assert_eq!(living(&aisha, "1987").await, ["Mohammed Ali (1987)"]);
    assert_eq!(living(&aisha, "ali 1990").await, ["Mohammed Ali (1990)"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_names_each_and_comes_in_again_with_the_right_one() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let [one, other] = two_of_one_name(&aisha).await;
    let twins = [
        registers(&aisha, json!({ "name": "Li Wei" })).await,
        registers(&aisha, json!({ "name": "Li Wei" })).await,
    ];
    talks(&aisha, &twins[1..], "om bank").await;
    let elsewhere = world.founder("Bjørn").await;
    for name in ["resident", "visit"] {
        let page = aisha.run(calls::Export { kind: name.into() }).await.unwrap();
        let (kind, zone) = (kind(name).unwrap(), &app::zone("Europe/Oslo"));
        let bytes =
            tables::write(kind, &page, &Way { format: Format::Csv, locale: "nb", zone }).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let both = ["Mohammed Ali (1987)", "Mohammed Ali (1990)"];
        assert!(name == "resident" || both.iter().all(|it| text.contains(it)), "{text}");
        let today = "2026-01-01".parse().unwrap();
        let sheet = tables::read(&bytes, &Asked { kind, today, zone, year: None }).unwrap();
        let asked = calls::Import { kind: name.into(), lines: crate::importing::lines(&sheet) };
        let imported = elsewhere.run(asked).await.unwrap();
        assert!(imported.rows.iter().all(|it| it.fate == Fate::Added), "{:?}", imported.rows);
    }
    let visits = elsewhere.visits().await.entries;
    let with = |note: &str| {
        let visit = visits.iter().find(|it| tests::note(it) == note).unwrap();
        visit.fields["residents"].clone()
    };
    assert_eq!(with("om strøm"), json!([one]));
    assert_eq!(with("om skole"), json!([other]));
    assert_eq!(with("om bank"), json!([twins[1]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_may_tell_people_apart_by_less_than_the_app_would_say() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let unit = door(&aisha, "H0304").await;
    let one = registers(&aisha, json!({ "name": ALI, "unit": unit, "birth_year": 1987 })).await;
    registers(&aisha, json!({ "name": ALI, "unit": unit, "birth_year": 1990 })).await;
    let list = "Når;Hvem;Om hva\n2024-03-14 10:00;Mohammed Ali (1987);Nav\n\
                2024-03-14 11:00;Mohammed Ali (H0304);Nav\n2024-03-14 12:00;Mohammed Ali (H0101);Nav\n";
    let page = crate::importing::import(&aisha, "visit", list).await;
    let fates: Vec<_> = page.rows.iter().map(|it| it.fate).collect();
    assert_eq!(fates, [Fate::Added, Fate::Refused, Fate::Refused], "{:?}", page.rows);
    assert_eq!(aisha.visits().await.entries[0].fields["residents"], json!([one]));
}
