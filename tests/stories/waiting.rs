//! What waits for somebody is never out of sight: neither old, nor without a status, nor one too many.

use chrono::NaiveDate;
use domain::views::{Draft, Page, Today};
use domain::{Entry, Id, KINDS, calls};
use serde_json::{Value, json};
use tables::{Format, Way};
use tests::{Device, World, rand};

use crate::importing::import;

const DATE: &str = "2024-03-14";
/// More than any part of a list on the start page.
const MANY: usize = 60;

fn day() -> NaiveDate {
    DATE.parse().unwrap()
}

async fn today(device: &Device) -> Today {
    device.run(calls::GetToday {}).await.unwrap()
}

async fn unsettled(device: &Device) -> Page {
    device.run(calls::GetUnsettled { limit: 500 }).await.unwrap()
}

fn purposes(page: &Page) -> Vec<&str> {
    page.entries.iter().filter_map(|it| it.fields["purpose"].as_str()).collect()
}

/// Saves so many records in one go.
async fn saves(device: &Device, kind: &str, count: usize, fields: impl Fn(usize) -> Value) {
    let entry = |at| Entry {
        id: Id::from_u128(rand() + at as u128),
        kind: kind.into(),
        fields: fields(at).as_object().cloned().unwrap(),
        ..Entry::default()
    };
    let entries = (0..count).map(entry).collect();
    device.run(calls::SaveAll { entries }).await.unwrap();
}

