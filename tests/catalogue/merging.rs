//! What two people did at once.

use std::collections::{BTreeSet, HashMap};

use domain::kinds::AttendanceStatus;
use domain::merge::Merged;
use domain::views::Attendees;
use domain::{Change, Clock, Entry, Id, calls};
use serde_json::json;
use store::{Incoming, Position, Store};
use tests::{Device, World, note};

use tests::member::Member;
use tests::site::{meet, rand, records, versions, visit};

/// Three devices that have one conversation.
async fn three() -> (World, [Device; 3], Id) {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let chen = world.colleague(&aisha, "Chen").await;
    let id = aisha.logs("Radiatoren er kald").await;
    meet(&[&aisha, &bjorn, &chen]).await;
    (world, [aisha, bjorn, chen], id)
}

/// #19: create, delete, create at the same time made devices differ
/// (<https://github.com/vlcn-io/cr-sqlite/issues/271>). Of an attendance, which two devices
/// make under the same id.
#[tokio::test(flavor = "multi_thread")]
async fn ticking_unticking_and_ticking_again_on_two_phones_ends_the_same_everywhere() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let chen = world.colleague(&aisha, "Chen").await;
    let trip = json!({ "title": "Tur", "status": "planned", "day": "2024-03-14" });
    let activity = aisha.saves("activity", trip).await.entry.id;
    let mut pairs = Vec::new();
    for hers in 1..=3 {
        for his in 1..=3 {
            let name = json!({ "name": format!("Beboer {hers} {his}") });
            pairs.push((hers, his, aisha.saves("resident", name).await.entry.id));
        }
    }
    meet(&[&aisha, &bjorn, &chen]).await;
    for (hers, his, resident) in &pairs {
        tick(&aisha, activity, *resident, *hers).await;
        tick(&bjorn, activity, *resident, *his).await;
    }
    meet(&[&bjorn, &aisha, &chen]).await;
    let seen = attendees(&aisha, activity).await;
    for device in [&bjorn, &chen] {
        assert_eq!(attendees(device, activity).await, seen);
    }
    // A tick stands that the other, taking away their own, had not seen; so all came but whom
    // both took away.
    assert_eq!(seen.came, 8);
}

/// Ticks, takes away and ticks again, the first `times` of those.
async fn tick(device: &Device, activity: Id, resident: Id, times: usize) {
    let came = Some(AttendanceStatus::Came);
    for status in [came, None, came].into_iter().take(times) {
        device.run(calls::Attend { activity, resident, status }).await.unwrap();
    }
}

async fn attendees(device: &Device, activity: Id) -> Attendees {
    let asked = calls::GetAttendees { activity, text: String::new(), limit: 500 };
    device.run(asked).await.unwrap()
}

/// #20: the outcome of merging depended on the order
/// (<https://github.com/vlcn-io/cr-sqlite/issues/299>): all orders of six changes, and of any of
/// them.
#[tokio::test(flavor = "multi_thread")]
async fn six_changes_make_the_same_record_in_any_order_of_arrival() {
    let (world, [aisha, bjorn, chen], id) = three().await;
    aisha.changes(&aisha.reads(id).await, json!({ "note": "hennes", "minutes": 5 })).await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "hans", "topics": ["health"] })).await;
    chen.deletes(id).await;
    meet(&[&aisha, &bjorn]).await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "begges", "topics": ["nav"] })).await;
    chen.changes(&chen.reads(id).await, json!({ "topics": ["nav", "housing"] })).await;
    meet(&[&aisha, &bjorn, &chen]).await;
    let dina = Member::joins(&aisha, &world.server()).await;
    let changes = dina.reads_of(id).await;
    assert_eq!(changes.len(), 6);
    let mut known = HashMap::<BTreeSet<usize>, Merged>::new();
    for order in permutations(&[0, 1, 2, 3, 4, 5]) {
        let (mut store, mut arrived) = (Store::in_memory().unwrap(), BTreeSet::new());
        for one in &order {
            arrived.insert(*one);
            let merged = receives(&mut store, &changes[*one]);
            let before = known.entry(arrived.clone()).or_insert_with(|| merged.clone());
            assert_eq!(*before, merged, "{order:?}");
        }
    }
    assert_eq!(known.len(), (1 << 6) - 1);
}

/// The record, once a change has arrived by itself.
fn receives(store: &mut Store, change: &Change) -> Merged {
    let to = Position { epoch: String::new(), cursor: 0, digest: [0; 32], head: 0 };
    let page = [Incoming::Read(change.clone())];
    store.apply(change.space, &page, &to, change.clock.millis()).unwrap();
    store.records().unwrap().get(change.record).unwrap().unwrap().merged
}

fn permutations(items: &[usize]) -> Vec<Vec<usize>> {
    if items.is_empty() {
        return vec![vec![]];
    }
    let begun_with = |first: &usize| {
        let rest: Vec<usize> = items.iter().copied().filter(|it| it != first).collect();
        permutations(&rest).into_iter().map(|it| [vec![*first], it].concat()).collect::<Vec<_>>()
    };
    items.iter().flat_map(begun_with).collect()
}

/// #21: after two deletions at once a third node differed
/// (<https://github.com/superfly/corrosion/issues/352>).
#[tokio::test(flavor = "multi_thread")]
async fn two_deletions_at_once_and_an_edit_that_saw_one_of_them_end_the_same_everywhere() {
    let (_world, [aisha, bjorn, chen], id) = three().await;
    let other = aisha.logs("slettes av begge").await;
    meet(&[&aisha, &bjorn, &chen]).await;
    for device in [&aisha, &bjorn] {
        device.deletes(id).await;
        device.deletes(other).await;
    }
    aisha.syncs().await;
    chen.syncs().await;
    chen.changes(&chen.reads(id).await, json!({ "note": "likevel" })).await;
    meet(&[&chen, &bjorn, &aisha]).await;
    for device in [&aisha, &bjorn, &chen] {
        assert!(device.reads(other).await.deleted);
        assert_eq!(note(&device.reads(id).await), "likevel");
        assert_eq!(records(device).await, records(&chen).await);
    }
}

