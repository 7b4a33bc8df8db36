//! One order for everybody, whatever happens to servers and clocks.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use app::{Answer, App, Environment, Host, Moved, NoResponse, Soon};
use domain::calls;
use serde_json::json;
use server::storage::sqlite::Sqlite;
use server::{Config, Database, InProcess, Server};
use tests::{World, note};
use tokio::task::JoinSet;
use wire::SpaceKey;

use tests::member::Member;
use tests::site::{Site, changes, conversation, meet, rand, sound, status};

/// #4: a sequence's order is not the commits' order, and a reader at its cursor misses what is
/// committed late.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_while_many_write_misses_nothing() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let reader = world.colleague(&aisha, "Leser").await;
    let mut writing = JoinSet::new();
    for name in ["Bjørn", "Chen", "Dina", "Emil"] {
        let writer = world.colleague(&aisha, name).await;
        writing.spawn(async move {
            for number in 0..15 {
                writer.logs(&format!("{number}")).await;
                writer.syncs().await;
            }
        });
    }
    while !writing.is_empty() {
        reader.syncs().await;
        while let Some(ended) = writing.try_join_next() {
            ended.unwrap();
        }
    }
    reader.syncs().await;
    assert_eq!(changes(&reader).await, 60);
    sound(&reader).await;
}

/// #5: the position advanced too early when a new writer appeared
/// (<https://github.com/matrix-org/synapse/issues/16473>).
#[tokio::test(flavor = "multi_thread")]
async fn the_first_change_of_somebody_new_reaches_those_who_wait_already() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    bjorn.run_sync();
    for name in ["Chen", "Dina", "Emil"] {
        let newcomer = world.colleague(&aisha, name).await;
        newcomer.logs(&format!("{name} er ny her")).await;
        aisha.logs(&format!("{name} har begynt")).await;
        let (one, two) = tokio::join!(newcomer.sync_once(), aisha.sync_once());
        one.unwrap();
        two.unwrap();
        let arrives = async {
            let (mut seen, mut notes) = (0, Vec::new());
            let wanted = [format!("{name} er ny her"), format!("{name} har begynt")];
            while !wanted.iter().all(|it| notes.contains(it)) {
                seen = bjorn.run(calls::Watch { seen }).await.unwrap().versions.last;
                notes = bjorn.notes().await;
            }
        };
        tokio::time::timeout(Duration::from_mins(1), arrives).await.unwrap();
    }
    sound(&bjorn).await;
}

/// #6: stream ids began anew after a restart
/// (<https://github.com/matrix-org/synapse/issues/6311>).
#[tokio::test(flavor = "multi_thread")]
async fn positions_go_on_where_they_were_when_the_server_restarts() {
    let mut site = Site::new().await;
    let dina = Member::joins(&site.aisha, &site.world.server()).await;
    for round in 1..=3 {
        for device in [&site.aisha, &site.bjorn] {
            device.logs(&format!("runde {round}")).await;
            device.syncs().await;
        }
        let before = dina.head().await;
        site.world.cut_the_network().await;
        site.world.mend_the_network().await;
        let after = dina.head().await;
        // Two changes are those by which Aisha and Bjørn joined.
        assert_eq!((after.epoch, after.head), (before.epoch, 2 + 2 * round));
    }
    site.meet().await;
    assert_eq!(changes(&site.aisha).await, 6);
}

/// #7: a failover left the positions of the servers apart
/// (<https://github.com/element-hq/synapse/issues/18544>). Two servers on one PostgreSQL are in
/// `crates/server/tests/postgres/shared.rs`.
#[tokio::test(flavor = "multi_thread")]
async fn when_another_server_takes_over_everybody_goes_on_where_they_were() {
    let mut site = Site::new().await;
    Member::joins(&site.aisha, &site.world.server()).await.logs_many(500).await;
    site.meet().await;
    let first_fetch = site.his_way.answered();
    site.aisha.logs("like før den første stopper").await;
    site.world.cut_the_network().await;
    assert!(site.aisha.sync_once().await.is_err());
    let config = Config::new(Database::Folder(site.world.server_folder()));
    let second = Server::start(config).await.unwrap();
    let address = format!("http://{}", second.address());
    site.lead_to(&address);
    site.bjorn.logs("mens den andre svarer").await;
    site.meet().await;
    second.stop().await.unwrap();
    site.world.mend_the_network().await;
    let address = site.world.server();
    site.lead_to(&address);
    site.aisha.logs("og tilbake").await;
    site.meet().await;
    assert_eq!(changes(&site.bjorn).await, 503);
    let since = site.his_way.answered() - first_fetch;
    assert!(since < first_fetch / 4, "he began anew: {since} bytes after {first_fetch}");
}