/// A site to which a list of appointments came from elsewhere, without a word of how they went.
async fn imported(device: &Device) {
    import(device, "resident", "Navn\nOksana Kovalenko\n").await;
    let list = "at;residents;purpose\n\
                2014-03-14 10:00;Oksana Kovalenko;For ti år siden\n\
                2024-02-12 10:00;Oksana Kovalenko;For 31 dager siden\n\
                2024-03-13 10:00;Oksana Kovalenko;I går\n\
                2024-03-14 10:00;Oksana Kovalenko;I dag\n\
                2024-03-15 10:00;Oksana Kovalenko;I morgen\n";
    let done = import(device, "appointment", list).await;
    assert_eq!(done.count(domain::sheet::Fate::Added), 5, "{:?}", done.rows);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_stays_until_somebody_says_how_it_went_however_old_it_is() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    imported(&aisha).await;
    let now = today(&aisha).await;
    let all = ["For ti år siden", "For 31 dager siden", "I går", "I dag"];
    assert_eq!(purposes(&now.agenda), all);
    assert_eq!((now.agenda.total, now.unsettled), (4, 3));
    assert_eq!(
        purposes(&unsettled(&aisha).await),
        ["I går", "For 31 dager siden", "For ti år siden"]
    );
    let oldest = now.agenda.entries[0].clone();
    let closed = aisha.changes(&oldest, json!({ "status": "no-show" })).await;
    assert_eq!(purposes(&today(&aisha).await.agenda), all[1..]);
    assert_eq!(unsettled(&aisha).await.total, 2);
    aisha.run(calls::Undo { group: closed.group.unwrap() }).await.unwrap();
    assert_eq!(purposes(&today(&aisha).await.agenda), all);
    aisha.deletes(oldest.id).await;
    assert_eq!(unsettled(&aisha).await.total, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_without_a_status_is_planned_wherever_it_is_read() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    imported(&aisha).await;
    let list = |kind: &str| calls::List { kind: kind.into(), limit: 9, skip: 0 };
    let oksana = aisha.run(list("resident")).await.unwrap().entries[0].id;
    let about = calls::About { id: oksana, limit: 9, skip: 0 };
    let now = today(&aisha).await;
    let after = calls::GetAppointments { limit: 9 };
    for page in [
        aisha.run(list("appointment")).await.unwrap(),
        aisha.run(about).await.unwrap(),
        aisha.run(calls::Export { kind: "appointment".into() }).await.unwrap(),
        aisha.run(after).await.unwrap(),
        now.agenda,
        now.coming,
        unsettled(&aisha).await,
    ] {
        assert!(!page.entries.is_empty());
        assert!(page.entries.iter().all(|it| it.fields["status"] == "planned"), "{page:?}");
        assert_eq!(aisha.reads(page.entries[0].id).await.fields["status"], "planned");
    }
    let hits = aisha.searches("for ti år siden").await.hits;
    assert_eq!(hits[0].status, "planned");
    let (from, to) = ("2014-01-01".parse().unwrap(), day());
    let report = aisha.run(calls::GetReport { from, to }).await.unwrap();
    assert_eq!(
        (report.appointments[0].what.as_str(), report.appointments[0].count),
        ("planned", 4)
    );
    let page = aisha.run(calls::Export { kind: "appointment".into() }).await.unwrap();
    let kind = domain::kind("appointment").unwrap();
    let way = Way { format: Format::Csv, locale: "nb", zone: &app::zone("Europe/Oslo") };
    let csv = tables::write(kind, &page, &way).unwrap();
    assert_eq!(String::from_utf8(csv).unwrap().matches("Planlagt").count(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_has_no_status_has_the_first_one_of_its_kind() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana" })).await.entry.id;
    let nav = aisha.saves("partner", json!({ "name": "Nav" })).await.entry.id;
    let at = "2024-03-14T09:00:00Z";
    for (kind, fields, expected, later) in [
        (
            "incident",
            json!({ "at": at, "type": "noise", "seriousness": "acute", "what": "Bråk" }),
            "open",
            "watching",
        ),
        (
            "referral",
            json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": "Når?" }),
            "draft",
            "sent",
        ),
        (
            "appointment",
            json!({ "at": at, "residents": [oksana], "purpose": "Lege" }),
            "planned",
            "done",
        ),
    ] {
        let saved = aisha.saves(kind, fields).await;
        assert_eq!(saved.entry.fields["status"], expected);
        // To empty it is to say that nothing was said.
        let changed = aisha.changes(&saved.entry, json!({ "status": later })).await;
        let emptied = aisha.changes(&changed.entry, json!({ "status": null })).await;
        assert_eq!(emptied.entry.fields["status"], expected);
    }
    let due = today(&aisha).await.due;
    let due: Vec<_> = due.iter().map(|it| (it.kind.as_str(), it.status.as_str())).collect();
    assert_eq!(due.len(), 2, "{due:?}");
    assert!(due.contains(&("incident", "open")) && due.contains(&("referral", "draft")), "{due:?}");
    let declared = KINDS.iter().flat_map(|it| it.fields).filter(|it| it.otherwise.is_some());
    assert!(declared.count() >= 4);
    assert!(aisha.run(calls::Verify {}).await.unwrap().differing.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_saves_an_appointment_as_they_read_it_does_not_take_back_that_a_colleague_closed_it() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    imported(&aisha).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let read = aisha.reads(unsettled(&aisha).await.entries[0].id).await;
    bjorn.changes(&bjorn.reads(read.id).await, json!({ "status": "done" })).await;
    for device in [&bjorn, &aisha] {
        device.syncs().await;
    }
    let whole = Entry { fields: read.fields.clone(), ..read };
    let saved = aisha.run(calls::Save { entry: whole }).await.unwrap();
    assert_eq!(saved.entry.fields["status"], "done");
    assert_eq!(aisha.run(calls::GetStatus {}).await.unwrap().conflicts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_says_how_many_wait_when_it_shows_only_some() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana" })).await.entry.id;
    let nav = aisha.saves("partner", json!({ "name": "Nav" })).await.entry.id;
    let at = "2024-01-10T09:00:00Z";
    let referral = |status: &str| json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": "Når?", "status": status });
    saves(&aisha, "follow-up", MANY, |_| json!({ "what": "Ring", "due": "2024-03-01" })).await;
    saves(&aisha, "referral", MANY, |_| referral("draft")).await;
    saves(&aisha, "referral", MANY, |_| referral("answered")).await;
    let visit = || json!({ "at": at, "topics": ["nav"], "outcome": "follow-up" });
    saves(&aisha, "visit", MANY, |_| visit()).await;
    let appointment = |_| json!({ "at": at, "residents": [oksana], "purpose": "Lege" });
    saves(&aisha, "appointment", MANY, appointment).await;
    for _ in 0..MANY {
        let (id, kind) = (Id::from_u128(rand()), "visit".into());
        let fields = json!({ "note": "Kald" }).as_object().cloned().unwrap();
        let draft = Draft { id, kind, fields, ..Draft::default() };
        aisha.run(calls::KeepDraft { draft }).await.unwrap();
    }
    let now = today(&aisha).await;
    let many = MANY as u64;
    let totals = [now.due_total, now.back_total, now.drafts_total, now.unsettled, now.open.total];
    assert_eq!(totals, [2 * many, many, many, many, many]);
    let shown = [now.due.len(), now.back.len(), now.drafts.len(), now.agenda.entries.len()];
    assert_eq!(shown, [50, 50, 50, 50]);
    assert_eq!(now.agenda.total, many);
    let all = aisha.run(calls::GetOpenVisits { limit: 500, skip: 0 }).await.unwrap();
    assert_eq!((all.entries.len(), all.total), (MANY, many));
    assert_eq!(unsettled(&aisha).await.entries.len(), MANY);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_matters_and_the_search_say_how_many_more_there_are() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let closed = |_| json!({ "what": "Ring fastlegen", "due": "2024-03-01", "done": "2024-03-02" });
    saves(&aisha, "follow-up", 2 * MANY, closed).await;
    let open = |_| json!({ "what": "Ring Nav", "due": "2024-03-01" });
    saves(&aisha, "follow-up", 1_000, open).await;
    saves(&aisha, "follow-up", 50, open).await;
    let cases = aisha.run(calls::GetCases {}).await.unwrap();
    assert_eq!((cases.open.len(), cases.open_total), (1_000, 1_050));
    assert_eq!((cases.closed.len(), cases.closed_total), (100, 2 * MANY as u64));
    let hits = aisha.searches("fastlegen").await;
    assert_eq!((hits.hits.len(), hits.more["follow-up"]), (50, 2 * MANY as u64 - 50));
    assert!(aisha.searches("boligbygg").await.more.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_residents_those_who_are_not_listed_are_counted() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let name = |at: usize| json!({ "name": format!("Amina Ali {at}"), "moved_out": (at < 20).then_some("2024-03-01") });
    saves(&aisha, "resident", 540, name).await;
    let asked =
        |text: &str, gone| calls::ListResidents { text: text.into(), gone, limit: 25, skip: 0 };
    let typed = aisha.run(asked("amina", false)).await.unwrap();
    assert_eq!(typed.total + typed.more, 520);
    let typed = aisha.run(asked("amina", true)).await.unwrap();
    assert_eq!(typed.total + typed.more, 20);
    assert_eq!(aisha.run(asked("", false)).await.unwrap().total, 520);
    let fields = json!({ "title": "Fest", "status": "done", "day": DATE });
    let activity = aisha.saves("activity", fields).await.entry.id;
    let attendees = |text: &str| calls::GetAttendees { activity, text: text.into(), limit: 25 };
    for text in ["", "amina"] {
        let listed = aisha.run(attendees(text)).await.unwrap();
        assert_eq!((listed.rows.len(), listed.total), (25, 520), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_leaves_nobody_and_nothing_out() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    saves(&aisha, "resident", 520, |at| json!({ "name": format!("Amina {at}") })).await;
    let coffee = |_| json!({ "title": "Kaffe", "status": "done", "day": DATE });
    saves(&aisha, "activity", 510, coffee).await;
    let report = aisha.run(calls::GetReport { from: day(), to: day() }).await.unwrap();
    assert_eq!((report.without_contact.len(), report.activities.len()), (520, 510));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_about_a_resident_is_listed_however_much_happened_since() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana" })).await.entry.id;
    let nav = aisha.saves("partner", json!({ "name": "Nav" })).await.entry.id;
    let ask = json!({ "to": nav, "about": [oksana], "topic": "nav", "ask": "Når?" });
    let referral = aisha.saves("referral", ask).await.entry;
    let at = "2014-03-14T09:00:00Z";
    let old = json!({ "at": at, "residents": [oksana], "purpose": "Lege" });
    let appointment = aisha.saves("appointment", old).await.entry;
    let promise = json!({ "what": "Ringe", "due": "2014-03-15", "about": [oksana] });
    let promise = aisha.saves("follow-up", promise).await.entry;
    let talk =
        |_| json!({ "at": "2024-03-14T09:00:00Z", "topics": ["nav"], "residents": [oksana] });
    saves(&aisha, "visit", 4 * MANY, talk).await;
    let done = json!({ "what": "Gjort", "due": DATE, "done": DATE, "about": [oksana] });
    aisha.saves("follow-up", done).await;
    let open = async || {
        let page = aisha.run(calls::GetOpenAbout { id: oksana }).await.unwrap();
        assert_eq!(page.total, page.entries.len() as u64);
        let mut open: Vec<_> = page.entries.iter().map(|it| it.id).collect();
        open.sort_unstable();
        open
    };
    let mut all = vec![referral.id, appointment.id, promise.id];
    all.sort_unstable();
    assert_eq!(open().await, all);
    aisha.changes(&appointment, json!({ "status": "done" })).await;
    aisha.changes(&promise, json!({ "done": DATE })).await;
    assert_eq!(open().await, [referral.id]);
    aisha.changes(&referral, json!({ "status": "withdrawn" })).await;
    assert!(open().await.is_empty());
}
