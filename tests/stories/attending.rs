//! Ticking who came.

use domain::kinds::AttendanceStatus;
use domain::views::Attendees;
use domain::{Entry, Id, calls};
use serde_json::json;
use tests::{Device, World};

use AttendanceStatus::{Came, DidNotCome, SignedUp};

async fn people(device: &Device) -> (Id, Vec<Id>) {
    let trip = json!({ "title": "Sognsvann", "status": "planned", "day": "2024-03-14", "attendance": "names" });
    let trip = device.saves("activity", trip).await.entry.id;
    let mut residents = Vec::new();
    for name in ["Yusuf Ahmed", "Åse Sørbø", "Oksana Kovalenko", "Borte"] {
        let left = (name == "Borte").then_some("2024-03-01");
        let fields = json!({ "name": name, "moved_out": left });
        residents.push(device.saves("resident", fields).await.entry.id);
    }
    (trip, residents)
}

async fn ticks(
    device: &Device,
    activity: Id,
    resident: Id,
    status: impl Into<Option<AttendanceStatus>>,
) -> Option<Id> {
    let status = status.into();
    device.run(calls::Attend { activity, resident, status }).await.unwrap().group
}

async fn list(device: &Device, activity: Id, text: &str) -> Attendees {
    let text = text.to_owned();
    device.run(calls::GetAttendees { activity, text, limit: 50 }).await.unwrap()
}

fn lines(list: &Attendees) -> Vec<(&str, Option<AttendanceStatus>)> {
    list.rows.iter().map(|it| (it.called.as_str(), it.status)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_phones_that_tick_the_same_list_without_a_network_agree() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, residents) = people(&aisha).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    world.cut_the_network().await;
    ticks(&aisha, trip, residents[0], Came).await;
    ticks(&bjorn, trip, residents[0], Came).await;
    ticks(&aisha, trip, residents[1], SignedUp).await;
    ticks(&bjorn, trip, residents[1], Came).await;
    ticks(&bjorn, trip, residents[2], DidNotCome).await;
    world.mend_the_network().await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let (hers, his) = (list(&aisha, trip, "").await, list(&bjorn, trip, "").await);
    assert_eq!(hers, his);
    assert_eq!((hers.came, hers.signed_up, hers.stayed_away), (2, 0, 1));
    let about = aisha.run(calls::About { id: trip, limit: 50, skip: 0 }).await.unwrap();
    assert_eq!(about.total, 3);
    assert_eq!(aisha.run(calls::GetStatus {}).await.unwrap().conflicts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_signed_up_for_stands_where_its_day_is_moved_to() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, residents) = people(&aisha).await;
    let yusuf = residents[0];
    for (day, topic) in [("2024-03-13", "nav"), ("2024-03-20", "school")] {
        let met =
            json!({ "at": format!("{day}T10:00:00Z"), "topics": [topic], "residents": [yusuf] });
        aisha.saves("visit", met).await;
    }
    ticks(&aisha, trip, yusuf, SignedUp).await;
    aisha.syncs().await;
    bjorn.syncs().await;
    for device in [&aisha, &bjorn] {
        assert_eq!(story(device, yusuf).await, ["visit", "attendance 2024-03-14", "visit"]);
    }
    let plan = bjorn.reads(trip).await;
    bjorn.changes(&plan, json!({ "day": "2024-03-25" })).await;
    assert_eq!(story(&bjorn, yusuf).await, ["attendance 2024-03-25", "visit", "visit"]);
}

