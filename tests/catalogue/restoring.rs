//! Servers and devices that are put back, copied, or told wrong.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use domain::{Fault, calls};
use rusqlite::Connection;
use rusqlite::backup::Backup;
use serde_json::json;
use server::{Config, Database, Server};
use tests::{Device, World};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use chaos::proxy::Fate;
use tests::member::Member;
use tests::site::{Site, changes, copy, joins, meanwhile, meet, records, sound, status};

/// #14: a server was put back from a copy, and clients never sent again what it had lost
/// (<https://github.com/medic/cht-core/issues/8093>). Here without even telling it: with, see
/// `stories/restoring.rs`.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_put_back_from_a_copy_is_given_what_it_lost_even_if_nobody_told_it() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    aisha.logs("i går").await;
    meet(&[&aisha, &bjorn]).await;
    let backup = set_aside(&mut world).await;
    for device in [&aisha, &bjorn] {
        device.logs("i dag").await;
        device.logs("i dag, en gang til").await;
    }
    meet(&[&aisha, &bjorn]).await;
    put_back(&mut world, Some(&backup)).await;
    // Beyond where Bjørn was, so that its length alone tells him nothing.
    for number in 0..6 {
        aisha.logs(&format!("etterpå {number}")).await;
    }
    meet(&[&aisha, &bjorn]).await;
    let chen = world.colleague(&aisha, "Chen").await;
    meet(&[&aisha, &bjorn, &chen]).await;
    assert_eq!(changes(&chen).await, 11);
}

/// #15: what a client wrote after it was put back from a copy was dropped
/// (<https://github.com/tursodatabase/turso/issues/8129>).
#[tokio::test(flavor = "multi_thread")]
async fn a_phone_put_back_from_a_copy_gets_its_past_and_keeps_what_it_writes_next() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("før kopien").await;
    meet(&[&aisha, &bjorn]).await;
    let aside = aisha.home().with_extension("aside");
    let aisha = meanwhile(aisha, |home| copy(home, &aside));
    aisha.logs("etter kopien").await;
    aisha.changes(&aisha.reads(id).await, json!({ "minutes": 5 })).await;
    aisha.syncs().await;
    let aisha = meanwhile(aisha, |home| copy(&aside, home));
    aisha.logs("etter at telefonen ble satt tilbake").await;
    aisha.changes(&aisha.reads(id).await, json!({ "place": "office" })).await;
    meet(&[&aisha, &bjorn]).await;
    let notes = ["etter at telefonen ble satt tilbake", "etter kopien", "før kopien"];
    assert_eq!(bjorn.notes().await, notes);
    let entry = bjorn.reads(id).await;
    assert_eq!((&entry.fields["minutes"], &entry.fields["place"]), (&json!(5), &json!("office")));
}

/// #16: two installs with one identity.
#[tokio::test(flavor = "multi_thread")]
async fn two_copies_of_a_phone_become_two_phones_and_lose_nothing() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("felles").await;
    meet(&[&aisha, &bjorn]).await;
    let twin = aisha.home().with_extension("twin");
    let aisha = meanwhile(aisha, |home| copy(home, &twin));
    let twin = Device::open(&twin);
    for (device, text) in [(&aisha, "fra den ene"), (&twin, "fra den andre")] {
        device.logs(text).await;
        device.changes(&device.reads(id).await, json!({ "note": text })).await;
    }
    meet(&[&aisha, &twin, &bjorn]).await;
    twin.logs("og en til").await;
    aisha.logs("og en her").await;
    meet(&[&twin, &aisha, &bjorn]).await;
    assert_eq!(changes(&bjorn).await, 7);
    let entry = bjorn.reads(id).await;
    assert_eq!(tests::site::versions(&entry), ["fra den andre", "fra den ene"]);
}

