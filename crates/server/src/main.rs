//! `bomiljo-server`: the central endpoint as a program.

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use server::settings::Settings;
use server::{Database, Server};
use tokio::signal;

/// Open files besides connections: the database, the browser edition.
const FILES_BESIDES: u64 = 1_000;

/// Keeps sealed changes in order and hands them on. It can read none of them.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// A file with settings, which command line and environment go before
    #[arg(long, env = "BOMILJO_CONFIG")]
    config: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
    /// The database was put back from a backup: have devices offer again what it may lack
    #[arg(long)]
    restored: bool,
    /// Walk through the database, say what of it is damaged, and serve nobody
    #[arg(long, conflicts_with = "restored")]
    check: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    server::logging::begin().context("cannot log")?;
    let Options { config, settings, restored, check } = Options::parse();
    let config = match config {
        Some(file) => settings.over_file(&file)?.config()?,
        None => settings.config()?,
    };
    if check {
        return examine(config.database).await;
    }
    allow_files(config.limits.connections as u64 + FILES_BESIDES);
    if restored {
        let database = config.database.clone();
        server::mark_restored(database).await.context("cannot mark the database as restored")?;
    }
    let running = Server::start(config).await.context("cannot start")?;
    tracing::info!(address = %running.address(), admin = ?running.admin(), "listening");
    told_to_stop().await?;
    tracing::info!("stopping");
    running.stop().await.context("cannot stop in order")
}

/// Prints what is damaged, and fails if anything is.
#[allow(clippy::print_stdout, reason = "it is what was asked for")]
async fn examine(database: Database) -> anyhow::Result<()> {
    let checked = server::check(database).await.context("cannot read the database")?;
    for damage in &checked.damages {
        println!("{damage}");
    }
    println!(
        "{} changes of {} spaces, {} damages",
        checked.changes,
        checked.spaces,
        checked.damages.len()
    );
    anyhow::ensure!(checked.damages.is_empty(), "put back a backup; see docs/server.md");
    Ok(())
}

/// Each connection is an open file to the system, which allows few unless asked.
fn allow_files(wanted: u64) {
    match rlimit::increase_nofile_limit(wanted) {
        Ok(allowed) if allowed >= wanted => (),
        Ok(allowed) => tracing::warn!(allowed, wanted, "fewer open files than connections"),
        Err(error) => tracing::warn!(%error, "cannot ask for more open files"),
    }
}

#[cfg(unix)]
async fn told_to_stop() -> std::io::Result<()> {
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn told_to_stop() -> std::io::Result<()> {
    signal::ctrl_c().await
}
