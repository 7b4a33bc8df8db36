//! Somebody whose name nobody knows is one more among those who were there.

use domain::field::UNKNOWN;
use domain::sheet::Fate;
use domain::{Fault, Id, Problem, calls, kind};
use serde_json::{Value, json};
use tables::{Asked, Format, Way};
use tests::{Device, World};

const AT: &str = "2024-03-14T22:15:00.000Z";

async fn three(device: &Device) -> Vec<Id> {
    let mut all = Vec::new();
    for name in ["Samir Haddad", "Yusuf Ahmed", "Mykola Tkachenko"] {
        all.push(device.saves("resident", json!({ "name": name })).await.entry.id);
    }
    all
}

async fn fights(device: &Device, people: &[Id]) -> Id {
    let roles = ["caused", "affected", "witness"];
    let known = people.iter().zip(roles).map(|(who, role)| json!({ "who": who, "role": role }));
    let parties: Vec<Value> = known.chain([json!({ "who": UNKNOWN, "role": "caused" })]).collect();
    let fields = json!({
        "type": "violence", "seriousness": "acute", "what": "Slagsmål i gangen", "at": AT,
        "parties": parties,
    });
    device.saves("incident", fields).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn three_people_and_one_unknown_stay_that_on_every_device() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let people = three(&aisha).await;
    let met: Vec<Id> = people.iter().copied().chain([UNKNOWN]).collect();
    let visit = json!({ "at": AT, "topics": ["housing"], "residents": met });
    let visit = aisha.saves("visit", visit).await.entry.id;
    let incident = fights(&aisha, &people).await;
    aisha.syncs().await;
    bjorn.syncs().await;
    for device in [&aisha, &bjorn] {
        assert_eq!(device.reads(visit).await.fields["residents"], json!(met));
        let parties = device.reads(incident).await.fields["parties"].clone();
        assert_eq!(parties[3], json!({ "who": UNKNOWN, "role": "caused" }));
        let history = device.run(calls::History { id: incident }).await.unwrap();
        assert_eq!(history[0].fields["parties"], parties);
    }
    let cases = aisha.run(calls::GetCases {}).await.unwrap();
    assert_eq!(cases.open[0].about, ["Samir Haddad", "Yusuf Ahmed", "Mykola Tkachenko", ""]);
    let both = bjorn.reads(visit).await;
    bjorn.changes(&both, json!({ "residents": [UNKNOWN] })).await;
    assert_eq!(bjorn.reads(visit).await.fields["residents"], json!([UNKNOWN]));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_unknown_leaves_in_a_file_and_comes_in_again_in_any_language() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let people = three(&aisha).await;
    let incident = fights(&aisha, &people).await;
    let before = aisha.reads(incident).await.fields;
    for (owner, locale, word) in
        [("Bjørn", "nb", "Ukjent"), ("Chen", "nn", "Ukjend"), ("Dina", "en", "Unknown")]
    {
        let elsewhere = world.founder(owner).await;
        for name in ["resident", "incident"] {
            let page = aisha.run(calls::Export { kind: name.into() }).await.unwrap();
            let (kind, zone) = (kind(name).unwrap(), &app::zone("Europe/Oslo"));
            let bytes =
                tables::write(kind, &page, &Way { format: Format::Csv, locale, zone }).unwrap();
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert!(name == "resident" || text.contains(&format!(":{word}")), "{text}");
            let today = "2026-01-01".parse().unwrap();
            let sheet = tables::read(&bytes, &Asked { kind, today, zone, year: None }).unwrap();
            let lines = crate::importing::lines(&sheet);
            let imported = elsewhere.run(calls::Import { kind: name.into(), lines }).await.unwrap();
            assert!(imported.rows.iter().all(|it| it.fate == Fate::Added), "{:?}", imported.rows);
        }
        assert_eq!(elsewhere.reads(incident).await.fields, before, "{locale}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_unknown_is_counted_as_nobody_and_has_no_appointments() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let visit = json!({ "at": AT, "topics": ["housing"], "residents": [UNKNOWN] });
    aisha.saves("visit", visit).await;
    let day = |text: &str| text.parse().unwrap();
    let asked = calls::GetReport { from: day("2024-03-01"), to: day("2024-03-31") };
    let report = aisha.run(asked).await.unwrap();
    assert_eq!((report.visits, report.residents_met), (1, 0));
    let appointment = json!({ "at": AT, "purpose": "Legetime", "residents": [UNKNOWN] });
    let refused = aisha.tries("appointment", Id::from_u128(7), appointment).await;
    let Err(Fault::Invalid { issues }) = refused else { panic!("{refused:?}") };
    assert_eq!(issues[0].problem, Problem::UnknownLink);
}
