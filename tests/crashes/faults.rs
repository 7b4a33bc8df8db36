//! Each way in which a server, or something before it, can fail to answer: a try by hand ends, says
//! what is wrong, floods nobody, and goes through once that is mended.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use app::{App, Host};
use domain::{Fault, calls};
use sync::JoinCode;
use tests::{FastMachine, World};
use wire::ANSWER_LIMIT;

use chaos::proxy::{Fate, Proxy};
use tests::site::{Site, code, conversation, visit};

/// How long nothing may move in these stories, in milliseconds.
const SILENCE: u64 = 500;
/// Longer than any of these tries takes on any machine; only one that hangs gets here.
const HANG: Duration = Duration::from_mins(2);
/// Most requests of a try that fails.
const MOST: usize = 10;

/// Chen, who gives an answer up after half a second without a byte of it, and his way to the server.
async fn chen(site: &Site) -> (App, Proxy) {
    let home = site.world.server_folder().with_file_name("Chen");
    let chen = App::open_with(&home, Host::within(FastMachine::with_silence(SILENCE))).unwrap();
    let way = Proxy::to(&site.world.server()).await;
    let code = JoinCode { server: way.url(), ..code(&site.aisha).await }.to_text();
    chen.run(calls::Join { code, name: "Chen".into() }).await.unwrap();
    chen.sync_once().await.unwrap();
    (chen, way)
}

async fn syncs(app: &App) -> Result<(), Fault> {
    tokio::time::timeout(HANG, app.sync_once()).await.unwrap()
}

/// From now on that becomes of each request; gives their number.
fn suffers(way: &Proxy, fate: Fate) -> Arc<AtomicUsize> {
    let asked = Arc::new(AtomicUsize::new(0));
    let counting = asked.clone();
    way.rule(move |_| {
        counting.fetch_add(1, Ordering::Relaxed);
        fate.clone()
    });
    asked
}

fn refused(reason: &str) -> Fault {
    Fault::Refused { reason: reason.into() }
}

/// What can become of a request, and what the user is told.
fn faults(elsewhere: &str) -> Vec<(Fate, Fault)> {
    let stranger = || refused("not-a-bomiljo-server");
    vec![
        (Fate::Swallowed(HANG), Fault::Offline),
        (Fate::Endless(1, Duration::from_millis(20), Arc::default()), Fault::Offline),
        (Fate::Endless(1 << 20, Duration::ZERO, Arc::default()), stranger()),
        (Fate::CutThere(0), Fault::Offline),
        (Fate::CutThere(usize::MAX), Fault::Offline),
        (Fate::CutBack(0), Fault::Offline),
        (Fate::CutBack(40), Fault::Offline),
        (Fate::SentTo(elsewhere.to_owned()), stranger()),
        (Fate::Told(200, "<html>Logg på gjestenettet</html>"), stranger()),
        (Fate::Told(200, ""), stranger()),
        (Fate::Told(204, ""), stranger()),
        (Fate::Told(401, ""), refused("blocked")),
        (Fate::Told(403, "<html>Forbudt</html>"), refused("blocked")),
        (Fate::Told(404, "?"), stranger()),
        (Fate::Told(407, ""), refused("blocked")),
        (Fate::Told(413, "for stort"), refused("too-large")),
        (Fate::Told(429, "sakte"), refused("busy")),
        (Fate::Told(500, "<html>Feil</html>"), refused("server-broken")),
        (Fate::Told(502, "<html>Feil</html>"), Fault::Offline),
        (Fate::Told(503, ""), refused("busy")),
        (Fate::Told(520, ""), refused("server-broken")),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_try_by_hand_ends_and_asks_no_more_than_ten_times_whatever_is_wrong() {
    let site = Site::new().await;
    let (chen, way) = chen(&site).await;
    let elsewhere = Proxy::to(&site.world.server()).await;
    let strayed = suffers(&elsewhere, Fate::Answered);
    for (fate, told) in faults(&format!("{}/v1/pull", elsewhere.url())) {
        for waits in [false, true] {
            if waits {
                let entry = conversation(&format!("{fate:?}"));
                chen.run(calls::Save { entry }).await.unwrap();
            }
            let asked = suffers(&way, fate.clone());
            assert_eq!(syncs(&chen).await, Err(told.clone()), "{fate:?}, {waits}");
            let asked = asked.load(Ordering::Relaxed);
            assert!((1..=MOST).contains(&asked), "{fate:?}, {waits}: {asked} requests");
            way.mends();
            assert_eq!(syncs(&chen).await, Ok(()), "{fate:?}, {waits}: once it is mended");
        }
    }
    assert_eq!(strayed.load(Ordering::Relaxed), 0, "a signed request is for one server");
}

/// It was taken whole into memory: 628 MB in five seconds.
#[tokio::test(flavor = "multi_thread")]
async fn of_an_answer_without_end_no_more_is_read_than_the_longest_there_is() {
    let site = Site::new().await;
    let (chen, way) = chen(&site).await;
    let counted = Arc::new(AtomicUsize::new(0));
    suffers(&way, Fate::Endless(1 << 20, Duration::ZERO, counted.clone()));
    assert!(syncs(&chen).await.is_err());
    // Sockets on both sides hold some.
    let read = counted.load(Ordering::Relaxed);
    assert!(read < 2 * ANSWER_LIMIT, "{read} bytes");
}

/// What took longer than a minute in all was begun anew each minute, and never came.
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_line_gets_a_long_answer_through_as_long_as_something_moves() {
    let site = Site::new().await;
    let (chen, way) = chen(&site).await;
    for _ in 0..3 {
        site.aisha.saves("visit", visit(&"𝕫".repeat(99_000))).await;
    }
    site.aisha.syncs().await;
    let (before, begun) = (way.answered(), tokio::time::Instant::now());
    // 1.2 MB: four times as long as nothing may move.
    way.rule(|_| Fate::Slow(8_000, Duration::from_millis(14)));
    assert_eq!(syncs(&chen).await, Ok(()));
    assert!(begun.elapsed() > Duration::from_millis(4 * SILENCE), "it was no slow line");
    assert!(way.answered() - before < 2_000_000, "it began anew");
    // And the other way.
    chen.run(calls::Save { entry: conversation(&"𝕫".repeat(99_000)) }).await.unwrap();
    assert_eq!(syncs(&chen).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn https_where_nobody_speaks_it_is_not_called_offline() {
    let world = World::new().await;
    let device = world.new_device("Aisha");
    let (server, site) = (world.server().replace("http", "https"), "Huset".to_owned());
    let founded = device.run(calls::Found { server, site, name: "Aisha".into() }).await;
    assert_eq!(founded.err(), Some(refused("server-insecure")));
}
