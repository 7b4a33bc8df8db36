//! Programs from crates.io that check and test, kept in `target/tools`.

use std::path::Path;

use anyhow::{Context, Result};

use crate::shell;
use crate::step::step;

/// A program and the version of it that is known to do.
pub struct Tool {
    name: &'static str,
    version: &'static str,
    /// Whether one that the machine has already does as well.
    any: bool,
}

/// Checks licences and sources of what is built in.
pub const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", any: false };
/// Runs the tests.
pub const NEXTEST: Tool = Tool { name: "cargo-nextest", version: "0.9.151", any: true };
/// Lets a test steer the window.
pub const DRIVER: Tool = Tool { name: "tauri-driver", version: "2.1.0", any: false };
/// All of them.
pub const ALL: [Tool; 3] = [NEXTEST, DENY, DRIVER];

impl Tool {
    /// Installs it unless it is there.
    pub fn install(&self) -> Result<()> {
        step(self.name, |step| {
            if self.is_there() {
                step.note("there");
                return Ok(());
            }
            step.note(format!("installed {}", self.version));
            step.run(&mut self.installation()).context("Is there a network?")
        })
    }

    /// Where it lies.
    pub fn path(&self) -> std::path::PathBuf {
        let program = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        shell::absolute(Path::new(shell::TOOLS).join("bin").join(program))
    }

    fn is_there(&self) -> bool {
        self.any && shell::find(self.name).is_some() || self.path().exists() && self.is_version()
    }

    /// Whether cargo's record of what it installed there has this version.
    fn is_version(&self) -> bool {
        let record = Path::new(shell::TOOLS).join(".crates.toml");
        let entry = format!("\"{} {} ", self.name, self.version);
        std::fs::read_to_string(record).is_ok_and(|text| text.contains(&entry))
    }

    fn installation(&self) -> std::process::Command {
        let krate = format!("{}@{}", self.name, self.version);
        // Without optimisation they are installed in a third of the time, and fast enough.
        let mut command =
            shell::cargo(["install", "--locked", "--debug", "--root", shell::TOOLS, &krate]);
        command
            .env("CARGO_TARGET_DIR", shell::absolute(shell::TOOLS).join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        command
    }
}
