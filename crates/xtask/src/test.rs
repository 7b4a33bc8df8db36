//! Everything that must hold, from formatting to a click in a real window.

use anyhow::{Context, Result};
use postgres_cluster::Cluster;

use crate::moment::{self, Moment};
use crate::parts::Parts;
use crate::step::step;
use crate::wasm::{self, Profile};
use crate::{chaos, lanes, setup, shell, sim, tools, ui};

/// The crates that must also build for the web.
const FOR_THE_WEB: [&str; 9] =
    ["domain", "figures", "texts", "store", "sync", "app", "tables", "web", "ui"];
/// The file of end-to-end tests that is also run at odd moments.
const AT_ODD_MOMENTS: &str = "keyboard.test.mjs";

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Only the tests whose name has this in it, and none of the checks
    filter: Option<String>,
    /// Also looks up known vulnerabilities, which needs the network
    #[arg(long)]
    advisories: bool,
    /// Only the end-to-end tests, each beginning at this moment, such as 2026-11-28T19:34+01:00
    #[arg(long, value_parser = Moment::parse)]
    at: Option<Moment>,
    /// The devices' time zone in end-to-end tests
    #[arg(long, default_value = moment::HERE, value_name = "ZONE")]
    tz: String,
}

/// Checks and tests. A part that fails doesn't hide the others.
pub fn test(args: &Args) -> Result<()> {
    let filter = args.filter.as_deref();
    let mut parts = Parts::default();
    let everything = filter.is_none() && args.at.is_none();
    if everything {
        parts.run("Formatting", format);
    }
    prepare(&mut parts)?;
    if everything {
        parts.run("Dependencies", || dependencies(args.advisories));
        parts.run("Lints", lints);
    }
    // Without programs there is nothing to test.
    let Some(()) = parts.run("Programs and tests", build) else { return parts.finish() };
    if args.at.is_none() {
        parts.run("Tests", || unit_tests(filter));
    }
    if everything {
        parts.run("Chaos", chaos::tested);
        parts.run("Mutants", sim::mutants_tested);
    }
    // Beside the end-to-end tests, which mostly wait.
    let worlds = if everything { parts.run("Simulated worlds, begun", sim::beside) } else { None };
    let at = args.at.clone().unwrap_or_default().in_zone(&args.tz);
    parts.run("End-to-end tests", || end_to_end(&at, filter, None));
    if everything {
        odd_moments(&mut parts);
    }
    if let Some(worlds) = worlds {
        parts.run("Simulated worlds", || step("Simulated worlds", |_| worlds.finish()));
    }
    parts.finish()
}

/// What all the others need.
fn prepare(parts: &mut Parts) -> Result<()> {
    let ready = parts.run("Setting up", || {
        setup::to_test()?;
        tools::NEXTEST.install()
    });
    let built = ready.and_then(|()| parts.run("Interface and browser edition", ui::to_test));
    if built.is_none() { parts.finish() } else { Ok(()) }
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
    // With the profile for development, which optimises nothing.
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
    let mut command =
        shell::cargo(["nextest", "run", "--workspace", "--no-fail-fast", "--no-tests=pass"]);
    command.args(filter);
    let cluster = postgres()?;
    command.envs(cluster.as_ref().map(|it| (postgres_cluster::VARIABLE, it.address())));
    step("Tests", |step| step.stream(&mut command))
}

/// One PostgreSQL for all tests, which would each start their own; unless one is named.
fn postgres() -> Result<Option<Cluster>> {
    if std::env::var_os(postgres_cluster::VARIABLE).is_some() || cfg!(windows) {
        return Ok(None);
    }
    step("A PostgreSQL to test with", |_| Ok(Some(Cluster::start()?)))
}

fn end_to_end(at: &Moment, filter: Option<&str>, file: Option<&str>) -> Result<()> {
    println!("▸ End-to-end tests at {at} …");
    lanes::run(at, filter, file.as_slice())
}

/// One file of end-to-end tests where days and hours are least usual.
fn odd_moments(parts: &mut Parts) {
    for at in moment::odd() {
        let name = format!("End-to-end tests at {at}");
        parts.run(&name, || end_to_end(&at, None, Some(AT_ODD_MOMENTS)));
    }
}
