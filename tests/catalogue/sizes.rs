//! What is too large.

use std::time::Duration;

use domain::{Entry, Fault, calls};
use serde_json::json;
use tests::Device;

use chaos::proxy::{Fate, Proxy};
use tests::site::{Site, status, visit};

/// As long as a note may be, in letters that take four bytes each.
fn long() -> String {
    "𝕫".repeat(100_000)
}

/// #38: a record that was too large was refused, and the sync with it, for ever
/// (<https://github.com/atuinsh/atuin/issues/2887>).
#[tokio::test(flavor = "multi_thread")]
async fn what_a_proxy_finds_too_large_is_sent_in_smaller_parts() {
    let site = five_long_ones().await;
    limit(&site.her_way, 600_000);
    site.aisha.run_sync();
    all_is_sent(&site.aisha).await;
    site.bjorn.syncs().await;
    assert_eq!(site.bjorn.visits().await.total, 5);
}

/// #38 as well: the command line, which asks once and doesn't stay.
#[tokio::test(flavor = "multi_thread")]
async fn a_sync_by_hand_gets_past_what_a_proxy_finds_too_large() {
    let site = five_long_ones().await;
    limit(&site.her_way, 600_000);
    assert_eq!(site.aisha.sync_once().await, Ok(()));
    assert_eq!(status(&site.aisha).await.waiting, 0);
}

/// #38 as well: what fits nowhere.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_no_proxy_lets_through_keeps_nobody_from_fetching() {
    let site = five_long_ones().await;
    limit(&site.her_way, 100_000);
    site.bjorn.logs("kommer fram").await;
    site.bjorn.syncs().await;
    site.aisha.run_sync();
    let arrives = async {
        let mut seen = 0;
        while site.aisha.visits().await.total < 6 {
            seen = site.aisha.run(calls::Watch { seen }).await.unwrap().versions.last;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), arrives).await.unwrap();
    assert_eq!(status(&site.aisha).await.waiting, 5);
    // What is larger than a change may be is refused where it was typed.
    let id = site.aisha.visits().await.entries[0].id;
    let fields = json!({ "note": "x".repeat(1 << 20) }).as_object().cloned().unwrap();
    let entry = Entry { fields, ..site.aisha.reads(id).await };
    let refused = site.aisha.run(calls::Save { entry }).await;
    assert!(matches!(refused, Err(Fault::Invalid { .. } | Fault::TooLarge { .. })), "{refused:?}");
    // And when the proxy is put right, everything goes.
    site.her_way.mends();
    site.aisha.run(calls::Sync {}).await.unwrap();
    all_is_sent(&site.aisha).await;
}

async fn five_long_ones() -> Site {
    let site = Site::new().await;
    for _ in 0..5 {
        site.aisha.saves("visit", visit(&long())).await;
    }
    site
}

/// No request to that address may have more bytes.
fn limit(way: &Proxy, most: usize) {
    way.rule(
        move |request| {
            if request.bytes.len() > most { Fate::Told(413, "") } else { Fate::Answered }
        },
    );
}

async fn all_is_sent(device: &Device) {
    let sent = async {
        let mut seen = 0;
        while status(device).await.waiting > 0 {
            seen = device.run(calls::Watch { seen }).await.unwrap().versions.last;
        }
    };
    tokio::time::timeout(Duration::from_mins(2), sent).await.unwrap();
}
