//! `bomiljo-server`: the central endpoint as a program.

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use server::Server;
use server::settings::Settings;
use tokio::signal;
use tracing_subscriber::EnvFilter;

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
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let Options { config, settings, restored } = Options::parse();
    let config = match config {
        Some(file) => settings.over_file(&file)?.config()?,
        None => settings.config()?,
    };
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
