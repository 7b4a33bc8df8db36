//! Where a device believes to stand is where it stands.

use std::time::Duration;

use chaos::proxy::{Fate, Proxy};
use domain::{Fault, calls};
use tests::member::Member;
use tests::site::{Site, changes, database, joins, logs_many, meanwhile, meet, sound, status};
use tests::{Device, World};

use crate::storage::cramped;

/// #1: the cursor advanced before the documents were written
/// (<https://github.com/apache/pouchdb/issues/1240>).
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_could_not_be_written_is_fetched_again() {
    let Site { world: _world, aisha, bjorn, her_way: _hers, his_way: _his } = Site::new().await;
    logs_many(&aisha, 300).await;
    aisha.syncs().await;
    let home = bjorn.home().to_owned();
    drop(bjorn);
    let full = cramped(&home, 10).sync_once().await;
    assert!(matches!(full, Err(Fault::Storage { .. })), "{full:?}");
    let bjorn = Device::open(&home);
    assert_eq!(bjorn.visits().await.total, 0);
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(bjorn.visits().await.total, 300);
}

/// #2: the network was cut during a push, and changes were skipped for good
/// (<https://github.com/Tangerine-Community/Tangerine/issues/2399>).
#[tokio::test(flavor = "multi_thread")]
async fn a_push_that_is_cut_anywhere_is_repeated_until_the_server_has_all_of_it() {
    let site = Site::new().await;
    let cuts = [0, 1, 60, 200, 500, 1_000, 2_000, usize::MAX];
    for cut in cuts {
        logs_many(&site.aisha, 5).await;
        site.her_way.once("/v1/push", Fate::CutThere(cut));
        assert_eq!(site.aisha.sync_once().await.err(), Some(Fault::Offline), "cut at {cut}");
        assert_eq!(status(&site.aisha).await.waiting, 5, "cut at {cut}");
        site.aisha.logs("skrevet etter bruddet").await;
        site.aisha.syncs().await;
        assert_eq!(status(&site.aisha).await.waiting, 0);
    }
    site.meet().await;
    assert_eq!(changes(&site.bjorn).await, 6 * cuts.len() as u64);
}

/// #3: the last record was skipped when their number was a multiple of the page
/// (<https://github.com/atuinsh/atuin/issues/3913>): 0, 1, p − 1, p, p + 1, 2p.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_changes_just_at_the_end_of_a_page_arrives_whole() {
    let (page, mut total) = (wire::PAGE_LIMIT, 0);
    let site = Site::new().await;
    for count in [0, 1, page - 1, page, page + 1, 2 * page] {
        logs_many(&site.aisha, count).await;
        total += count as u64;
        for device in [&site.aisha, &site.bjorn] {
            device.syncs().await;
            assert_eq!(device.visits().await.total, total, "with {count} more");
        }
        assert_eq!(status(&site.aisha).await.waiting, 0);
    }
    let chen = site.colleague("Chen").await;
    chen.syncs().await;
    assert_eq!(changes(&chen).await, total);
    sound(&chen).await;
}

/// #9: a replication that is interrupted fails
/// (<https://github.com/medic/cht-core/issues/5235>).
#[tokio::test(flavor = "multi_thread")]
async fn a_first_fetch_that_breaks_off_again_and_again_goes_on_where_it_was() {
    let (site, chen, way) = newcomer_to(2_500).await;
    for (page, cut) in [(1, 0), (1, 30_000), (2, 1_000), (2, 50_000)] {
        break_at(&way, page, cut);
        assert_eq!(chen.sync_once().await.err(), Some(Fault::Offline), "page {page} at {cut}");
    }
    // Each attempt got one page more than the one before, or as many.
    // The first two changes are those by which Aisha and Bjørn joined.
    assert_eq!(chen.visits().await.total, 2_000 - 2);
    let before = way.answered();
    way.rule(|_| Fate::Slow(10_000, Duration::from_millis(1)));
    meet(&[&site.aisha, &chen]).await;
    assert_eq!(chen.visits().await.total, 2_500);
    let rest = way.answered() - before;
    assert!(rest < before / 2, "{rest} bytes for the rest, after {before}");
}

/// #11: the cursor advanced although the answer was lost
/// (<https://github.com/ankidroid/Anki-Android/issues/4366>).
#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_stored_but_could_not_confirm_is_neither_lost_nor_there_twice() {
    let site = Site::new().await;
    for cut in [0, 20, 100] {
        site.aisha.logs("uten kvittering").await;
        site.her_way.once("/v1/push", Fate::CutBack(cut));
        assert_eq!(site.aisha.sync_once().await.err(), Some(Fault::Offline));
        assert_eq!(status(&site.aisha).await.waiting, 1);
        site.bjorn.logs("mens hun venter").await;
        site.bjorn.syncs().await;
        site.her_way.once("/v1/pull", Fate::CutBack(cut));
        assert_eq!(site.aisha.sync_once().await.err(), Some(Fault::Offline));
        assert_eq!(status(&site.aisha).await.waiting, 0);
    }
    site.her_way.mends();
    site.meet().await;
    assert_eq!((changes(&site.aisha).await, changes(&site.bjorn).await), (6, 6));
}

