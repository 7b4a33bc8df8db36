//! Matters: open until somebody settles them, found again when they are.

use domain::views::{Case, Cases};
use domain::{Id, calls};
use serde_json::json;
use tests::site::status;
use tests::{Device, World};

async fn cases(device: &Device) -> Cases {
    device.run(calls::GetCases {}).await.unwrap()
}

fn titles(cases: &[Case]) -> Vec<&str> {
    cases.iter().map(|it| it.title.as_str()).collect()
}

async fn resident(device: &Device) -> Id {
    device.saves("resident", json!({ "name": "Oksana Kovalenko" })).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acute_incident_is_due_at_once_until_it_is_closed() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let mut waiting = Vec::new();
    for (seriousness, status) in [("acute", "open"), ("minor", "open"), ("acute", "closed")] {
        let fields = json!({ "type": "fire", "seriousness": seriousness, "what": status, "status": status,
            "closed_how": "Slukket", "at": "2024-03-13T21:10:00.000Z" });
        waiting.push(aisha.saves("incident", fields).await.entry.id);
    }
    let today = aisha.run(calls::GetToday {}).await.unwrap();
    assert_eq!(today.due.iter().map(|it| it.id).collect::<Vec<_>>(), waiting[..1]);
    assert_eq!(today.due[0].pressing, "acute");
    assert_eq!(cases(&aisha).await.closed[0].pressing, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_acute_stands_before_what_is_serious_and_both_before_everything_else() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let due = json!({ "what": "frist i dag", "due": "2024-03-14" });
    aisha.saves("follow-up", due).await;
    for (what, seriousness, status) in [
        ("alvorlig", "serious", "open"),
        ("akutt", "acute", "watching"),
        ("alvorlig, men rolig nå", "serious", "watching"),
    ] {
        let fields = json!({ "type": "harassment", "seriousness": seriousness, "what": what,
            "status": status, "at": "2024-03-13T21:10:00.000Z" });
        aisha.saves("incident", fields).await;
    }
    let open = cases(&aisha).await.open;
    assert_eq!(titles(&open), ["akutt", "alvorlig", "frist i dag", "alvorlig, men rolig nå"]);
    let pressing: Vec<_> = open.iter().map(|it| it.pressing.as_str()).collect();
    assert_eq!(pressing, ["acute", "serious", "", ""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn open_matters_stand_by_their_day_and_those_that_are_over_apart() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, owner) = (
        resident(&aisha).await,
        aisha.saves("partner", json!({ "name": "Boligbygg" })).await.entry.id,
    );
    let incident = |what: &str, status: &str| {
        json!({ "type": "noise", "seriousness": "minor", "what": what, "status": status,
            "closed_how": "Snakket sammen", "at": "2024-03-13T21:10:00.000Z",
            "parties": [{ "who": oksana, "role": "affected" }] })
    };
    let referral = |ask: &str, status: &str, by: &str| json!({ "to": owner, "about": [oksana], "topic": "housing", "ask": ask, "status": status, "reply_by": by });
    let follow_up = |what: &str, done: Option<&str>| json!({ "what": what, "due": "2024-03-15", "owner": "Aisha", "done": done });
    for (kind, fields) in [
        ("incident", incident("Bråk", "open")),
        ("incident", incident("Stille nå", "watching")),
        ("incident", incident("Over", "closed")),
        ("referral", referral("Kald radiator", "sent", "2024-03-12")),
        ("referral", referral("Utkast", "", "")),
        ("referral", referral("Ordnet", "done", "2024-03-01")),
        ("referral", referral("Trukket", "withdrawn", "")),
        ("follow-up", follow_up("Ring", None)),
        ("follow-up", follow_up("Ringt", Some("2024-03-14"))),
    ] {
        aisha.saves(kind, fields).await;
    }
    let cases = cases(&aisha).await;
    assert_eq!(titles(&cases.open[..2]), ["Kald radiator", "Ring"]);
    let mut rest = titles(&cases.open[2..]);
    rest.sort_unstable();
    assert_eq!(rest, ["Bråk", "Stille nå", "Utkast"]);
    assert_eq!(titles(&cases.closed), ["Ringt", "Trukket", "Ordnet", "Over"]);
    let sent = &cases.open[0];
    assert_eq!((sent.kind.as_str(), sent.parts[0].as_str()), ("referral", "housing"));
    assert_eq!((sent.parts[1].as_str(), sent.status.as_str()), ("Boligbygg", "sent"));
    assert_eq!(sent.about, ["Oksana Kovalenko"]);
    let over = &cases.closed[3];
    assert_eq!((over.parts[0].as_str(), over.whose.as_str(), over.due), ("noise", "Aisha", None));
    assert_eq!(over.about, ["Oksana Kovalenko"]);
    assert_eq!(cases.closed[0].status, "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_is_its_owners_and_anything_else_whoever_made_its() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (her, him) = (status(&aisha).await.member.unwrap(), status(&bjorn).await.member.unwrap());
    let promise =
        |what: &str, owner: String| json!({ "what": what, "due": "2024-03-15", "owner": owner });
    for device in [&bjorn, &aisha] {
        device.syncs().await;
    }
    aisha.saves("follow-up", promise("Til Bjørn", him.to_string())).await;
    aisha.saves("follow-up", promise("Til Aisha", her.to_string())).await;
    aisha.saves("follow-up", promise("Til ingen", String::new())).await;
    aisha.saves("follow-up", promise("Til en i ei fil", "Aisha".into())).await;
    let noise = json!({ "type": "noise", "seriousness": "minor", "what": "Bråk", "at": "2024-03-13T21:10:00Z" });
    aisha.saves("incident", noise).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let mine = |cases: &Cases| {
        let mine = cases.open.iter().filter(|it| it.mine);
        let mut mine: Vec<_> = mine.map(|it| it.title.clone()).collect();
        mine.sort();
        mine
    };
    assert_eq!(mine(&cases(&aisha).await), ["Bråk", "Til Aisha", "Til ingen"]);
    assert_eq!(mine(&cases(&bjorn).await), ["Til Bjørn"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_is_found_by_its_words_and_says_whom_it_concerns_and_when() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha).await;
    let nav = aisha.saves("partner", json!({ "name": "Nav" })).await.entry.id;
    let at = "2024-03-14T09:30:00.000Z";
    for (kind, fields) in [
        ("appointment", json!({ "at": at, "residents": [oksana], "purpose": "Grønn legetime" })),
        (
            "incident",
            json!({ "at": at, "type": "noise", "seriousness": "minor", "what": "Grønn røyk",
            "parties": [{ "who": oksana, "role": "witness" }] }),
        ),
        ("referral", json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": "Grønt kort" })),
        ("follow-up", json!({ "what": "Grønt lys", "due": "2024-03-14", "about": [oksana] })),
        ("activity", json!({ "title": "Grønn tur", "status": "planned", "day": "2024-03-14" })),
    ] {
        aisha.saves(kind, fields).await;
    }
    let trip = aisha.searches("gronn tur").await.hits[0].id;
    let status = Some(domain::kinds::AttendanceStatus::Came);
    aisha.run(calls::Attend { activity: trip, resident: oksana, status }).await.unwrap();
    let hits = aisha.searches("gron").await.hits;
    let found: Vec<_> = hits.iter().map(|it| (it.kind.as_str(), it.about.as_str())).collect();
    let expected = [
        ("appointment", "Oksana Kovalenko"),
        ("incident", "Oksana Kovalenko"),
        ("referral", "Oksana Kovalenko"),
        ("follow-up", "Oksana Kovalenko"),
        ("activity", ""),
    ];
    assert_eq!(found, expected);
    assert!(hits.iter().all(|it| it.at.is_some()));
    assert_eq!(hits[0].at, at.parse().ok());
    let timeline = aisha.run(calls::About { id: oksana, limit: 20, skip: 0 }).await.unwrap();
    assert_eq!(timeline.total, 5);
    assert_eq!(timeline.names[&trip], "Grønn tur");
}
