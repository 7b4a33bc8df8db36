//! Starting and stopping.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::Result;
use crate::hub::Hub;
use crate::routes::router;
use crate::storage::Storage;
use crate::storage::sqlite::Sqlite;

/// How long requests under way may take when the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// Where the server listens, and what it serves.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port; port 0 is any that is free.
    pub listen: String,
    /// The folder of its database, made if need be.
    pub data: PathBuf,
    /// The folder of the browser edition, if it is served.
    pub web: Option<PathBuf>,
}

/// The server.
#[derive(Debug)]
pub struct Server;

/// A server that runs.
pub struct Running {
    address: SocketAddr,
    closing: watch::Sender<bool>,
    storage: Arc<dyn Storage>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Opens the database and begins to listen; returns as soon as requests are taken.
    pub async fn start(config: Config) -> Result<Running> {
        let storage = Arc::new(open(config.data).await?);
        let (closing, closed) = watch::channel(false);
        let hub = Arc::new(Hub::new(storage.clone(), closed.clone()));
        let listener = TcpListener::bind(&config.listen).await?;
        let address = listener.local_addr()?;
        let serve = axum::serve(listener, router(hub, config.web.as_deref()))
            .with_graceful_shutdown(until(closed));
        Ok(Running { address, closing, storage, serving: tokio::spawn(serve.into_future()) })
    }
}

impl Running {
    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more requests, ends the waits, lets the rest finish, and closes the database.
    pub async fn stop(mut self) -> Result<()> {
        self.closing.send_replace(true);
        match timeout(FAREWELL, &mut self.serving).await {
            Ok(served) => served.map_err(std::io::Error::from)??,
            Err(_) => self.serving.abort(),
        }
        self.storage.close().await
    }
}

/// Says that the database in a folder was put back from a backup: it may lack what
/// devices believe to be stored, and a new epoch tells them.
pub async fn mark_restored(data: &Path) -> Result<()> {
    let storage = open(data.into()).await?;
    storage.renew().await?;
    storage.close().await
}

async fn open(folder: PathBuf) -> Result<Sqlite> {
    let opened = tokio::task::spawn_blocking(move || Sqlite::open(&folder)).await;
    opened.map_err(std::io::Error::from)?
}

async fn until(mut closed: watch::Receiver<bool>) {
    // It fails when the sender is gone, and then the server was dropped.
    let _ = closed.wait_for(|closed| *closed).await;
}
