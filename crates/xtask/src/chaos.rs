//! The chaos harness: stories of real programs that are killed, cut off, damaged and put back.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use postgres_cluster::Cluster;

use crate::process::Running;
use crate::step::step;
use crate::{driven, setup, shell};

/// How many stories the tests live through; about two minutes.
const TESTED: u64 = 12;
/// The seed of the first of them. None of them has a sync in silence, which takes minutes.
const FIRST: u64 = 9;

/// Options of `chaos`.
#[derive(clap::Args)]
pub struct Args {
    /// For so many minutes
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// At most so many stories
    #[arg(long)]
    stories: Option<u64>,
    /// The first story's seed
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// So many stories at once
    #[arg(long, default_value_t = 2)]
    at_once: usize,
    /// Also false answers: mixed up, old, flipped
    #[arg(long)]
    liars: bool,
    /// Also what doesn't go together before there is a new version of the wire
    #[arg(long)]
    until_wire_2: bool,
}

/// Lives through stories; fails when something was lost, or anything else was that must not be.
pub fn chaos(args: &Args) -> Result<()> {
    setup::to_test()?;
    let packages = ["--package=cli", "--package=server", "--package=chaos"];
    let mut build = shell::cargo(["build", "--bins"]);
    step("Programs", |step| step.run(build.args(packages)))?;
    let cluster = cluster()?;
    let mut command = program(cluster.as_ref());
    command.args([format!("--minutes={}", args.minutes), format!("--seed={}", args.seed)]);
    command.arg(format!("--at-once={}", args.at_once));
    command.args(args.stories.map(|it| format!("--stories={it}")));
    command.args(args.liars.then_some("--liars"));
    command.args(args.until_wire_2.then_some("--until-wire-2"));
    step("Stories", |step| step.stream(&mut command))
}

/// Lives through the stories that belong to the tests.
pub fn tested() -> Result<()> {
    let cluster = cluster()?;
    let mut command = program(cluster.as_ref());
    command.args([format!("--stories={TESTED}"), format!("--seed={FIRST}")]);
    let running = Running::start(command, Some(Path::new("target/chaos.log")))?;
    step("Stories", |_| running.finish())
}

fn cluster() -> Result<Option<Cluster>> {
    Ok(if cfg!(windows) { None } else { Some(Cluster::start()?) })
}

/// The harness, not yet started.
fn program(cluster: Option<&Cluster>) -> Command {
    let program = shell::absolute(driven::DEBUG).join("chaos");
    let mut command = Command::new(program);
    command.args(cluster.map(|it| format!("--postgres={}", it.address())));
    command
}
