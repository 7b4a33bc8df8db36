//! `cargo xtask`: everything between a fresh clone and a running or tested Bomiljø.

mod apt;
mod bench;
mod chaos;
mod compiler;
mod demo;
mod driven;
mod edition;
mod files;
mod lanes;
mod moment;
mod mutants;
mod node;
mod package_page;
mod parts;
mod process;
mod run;
mod setup;
mod shell;
mod sim;
mod sizes;
mod split;
mod stamp;
mod step;
mod test;
mod texts;
mod tools;
mod ui;
mod wasm;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Parser;

/// Builds, runs and tests Bomiljø.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Installs what this machine lacks: system packages, Node.js, Rust's WebAssembly target
    Setup,
    /// Builds everything and opens it with a demonstration site of made-up people
    Run(run::Args),
    /// Checks and tests everything, end to end; or, with a filter, only the tests whose name has it
    Test(test::Args),
    /// Builds the interface and the browser edition
    Ui(ui::Options),
    /// Prints the figures: saving, searching, starting, sizes
    Bench(bench::Args),
    /// Simulates thousands of worlds of devices, a server and bad luck
    Sim(sim::Args),
    /// Kills, cuts and damages real devices and a real server, and tells what is lost
    Chaos(chaos::Args),
    /// Takes pictures of every page, phone and laptop, light and dark
    Shots {
        /// Where to
        #[arg(default_value = "target/shots")]
        folder: String,
    },
}

fn main() -> ExitCode {
    let started = Instant::now();
    let command = Command::parse();
    match enter_workspace().and_then(|()| execute(&command)) {
        Ok(()) => {
            println!("Done after {}.", step::duration(started.elapsed()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            parts::explain(&error);
            ExitCode::FAILURE
        }
    }
}

/// All paths in this program start at the workspace's root.
fn enter_workspace() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    Ok(std::env::set_current_dir(root)?)
}

fn execute(command: &Command) -> Result<()> {
    match command {
        Command::Setup => setup::everything(),
        Command::Run(args) => run::run(args),
        Command::Test(args) => test::test(args),
        Command::Ui(options) => setup::to_build().and_then(|()| ui::build(options)),
        Command::Bench(args) => bench::bench(args),
        Command::Sim(args) => sim::sim(args),
        Command::Chaos(args) => chaos::chaos(args),
        Command::Shots { folder } => bench::shots(folder),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Command::command().debug_assert();
    }
}
