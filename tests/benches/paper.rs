//! How long all paper of a handover takes: for 35 residents a notice, a summary each, and the whole; and the
//! packages of four receivers with the archive.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot go on should stop")]

use std::time::Instant;

use app::{App, Host};
use domain::paper::Paper;
use domain::{Entry, Id, Record, Summary, calls};
use serde_json::{Value, json};

const RESIDENTS: usize = 35;
/// Open matters of each.
const MATTERS: usize = 3;
/// The receivers outside the app, among whom the matters are divided.
const RECEIVERS: usize = 4;
/// The languages that they read, in turn.
const LANGUAGES: [&str; 8] = texts::residents::LANGUAGES;

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = tests::World::new().await;
        let app =
            App::open_with(&folder.path().join("device"), Host::with_clock(tests::now)).unwrap();
        let (site, name) = ("Målebygget".into(), "Aisha".into());
        app.run(calls::Found { server: world.server(), site, name }).await.unwrap();
        measure(&app).await;
    });
}

async fn measure(app: &App) {
    let id = site(app).await;
    let started = Instant::now();
    let papers = paper::of_handover(app, id).await.unwrap();
    let (mut bytes, mut each) = (0, started.elapsed());
    for paper in &papers {
        each = started.elapsed();
        bytes += print(app, paper).await;
    }
    println!(
        "{} notices and summaries: {each:.2?}; with the whole handover: {:.2?}, {} kB",
        papers.len() - 1,
        started.elapsed(),
        bytes / 1000
    );
    carry_away(app, id).await;
}

/// The packages of all receivers, and the archive.
async fn carry_away(app: &App, id: Id) {
    let receivers = offer(app, id).await;
    let (started, mut bytes) = (Instant::now(), 0);
    for receiver in &receivers {
        bytes += package::pack(app, id, *receiver, "nb").await.unwrap().html.len();
    }
    let packed = started.elapsed();
    let (creator, depot) = ("Bydel Bjerke".into(), "Oslo byarkiv".into());
    let terms = archive::Terms { creator, depot, locale: "nb".into() };
    let made = archive::archive(app, &terms, &mut |_, _| ()).await.unwrap();
    bytes += sealed::seal(&made.tar, &archive::words(app, made.id).unwrap()).unwrap().len();
    println!(
        "{} packages: {packed:.2?}; with the archive: {:.2?}, {} kB",
        receivers.len(),
        started.elapsed(),
        bytes / 1000
    );
}

/// Offers all matters, divided among receivers.
async fn offer(app: &App, handover: Id) -> Vec<Id> {
    let plan = app.run(calls::GetHandover { id: handover }).await.unwrap();
    let matters: Vec<Id> = plan.matters.iter().map(|it| it.id).collect();
    let mut receivers = Vec::new();
    for part in matters.chunks(matters.len().div_ceil(RECEIVERS)) {
        let name = format!("Mottaker {}", receivers.len());
        let receiver = save(app, "partner", None, &json!({ "name": name })).await;
        let (matters, fields) = (part.to_vec(), tests::handover::no_consent_needed());
        app.run(calls::PlaceMatters { handover, matters, receiver, fields }).await.unwrap();
        receivers.push(receiver);
    }
    receivers
}

async fn print(app: &App, paper: &Paper) -> usize {
    paper::print(app, paper, "nb").await.unwrap().len()
}

/// A site with its residents, what is open about them, and their summaries. Returns its handover.
async fn site(app: &App) -> Id {
    let lead = app.run(calls::GetStatus {}).await.unwrap().member;
    for number in 0..RESIDENTS {
        let language = LANGUAGES[number % LANGUAGES.len()];
        let fields = json!({ "name": format!("Beboer Nummer {number}"), "languages": [language] });
        let resident = save(app, "resident", None, &fields).await;
        for matter in 0..MATTERS {
            let what = format!("Sak {matter} for {number}");
            let fields = json!({ "what": what, "due": "2024-03-20", "about": [resident] });
            save(app, "follow-up", None, &fields).await;
        }
    }
    let fields = json!({ "scope": "building", "last_day": "2024-05-31", "lead": lead });
    let id = save(app, "handover", None, &fields).await;
    save(app, "handover", Some(id), &json!({ "status": "open" })).await;
    let plan = app.run(calls::GetHandover { id }).await.unwrap();
    for resident in plan.residents {
        let text = "Ringer helst om formiddagen, og vil ha med seg en som tolker. ".repeat(4);
        let fields = json!({ "handover": id, "resident": resident.id, "state": "watch", "who": text,
            "open": text, "if_then": text, "wishes": text, "as_of": "2024-03-14" });
        save(app, Summary::KIND, Some(resident.summary), &fields).await;
    }
    id
}

async fn save(app: &App, kind: &str, id: Option<Id>, fields: &Value) -> Id {
    let id = id.unwrap_or_else(|| Host::with_clock(tests::now).id());
    let fields = fields.as_object().cloned().unwrap();
    let before = app.run(calls::Get { id }).await.ok();
    let seen = before.and_then(|it| it.entries.into_iter().next()?.seen);
    let entry = Entry { id, kind: kind.into(), fields, seen, ..Entry::default() };
    app.run(calls::Save { entry }).await.unwrap().entry.id
}
