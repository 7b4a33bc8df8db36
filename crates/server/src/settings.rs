//! Settings from the command line, the environment and a file, in that order of
//! precedence, and what is wrong with them.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use toml::Table;

use crate::limits::{Limits, Rate};
use crate::running::{Config, Database};
use crate::storage::Quota;
use crate::storage::postgres::Address;
use crate::{Error, Result, snapshot};

const LISTEN: &str = "127.0.0.1:8470";
const ADMIN: &str = "127.0.0.1:8471";
/// What to write where there is to be nothing.
const OFF: &str = "off";
const CONNECTIONS: usize = 16;

/// Everything that can be set; what isn't has the default that the documentation names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, clap::Args)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Where to listen [default: 127.0.0.1:8470]. Put a reverse proxy with TLS before it
    #[arg(long, env = "BOMILJO_LISTEN")]
    pub listen: Option<String>,
    /// Where to answer /metrics and /healthz [default: 127.0.0.1:8471]; "off" for nowhere
    #[arg(long, env = "BOMILJO_ADMIN")]
    pub admin: Option<String>,
    /// The folder of the database file; made if need be
    #[arg(long, env = "BOMILJO_DATA")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL instead, `postgres://user:password@host/database`
    #[arg(long, env = "BOMILJO_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Certificates (PEM) that PostgreSQL's must come from, if not a public authority's
    #[arg(long, env = "BOMILJO_DATABASE_AUTHORITIES")]
    pub database_authorities: Option<PathBuf>,
    /// Most connections to PostgreSQL [default: 16]
    #[arg(long, env = "BOMILJO_DATABASE_CONNECTIONS")]
    pub database_connections: Option<usize>,
    /// The folder of the browser edition, to serve it as well
    #[arg(long, env = "BOMILJO_WEB")]
    pub web: Option<PathBuf>,
    /// Requests a second of one device in the long run [default: 20]; 0 for any
    #[arg(long, env = "BOMILJO_DEVICE_RATE")]
    pub device_rate: Option<u32>,
    /// Requests of one device at once [default: 400]
    #[arg(long, env = "BOMILJO_DEVICE_BURST")]
    pub device_burst: Option<u32>,
    /// Requests a second from one address in the long run [default: 400]; 0 for any
    #[arg(long, env = "BOMILJO_ADDRESS_RATE")]
    pub address_rate: Option<u32>,
    /// Requests from one address at once [default: 8000]
    #[arg(long, env = "BOMILJO_ADDRESS_BURST")]
    pub address_burst: Option<u32>,
    /// Sites started from one address in an hour [default: 60]; 0 for any
    #[arg(long, env = "BOMILJO_FOUNDINGS")]
    pub foundings: Option<u32>,
    /// Changes that a site may have [default: 10000000]
    #[arg(long, env = "BOMILJO_SPACE_CHANGES")]
    pub space_changes: Option<u64>,
    /// Mebibytes that a site may have, and its snapshots beside them [default: 32768]
    #[arg(long, env = "BOMILJO_SPACE_MEBIBYTES")]
    pub space_mebibytes: Option<u64>,
    /// Proxies to believe when they say whom they forward [default: `127.0.0.1,::1`]
    #[arg(long, env = "BOMILJO_PROXIES", value_delimiter = ',')]
    pub proxies: Option<Vec<IpAddr>>,
    /// Most connections at a time, and most waits [default: 20000]
    #[arg(long, env = "BOMILJO_CONNECTIONS")]
    pub connections: Option<usize>,
    /// Most connections from one address that is no proxy [default: 1000]
    #[arg(long, env = "BOMILJO_ADDRESS_CONNECTIONS")]
    pub address_connections: Option<usize>,
    /// A device is asked for a snapshot after so many changes [default: 5000]; 0 for never
    #[arg(long, env = "BOMILJO_SNAPSHOT_AFTER")]
    pub snapshot_after: Option<u64>,
}

