//! Starting and stopping.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

use crate::check::{Checked, examine};
use crate::folder::Folder;
use crate::hub::Hub;
use crate::limits::Limits;
use crate::serving::{Door, serve};
use crate::storage::postgres::{Address, Postgres};
use crate::storage::sqlite::Sqlite;
use crate::storage::{Quota, Storage};
use crate::{Error, Host, Result, admin, background, metrics, routes, snapshot};

/// How long current requests may take when the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(20);
/// Most connections of the operator.
const OPERATORS: usize = 32;

/// The server's addresses, content and limits.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port; port 0 is any that is free.
    pub listen: String,
    /// The operator's address, if any.
    pub admin: Option<String>,
    /// Where its database is.
    pub database: Database,
    /// The folder of the browser edition, if it is served.
    pub web: Option<PathBuf>,
    /// The limits.
    pub limits: Limits,
    /// After how many changes a new snapshot is due; 0 for never.
    pub snapshot_after: u64,
}

/// Where a database is.
#[derive(Debug, Clone)]
pub enum Database {
    /// A file in this folder, both made if need be.
    Folder(PathBuf),
    /// A PostgreSQL.
    Postgres(Address),
}

/// The server.
#[derive(Debug)]
pub struct Server;

/// A server that runs.
pub struct Running {
    address: SocketAddr,
    admin: Option<SocketAddr>,
    closing: watch::Sender<bool>,
    storage: Arc<dyn Storage>,
    /// The data folder, if that is where the database is.
    _folder: Option<Folder>,
    serving: JoinHandle<()>,
    /// Ends when this is dropped.
    _chores: JoinSet<()>,
}

impl Config {
    /// A server on any free port of this machine, over a database.
    pub fn new(database: Database) -> Self {
        Self {
            listen: "127.0.0.1:0".to_owned(),
            admin: None,
            database,
            web: None,
            limits: Limits::default(),
            snapshot_after: snapshot::AFTER,
        }
    }
}

impl Server {
    /// Opens the database and starts to listen. Returns as soon as requests are accepted.
    pub async fn start(config: Config) -> Result<Running> {
        Self::start_with(config, Host::default()).await
    }

    /// The same with another clock.
    pub async fn start_with(config: Config, host: Host) -> Result<Running> {
        let listener = listen(&config.listen).await?;
        let operator = match &config.admin {
            Some(address) => listen_to_operator(address).await?,
            None => None,
        };
        let folder = take(&config.database)?;
        let storage = open(config.database, config.limits.quota, &host).await?;
        let (closing, closed) = watch::channel(false);
        let (door, after) = (Door::new(&config.limits), config.snapshot_after);
        let shared = Arc::clone(&storage);
        let hub = Arc::new(Hub::new(shared, host, config.limits, after, closed.clone()));
        let (address, figures) = (listener.local_addr()?, metrics::collect()?);
        let router = routes::router(Arc::clone(&hub), config.web.as_deref());
        let serving = tokio::spawn(serve(listener, router, door, closed.clone()));
        let mut chores = JoinSet::new();
        chores.spawn(background::follow(Arc::clone(&hub)));
        chores.spawn(background::tidy(Arc::clone(&hub), figures.clone()));
        let admin = operator.as_ref().map(TcpListener::local_addr).transpose()?;
        if let Some(listener) = operator {
            let few = Limits { connections: OPERATORS, ..Limits::default() };
            let router = admin::router(hub, figures);
            chores.spawn(serve(listener, router, Door::new(&few), closed));
        }
        Ok(Running { address, admin, closing, storage, _folder: folder, serving, _chores: chores })
    }
}

impl Running {
    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The operator's address, if any.
    pub const fn admin(&self) -> Option<SocketAddr> {
        self.admin
    }

    /// Stops accepting requests, ends the waits, lets the rest finish, and closes the database.
    pub async fn stop(mut self) -> Result<()> {
        self.closing.send_replace(true);
        match timeout(FAREWELL, &mut self.serving).await {
            Ok(served) => served.map_err(std::io::Error::from)?,
            Err(_) => self.serving.abort(),
        }
        self.storage.close().await
    }
}

/// Records that a database was restored and may lack changes that devices believe to be stored. A
/// new epoch tells the devices.
pub async fn mark_restored(database: Database) -> Result<()> {
    let host = Host::default();
    let _folder = take(&database)?;
    let storage = open(database, Quota::default(), &host).await?;
    storage.renew(host.id()?).await?;
    storage.close().await
}

async fn listen(address: &str) -> Result<TcpListener> {
    let unfit = |error| Error::Setting(format!("cannot listen on {address}: {error}"));
    TcpListener::bind(address).await.map_err(unfit)
}

/// Listens for the operator. If another server on this machine has the address, this one serves
/// devices without it.
async fn listen_to_operator(address: &str) -> Result<Option<TcpListener>> {
    match TcpListener::bind(address).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            tracing::warn!(address, "taken; there will be no /metrics");
            Ok(None)
        }
        Err(error) => Err(Error::Setting(format!("cannot listen on {address}: {error}"))),
        Ok(listener) => Ok(Some(listener)),
    }
}

/// Several servers can share a PostgreSQL, but not a folder.
fn take(database: &Database) -> Result<Option<Folder>> {
    match database {
        Database::Folder(folder) => Folder::take(folder).map(Some),
        Database::Postgres(_) => Ok(None),
    }
}

/// Reads a whole database and returns the damage, empty if there is none.
pub async fn check(database: Database) -> Result<Checked> {
    let _folder = take(&database)?;
    let storage = open(database, Quota::default(), &Host::default()).await?;
    let checked = examine(&*storage).await?;
    storage.close().await?;
    Ok(checked)
}

async fn open(database: Database, quota: Quota, host: &Host) -> Result<Arc<dyn Storage>> {
    let host = host.clone();
    Ok(match database {
        Database::Folder(folder) => {
            let opened = tokio::task::spawn_blocking(move || Sqlite::open(&folder, &host)).await;
            Arc::new(opened.map_err(std::io::Error::from)??.within(quota))
        }
        Database::Postgres(address) => {
            Arc::new(Postgres::open(&address, host).await?.within(quota))
        }
    })
}
