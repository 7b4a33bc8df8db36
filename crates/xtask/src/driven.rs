//! Node.js programs that drive the real window and the real browser.

use std::process::Command;

use anyhow::Result;

use crate::edition::{self, Edition};
use crate::moment::Moment;
use crate::step::step;
use crate::{node, setup, shell, tools};

/// Where they lie.
pub const FOLDER: &str = "tests/browser";

/// The number of the first display that is tried.
pub const FIRST_DISPLAY: u32 = 99;

/// Where `cargo build` leaves its programs.
pub const DEBUG: &str = "target/debug";
/// Where `cargo build --release` does.
pub const RELEASE: &str = "target/release";

/// Installs what drives windows and browsers.
pub fn prepare() -> Result<()> {
    if cfg!(target_os = "linux") {
        tools::DRIVER.install()?;
    }
    node::install(FOLDER)
}

/// End-to-end tests, not yet started. Each begins at a moment: their programs and browser edition take
/// the time from them. Two that run at once look for a free display from different numbers on.
pub fn tests(at: &Moment, args: &[String], display: u32) -> Result<Command> {
    let mut command = driver(DEBUG, &edition::TRIAL, args, display)?;
    command.envs(at.variables());
    Ok(command)
}

/// Runs Node.js where the end-to-end tests lie, with a screen and everything they need to
/// know; `programs` is the folder of the programs to drive.
pub fn node(title: &str, programs: &str, args: &[String]) -> Result<()> {
    prepare()?;
    let mut command = driver(programs, &edition::RELEASE, args, FIRST_DISPLAY)?;
    step(title, |step| step.stream(&mut command))
}

fn driver(programs: &str, edition: &Edition, args: &[String], display: u32) -> Result<Command> {
    let mut command = in_a_display("node", display);
    command
        .args(args)
        .current_dir(FOLDER)
        .env("BOMILJO_BIN_DIR", shell::absolute(programs))
        .env("BOMILJO_WEB", shell::absolute(edition.folder))
        .env("BOMILJO_WEB_RELEASE", shell::absolute(edition::RELEASE.folder))
        .env("BOMILJO_CHROMIUM", setup::chromium()?)
        .env("BOMILJO_FIREFOX", setup::firefox()?)
        .env("TAURI_DRIVER", tools::DRIVER.path())
        .env("BOMILJO_KEY_STORE", "file");
    Ok(command)
}

/// A command with a screen and a session of its own, where the system has such.
fn in_a_display(program: &str, display: u32) -> Command {
    if !cfg!(target_os = "linux") {
        return Command::new(program);
    }
    let (screen, number) = ("-screen 0 1280x1000x24", display.to_string());
    let xvfb = ["--", "xvfb-run", "-a", "-n", &number, "-s", screen, program];
    let mut command = shell::command("dbus-run-session", xvfb);
    // Without it WebKit waits for an accessibility bus that isn't there.
    command.env("NO_AT_BRIDGE", "1");
    command
}