impl Settings {
    /// These, and from a file what they leave open.
    pub fn over_file(self, file: &Path) -> Result<Self> {
        let wrong = |reason: String| Error::Setting(format!("{}: {reason}", file.display()));
        let text = std::fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
        self.over(&text).map_err(|error| wrong(error.to_string()))
    }

    fn over(self, text: &str) -> std::result::Result<Self, Box<dyn std::error::Error>> {
        // By itself first: it knows the line.
        let below: Self = toml::from_str(text)?;
        let mut all = Table::try_from(below)?;
        all.extend(Table::try_from(self)?);
        Ok(all.try_into()?)
    }

    /// What the server is started with.
    pub fn config(self) -> Result<Config> {
        let (limits, database) = (self.limits()?, self.database()?);
        let admin = self.admin.unwrap_or_else(|| ADMIN.to_owned());
        let web = self.web;
        if let Some(web) = web.as_ref().filter(|web| !web.join("index.html").is_file()) {
            return Err(wrong(format!("web: there is no index.html in {}", web.display())));
        }
        let listen = self.listen.unwrap_or_else(|| LISTEN.to_owned());
        let admin = (admin != OFF).then_some(admin);
        let snapshot_after = self.snapshot_after.unwrap_or(snapshot::AFTER);
        Ok(Config { listen, admin, database, web, limits, snapshot_after })
    }

    fn database(&self) -> Result<Database> {
        match (&self.data, &self.database) {
            (Some(folder), None) => Ok(Database::Folder(folder.clone())),
            (None, Some(url)) => Ok(Database::Postgres(Address {
                url: url.clone(),
                authorities: self.database_authorities.clone(),
                connections: at_least_one(
                    "database-connections",
                    self.database_connections,
                    CONNECTIONS,
                )?,
            })),
            (Some(_), Some(_)) => {
                Err(wrong("data and database are both set; the changes can lie in one place only"))
            }
            (None, None) => Err(wrong(
                "where is the database? Set data to a folder, or database to postgres://…",
            )),
        }
    }

    fn quota(&self, usual: Quota) -> Quota {
        let bytes = self.space_mebibytes.map(|it| it.saturating_mul(MEBIBYTE));
        Quota {
            changes: self.space_changes.unwrap_or(usual.changes),
            bytes: bytes.unwrap_or(usual.bytes),
        }
    }

    fn limits(&self) -> Result<Limits> {
        let usual = Limits::default();
        let connections = at_least_one("connections", self.connections, usual.connections)?;
        Ok(Limits {
            device: rate("device", self.device_rate, self.device_burst, usual.device)?,
            address: rate("address", self.address_rate, self.address_burst, usual.address)?,
            foundings: self.foundings.unwrap_or(usual.foundings),
            quota: self.quota(usual.quota),
            proxies: self.proxies.clone().unwrap_or(usual.proxies),
            connections,
            address_connections: at_least_one(
                "address-connections",
                self.address_connections,
                usual.address_connections,
            )?,
            waits: connections,
            bytes: usual.bytes,
            patience: usual.patience,
        })
    }
}

/// Bytes of a mebibyte.
const MEBIBYTE: u64 = 1 << 20;

fn rate(whose: &str, per_second: Option<u32>, burst: Option<u32>, usual: Rate) -> Result<Rate> {
    let per_second = per_second.unwrap_or(usual.per_second);
    let burst = burst.unwrap_or_else(|| usual.burst.max(per_second));
    if burst < per_second {
        return Err(wrong(format!(
            "{whose}-burst is less than {whose}-rate, {burst} < {per_second}"
        )));
    }
    Ok(Rate { per_second, burst })
}

fn at_least_one(name: &str, number: Option<usize>, usual: usize) -> Result<usize> {
    match number.unwrap_or(usual) {
        0 => Err(wrong(format!("{name} is 0, and nobody would be let in"))),
        number => Ok(number),
    }
}

fn wrong(reason: impl Into<String>) -> Error {
    Error::Setting(reason.into())
}

#[cfg(test)]
mod tests;
