//! The simulator: thousands of worlds of devices, a server and bad luck.

use std::path::Path;

use anyhow::Result;
use postgres_cluster::Cluster;

use crate::process::Running;
use crate::step::step;
use crate::{driven, mutants, setup, shell};

/// How many worlds the tests live through.
const TESTED: u64 = 600;
/// How many worlds of each known bug the tests simulate at most.
const OF_EACH_MUTANT: u64 = 200;

/// Options of `sim`.
#[derive(clap::Args)]
pub struct Args {
    /// How many worlds; of each known bug, at most so many
    #[arg(long, default_value_t = 2_000)]
    seeds: u64,
    /// The first one's seed
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// With a PostgreSQL of its own as the server's database, rather than SQLite
    #[arg(long)]
    postgres: bool,
    /// Tells everything that happens in the first world that breaks, made as small as possible
    #[arg(long)]
    trace: bool,
    /// Switches known bugs on, one after the other: each must break a world
    #[arg(long)]
    mutants: bool,
}

/// Runs worlds; fails when one breaks, or when a bug brought to life breaks none.
pub fn sim(args: &Args) -> Result<()> {
    if args.postgres {
        setup::to_test()?;
    } else {
        setup::to_build()?;
    }
    if args.mutants {
        return mutants::mutants(args.seeds);
    }
    let mut command = shell::cargo(["run", "--quiet", "--profile", "sim", "--package", "sim"]);
    command.args(["--", "--seeds", &args.seeds.to_string(), "--from", &args.from.to_string()]);
    let cluster = args.postgres.then(Cluster::start).transpose()?;
    if let Some(cluster) = &cluster {
        command.arg(format!("--postgres={}/postgres", cluster.address()));
    }
    command.args(args.trace.then_some("--trace"));
    step("Simulated worlds", |step| step.stream(&mut command))
}

/// Switches each known bug on, as the tests do.
pub fn mutants_tested() -> Result<()> {
    mutants::mutants(OF_EACH_MUTANT)
}

/// Starts living through as many worlds as belong to the tests, with what the processors have
/// left beside the end-to-end tests, which mostly wait.
pub fn beside() -> Result<Running> {
    let program = shell::absolute(driven::DEBUG).join("sim");
    let mut words = vec![program.display().to_string(), format!("--seeds={TESTED}")];
    if cfg!(unix) {
        words.splice(0..0, ["nice", "-n", "19"].map(str::to_owned));
    }
    let command = shell::command(&words[0], &words[1..]);
    Running::start(command, Some(Path::new("target/worlds.log")))
}
