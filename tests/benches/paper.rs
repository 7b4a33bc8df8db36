//! How long all paper of a handover takes: for 35 residents a notice, a summary each, and the whole.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot go on should stop")]

use std::time::Instant;

use app::{App, Host};
use domain::paper::Paper;
use domain::{Entry, Id, Record, Summary, calls};
use serde_json::{Value, json};

const RESIDENTS: usize = 35;
/// Open matters of each.
const MATTERS: usize = 3;
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
    let entry = Entry { id, kind: kind.into(), fields, ..Entry::default() };
    app.run(calls::Save { entry }).await.unwrap().entry.id
}