/// What stands in somebody's story, latest first, and when by what it is part of.
async fn story(device: &Device, id: Id) -> Vec<String> {
    let page = device.run(calls::About { id, limit: 50, skip: 0 }).await.unwrap();
    let line = |it: &Entry| match it.at {
        Some(at) => format!("{} {}", it.kind, at.date_naive()),
        None => it.kind.clone(),
    };
    page.entries.iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_on_the_list_stand_first_and_then_whoever_may_have_come() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (trip, residents) = people(&aisha).await;
    let met =
        json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "residents": [residents[0]] });
    aisha.saves("visit", met).await;
    ticks(&aisha, trip, residents[1], Came).await;
    let everybody = list(&aisha, trip, "").await;
    let expected = [("Åse Sørbø", Some(Came)), ("Yusuf Ahmed", None), ("Oksana Kovalenko", None)];
    assert_eq!(lines(&everybody), expected);
    assert_eq!(lines(&list(&aisha, trip, "sorbo").await), [("Åse Sørbø", Some(Came))]);
    assert_eq!(lines(&list(&aisha, trip, "oks").await), [("Oksana Kovalenko", None)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_can_be_taken_off_put_back_and_undone() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (trip, residents) = people(&aisha).await;
    ticks(&aisha, trip, residents[0], Came).await;
    let off = ticks(&aisha, trip, residents[0], None).await;
    assert_eq!(list(&aisha, trip, "").await.came, 0);
    aisha.run(calls::Undo { group: off.unwrap() }).await.unwrap();
    assert_eq!(list(&aisha, trip, "").await.came, 1);
    ticks(&aisha, trip, residents[0], None).await;
    let again = ticks(&aisha, trip, residents[0], Came).await;
    assert_eq!(list(&aisha, trip, "").await.came, 1);
    aisha.run(calls::Undo { group: again.unwrap() }).await.unwrap();
    assert_eq!(list(&aisha, trip, "").await.came, 0);
    let other = ticks(&aisha, trip, residents[0], DidNotCome).await;
    aisha.run(calls::Undo { group: other.unwrap() }).await.unwrap();
    assert_eq!(list(&aisha, trip, "").await.stayed_away, 0);
    let bin = aisha.run(calls::Bin { limit: 50, skip: 0 }).await.unwrap();
    assert_eq!((bin.total, bin.entries.len()), (0, 0), "nobody looks for a tick in the bin");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_has_seen_the_one_before_and_undoing_it_brings_that_back() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, residents) = people(&aisha).await;
    ticks(&aisha, trip, residents[0], SignedUp).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    let came = ticks(&bjorn, trip, residents[0], Came).await.unwrap();
    let id = bjorn.run(calls::About { id: trip, limit: 1, skip: 0 }).await.unwrap().entries[0].id;
    let heads = bjorn.reads(id).await.seen.unwrap();
    assert_eq!(heads["status"].len(), 1);
    bjorn.run(calls::Undo { group: came }).await.unwrap();
    assert_eq!(stands(&bjorn, trip, residents[0]).await, Some(SignedUp));
}

async fn unticks(
    device: &Device,
    activity: Id,
    resident: Id,
    status: AttendanceStatus,
) -> Option<Id> {
    device.run(calls::Untick { activity, resident, status }).await.unwrap().group
}

