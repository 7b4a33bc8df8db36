//! Everything that must hold, from formatting to a click in a real window.

use anyhow::{Context, Result};

use crate::postgres::{self, Cluster};
use crate::step::step;
use crate::wasm::{self, Profile};
use crate::{driven, setup, shell, sim, tools, ui};

/// The crates that must also build for the web.
const FOR_THE_WEB: [&str; 7] = ["domain", "store", "sync", "app", "tables", "web", "ui"];

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Only the tests whose name has this in it, and none of the checks
    filter: Option<String>,
    /// Also looks up known vulnerabilities, which needs the network
    #[arg(long)]
    advisories: bool,
}

/// Checks and tests; the first failure ends it.
pub fn test(args: &Args) -> Result<()> {
    let filter = args.filter.as_deref();
    if filter.is_none() {
        format()?;
    }
    setup::to_test()?;
    tools::NEXTEST.install()?;
    if filter.is_none() {
        dependencies(args.advisories)?;
    }
    ui::to_test()?;
    if filter.is_none() {
        lints()?;
    }
    build()?;
    let worlds = filter.is_none().then(sim::beside).transpose()?;
    unit_tests(filter)?;
    end_to_end(filter)?;
    worlds.map_or(Ok(()), |worlds| step("Simulated worlds", |_| worlds.finish()))
}

fn format() -> Result<()> {
    step("Formatting", |step| {
        step.run(&mut shell::cargo(["fmt", "--all", "--check"])).context("Run `cargo fmt`.")
    })
}

fn dependencies(advisories: bool) -> Result<()> {
    tools::DENY.install()?;
    let mut command =
        shell::cargo(["deny", "--log-level", "error", "check", "--hide-inclusion-graph"]);
    command.args(["licenses", "bans", "sources"]);
    if advisories {
        command.arg("advisories");
    }
    step("Licences, bans and sources", |step| step.run(&mut command))
}

fn lints() -> Result<()> {
    let mut native =
        shell::cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    step("Lints", |step| step.run(&mut native))?;
    // Not where the smallest builds are made: the two would undo each other's work.
    let mut web = wasm::cargo("clippy", Profile::Dev)?;
    for package in FOR_THE_WEB {
        web.args(["--package", package]);
    }
    web.args(["--", "-D", "warnings"]);
    step("Lints for the web", |step| step.run(&mut web))
}

fn build() -> Result<()> {
    // All at once: chosen one by one, they would have other features and be built again.
    let mut command = shell::cargo(["build", "--workspace", "--bins", "--tests"]);
    step("Programs and tests", |step| step.run(&mut command))
}

fn unit_tests(filter: Option<&str>) -> Result<()> {
    let mut command = shell::cargo(["nextest", "run", "--workspace", "--no-tests=pass"]);
    command.args(filter);
    let cluster = postgres()?;
    command.envs(cluster.as_ref().map(|it| (postgres::VARIABLE, it.address())));
    step("Tests", |step| step.stream(&mut command))
}

/// One PostgreSQL for all tests, which would each start their own; unless one is named.
fn postgres() -> Result<Option<Cluster>> {
    if std::env::var_os(postgres::VARIABLE).is_some() || cfg!(windows) {
        return Ok(None);
    }
    step("A PostgreSQL to test with", |_| Ok(Some(Cluster::start()?)))
}

fn end_to_end(filter: Option<&str>) -> Result<()> {
    let mut args = vec!["--test".to_owned(), "--test-concurrency=1".to_owned()];
    args.extend(filter.map(|name| format!("--test-name-pattern={name}")));
    driven::tests(&args)
}