/// #12: the checkpoint moved past a document that failed validation
/// (<https://github.com/pubkey/rxdb/issues/6684>).
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_when_it_comes_is_kept_and_read_as_soon_as_it_can_be() {
    let Site { world, aisha, bjorn, her_way: _hers, his_way: _his } = Site::new().await;
    let mut dina = Member::joins(&aisha, &world.server()).await;
    dina.logs_many(1).await;
    meet(&[&aisha, &bjorn]).await;
    aisha.logs("én").await;
    aisha.syncs().await;
    let unreadable = dina.change(domain::Id::from_u128(1), "visit", vec![]);
    dina.sends(&[dina.seals_for_others(&unreadable)]).await;
    aisha.logs("to").await;
    aisha.syncs().await;
    // As a version that can't read any of it yet.
    let mut right: Vec<u8> = Vec::new();
    let bjorn = meanwhile(bjorn, |home| {
        let db = database(home);
        right = db.query_row("SELECT key FROM space", (), |row| row.get(0)).unwrap();
        db.execute("UPDATE space SET key = zeroblob(32)", ()).unwrap();
    });
    bjorn.syncs().await;
    assert_eq!(bjorn.notes().await, ["samtale 0"]);
    let bjorn = meanwhile(bjorn, |home| {
        database(home).execute("UPDATE space SET key = ?1", [&right]).unwrap();
    });
    bjorn.syncs().await;
    assert_eq!(bjorn.notes().await, ["samtale 0", "to", "én"]);
    sound(&bjorn).await;
    let kept = |home: &std::path::Path| {
        let sql = "SELECT count(*) FROM quarantine";
        let kept: u64 = database(home).query_row(sql, (), |row| row.get(0)).unwrap();
        assert_eq!(kept, 1, "Dina's stays until somebody can read it");
    };
    drop(meanwhile(bjorn, kept));
}

/// #13: a pack that failed counted as synced (<https://github.com/atuinsh/atuin/issues/3737>).
#[tokio::test(flavor = "multi_thread")]
async fn a_push_that_failed_in_whatever_way_is_not_counted_as_sent() {
    let site = Site::new().await;
    site.aisha.logs("skal fram").await;
    let answers =
        [(200, "<html>Logg på gjestenettet</html>"), (200, ""), (204, ""), (403, ""), (404, "?")];
    // 413 leads to a smaller page, which gets through: #38.
    let failures = [(408, ""), (429, ""), (500, "\u{b}"), (502, "<html>"), (503, "")];
    for (code, body) in answers.into_iter().chain(failures) {
        site.her_way.once("/v1/push", Fate::Told(code, body));
        assert!(site.aisha.sync_once().await.is_err(), "{code} {body}");
        let status = status(&site.aisha).await;
        assert_eq!((status.waiting, status.trouble.is_some()), (1, true), "{code} {body}");
    }
    site.meet().await;
    assert_eq!(site.bjorn.notes().await, ["skal fram"]);
}

/// #37: an interrupted first sync was treated as complete
/// (<https://github.com/medic/cht-core/issues/7419>).
#[tokio::test(flavor = "multi_thread")]
async fn a_first_sync_is_not_called_complete_before_it_is() {
    let (site, chen, way) = newcomer_to(1_500).await;
    break_at(&way, 2, 1_000);
    assert!(chen.sync_once().await.is_err());
    assert_eq!(chen.visits().await.total, 1_000 - 2, "two joined before");
    let chen = chen.reopened();
    assert_eq!(status(&chen).await.synced, None);
    break_at(&way, 1, 1_000);
    assert!(chen.sync_once().await.is_err());
    let partly = status(&chen).await;
    assert_eq!((partly.synced, partly.trouble), (None, Some(Fault::Offline)));
    way.mends();
    meet(&[&site.aisha, &chen]).await;
    let whole = status(&chen).await;
    assert!(whole.synced.is_some() && whole.trouble.is_none());
    assert_eq!(chen.visits().await.total, 1_500);
}

/// A site with that many changes, and Chen, who has just joined it by a way of his own.
async fn newcomer_to(count: usize) -> (Site, Device, Proxy) {
    let site = Site::new().await;
    Member::joins(&site.aisha, &site.world.server()).await.logs_many(count).await;
    let way = Proxy::to(&site.world.server()).await;
    let chen = World::new_device(&site.world, "Chen");
    joins(&chen, &site.aisha, "Chen", &way.url()).await;
    assert_eq!(chen.run(calls::GetStatus {}).await.unwrap().synced, None);
    (site, chen, way)
}

/// The answer with the page of that number, counted from now, is cut after so many bytes.
fn break_at(way: &Proxy, page: usize, bytes: usize) {
    let mut pulls = 0;
    way.rule(move |request| {
        pulls += usize::from(request.path == "/v1/pull");
        if pulls == page { Fate::CutBack(bytes) } else { Fate::Answered }
    });
}
