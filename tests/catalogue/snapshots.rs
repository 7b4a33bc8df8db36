//! A new device begins with a snapshot that a member has made, and goes on from there.

use std::sync::atomic::Ordering;

use chaos::proxy::{Fate, Proxy};
use domain::calls;
use domain::views::Progress;
use tests::site::{Site, conversation, count, joins, logs_many, meet, records, sound, status};
use tests::{Device, World};

use crate::restoring::{put_back, set_aside};

/// Changes after which the server of these stories would like a snapshot.
const AFTER: u64 = 20;

/// A site whose members have written so much that its server asked for a snapshot, and has it.
async fn with_a_snapshot(count: usize) -> Site {
    let site = Site::within(World::with_snapshots(AFTER).await).await;
    logs_many(&site.aisha, count).await;
    site.meet().await;
    site
}

/// Somebody who has just joined, and their way to the server.
async fn newcomer(site: &Site, name: &str) -> (Device, Proxy) {
    let way = Proxy::to(&site.world.server()).await;
    let device = site.world.new_device(name);
    joins(&device, &site.aisha, name, &way.url()).await;
    (device, way)
}

/// Fills more than two parts of a snapshot; with few words, since those take time to find again.
async fn writes_at_length(device: &Device) {
    for number in 0..5 {
        let long = |it: u32| conversation(&format!("{number}{it}{}", "å".repeat(49_000)));
        let entries = (0..5).map(long).collect();
        device.run(calls::SaveAll { entries }).await.unwrap();
    }
}

/// #8: what was written between a snapshot and the changes that follow it was lost or came twice
/// (<https://github.com/electric-sql/electric/issues/2311>).
#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_a_snapshot_is_made_and_taken_is_neither_lost_nor_doubled() {
    let site = with_a_snapshot(30).await;
    site.bjorn.logs("etter øyeblikksbildet").await;
    site.meet().await;
    let (chen, way) = newcomer(&site, "Chen").await;
    let (parts, pages) = (count(&way, "/v1/part"), chen.logs("før det første").await);
    site.aisha.logs("mens det hentes").await;
    site.aisha.syncs().await;
    meet(&[&site.aisha, &site.bjorn, &chen]).await;
    assert!(parts.load(Ordering::Relaxed) > 0, "no snapshot was fetched");
    assert_eq!(records(&chen).await.len(), 33);
    assert_eq!(chen.reads(pages).await.id, pages);
}

/// A snapshot spares a newcomer most of the bytes and of the requests.
#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_fetches_a_snapshot_rather_than_every_change() {
    let site = with_a_snapshot(400).await;
    let (chen, way) = newcomer(&site, "Chen").await;
    let before = way.answered();
    chen.syncs().await;
    let with = way.answered() - before;
    let (dina, other) = newcomer(&site, "Dina").await;
    other.rule(|request| match request.path.as_str() {
        "/v1/snapshot" => Fate::Told(404, ""),
        _ => Fate::Answered,
    });
    let before = other.answered();
    dina.syncs().await;
    let without = other.answered() - before;
    assert!(with * 3 < without, "{with} bytes with a snapshot, {without} without");
    meet(&[&site.aisha, &chen, &dina]).await;
}

/// #37 again: what has come of a snapshot is kept, but not taken for everything.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_breaks_off_goes_on_where_it_was_and_is_not_called_complete() {
    let site = with_a_snapshot(0).await;
    writes_at_length(&site.aisha).await;
    site.meet().await;
    let (chen, way) = newcomer(&site, "Chen").await;
    let mut parts = 0;
    way.rule(move |request| {
        parts += usize::from(request.path == "/v1/part");
        if parts >= 2 { Fate::CutBack(1_000) } else { Fate::Answered }
    });
    assert!(chen.sync_once().await.is_err());
    let chen = chen.reopened();
    let partly = status(&chen).await;
    let Some(Progress { done, of }) = partly.fetching else { panic!("it looks complete") };
    assert!(partly.synced.is_none() && done > 0 && done < of && of == 25 + 2, "{done} of {of}");
    let rest = count(&way, "/v1/part");
    meet(&[&site.aisha, &chen]).await;
    assert_eq!(status(&chen).await.fetching, None);
    assert_eq!(rest.load(Ordering::Relaxed), 2, "it should go on with the second of three");
}

/// A server that was put back offers a snapshot without what the parts of a later one had brought:
/// it is never whole here, and was fetched again and again (the simulator's seed 40596).
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_lacks_what_is_here_already_is_left_for_single_changes() {
    let mut site = with_a_snapshot(0).await;
    writes_at_length(&site.aisha).await;
    site.meet().await;
    let backup = set_aside(&mut site.world).await;
    for _ in 0..2 {
        writes_at_length(&site.aisha).await;
    }
    site.meet().await;
    let (chen, way) = newcomer(&site, "Chen").await;
    let mut parts = 0;
    way.rule(move |request| {
        parts += usize::from(request.path == "/v1/part");
        if parts >= 6 { Fate::CutBack(1_000) } else { Fate::Answered }
    });
    assert!(chen.sync_once().await.is_err());
    let partly = status(&chen).await.fetching.unwrap();
    assert!(partly.done > 25, "{} of a later snapshot", partly.done);

    put_back(&mut site.world, Some(&backup)).await;
    let mut snapshots = 0;
    way.rule(move |request| {
        snapshots += usize::from(request.path == "/v1/snapshot");
        assert!(snapshots <= 5, "it begins anew for ever");
        Fate::Answered
    });
    meet(&[&chen, &site.aisha, &site.bjorn]).await;
    assert_eq!(records(&chen).await.len(), 75);
}

/// A snapshot that isn't what a member made is of no use; everything comes change by change.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_is_no_good_is_left_alone_and_everything_comes_all_the_same() {
    let site = with_a_snapshot(30).await;
    for path in ["/v1/snapshot", "/v1/part"] {
        for (code, body) in [(200, ""), (200, "\u{1}noe annet"), (404, ""), (413, "")] {
            let name = format!("Chen {path} {code} {body}").replace(['/', '\u{1}'], "-");
            let way = Proxy::to(&site.world.server()).await;
            way.rule(
                move |request| {
                    if request.path == path { Fate::Told(code, body) } else { Fate::Answered }
                },
            );
            let chen = site.world.new_device(&name);
            joins(&chen, &site.aisha, "Chen", &way.url()).await;
            chen.syncs().await;
            assert_eq!(records(&chen).await.len(), 30, "{path} {code} {body}");
            sound(&chen).await;
        }
    }
}

/// Nobody's work waits for a snapshot: a device that can't send one syncs as before.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_cannot_be_sent_is_in_nobodys_way() {
    let site = Site::within(World::with_snapshots(AFTER).await).await;
    for path in ["/v1/keep-part", "/v1/keep-snapshot"] {
        site.her_way.rule(
            move |request| {
                if request.path == path { Fate::Told(500, "") } else { Fate::Answered }
            },
        );
        logs_many(&site.aisha, 30).await;
        site.aisha.syncs().await;
        let status = status(&site.aisha).await;
        assert_eq!((status.waiting, status.trouble), (0, None));
        // What failed is not tried again at once.
        site.aisha.waits(1);
    }
    site.her_way.mends();
    site.meet().await;
}
