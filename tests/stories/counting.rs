//! The report.

use domain::kinds::AttendanceStatus::{Came, SignedUp};
use domain::views::{Count, Report};
use domain::{Fault, Id, Issue, Problem, calls};
use serde_json::json;
use tests::{Device, World};

async fn report(device: &Device, from: &str, to: &str) -> Report {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    device.run(calls::GetReport { from, to }).await.unwrap()
}

fn pairs(counts: &[Count]) -> Vec<(&str, u64)> {
    counts.iter().map(|it| (it.what.as_str(), it.count)).collect()
}

async fn resident(device: &Device, name: &str, moved_out: Option<&str>) -> Id {
    let fields = json!({ "name": name, "moved_in": "2023-12-01", "moved_out": moved_out });
    device.saves("resident", fields).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn conversations_are_counted_by_week_and_topic_as_the_clock_at_the_building_has_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana", None).await;
    let yusuf = resident(&aisha, "Yusuf", None).await;
    for (at, topics, residents) in [
        ("2024-02-29T23:30:00Z", json!(["nav", "economy"]), json!([oksana])),
        ("2024-03-10T22:30:00Z", json!(["nav"]), json!([oksana, yusuf])),
        ("2024-03-10T23:30:00Z", json!(["housing"]), json!([])),
        ("2024-03-31T21:59:00Z", json!(["nav"]), json!([oksana])),
        ("2024-03-31T22:00:00Z", json!(["nav"]), json!([oksana])),
        ("2024-02-29T22:59:00Z", json!(["nav"]), json!([oksana])),
    ] {
        let fields = json!({ "at": at, "topics": topics, "residents": residents });
        aisha.saves("visit", fields).await;
    }
    let march = report(&aisha, "2024-03-01", "2024-03-31").await;
    let weeks =
        [("2024-W09", 1), ("2024-W10", 1), ("2024-W11", 1), ("2024-W12", 0), ("2024-W13", 1)];
    assert_eq!(pairs(&march.visits_by_week), weeks);
    assert_eq!(pairs(&march.visits_by_topic), [("nav", 3), ("economy", 1), ("housing", 1)]);
    assert_eq!((march.visits, march.residents_met), (4, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_incidents_and_activities_of_the_period_are_counted() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana", None).await;
    for (at, status, escort) in [
        ("2024-03-04T10:00:00Z", "done", "Aisha"),
        ("2024-03-05T10:00:00Z", "done", ""),
        ("2024-03-06T10:00:00Z", "no-show", "Aisha"),
        ("2024-04-06T10:00:00Z", "done", "Aisha"),
    ] {
        let fields = json!({ "at": at, "residents": [oksana], "purpose": "Lege", "status": status, "escort": escort });
        aisha.saves("appointment", fields).await;
    }
    for (sort, at) in [
        ("noise", "2024-03-04T20:00:00Z"),
        ("noise", "2024-03-05T20:00:00Z"),
        ("fire", "2024-03-06T20:00:00Z"),
    ] {
        let fields = json!({ "type": sort, "seriousness": "minor", "what": "Bråk", "at": at });
        aisha.saves("incident", fields).await;
    }
    let trip = json!({ "title": "Tur", "status": "done", "day": "2024-03-07", "headcount": 2 });
    let trip = aisha.saves("activity", trip).await.entry.id;
    for (resident, status) in [(oksana, Came), (resident(&aisha, "Yusuf", None).await, SignedUp)] {
        aisha.run(calls::Attend { activity: trip, resident, status: Some(status) }).await.unwrap();
    }
    let coffee = json!({ "title": "Kaffe", "status": "done", "day": "2024-03-08", "attendance": "headcount", "headcount": 10 });
    let coffee = aisha.saves("activity", coffee).await.entry.id;
    // Ticked before somebody went over to counting.
    let status = Some(Came);
    aisha.run(calls::Attend { activity: coffee, resident: oksana, status }).await.unwrap();
    let work = json!({ "title": "Dugnad", "status": "planned", "week": "2024-W13" });
    aisha.saves("activity", work).await;
    aisha
        .saves("activity", json!({ "title": "Senere", "status": "planned", "day": "2024-04-01" }))
        .await;
    let march = report(&aisha, "2024-03-01", "2024-03-31").await;
    assert_eq!(pairs(&march.appointments), [("done", 2), ("no-show", 1)]);
    assert_eq!(march.escorts, 1);
    assert_eq!(pairs(&march.incidents), [("noise", 2), ("fire", 1)]);
    let came: Vec<_> = march.activities.iter().map(|it| (it.title.as_str(), it.came)).collect();
    assert_eq!(came, [("Tur", 3), ("Kaffe", 11), ("Dugnad", 0)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_to_answer_is_from_sending_to_answering_and_the_middle_of_them() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana", None).await;
    let nav = aisha.saves("partner", json!({ "name": "Nav" })).await.entry.id;
    let ask = || json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": "Bostøtte", "status": "draft" });
    let mut asked = Vec::new();
    for _ in 0..4 {
        asked.push(aisha.saves("referral", ask()).await.entry);
    }
    for entry in &mut asked[..3] {
        *entry = aisha.changes(entry, json!({ "status": "sent" })).await.entry;
    }
    for (entry, status) in asked[..2].iter().zip(["answered", "declined"]) {
        aisha.waits(3);
        aisha.changes(entry, json!({ "status": status })).await;
    }
    let to = aisha.reads(asked[1].id).await.changed.at.date_naive();
    let period = calls::GetReport { from: "2000-01-01".parse().unwrap(), to };
    let answers = aisha.run(period).await.unwrap().answers;
    assert_eq!(answers.len(), 1);
    let nav = &answers[0];
    assert_eq!((nav.partner.as_str(), nav.sent, nav.answered, nav.days), ("Nav", 3, 2, Some(4)));
}

#[tokio::test(flavor = "multi_thread")]
async fn residents_whom_nobody_has_met_for_thirty_days_are_named_the_longest_first() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let met = |who: Id, at: &str| json!({ "at": at, "topics": ["nav"], "residents": [who] });
    let recently = resident(&aisha, "Møtt nå", None).await;
    aisha.saves("visit", met(recently, "2024-03-30T10:00:00Z")).await;
    let long_ago = resident(&aisha, "Møtt før", None).await;
    aisha.saves("visit", met(long_ago, "2024-02-01T10:00:00Z")).await;
    resident(&aisha, "Aldri møtt", None).await;
    resident(&aisha, "Flyttet", Some("2024-03-20")).await;
    for (name, status) in [("Fulgt", "done"), ("Uteble", "no-show")] {
        let who = resident(&aisha, name, None).await;
        let fields = json!({ "at": "2024-03-15T10:00:00Z", "residents": [who], "purpose": "Lege", "status": status });
        aisha.saves("appointment", fields).await;
    }
    let trip = json!({ "title": "Sognsvann", "day": "2024-03-16", "status": "done" });
    let trip = aisha.saves("activity", trip).await.entry.id;
    for (name, status) in [("Ble med", "came"), ("Ble ikke med", "did-not-come")] {
        let who = resident(&aisha, name, None).await;
        let fields = json!({ "activity": trip, "resident": who, "status": status });
        aisha.saves("attendance", fields).await;
    }
    aisha.is_at("2024-04-15T10:00:00Z");
    let march = report(&aisha, "2024-03-01", "2024-03-31").await;
    let names: Vec<_> = march.without_contact.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Aldri møtt", "Ble ikke med", "Uteble", "Møtt før"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_month_knows_nothing_of_visits_and_moves_after_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for (name, moved_in, moved_out) in [
        ("Møtt før og siden", "2023-12-01", None),
        ("Flyttet ut senere", "2023-12-01", Some("2024-04-02")),
        ("Ikke kommet ennå", "2024-04-01", None),
        ("Alt flyttet", "2023-12-01", Some("2024-03-30")),
    ] {
        let fields = json!({ "name": name, "moved_in": moved_in, "moved_out": moved_out });
        let who = aisha.saves("resident", fields).await.entry.id;
        for at in ["2024-02-01T10:00:00Z", "2024-04-10T10:00:00Z"] {
            let fields = json!({ "at": at, "topics": ["nav"], "residents": [who] });
            aisha.saves("visit", fields).await;
        }
    }
    aisha.is_at("2024-04-15T10:00:00Z");
    let march = report(&aisha, "2024-03-01", "2024-03-31").await;
    let met = Some("2024-02-01T10:00:00Z".parse().unwrap());
    let rows: Vec<_> =
        march.without_contact.iter().map(|it| (it.name.as_str(), it.last_visit, it.gone)).collect();
    assert_eq!(rows, [("Flyttet ut senere", met, false), ("Møtt før og siden", met, false)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_ends_before_it_starts_is_refused_at_the_field() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (from, to) = ("2024-03-31".parse().unwrap(), "2024-03-01".parse().unwrap());
    let refused = aisha.run(calls::GetReport { from, to }).await.err();
    let issues = vec![Issue::new("to", Problem::EndsBeforeStart)];
    assert_eq!(refused, Some(Fault::Invalid { issues }));
}
