//! Node.js programs that drive the real window and the real browser.

use std::process::Command;

use anyhow::Result;

use crate::edition::{self, Edition};
use crate::moment::Moment;
use crate::step::step;
use crate::{node, setup, shell, tools};

const FOLDER: &str = "tests/browser";

/// Where `cargo build` leaves its programs.
pub const DEBUG: &str = "target/debug";
/// Where `cargo build --release` does.
pub const RELEASE: &str = "target/release";

/// Runs end-to-end tests, each of which begins at a moment: their programs and browser edition take
/// the time from them.
pub fn tests(at: &Moment, args: &[String]) -> Result<()> {
    let mut command = driver(DEBUG, &edition::TRIAL, args)?;
    command.envs(at.variables());
    step(&format!("End-to-end tests at {at}"), |step| step.stream(&mut command))
}

/// Runs Node.js where the end-to-end tests lie, with a screen and everything they need to
/// know; `programs` is the folder of the programs to drive.
pub fn node(title: &str, programs: &str, args: &[String]) -> Result<()> {
    let mut command = driver(programs, &edition::RELEASE, args)?;
    step(title, |step| step.stream(&mut command))
}

fn driver(programs: &str, edition: &Edition, args: &[String]) -> Result<Command> {
    if cfg!(target_os = "linux") {
        tools::DRIVER.install()?;
    }
    node::install(FOLDER)?;
    let mut command = in_a_display("node");
    command
        .args(args)
        .current_dir(FOLDER)
        .env("BOMILJO_BIN_DIR", shell::absolute(programs))
        .env("BOMILJO_WEB", shell::absolute(edition.folder))
        .env("BOMILJO_WEB_RELEASE", shell::absolute(edition::RELEASE.folder))
        .env("BOMILJO_CHROMIUM", setup::chromium()?)
        .env("TAURI_DRIVER", tools::DRIVER.path());
    Ok(command)
}

/// A command with a screen and a session of its own, where the system has such.
fn in_a_display(program: &str) -> Command {
    if !cfg!(target_os = "linux") {
        return Command::new(program);
    }
    let screen = "-screen 0 1280x1000x24";
    let mut command =
        shell::command("dbus-run-session", ["--", "xvfb-run", "-a", "-s", screen, program]);
    // Without it WebKit waits for an accessibility bus that isn't there.
    command.env("NO_AT_BRIDGE", "1");
    command
}