async fn stands(device: &Device, activity: Id, resident: Id) -> Option<AttendanceStatus> {
    let list = list(device, activity, "").await;
    list.rows.iter().find(|it| it.id == resident).and_then(|it| it.status)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistaken_tick_leaves_no_trace_whoever_takes_it_off_and_wherever() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, residents) = people(&aisha).await;
    let [yusuf, ase, oksana, _] = residents[..] else { panic!("four") };
    ticks(&aisha, trip, ase, SignedUp).await;
    ticks(&aisha, trip, oksana, DidNotCome).await;
    let before = [(yusuf, None), (ase, Some(SignedUp)), (oksana, Some(DidNotCome))];
    for (resident, status) in before {
        // Twice, so that what was before the first tick is not what was before the second.
        for _ in 0..2 {
            ticks(&aisha, trip, resident, Came).await;
            unticks(&aisha, trip, resident, Came).await;
            assert_eq!(stands(&aisha, trip, resident).await, status, "her own tick");
        }
        ticks(&aisha, trip, resident, Came).await;
        aisha.syncs().await;
        bjorn.syncs().await;
        unticks(&bjorn, trip, resident, Came).await;
        assert_eq!(stands(&bjorn, trip, resident).await, status, "a colleague's");
        bjorn.syncs().await;
        aisha.syncs().await;
        assert_eq!(stands(&aisha, trip, resident).await, status, "on the other device");
    }
    let aisha = aisha.reopened();
    ticks(&aisha, trip, yusuf, Came).await;
    let aisha = aisha.reopened();
    let group = unticks(&aisha, trip, yusuf, Came).await;
    assert_eq!(stands(&aisha, trip, yusuf).await, None, "after the app was closed");
    aisha.run(calls::Undo { group: group.unwrap() }).await.unwrap();
    assert_eq!(stands(&aisha, trip, yusuf).await, Some(Came), "and that can be undone");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_one_saw_is_taken_off() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, residents) = people(&aisha).await;
    ticks(&aisha, trip, residents[0], Came).await;
    aisha.syncs().await;
    bjorn.syncs().await;
    ticks(&bjorn, trip, residents[0], DidNotCome).await;
    bjorn.syncs().await;
    aisha.syncs().await;
    assert_eq!(unticks(&aisha, trip, residents[0], Came).await, None);
    assert_eq!(stands(&aisha, trip, residents[0]).await, Some(DidNotCome));
    // A colleague who ticks whom I have just ticked means the same as I.
    ticks(&aisha, trip, residents[1], Came).await;
    aisha.syncs().await;
    bjorn.syncs().await;
    ticks(&bjorn, trip, residents[1], Came).await;
    assert_eq!(stands(&bjorn, trip, residents[1]).await, Some(Came));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_says_how_many_it_has_no_room_for() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (activity, _) = people(&aisha).await;
    let asked = calls::GetAttendees { activity, text: String::new(), limit: 2 };
    let list = aisha.run(asked).await.unwrap();
    assert_eq!((list.rows.len(), list.total), (2, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_for_nobody_or_at_nothing_is_refused() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (trip, residents) = people(&aisha).await;
    let nobody = Id::from_u128(404);
    for (activity, resident) in [(trip, nobody), (nobody, residents[0]), (residents[0], trip)] {
        let asked = calls::Attend { activity, resident, status: Some(Came) };
        assert!(aisha.run(asked).await.is_err());
    }
}

async fn counts_on(device: &Device, activity: Id, by: i64) -> Option<Id> {
    device.run(calls::CountOn { activity, by }).await.unwrap().group
}

async fn headcount(device: &Device, activity: Id) -> i64 {
    let activity = device.reads(activity).await;
    activity.fields.get("headcount").and_then(serde_json::Value::as_i64).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_phones_that_count_without_a_network_count_together() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (trip, _) = people(&aisha).await;
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    world.cut_the_network().await;
    for device in [&aisha, &bjorn] {
        for _ in 0..3 {
            counts_on(device, trip, 1).await;
        }
        assert_eq!(headcount(device, trip).await, 3);
    }
    world.mend_the_network().await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
        device.run(calls::Verify {}).await.unwrap();
    }
    assert_eq!((headcount(&aisha, trip).await, headcount(&bjorn, trip).await), (6, 6));
    counts_on(&bjorn, trip, -1).await;
    assert_eq!(headcount(&bjorn, trip).await, 5);
    let history = bjorn.run(calls::History { id: trip }).await.unwrap();
    assert_eq!(history.last().unwrap().fields["headcount"], 5);
    assert!(bjorn.run(calls::Verify {}).await.unwrap().differing.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_can_be_typed_counted_on_and_taken_back() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (trip, residents) = people(&aisha).await;
    assert_eq!(counts_on(&aisha, trip, -1).await, None, "there are none to take away");
    counts_on(&aisha, trip, 1).await;
    aisha.changes(&aisha.reads(trip).await, json!({ "headcount": 10 })).await;
    let one = counts_on(&aisha, trip, 1).await;
    counts_on(&aisha, trip, 1).await;
    assert_eq!(headcount(&aisha, trip).await, 12);
    aisha.run(calls::Undo { group: one.unwrap() }).await.unwrap();
    assert_eq!(headcount(&aisha, trip).await, 11);
    counts_on(&aisha, trip, i64::MAX).await;
    assert_eq!(headcount(&aisha, trip).await, 10_000);
    let typed = aisha.changes(&aisha.reads(trip).await, json!({ "headcount": 4 })).await;
    aisha.run(calls::Undo { group: typed.group.unwrap() }).await.unwrap();
    assert_eq!(headcount(&aisha, trip).await, 10_000);
    let nobody = calls::CountOn { activity: residents[0], by: 1 };
    assert!(aisha.run(nobody).await.is_err());
}