/// What a device had not sent when it was copied happened once, though both copies have to take another
/// name: the device that both were copied from goes on under theirs.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_copy_of_a_copy_had_not_sent_happened_once() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let (one, two) = (aisha.home().with_extension("one"), aisha.home().with_extension("two"));
    let aisha = meanwhile(aisha, |home| copy(home, &one));
    aisha.logs("fra telefonen selv").await;
    aisha.syncs().await;
    let first = Device::open(&one);
    let id = first.logs("usendt").await;
    let edited = first.changes(&first.reads(id).await, json!({ "note": "usendt, rettet" })).await;
    let first = meanwhile(first, |home| copy(home, &two));
    let second = Device::open(&two);
    first.logs("fra den ene").await;
    second.logs("fra den andre").await;
    meet(&[&first, &second, &aisha, &bjorn]).await;
    for device in [&bjorn, &first, &second] {
        let history = device.run(calls::History { id }).await.unwrap();
        assert_eq!(history.len(), 2, "{history:?}");
        assert_eq!(tests::site::versions(&device.reads(id).await), Vec::<String>::new());
        let before = device.reads(id).await;
        assert_eq!(before.fields["note"], json!("usendt, rettet"));
    }
    // By the second copy as well, whose name for it is not the one that is kept.
    second.run(calls::Undo { group: edited.group.unwrap() }).await.unwrap();
    assert_eq!(second.reads(id).await.fields["note"], json!("usendt"));
    second.syncs().await;
    bjorn.syncs().await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "av Bjørn" })).await;
    meet(&[&bjorn, &first, &second, &aisha]).await;
    assert_eq!(second.reads(id).await.fields["note"], json!("av Bjørn"));
    assert_eq!(second.reads(id).await.conflicts.len(), 0);
}

/// #17: the same number was given twice when sessions overlapped
/// (<https://github.com/automerge/automerge/issues/536>).
#[tokio::test(flavor = "multi_thread")]
async fn a_push_still_on_its_way_when_the_next_session_pushes_adds_nothing_twice() {
    let site = Site::new().await;
    let dina = Member::joins(&site.aisha, &site.world.server()).await;
    let Site { world: _world, mut aisha, bjorn, her_way, his_way: _his } = site;
    for round in 1..=4_u64 {
        let release = Arc::new(Semaphore::new(0));
        aisha.logs("først").await;
        her_way.once("/v1/push", Fate::Held(release.clone()));
        assert!(timeout(Duration::from_millis(300), aisha.sync_once()).await.is_err());
        aisha = aisha.reopened();
        aisha.logs("så").await;
        // At once, or a little before, or a little after.
        let late = async {
            sleep(Duration::from_millis(5 * round)).await;
            release.add_permits(1);
        };
        let (synced, ()) = tokio::join!(aisha.sync_once(), late);
        synced.unwrap();
        meet(&[&aisha, &bjorn]).await;
        // Two changes are those by which Aisha and Bjørn joined.
        assert_eq!(dina.reads().await.len() as u64, 2 + 2 * round);
        assert_eq!(changes(&bjorn).await, 2 * round);
    }
    // The network itself gives it twice.
    aisha.logs("til sist").await;
    her_way.once("/v1/push", Fate::Twice);
    assert_eq!(aisha.sync_once().await.err(), Some(Fault::Refused { reason: "replayed".into() }));
    meet(&[&aisha, &bjorn]).await;
    assert_eq!((dina.reads().await.len(), changes(&bjorn).await), (2 + 9, 9));
}

/// #18: whoever adopts the server's digest doesn't notice a gap.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_database_lacks_a_change_does_not_go_on_after_it() {
    let mut site = Site::new().await;
    for number in 1..=5 {
        site.aisha.logs(&format!("{number}")).await;
    }
    site.aisha.syncs().await;
    let whole = set_aside(&mut site.world).await;
    site.world.cut_the_network().await;
    let db = Connection::open(site.world.server_folder().join("server.db")).unwrap();
    db.execute_batch(
        "DELETE FROM change WHERE position = 3;
         UPDATE change SET position = position + 1000, action_end = action_end + 1000 WHERE position > 3;
         UPDATE change SET position = position - 1001, action_end = action_end - 1001 WHERE position > 3;
         UPDATE space SET next = next - 1;",
    )
    .unwrap();
    drop(db);
    site.world.mend_the_network().await;
    let synced = status(&site.bjorn).await.synced;
    // It knows by itself, since its digests have the one that is gone.
    let refused = Fault::Refused { reason: "server-storage".into() };
    assert_eq!(site.bjorn.sync_once().await.err(), Some(refused.clone()));
    let doubting = status(&site.bjorn).await;
    assert_eq!((doubting.synced, doubting.trouble), (synced, Some(refused)));
    put_back(&mut site.world, Some(&whole)).await;
    site.meet().await;
    assert_eq!(site.bjorn.visits().await.total, 5);
}

