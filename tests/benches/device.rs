//! What a worker waits for: a save, and a search, on a device full of records.
//!
//! Durations are medians of interleaved runs, so that a busy moment hits both
//! sides of a comparison. `PRAGMA synchronous=FULL`: every commit reaches the disk.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot go on should stop")]

mod site;

use std::path::Path;
use std::time::Instant;

use app::{App, Host};
use domain::{Entry, calls};
use rusqlite::Connection;
use serde_json::json;

use crate::site::{Random, fill, middle, words};

/// Conversations on the device while searching.
const RECORDS: usize = 100_000;
const SAVES: usize = 300;
const SEARCHES: usize = 1_000;
const WARM_UP: usize = 20;
/// Open matters that a handover gathers.
const MATTERS: usize = 1_000;
const PLANS: usize = 20;

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    // Below the build folder, since a temporary folder may lie in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(measure(folder.path()));
}

async fn measure(folder: &Path) {
    let world = tests::World::new().await;
    let app = App::open_with(&folder.join("device"), Host::with_clock(tests::now)).unwrap();
    let (site, name) = ("Målebygget".into(), "Aisha".into());
    app.run(calls::Found { server: world.server(), site, name }).await.unwrap();
    saves(&app, &bare(folder), "an empty device").await;
    let words = words();
    let started = Instant::now();
    fill(&app, &words, RECORDS).await;
    let seconds = started.elapsed().as_secs_f64();
    println!("{RECORDS} records imported in {seconds:.1} s");
    saves(&app, &bare(folder), "100,000 records").await;
    searches(&app, &words).await;
    plans(&app).await;
}

/// Opens a handover of 1,000 matters among everything else, and reads its plan.
async fn plans(app: &App) {
    let me = app.run(calls::GetStatus {}).await.unwrap().member;
    for number in 0..MATTERS {
        let fields = json!({ "what": format!("Sak {number}"), "due": "2024-03-20" });
        app.run(calls::Save { entry: new("follow-up", &fields) }).await.unwrap();
    }
    let fields = json!({ "scope": "building", "last_day": "2024-05-31", "lead": me });
    let handover = new("handover", &fields);
    let id = handover.id;
    app.run(calls::Save { entry: handover }).await.unwrap();
    let mut times = Vec::new();
    for _ in 0..PLANS {
        let started = Instant::now();
        let plan = app.run(calls::GetHandover { id }).await.unwrap();
        assert!(plan.matters.len() >= MATTERS);
        times.push(started.elapsed());
    }
    println!("plan of a handover over {RECORDS}: median {:.2?}", middle(times));
}

fn new(kind: &str, fields: &serde_json::Value) -> Entry {
    let fields = fields.as_object().cloned().unwrap();
    let id = Host::with_clock(tests::now).id();
    Entry { id, kind: kind.into(), fields, ..Entry::default() }
}

/// A database with one table, encrypted as SQLCipher does by itself, every commit on the disk.
fn bare(folder: &Path) -> Connection {
    let db = Connection::open(folder.join(format!("bare-{:?}.db", Instant::now()))).unwrap();
    db.pragma_update(None, "key", format!("x'{}'", "2a".repeat(32))).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    db.pragma_update(None, "synchronous", "FULL").unwrap();
    db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT", ()).unwrap();
    db
}

async fn saves(app: &App, bare: &Connection, title: &str) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..WARM_UP + SAVES {
        let entry = visit(number);
        look(app).await;
        let started = Instant::now();
        app.run(calls::Save { entry }).await.unwrap();
        ours.push(started.elapsed());
        look(app).await;
        let started = Instant::now();
        bare.execute("INSERT INTO note (text) VALUES (?1)", [format!("samtale {number}")]).unwrap();
        theirs.push(started.elapsed());
    }
    let (ours, theirs) = (middle(ours.split_off(WARM_UP)), middle(theirs.split_off(WARM_UP)));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("save on {title}: median {ours:.2?}, bare commit {theirs:.2?}, ratio {ratio:.2}");
}

/// What a worker does in between, so that neither side of a comparison finds the machine warmed up.
async fn look(app: &App) {
    app.run(calls::GetToday {}).await.unwrap();
}

fn visit(number: usize) -> Entry {
    let fields = json!({
        "at": "2024-03-14T09:50:00.000Z",
        "topics": ["nav", "economy"],
        "place": "office",
        "minutes": 10,
        "note": format!("Ringte Nav om bostøtten, sak {number}. Svar ventes fredag."),
    });
    new("visit", &fields)
}

async fn searches(app: &App, words: &[String]) {
    let mut random = Random(2);
    let mut times = Vec::new();
    for _ in 0..WARM_UP + SEARCHES {
        let word = random.of(words);
        let length = 2 + random.below(4);
        let text = word.chars().take(length).collect();
        let started = Instant::now();
        app.run(calls::Search { text, named: None, limit: 50 }).await.unwrap();
        times.push(started.elapsed());
    }
    let mut times = times.split_off(WARM_UP);
    times.sort();
    let (median, p95) = (times[SEARCHES / 2], times[SEARCHES * 95 / 100]);
    let worst = times[SEARCHES - 1];
    println!("search over {RECORDS}: median {median:.2?}, p95 {p95:.2?}, worst {worst:.2?}");
}
