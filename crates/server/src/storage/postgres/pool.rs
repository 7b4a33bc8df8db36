//! Connections to PostgreSQL: how many, how patient, and whether encrypted.

use std::net::IpAddr;
use std::path::Path;
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::Address;
use crate::{Error, Result};

/// How long to wait for a connection, a free one or a new one.
const PATIENCE: Duration = Duration::from_secs(5);
/// No statement of ours takes seconds. One that does holds a lock that others wait for, so it is
/// cancelled.
const SESSION: &str = "SET statement_timeout = '15s'; \
    SET idle_in_transaction_session_timeout = '15s'";

/// A pool for an address. Connects when first asked for a connection.
pub fn build(address: &Address) -> Result<Pool> {
    let config = config(&address.url)?;
    let tls = MakeRustlsConnect::new(tls(address.authorities.as_deref())?);
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let pool = Pool::builder(Manager::from_config(config, tls, recycling))
        .max_size(address.connections)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(PATIENCE))
        .create_timeout(Some(PATIENCE))
        .recycle_timeout(Some(PATIENCE))
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(async move { client.batch_execute(SESSION).await.map_err(HookError::Backend) })
        }));
    pool.build().map_err(|error| Error::Setting(error.to_string()))
}

/// Encrypted, unless the URL says otherwise or the address is this machine.
fn config(url: &str) -> Result<Config> {
    let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
        let reason = std::error::Error::source(&error).map(ToString::to_string);
        Error::Setting(format!("the database's address: {}", reason.unwrap_or_default()))
    })?;
    let elsewhere = leaves_the_machine(&config);
    let asked = config.get_ssl_mode() == SslMode::Require;
    let plain = config.get_ssl_mode() == SslMode::Disable || !(asked || elsewhere);
    config.ssl_mode(if plain { SslMode::Disable } else { SslMode::Require });
    config.application_name("bomiljo-server").connect_timeout(PATIENCE);
    Ok(config)
}

/// Whether any of its addresses is another machine's. If there is a `hostaddr`, the connection goes
/// there, and the host is only the name in the certificate.
fn leaves_the_machine(config: &Config) -> bool {
    let (hosts, addresses) = (config.get_hosts(), config.get_hostaddrs());
    let named = hosts.get(addresses.len()..).unwrap_or_default();
    addresses.iter().any(|address| !address.is_loopback()) || named.iter().any(|it| !is_here(it))
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn tls(authorities: Option<&Path>) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    match authorities {
        Some(file) => certificates(file)?
            .into_iter()
            .try_for_each(|it| roots.add(it))
            .map_err(|error| unfit(&error))?,
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let provider = rustls::crypto::ring::default_provider();
    let config = ClientConfig::builder_with_provider(provider.into());
    let config = config.with_safe_default_protocol_versions().map_err(|error| unfit(&error))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let found = CertificateDer::pem_file_iter(file).and_then(Iterator::collect);
    let found: Vec<_> = found.map_err(|error| {
        Error::Setting(format!("the database's authorities in {}: {error}", file.display()))
    })?;
    if found.is_empty() {
        return Err(Error::Setting(format!("{} holds no certificate", file.display())));
    }
    Ok(found)
}

fn unfit(error: &rustls::Error) -> Error {
    Error::Setting(format!("the database's authorities: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(url: &str) -> SslMode {
        config(url).unwrap().get_ssl_mode()
    }

    #[test]
    fn what_leaves_the_machine_is_encrypted_unless_the_url_says_otherwise() {
        assert_eq!(mode("postgres://b@db.example.no/b"), SslMode::Require);
        assert_eq!(mode("postgres://b@db.example.no/b?sslmode=prefer"), SslMode::Require);
        assert_eq!(mode("postgres://b@db.example.no/b?sslmode=disable"), SslMode::Disable);
        assert_eq!(mode("postgres://b@localhost/b"), SslMode::Disable);
        assert_eq!(mode("postgres://b@127.0.0.1/b?sslmode=require"), SslMode::Require);
        assert_eq!(mode("postgres://b@localhost,db.example.no/b"), SslMode::Require);
        assert_eq!(mode("host=/run/postgresql user=b"), SslMode::Disable);
    }

    #[test]
    fn where_it_connects_to_decides_and_not_what_that_is_called() {
        for elsewhere in [
            "hostaddr=10.1.2.3 user=b",
            "host=localhost hostaddr=10.1.2.3 user=b",
            "host=localhost,localhost hostaddr=127.0.0.1,10.1.2.3 user=b",
            "host=/run/postgresql hostaddr=10.1.2.3 user=b",
            "postgres://b@localhost/b?hostaddr=2001:db8::1",
        ] {
            assert_eq!(mode(elsewhere), SslMode::Require, "{elsewhere}");
        }
        for here in ["hostaddr=127.0.0.1 user=b", "host=db.example.no hostaddr=::1 user=b"] {
            assert_eq!(mode(here), SslMode::Disable, "{here}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_named_without_its_password() {
        let told = config("postgres://b:secret@host:port/b").unwrap_err().to_string();
        assert!(told.contains("address") && !told.contains("secret"), "{told}");
    }
}
