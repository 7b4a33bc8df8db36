//! `chaos`: lives through stories of real programs, and tells of those that go badly.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use chaos::campaign::{Campaign, Extent, campaign};
use chaos::finding::Flaw;
use chaos::plan::Classes;
use chaos::programs::Programs;
use chaos::reaper::Reaper;
use chaos::story::{Outcome, Stage};
use clap::Parser;

/// Most findings of a story that are told of.
const TOLD: usize = 12;

/// Kills, cuts, damages and confuses real devices and a real server, and looks what is lost.
#[derive(Parser)]
struct Options {
    /// For so many minutes; the last stories begin before that
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// At most so many stories
    #[arg(long, default_value_t = u64::MAX)]
    stories: u64,
    /// The first story's seed
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// So many stories at once
    #[arg(long, default_value_t = 2)]
    at_once: usize,
    /// A PostgreSQL for the server of every second story, rather than SQLite
    #[arg(long)]
    postgres: Option<String>,
    /// Where stories lie that went badly
    #[arg(long, default_value = "target/chaos")]
    folder: PathBuf,
    #[command(flatten)]
    classes: Classes,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(campaign) if campaign.bad.is_empty() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<Campaign> {
    let runtime = tokio::runtime::Runtime::new()?;
    std::fs::create_dir_all(&options.folder)?;
    let stage = Stage {
        programs: Programs::found()?,
        folder: std::path::absolute(&options.folder)?,
        cluster: options.postgres.clone(),
        runtime: runtime.handle().clone(),
        reaper: Arc::new(Reaper::start()?),
    };
    let extent = Extent {
        from: options.seed,
        stories: options.stories,
        time: Duration::from_secs(60 * options.minutes),
        at_once: options.at_once,
        classes: options.classes,
    };
    let campaign = campaign(&extent, &stage, tell_of);
    tell(&campaign);
    Ok(campaign)
}

fn tell_of(outcome: &Outcome) {
    if outcome.findings.is_empty() {
        return;
    }
    println!("seed {}: {:?}; see {}", outcome.seed, outcome.flaws(), outcome.folder.display());
    outcome.findings.iter().take(TOLD).for_each(|it| println!("    {it}"));
}

fn tell(campaign: &Campaign) {
    for (what, count) in &campaign.counts {
        println!("{count:>10} {what}");
    }
    let flaws = campaign.flaws();
    let lost = flaws.get(&Flaw::Lost).copied().unwrap_or_default();
    let others = flaws.iter().filter(|it| *it.0 != Flaw::Lost);
    let others: Vec<_> = others.map(|(flaw, count)| format!("{flaw:?} {count}")).collect();
    println!("{} stories, {} of them bad: lost {lost}", campaign.stories, campaign.bad.len());
    println!("{}", others.join(", ").to_lowercase());
}
