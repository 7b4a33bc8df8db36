//! `sim`: lives through worlds, and tells of those that break.

use std::ops::Range;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use sim::campaign::{Campaign, campaign};
use sim::shrink::shrink;
use sim::{Database, Plan, run};

/// Most lines of a broken world's account.
const LINES: usize = 80;

/// Simulates devices, a server and bad luck.
#[derive(Parser)]
struct Options {
    /// How many worlds
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// The first one's seed
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// The server's database: a PostgreSQL at that address, rather than SQLite
    #[arg(long)]
    postgres: Option<String>,
    /// Tells everything that happens in the first world that breaks, made as small as possible
    #[arg(long)]
    trace: bool,
    /// Ends after so many broken worlds
    #[arg(long, default_value_t = 10)]
    enough: usize,
}

impl Options {
    fn worlds(&self) -> Range<u64> {
        self.from..self.from + self.seeds
    }

    fn database(&self) -> Database {
        self.postgres.as_deref().map_or_else(Database::default, Database::postgres)
    }
}

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    let options = Options::parse();
    let started = Instant::now();
    let database = options.database();
    let campaign = campaign(options.worlds(), options.enough, &database);
    tell(&campaign, started.elapsed().as_secs_f64());
    match campaign.broken.first() {
        None => ExitCode::SUCCESS,
        Some((seed, _)) if options.trace => explain(&Plan { database, ..Plan::of(*seed) }),
        Some(_) => ExitCode::FAILURE,
    }
}

#[allow(clippy::cast_precision_loss, reason = "a rate")]
fn tell(campaign: &Campaign, seconds: f64) {
    let events: u64 = campaign.counts.values().sum();
    let rate = campaign.worlds as f64 / seconds;
    println!(
        "{} worlds, {events} events, sum {:016x}, {rate:.1} worlds a second",
        campaign.worlds, campaign.sum
    );
    for (what, count) in &campaign.counts {
        println!("{count:>10} {what}");
    }
    for (seed, why) in &campaign.broken {
        println!("seed {seed}: {why}");
    }
}

fn explain(plan: &Plan) -> ExitCode {
    let small = shrink(plan);
    println!("{} of {} actions are enough:", small.actions.len(), plan.actions.len());
    for action in &small.actions {
        println!("        ({:?}, {}, {:#x}),", action.deed, action.device, action.dice);
    }
    let run = run(&small);
    run.trace.tail(LINES).iter().for_each(|it| println!("{it}"));
    println!("{}", run.broken.unwrap_or_default());
    ExitCode::FAILURE
}
