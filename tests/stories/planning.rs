//! What the start page says is to be done.

use domain::views::{Page, Today};
use domain::{Id, calls};
use serde_json::{Value, json};
use tests::{Device, World};

const DATE: &str = "2024-03-14";

/// The start page on 14 March 2024, which began at 23:00 the day before in UTC.
async fn today(device: &Device) -> Today {
    device.run(calls::GetToday {}).await.unwrap()
}

async fn resident(device: &Device, name: &str) -> Id {
    device.saves("resident", json!({ "name": name })).await.entry.id
}

fn texts(page: &Page, field: &str) -> Vec<String> {
    page.entries.iter().map(|it| it.fields[field].as_str().unwrap().to_owned()).collect()
}

async fn appointment(device: &Device, who: Id, at: &str, purpose: &str, more: Value) -> Id {
    let mut fields = json!({ "at": at, "residents": [who], "purpose": purpose });
    fields.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
    device.saves("appointment", fields).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agenda_has_the_days_appointments_and_those_nobody_said_the_outcome_of() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let planned = || json!({ "status": "planned" });
    for (at, purpose, more) in [
        ("2024-03-14T09:30:00.000Z", "Legetime", planned()),
        ("2024-03-13T23:30:00.000Z", "Natt til i dag", json!({})),
        ("2024-03-14T08:00:00.000Z", "Ferdig alt", json!({ "status": "done" })),
        ("2024-03-12T10:00:00.000Z", "Ingen sa hvordan det gikk", planned()),
        ("2024-03-12T11:00:00.000Z", "Var der", json!({ "status": "done" })),
        ("2024-01-12T11:00:00.000Z", "For lenge siden", planned()),
        ("2024-03-14T23:00:00.000Z", "I morgen", planned()),
    ] {
        appointment(&aisha, oksana, at, purpose, more).await;
    }
    let agenda = today(&aisha).await.agenda;
    let expected = [
        "For lenge siden",
        "Ingen sa hvordan det gikk",
        "Natt til i dag",
        "Ferdig alt",
        "Legetime",
    ];
    assert_eq!(texts(&agenda, "purpose"), expected);
    assert_eq!((agenda.total, agenda.names[&oksana].as_str()), (5, "Oksana Kovalenko"));
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_to_come_are_listed_by_day_the_first_of_them_on_the_start_page() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    for (at, purpose, status) in [
        ("2024-03-14T22:59:00.000Z", "I kveld", "planned"),
        ("2024-03-19T10:00:00.000Z", "Bank", "planned"),
        ("2024-03-14T23:00:00.000Z", "I morgen", "planned"),
        ("2024-03-16T10:00:00.000Z", "Avlyst", "cancelled"),
        ("2024-04-02T10:00:00.000Z", "Lege", "planned"),
        ("2024-05-02T10:00:00.000Z", "Tannlege", "planned"),
    ] {
        appointment(&aisha, oksana, at, purpose, json!({ "status": status })).await;
    }
    let coming = today(&aisha).await.coming;
    assert_eq!(texts(&coming, "purpose"), ["I morgen", "Bank", "Lege"]);
    assert_eq!((coming.total, coming.names[&oksana].as_str()), (4, "Oksana Kovalenko"));
    let all = aisha.run(calls::GetAppointments { limit: 9 }).await.unwrap();
    assert_eq!(texts(&all, "purpose"), ["I morgen", "Bank", "Lege", "Tannlege"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agenda_holds_the_whole_day_and_no_other_when_the_clocks_change() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    for (date, first, last, after) in [
        ("2024-03-31", "2024-03-30T23:00:00Z", "2024-03-31T21:59:00Z", "2024-03-31T22:00:00Z"),
        ("2024-10-27", "2024-10-26T22:00:00Z", "2024-10-27T22:59:00Z", "2024-10-27T23:00:00Z"),
    ] {
        for (at, purpose) in [(first, "Først"), (last, "Sist"), (after, "Dagen etter")] {
            appointment(&aisha, oksana, at, purpose, json!({ "status": "done" })).await;
        }
        aisha.is_at(first);
        let today = today(&aisha).await;
        assert_eq!(today.date.to_string(), date);
        assert_eq!(texts(&today.agenda, "purpose"), ["Først", "Sist"], "{date}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_stands_in_the_agenda_at_its_time_unless_it_is_only_an_idea() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    for (title, time, status, day) in [
        ("Båttur", "12:00", "booked", DATE),
        ("Dugnad", "", "confirmed", DATE),
        ("Sognsvann?", "12:00", "idea", DATE),
        ("Finnerud", "12:00", "postponed", DATE),
        ("Startblokka", "12:00", "cancelled", DATE),
        ("Grilling", "12:00", "planned", "2024-03-15"),
    ] {
        let fields = json!({ "title": title, "time": time, "status": status, "day": day });
        aisha.saves("activity", fields).await;
    }
    appointment(&aisha, oksana, "2024-03-14T10:30:00Z", "Halv tolv", json!({})).await;
    let agenda = today(&aisha).await.agenda;
    let names: Vec<_> = agenda.entries.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(names, ["activity", "appointment", "activity"]);
    assert_eq!(agenda.entries[0].fields["title"], "Dugnad");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_or_not_yet_sent_is_listed_until_it_is_done_or_answered() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let nav = aisha.saves("partner", json!({ "name": "Nav Bjerke" })).await.entry.id;
    let mut promised = Vec::new();
    for (what, due) in [("I dag", DATE), ("I går", "2024-03-13"), ("I morgen", "2024-03-15")] {
        let fields = json!({ "what": what, "due": due, "owner": "Aisha", "about": [oksana] });
        promised.push(aisha.saves("follow-up", fields).await.entry);
    }
    for (ask, status, reply_by) in [
        ("Purr", "sent", "2024-03-12"),
        ("Purr igjen", "accepted", "2024-03-11"),
        ("Har frist i dag", "sent", DATE),
        ("Ikke sendt", "draft", "2024-03-11"),
        ("Har svart", "answered", "2024-03-11"),
    ] {
        let fields = json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": ask, "status": status, "reply_by": reply_by });
        aisha.saves("referral", fields).await;
    }
    let titles = |today: &Today| today.due.iter().map(|it| it.title.clone()).collect::<Vec<_>>();
    assert_eq!(
        titles(&today(&aisha).await),
        ["Purr igjen", "Ikke sendt", "Purr", "I går", "I dag"]
    );
    aisha.changes(&promised[1], json!({ "done": DATE })).await;
    let due = today(&aisha).await;
    assert_eq!(titles(&due), ["Purr igjen", "Ikke sendt", "Purr", "I dag"]);
    assert_eq!((due.due[0].parts[1].as_str(), due.due[3].whose.as_str()), ("Nav Bjerke", "Aisha"));
    assert_eq!(due.due[3].about, ["Oksana Kovalenko"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_that_a_colleague_notes_the_answer_to_comes_back_until_it_is_done() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let owner = aisha.saves("partner", json!({ "name": "Boligbygg" })).await.entry.id;
    let fields = json!({ "to": owner, "about": [oksana], "topic": "housing", "ask": "Kald radiator", "status": "sent" });
    let sent = aisha.saves("referral", fields).await.entry;
    assert_eq!(today(&aisha).await.back, []);
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let answer = json!({ "status": "answered", "answer": "Vaktmester kommer torsdag" });
    bjorn.changes(&bjorn.reads(sent.id).await, answer).await;
    for device in [&bjorn, &aisha] {
        device.syncs().await;
    }
    let back = today(&aisha).await.back;
    assert_eq!((back.len(), back[0].id, back[0].mine), (1, sent.id, true));
    assert_eq!((back[0].status.as_str(), back[0].parts[1].as_str()), ("answered", "Boligbygg"));
    aisha.changes(&aisha.reads(sent.id).await, json!({ "status": "done" })).await;
    assert_eq!(today(&aisha).await.back, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_stays_open_until_something_is_made_of_it_or_it_is_settled() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let mut talked = Vec::new();
    for note in ["Ringe Nav", "Sjekke turnus"] {
        let fields = json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "note": note, "outcome": "follow-up" });
        talked.push(aisha.saves("visit", fields).await.entry);
    }
    assert_eq!(today(&aisha).await.open.total, 2);
    let fields = json!({ "what": "Ring Nav", "due": "2024-03-15", "from": talked[0].id });
    let promised = aisha.saves("follow-up", fields).await.entry;
    assert_eq!(texts(&today(&aisha).await.open, "note"), ["Sjekke turnus"]);
    let page = aisha.run(calls::Get { id: promised.id }).await.unwrap();
    assert_eq!(page.names[&talked[0].id], "Ringe Nav");
    aisha.changes(&talked[1], json!({ "outcome": "settled" })).await;
    assert_eq!(today(&aisha).await.open.total, 0);
    aisha.deletes(promised.id).await;
    assert_eq!(texts(&today(&aisha).await.open, "note"), ["Ringe Nav"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_may_come_from_a_record_of_any_kind_but_not_from_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let from = resident(&aisha, "Oksana Kovalenko").await;
    let promise = |from: Id| json!({ "what": "Ring", "due": DATE, "from": from });
    assert!(aisha.tries("follow-up", Id::from_u128(1), promise(from)).await.is_ok());
    let nothing = Id::from_u128(404);
    assert!(aisha.tries("follow-up", Id::from_u128(2), promise(nothing)).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_and_the_one_after_it_are_saved_and_taken_back_as_one() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let first = appointment(&aisha, oksana, "2024-03-14T09:30:00Z", "Legetime", json!({})).await;
    let mut next = aisha.reads(first).await;
    (next.id, next.seen) = (Id::from_u128(7), None);
    next.fields.insert("at".into(), json!("2024-03-21T09:30:00Z"));
    next.fields.insert("from".into(), json!(first));
    let mut moved = aisha.reads(first).await;
    moved.fields.extend([("status".into(), json!("moved")), ("next".into(), json!(next.id))]);
    let group = aisha.run(calls::SaveAll { entries: vec![next, moved] }).await.unwrap();
    assert_eq!(aisha.reads(first).await.fields["next"], json!(Id::from_u128(7)));
    aisha.run(calls::Undo { group: group.unwrap() }).await.unwrap();
    assert!(aisha.reads(Id::from_u128(7)).await.deleted);
    assert_eq!(aisha.reads(first).await.fields["status"], "planned");
}
