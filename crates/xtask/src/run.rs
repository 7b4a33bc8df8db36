//! Everything built, served and opened.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::demo::{self, Demo};
use crate::process::{self, Running};
use crate::step::{duration, step};
use crate::{setup, shell, ui};

/// Options of `run`.
#[derive(clap::Args)]
pub struct Args {
    /// Serves the browser edition instead of opening a window
    #[arg(long)]
    browser: bool,
    /// The server's port; 8470 where the demonstration doesn't have another already
    #[arg(long)]
    port: Option<u16>,
    /// Where the demonstration's data lies
    #[arg(long, default_value = "target/demo", value_name = "DIR")]
    home: PathBuf,
    #[command(flatten)]
    ui: ui::Options,
}

/// Builds what has changed and opens it.
pub fn run(args: &Args) -> Result<()> {
    let started = Instant::now();
    let window = !args.browser && setup::has_display();
    let demo = Demo::at(&args.home, args.port)?;
    setup::to_build()?;
    ui::build(&args.ui)?;
    build(window)?;
    let interrupted = process::interruptions()?;
    let mut server = demo.start()?;
    let invitation = if window { None } else { Some(demo.invite()?) };
    println!("Ready after {}. Its data: {}", duration(started.elapsed()), args.home.display());
    println!("Delete that folder to begin again. Ctrl-C ends it.");
    if let Some(code) = invitation {
        println!("\nOpen {}/#join={code}", demo.address());
        return process::wait_for_any(&mut [&mut server], &interrupted);
    }
    let mut app = open_window(&demo)?;
    process::wait_for_any(&mut [&mut app, &mut server], &interrupted)
}

fn build(window: bool) -> Result<()> {
    let mut command = shell::cargo(["build", "--package", "server", "--package", "cli"]);
    if window {
        command.args(["--package", "bomiljo-app"]);
    }
    let title = if window { "Server, command line and window" } else { "Server and command line" };
    step(title, |step| step.run(&mut command))
}

fn open_window(demo: &Demo) -> Result<Running> {
    let mut app = Command::new(demo::program("bomiljo-app"));
    app.env("BOMILJO_HOME", demo.aisha());
    Running::start(app, None)
}
