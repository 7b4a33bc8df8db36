//! The figures: what a worker waits for, and what a phone downloads.

use anyhow::Result;

use crate::step::step;
use crate::{driven, setup, shell, ui};

/// Measures and prints everything; fails only when something can't be measured.
pub fn bench() -> Result<()> {
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    step("Programs", |step| {
        step.run(&mut shell::cargo(["build", "--workspace", "--bins", "--examples"]))
    })?;
    step("Saving and searching", |step| {
        step.stream(&mut shell::cargo(["bench", "--package", "tests", "--bench", "device"]))
    })?;
    driven::node("Cold start", &["start.mjs".to_owned()])
}

/// Takes pictures of every page.
pub fn shots(folder: &str) -> Result<()> {
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    step("Programs", |step| {
        step.run(&mut shell::cargo(["build", "--package", "server", "--package", "cli"]))
    })?;
    let folder = shell::absolute(folder).to_string_lossy().into_owned();
    driven::node("Pictures", &["shots.mjs".to_owned(), folder])
}
