//! The figures: what a worker waits for, and what a phone downloads.

use anyhow::Result;

use crate::sizes::Sizes;
use crate::step::step;
use crate::{driven, setup, shell, ui};

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// Only this
    only: Option<Part>,
}

/// What can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Saving, searching and importing on one device
    Device,
    /// What it costs to send and fetch
    Sync,
    /// How long all paper of a handover takes
    Paper,
    /// How soon the window can be used, and how smoothly a large site scrolls
    Pages,
}

/// Measures and prints; fails only when something can't be measured.
pub fn bench(args: &Args) -> Result<()> {
    let wanted = |part| args.only.is_none_or(|only| only == part);
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    // All at once: chosen one by one, they would have other features and be built again.
    let mut programs = shell::cargo(["build", "--release", "--workspace", "--bins", "--examples"]);
    step("Programs, optimised", |step| step.run(&mut programs))?;
    if wanted(Part::Device) {
        measure("Saving and searching", "device")?;
    }
    if wanted(Part::Sync) {
        measure("Sending and fetching", "sync")?;
    }
    if wanted(Part::Paper) {
        measure("Printing", "paper")?;
    }
    if wanted(Part::Pages) {
        driven::node("Cold start", driven::RELEASE, &["start.mjs".to_owned()])?;
        driven::node("Visits on slow 4G", driven::RELEASE, &["visits.mjs".to_owned()])?;
        driven::node("Frames of a large site", driven::RELEASE, &["trace.mjs".to_owned()])?;
        println!("As sent: {}", Sizes::compared()?);
    }
    Ok(())
}

fn measure(what: &str, bench: &str) -> Result<()> {
    let mut command = shell::cargo(["bench", "--workspace", "--bench", bench]);
    step(what, |step| step.stream(&mut command))
}

/// Takes pictures of every page.
pub fn shots(folder: &str) -> Result<()> {
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    step("Programs", |step| {
        step.run(&mut shell::cargo(["build", "--package", "server", "--package", "cli"]))
    })?;
    let folder = shell::absolute(folder).to_string_lossy().into_owned();
    driven::node("Pictures", driven::DEBUG, &["shots.mjs".to_owned(), folder])
}
