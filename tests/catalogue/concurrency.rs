//! Work goes on while the network does what it does.

use std::sync::Arc;
use std::time::Duration;

use chaos::proxy::Fate;
use domain::{Fault, calls};
use serde_json::json;
use tests::site::{Site, changes, conversation, logs_many, meet, sound, status, versions};
use tests::{Device, note};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::storage::cramped;

/// #31: what was edited during a sync was missing from the copy of the conflict
/// (<https://github.com/laurent22/joplin/issues/13531>).
#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_during_a_sync_is_kept_beside_what_the_sync_brings() {
    for path in ["/v1/push", "/v1/pull"] {
        let site = Site::new().await;
        let (aisha, bjorn) = (&site.aisha, &site.bjorn);
        let id = aisha.logs("Kald").await;
        site.meet().await;
        bjorn.changes(&bjorn.reads(id).await, json!({ "note": "Kald, ringte" })).await;
        bjorn.syncs().await;
        aisha.changes(&aisha.reads(id).await, json!({ "note": "Kald, lånte" })).await;
        let release = Arc::new(Semaphore::new(0));
        site.her_way.once(path, Fate::Held(release.clone()));
        let writing = async {
            sleep(Duration::from_millis(300)).await;
            let fields = json!({ "note": "Kald, lånte bort en ovn", "minutes": 5 });
            aisha.changes(&aisha.reads(id).await, fields).await;
            release.add_permits(1);
        };
        let (synced, ()) = tokio::join!(aisha.sync_once(), writing);
        synced.unwrap();
        site.meet().await;
        for device in [aisha, bjorn] {
            let entry = device.reads(id).await;
            assert_eq!(versions(&entry), ["Kald, lånte bort en ovn", "Kald, ringte"], "{path}");
            assert_eq!(entry.fields["minutes"], json!(5));
        }
    }
}

/// #32: an older upload landed last (<https://github.com/laurent22/joplin/issues/11439>).
#[tokio::test(flavor = "multi_thread")]
async fn an_old_upload_that_lands_last_changes_nothing() {
    let Site { world: _world, aisha, bjorn, her_way, his_way: _his } = Site::new().await;
    let id = aisha.logs("første utgave").await;
    meet(&[&aisha, &bjorn]).await;
    aisha.changes(&aisha.reads(id).await, json!({ "note": "andre utgave" })).await;
    let release = Arc::new(Semaphore::new(0));
    her_way.once("/v1/push", Fate::Held(release.clone()));
    assert!(timeout(Duration::from_millis(300), aisha.sync_once()).await.is_err());
    let aisha = aisha.reopened();
    aisha.changes(&aisha.reads(id).await, json!({ "note": "tredje utgave" })).await;
    meet(&[&aisha, &bjorn]).await;
    let before = her_way.answered();
    release.add_permits(1);
    while her_way.answered() == before {
        sleep(Duration::from_millis(5)).await;
    }
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        let entry = device.reads(id).await;
        assert_eq!((note(&entry).as_str(), entry.conflicts.len()), ("tredje utgave", 0));
        assert_eq!(changes(device).await, 3);
    }
}

/// #33: a crash in the middle of a write blocked the sync for ever
/// (<https://github.com/powersync-ja/powersync-sqlite-core/issues/162>). A disk that fills up
/// ends each write a little further on than the one before.
#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_ends_anywhere_in_the_middle_blocks_nothing() {
    let Site { world: _world, aisha, mut bjorn, her_way: _hers, his_way: _his } = Site::new().await;
    let mut acknowledged = 0;
    for pages in 0..16 {
        logs_many(&aisha, 10).await;
        aisha.syncs().await;
        logs_many(&bjorn, 10).await;
        let home = bjorn.home().to_owned();
        drop(bjorn);
        let full = cramped(&home, pages);
        let entry = conversation(&"lang ".repeat(1_000));
        acknowledged += u64::from(full.run(calls::Save { entry }).await.is_ok());
        let synced = full.sync_once().await;
        assert!(matches!(synced, Ok(()) | Err(Fault::Storage { .. })), "{pages}: {synced:?}");
        drop(full);
        bjorn = Device::open(&home);
        meet(&[&bjorn, &aisha]).await;
    }
    assert_eq!(aisha.visits().await.total, 16 * 20 + acknowledged);
    assert!((1..16).contains(&acknowledged), "{acknowledged} fitted");
}

/// #41: locks held in the background got the app killed
/// (<https://github.com/matrix-org/matrix-rust-sdk/issues/6366>).
#[tokio::test(flavor = "multi_thread")]
async fn a_sync_that_hangs_holds_up_nobody_who_reads_or_writes_or_opens_the_app_anew() {
    for path in ["/v1/push", "/v1/pull"] {
        let Site { world: _world, aisha, bjorn, her_way, his_way: _his } = Site::new().await;
        aisha.logs("før").await;
        let never = Arc::new(Semaphore::new(0));
        her_way.once(path, Fate::Held(never));
        let mut hangs = Box::pin(aisha.sync_once());
        assert!(timeout(Duration::from_millis(300), &mut hangs).await.is_err());
        let working = async {
            for number in 0..10 {
                aisha.logs(&format!("imens {number}")).await;
            }
            assert_eq!(aisha.visits().await.total, 11);
            assert!(status(&aisha).await.waiting >= 10);
            sound(&aisha).await;
        };
        timeout(Duration::from_secs(30), working).await.unwrap();
        drop(hangs);
        let aisha = aisha.reopened();
        meet(&[&aisha, &bjorn]).await;
        assert_eq!(bjorn.visits().await.total, 11);
    }
}
