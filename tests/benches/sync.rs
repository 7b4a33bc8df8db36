//! What sync costs: a first push, a first pull near and far from the server, a hundred edits there
//! and back, and two devices at the same records.
//!
//! The server is the real program in a process of its own; it and the devices commit with
//! `PRAGMA synchronous=FULL`. A round trip is a pause before each request. Medians of [`RUNS`].
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot go on should stop")]

mod central;
mod line;
mod site;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use app::{App, Host};
use domain::{Entry, calls};
use serde_json::json;
use sync::JoinCode;

use crate::central::Central;
use crate::line::Line;
use crate::site::{fill, middle, words};

/// How often each is measured.
const RUNS: usize = 3;
/// Records edited at a time.
const EDITS: u32 = 100;
/// How often one looks whether everything is sent.
const LOOK: Duration = Duration::from_millis(5);
/// How far away a server is that stands in another country.
const FAR: u64 = 100;

fn main() {
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for records in [10_000, 100_000] {
        runtime.block_on(measure(&Bench::new(folder.path(), records)));
    }
}

/// One size of site.
struct Bench {
    folder: PathBuf,
    records: usize,
    made: AtomicUsize,
}

impl Bench {
    fn new(folder: &Path, records: usize) -> Self {
        let folder = folder.join(records.to_string());
        Self { folder, records, made: AtomicUsize::new(0) }
    }

    /// A new device on a line to the server.
    fn device(&self, line: &Line) -> App {
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        App::open_with(&self.folder.join(number.to_string()), Host::within(line.clone())).unwrap()
    }
}

async fn measure(bench: &Bench) {
    let server = Central::start(&bench.folder).await;
    let (near, words) = (Line::of(0), words());
    let (mut pushes, mut snapshots) = (Vec::new(), Vec::new());
    let (mut pulls, mut far_pulls) = (Vec::new(), Vec::new());
    let mut devices = None;
    for _ in 0..RUNS {
        let aisha = bench.device(&near);
        let (site, name) = ("Målebygget".into(), "Aisha".into());
        aisha.run(calls::Found { server: server.url(), site, name }).await.unwrap();
        fill(&aisha, &words, bench.records).await;
        let (push, snapshot) = pushed(&aisha).await;
        pushes.push(push);
        snapshots.push(snapshot);
        near.report(bench.records, "pushed, and a snapshot made");
        let far = Line::of(FAR);
        let (bjorn, carol) = (bench.device(&near), bench.device(&far));
        pulls.push(joins(&aisha, &bjorn).await);
        near.report(bench.records, "pulled by a new device");
        far_pulls.push(joins(&aisha, &carol).await);
        devices = Some((aisha, bjorn));
    }
    let (push, snapshot) = (middle(pushes), middle(snapshots));
    let (pull, far) = (middle(pulls), middle(far_pulls));
    println!(
        "{} records: first push {push:.2?}, then a snapshot {snapshot:.2?}; first pull {pull:.2?}, \
         from {FAR} ms away {far:.2?}",
        bench.records
    );
    let (aisha, bjorn) = devices.unwrap();
    edits(&aisha, &bjorn).await;
    collisions(&aisha, &bjorn).await;
    println!("server's memory at its highest: {}", server.memory());
}

/// How long it takes until the server has everything, and until it has a snapshot as well.
async fn pushed(app: &App) -> (Duration, Duration) {
    let started = Instant::now();
    let sent = async {
        while app.run(calls::GetStatus {}).await.unwrap().waiting > 0 {
            tokio::time::sleep(LOOK).await;
        }
        started.elapsed()
    };
    let (outcome, sent) = tokio::join!(app.sync_once(), sent);
    outcome.unwrap();
    (sent, started.elapsed().saturating_sub(sent))
}

/// How long it takes a new device to have everything, from the code on.
async fn joins(host: &App, guest: &App) -> Duration {
    let code = host.run(calls::Invite { member: None }).await.unwrap().code;
    assert!(JoinCode::from_text(&code).is_some());
    let started = Instant::now();
    guest.run(calls::Join { code, name: "Bjørn".into() }).await.unwrap();
    guest.sync_once().await.unwrap();
    started.elapsed()
}

/// A hundred edits on one device until they are on the other.
async fn edits(aisha: &App, bjorn: &App) {
    let mut times = Vec::new();
    for round in 0..=RUNS {
        change(aisha, &format!("Aisha, runde {round}")).await;
        let started = Instant::now();
        aisha.sync_once().await.unwrap();
        bjorn.sync_once().await.unwrap();
        // The first round warms up.
        times.extend((round > 0).then(|| started.elapsed()));
    }
    println!("{EDITS} edits, from one device to the other: {:.2?}", middle(times));
}

/// Both change the same records without a network; nothing that either wrote may be gone.
async fn collisions(aisha: &App, bjorn: &App) {
    change(aisha, "Kald radiator, sier Aisha").await;
    change(bjorn, "Kald radiator, sier Bjørn").await;
    for app in [aisha, bjorn, aisha] {
        app.sync_once().await.unwrap();
    }
    let mut lost = 0;
    for app in [aisha, bjorn] {
        for entry in list(app).await {
            let kept =
                entry.conflicts.iter().any(|it| it.field == "note" && it.versions.len() == 2);
            lost += usize::from(!kept);
        }
    }
    println!("two devices at the same {EDITS} records: {lost} edits lost");
}

async fn change(app: &App, note: &str) {
    for entry in list(app).await {
        let fields = json!({ "note": format!("{note} {}", entry.id) });
        let fields = fields.as_object().cloned().unwrap();
        let read = app.run(calls::Get { id: entry.id }).await.unwrap().entries.remove(0);
        app.run(calls::Save { entry: Entry { fields, ..read } }).await.unwrap();
    }
}

async fn list(app: &App) -> Vec<Entry> {
    let asked = calls::List { kind: "visit".into(), limit: EDITS, skip: 0 };
    app.run(asked).await.unwrap().entries
}
