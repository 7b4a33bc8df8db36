//! Packages from npm.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::stamp::{self, Inputs};
use crate::step::step;

/// An npm command in a folder.
pub fn npm(folder: &str, args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(args).current_dir(folder);
    command
}

/// Installs a folder's packages as its lockfile has them.
pub fn install(folder: &str) -> Result<()> {
    step(&format!("Packages from npm for {folder}"), |step| {
        let files = ["package.json", "package-lock.json"].map(|name| Path::new(folder).join(name));
        let inputs = Inputs::default().files(&files.map(PathBuf::from))?;
        let name = format!("npm-{}", folder.replace('/', "-"));
        let now = stamp::unless_done(&name, &inputs, &format!("{folder}/node_modules"), || {
            step.run(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))
                .context("npm can't install the packages: is there a network?")
        })?;
        step.note(if now { "installed" } else { "there" });
        Ok(())
    })
}