/// #22: a remote edit was lost to a local deletion
/// (<https://github.com/mozilla/application-services/issues/6011>).
#[tokio::test(flavor = "multi_thread")]
async fn an_edit_outlives_a_deletion_that_had_not_seen_it_whichever_comes_first() {
    for deleter_first in [true, false] {
        let (_world, [aisha, bjorn, chen], id) = three().await;
        aisha.deletes(id).await;
        bjorn.changes(&bjorn.reads(id).await, json!({ "note": "Fortsatt kald" })).await;
        let order = if deleter_first { [&aisha, &bjorn] } else { [&bjorn, &aisha] };
        for device in order {
            device.syncs().await;
        }
        meet(&[&chen, &aisha, &bjorn]).await;
        for device in [&aisha, &bjorn, &chen] {
            assert_eq!(device.notes().await, ["Fortsatt kald"]);
        }
    }
}

/// #24: a conflict between first generations was lost
/// (<https://github.com/pouchdb/pouchdb/issues/4651>).
#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_two_devices_made_under_one_id_keeps_both_texts() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = Id::from_u128(rand());
    aisha.tries("visit", id, visit("hennes")).await.unwrap();
    bjorn.tries("visit", id, visit("hans")).await.unwrap();
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "hans, litt lenger" })).await;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        assert_eq!(versions(&device.reads(id).await), ["hans, litt lenger", "hennes"]);
        assert_eq!(device.visits().await.total, 1);
    }
}

/// #25: a stale save of a whole record erased a field
/// (<https://github.com/bitwarden/server/issues/332>).
#[tokio::test(flavor = "multi_thread")]
async fn a_whole_record_saved_as_it_was_read_long_ago_takes_back_nothing() {
    let (_world, [aisha, bjorn, _], id) = three().await;
    aisha.changes(&aisha.reads(id).await, json!({ "place": "office", "minutes": 5 })).await;
    meet(&[&aisha, &bjorn]).await;
    let long_ago = aisha.reads(id).await;
    let news = json!({ "place": "at-home", "minutes": 20, "note": "Vaktmester kommer", "our_part": "listened" });
    bjorn.changes(&bjorn.reads(id).await, news.clone()).await;
    meet(&[&aisha, &bjorn]).await;
    let mut fields = long_ago.fields.clone();
    fields.insert("language".into(), json!("uk"));
    let entry = Entry { fields, ..long_ago };
    aisha.run(calls::Save { entry }).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    let entry = bjorn.reads(id).await;
    for (field, value) in news.as_object().unwrap() {
        assert_eq!(&entry.fields[field], value, "{field}");
    }
    assert_eq!((&entry.fields["language"], entry.conflicts.len()), (&json!("uk"), 0));
}

const HOUR: i64 = 60 * 60 * 1_000;
const TEN_YEARS: i64 = 10 * 8_766 * HOUR;
/// As far as a clock can be set back and on.
const SKEWS: [i64; 6] = [HOUR, -HOUR, TEN_YEARS, -TEN_YEARS, -100 * TEN_YEARS, 7 * TEN_YEARS];

/// #26: a device whose clock lags loses every edit.
#[tokio::test(flavor = "multi_thread")]
async fn an_edit_by_somebody_who_saw_the_other_stands_whatever_the_clocks_say() {
    for skew in SKEWS {
        let (_world, [aisha, bjorn, chen], id) = three().await;
        bjorn.sets_its_clock(skew);
        for (round, device) in [&bjorn, &aisha, &bjorn, &aisha].into_iter().enumerate() {
            let text = format!("svar {round}");
            let fields = json!({ "note": text, "minutes": round, "topics": ["health"] });
            device.changes(&device.reads(id).await, fields).await;
            meet(&[&aisha, &bjorn, &chen]).await;
            let entry = chen.reads(id).await;
            assert_eq!((note(&entry), entry.conflicts.len()), (text, 0), "{skew}");
            assert_eq!(entry.fields["minutes"], json!(round), "{skew}");
        }
    }
}

/// #27: a clock that drifted halted the sync
/// (<https://github.com/actualbudget/actual/issues/3786>): ± 1 h, ± 10 years, and beyond.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_wrong_and_one_that_was_put_right_stop_nobody_and_pull_nobody_along() {
    for skew in SKEWS {
        let (world, [aisha, bjorn, chen], _) = three().await;
        bjorn.sets_its_clock(skew);
        bjorn.logs("med feil klokke").await;
        meet(&[&bjorn, &aisha, &chen]).await;
        let (before, id) = (tests::now(), aisha.logs("hennes egen").await);
        meet(&[&aisha, &bjorn, &chen]).await;
        bjorn.sets_its_clock(0);
        bjorn.logs("etter at klokka ble stilt").await;
        meet(&[&bjorn, &aisha, &chen]).await;
        assert_eq!(chen.visits().await.total, 4, "{skew}");
        let dina = Member::joins(&aisha, &world.server()).await;
        let hers = dina.reads_of(id).await.remove(0).clock;
        let hour = HOUR.unsigned_abs();
        assert!(hers >= Clock::at(before) && hers < Clock::at(before + 2 * hour), "{skew}");
    }
}
