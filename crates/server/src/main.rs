//! `bomiljo-server`: the central endpoint as a program.

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use server::{Config, Server};
use tokio::signal;
use tracing_subscriber::EnvFilter;

/// Keeps sealed changes in order and hands them on. It can read none of them.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Where to listen. Put a reverse proxy with TLS before it.
    #[arg(long, env = "BOMILJO_LISTEN", default_value = "127.0.0.1:8470")]
    listen: String,
    /// The folder of the database; made if need be.
    #[arg(long, env = "BOMILJO_DATA")]
    data: PathBuf,
    /// The folder of the browser edition, to serve it as well.
    #[arg(long, env = "BOMILJO_WEB")]
    web: Option<PathBuf>,
    /// The database was put back from a backup: have devices offer again what it may lack.
    #[arg(long)]
    restored: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let Options { listen, data, web, restored } = Options::parse();
    if restored {
        server::mark_restored(&data).await.context("cannot mark the database as restored")?;
    }
    let running = Server::start(Config { listen, data, web }).await.context("cannot start")?;
    tracing::info!(address = %running.address(), "listening");
    told_to_stop().await?;
    tracing::info!("stopping");
    running.stop().await.context("cannot stop in order")
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