/// #23: deletions were not sent again after the server was reset
/// (<https://github.com/mozilla/application-services/issues/2342>).
#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_stays_deleted_for_newcomers_after_the_server_was_reset() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("slettes").await;
    aisha.logs("blir").await;
    meet(&[&aisha, &bjorn]).await;
    let before = set_aside(&mut world).await;
    aisha.deletes(id).await;
    meet(&[&aisha, &bjorn]).await;
    for (backup, name) in [(Some(&before), "Chen"), (None, "Dina")] {
        put_back(&mut world, backup).await;
        aisha.syncs().await;
        let newcomer = world.colleague(&aisha, name).await;
        newcomer.syncs().await;
        assert_eq!(newcomer.notes().await, ["blir"], "{name}");
        meet(&[&aisha, &bjorn, &newcomer]).await;
    }
}

/// #39: backups were silently out of date
/// (<https://github.com/benbjohnson/litestream/issues/1083>): a drill, as `docs/server.md` says.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_while_people_work_has_all_that_was_sent_and_a_server_can_live_on_it() {
    let site = Site::new().await;
    for number in 0..30 {
        site.aisha.logs(&format!("{number}")).await;
    }
    site.aisha.syncs().await;
    let (aisha, bjorn) = (&site.aisha, &site.bjorn);
    let elsewhere = site.world.server_folder().with_extension("elsewhere");
    let working = async {
        for number in 0..20 {
            bjorn.logs(&format!("mens kopien tas, {number}")).await;
            bjorn.syncs().await;
        }
    };
    let folder = (site.world.server_folder(), elsewhere.clone());
    let backing_up = tokio::task::spawn_blocking(move || back_up(&folder.0, &folder.1));
    let ((), done) = tokio::join!(working, backing_up);
    done.unwrap();
    server::mark_restored(Database::Folder(elsewhere.clone())).await.unwrap();
    let second = Server::start(Config::new(Database::Folder(elsewhere))).await.unwrap();
    let address = format!("http://{}", second.address());
    let chen = site.world.new_device("Chen");
    joins(&chen, aisha, "Chen", &address).await;
    chen.syncs().await;
    assert!(chen.visits().await.total >= 30, "what was sent before is in the copy");
    site.lead_to(&address);
    meet(&[aisha, bjorn, &chen]).await;
    assert_eq!(chen.visits().await.total, 50);
    assert_eq!(records(&chen).await.len(), 50);
    sound(&chen).await;
}

/// What `sqlite3 server.db ".backup …"` does.
fn back_up(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    let from = Connection::open(from.join("server.db")).unwrap();
    let mut to = Connection::open(to.join("server.db")).unwrap();
    let backup = Backup::new(&from, &mut to).unwrap();
    backup.run_to_completion(20, Duration::from_millis(1), None).unwrap();
    drop(backup);
    let check = to.query_row("PRAGMA integrity_check", (), |row| row.get::<_, String>(0));
    assert_eq!(check.unwrap(), "ok");
}

/// Copies what the server has by now.
pub async fn set_aside(world: &mut World) -> PathBuf {
    let backup = world.server_folder().with_extension("backup");
    world.cut_the_network().await;
    copy(&world.server_folder(), &backup);
    world.mend_the_network().await;
    backup
}

/// Puts that in the place of what it has now; or nothing.
pub async fn put_back(world: &mut World, backup: Option<&PathBuf>) {
    world.cut_the_network().await;
    fs::remove_dir_all(world.server_folder()).unwrap();
    if let Some(backup) = backup {
        copy(backup, &world.server_folder());
    }
    world.mend_the_network().await;
}