/// #10: the server's clock decided the order
/// (<https://github.com/mozilla-services/server-syncstorage/issues/7>). Without sockets, since
/// this server's clock is set by hand.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_clock_jumps_hands_everything_on_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(AtomicI64::new(0));
    let (wall, ahead) = (Host::default(), clock.clone());
    let now = move || wall.now().saturating_add_signed(ahead.load(Ordering::Relaxed));
    let host = server::Host::new(now, || rand().to_be_bytes());
    let storage = Sqlite::open(&folder.path().join("server"), &host).unwrap();
    let server = Arc::new(InProcess::new(Arc::new(storage), host));
    let opens = |owner: &str| {
        let host = Host::within(Direct { server: server.clone(), machine: Host::default() });
        App::open_with(&folder.path().join(owner), host).unwrap()
    };
    let (aisha, bjorn) = (opens("Aisha"), opens("Bjørn"));
    let (server, site, name) = ("https://server".into(), "Huset".into(), "Aisha".into());
    aisha.run(calls::Found { server, site, name }).await.unwrap();
    let code = aisha.run(calls::Invite { member: None }).await.unwrap().code;
    bjorn.run(calls::Join { code, name: "Bjørn".into() }).await.unwrap();
    let hour = 60 * 60 * 1_000;
    let jumps = [0, -hour, hour, -87_600 * hour, 0, 0, 87_600 * hour, -1];
    for (round, ahead) in jumps.into_iter().enumerate() {
        clock.store(ahead, Ordering::Relaxed);
        for app in [&aisha, &bjorn] {
            let entry = conversation(&format!("runde {round}"));
            app.run(calls::Save { entry }).await.unwrap();
            app.sync_once().await.unwrap();
        }
    }
    aisha.sync_once().await.unwrap();
    for app in [&aisha, &bjorn] {
        assert_eq!(changes(app).await, 2 * jumps.len() as u64);
    }
}

/// A machine whose network is the server itself.
struct Direct {
    server: Arc<InProcess>,
    machine: Host,
}

impl Environment for Direct {
    fn now(&self) -> u64 {
        self.machine.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            part.copy_from_slice(&SpaceKey::random(&mut self.machine.rng()).0[..part.len()]);
        }
    }

    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        Box::pin(self.machine.sleep(millis))
    }

    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        _: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        let (path, proof) = (url.replace("https://server", ""), header.1.to_owned());
        Box::pin(async move {
            let (status, body) = self.server.post(&path, &proof, body).await;
            Ok(Answer { status, body })
        })
    }
}

/// #28: runs of changes made offline were processed out of order
/// (<https://github.com/getodk/central/issues/669>).
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_arrives_before_what_it_answers_waits_for_nothing_and_loses_nothing() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let chen = world.colleague(&aisha, "Chen").await;
    let id = aisha.logs("Radiatoren er kald").await;
    for text in ["Kald, ringte Boligbygg", "Kald, Boligbygg kommer"] {
        aisha.changes(&aisha.reads(id).await, json!({ "note": text })).await;
    }
    meet(&[&aisha, &bjorn]).await;
    bjorn.changes(&bjorn.reads(id).await, json!({ "note": "Varm igjen" })).await;
    world.cut_the_network().await;
    fs::remove_dir_all(world.server_folder()).unwrap();
    world.mend_the_network().await;
    bjorn.syncs().await;
    chen.syncs().await;
    assert_eq!(note(&chen.reads(id).await), "Varm igjen");
    meet(&[&aisha, &bjorn, &chen]).await;
    let entry = chen.reads(id).await;
    assert_eq!((note(&entry), entry.conflicts.len()), ("Varm igjen".to_owned(), 0));
    assert_eq!(chen.run(calls::History { id }).await.unwrap().len(), 4);
    assert_eq!(status(&chen).await.conflicts, 0);
}

/// A clock that was once ten years ahead went on stamping the year 2036 for ten years.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_once_ahead_comes_back_and_turns_nothing_around() {
    const DECADE: i64 = 10 * 365 * 24 * 60 * 60 * 1_000;
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    aisha.sets_its_clock(DECADE);
    let id = aisha.logs("Laget mens klokka gikk feil").await;
    aisha.syncs().await;
    aisha.sets_its_clock(0);
    assert!(status(&aisha).await.ahead > 3_600, "she is told");
    let now = chrono::DateTime::from_timestamp_millis(tests::now().cast_signed()).unwrap();
    let later = aisha.logs("Etter at klokka ble stilt").await;
    assert!((aisha.reads(later).await.made.at - now).num_hours().abs() < 1);
    assert_eq!(status(&aisha).await.ahead, 0, "and no more");
    meet(&[&aisha, &bjorn]).await;
    let read = bjorn.reads(id).await;
    bjorn.changes(&read, json!({ "minutes": 20 })).await;
    meet(&[&aisha, &bjorn]).await;
    for device in [&aisha, &bjorn] {
        let entry = device.reads(id).await;
        assert_eq!((entry.made.by.as_str(), entry.changed.by.as_str()), ("Aisha", "Bjørn"));
        assert!((entry.changed.at - now).num_hours().abs() < 1);
        sound(device).await;
    }
}
