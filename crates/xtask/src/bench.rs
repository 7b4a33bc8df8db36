//! The benchmarks.

use anyhow::Result;

use crate::shell;
use crate::step::step;

/// Runs all that the workspace has.
pub fn bench() -> Result<()> {
    step("Benchmarks", |step| {
        step.stream(&mut shell::cargo(["bench", "--workspace", "--exclude", "xtask", "--benches"]))
    })
}
