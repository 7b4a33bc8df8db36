//! TLS, as a proxy before the server speaks it: devices believe a server only by its certificate.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tempfile::TempDir;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinSet, spawn_blocking};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::programs::{Bomiljo, ServerProcess, said, save};

/// Where a machine's administrator says whom it trusts.
const TRUSTED: &str = "SSL_CERT_FILE";

/// A proxy that speaks TLS, before a server that doesn't.
struct Front {
    address: SocketAddr,
    /// How often a device believed it, and went on.
    let_in: Arc<AtomicU64>,
    /// The certificate, for those who trust it.
    certificate: PathBuf,
    /// Ends when this is dropped.
    _taking: JoinSet<()>,
}

impl Front {
    async fn before(server: &str, folder: &Path) -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let certificate = folder.join("municipality.pem");
        std::fs::write(&certificate, cert.pem()).unwrap();
        let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
        let config = ServerConfig::builder().with_no_client_auth();
        let config = config.with_single_cert(vec![cert.der().clone()], key.into()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, let_in) = (listener.local_addr().unwrap(), Arc::new(AtomicU64::new(0)));
        let mut taking = JoinSet::new();
        let server = server.trim_start_matches("http://").to_owned();
        taking.spawn(take(listener, TlsAcceptor::from(Arc::new(config)), server, let_in.clone()));
        Self { address, let_in, certificate, _taking: taking }
    }

    fn url(&self) -> String {
        format!("https://localhost:{}", self.address.port())
    }
}

async fn take(listener: TcpListener, tls: TlsAcceptor, server: String, let_in: Arc<AtomicU64>) {
    let mut connections = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        let (tls, server, let_in) = (tls.clone(), server.clone(), let_in.clone());
        connections.spawn(async move {
            let Ok(mut client) = tls.accept(client).await else { return };
            let_in.fetch_add(1, Ordering::SeqCst);
            let mut server = TcpStream::connect(server).await.unwrap();
            // Whoever is served hangs up in the end.
            let _ = copy_bidirectional(&mut client, &mut server).await;
        });
    }
}

/// Runs `bomiljo` on a machine that trusts that certificate, or only the world's.
async fn run(home: &Path, trusted: Option<&Path>, args: &[&str]) -> Output {
    let mut command = Bomiljo::at(home).command(args);
    command.env_remove(TRUSTED).envs(trusted.map(|it| (TRUSTED, it)));
    spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

async fn must(home: &Path, trusted: &Path, args: &[&str]) -> String {
    let output = run(home, Some(trusted), args).await;
    assert!(output.status.success(), "{args:?}: {}", said(&output));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_meet_over_tls_by_an_authority_of_the_municipality_s_own() {
    let folder = TempDir::new().unwrap();
    let server = ServerProcess::start(&folder.path().join("server"));
    let front = Front::before(&server.url(), folder.path()).await;
    let [aisha, bjorn] = ["aisha", "bjorn"].map(|it| folder.path().join(it));
    let trusted = &front.certificate;
    let init = ["init", "--server", &front.url(), "--site", "Bredtvetveien 2", "--name", "Aisha"];
    must(&aisha, trusted, &init).await;
    must(&aisha, trusted, &["call", &save("Vannlekkasje")]).await;
    must(&aisha, trusted, &["sync"]).await;
    let code = must(&aisha, trusted, &["invite"]).await;
    must(&bjorn, trusted, &["join", &code, "--name", "Bjørn"]).await;
    must(&bjorn, trusted, &["sync"]).await;
    let notes = spawn_blocking(move || Bomiljo::at(&bjorn).notes()).await.unwrap();
    assert_eq!(notes, ["Vannlekkasje"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_prove_itself_is_sent_nothing_and_the_reason_is_told() {
    let folder = TempDir::new().unwrap();
    let server = ServerProcess::start(&folder.path().join("server"));
    let front = Front::before(&server.url(), folder.path()).await;
    let home = folder.path().join("aisha");
    let trusted = &front.certificate;
    let init = ["init", "--server", &front.url(), "--site", "Bredtvetveien 2", "--name", "Aisha"];
    must(&home, trusted, &init).await;
    must(&home, trusted, &["call", &save("Vannlekkasje")]).await;
    let before = front.let_in.load(Ordering::SeqCst);

    let sync = run(&home, None, &["sync"]).await;
    assert!(!sync.status.success() && said(&sync).contains("server-unproven"), "{}", said(&sync));
    assert_eq!(front.let_in.load(Ordering::SeqCst), before);
    must(&home, trusted, &["sync"]).await;
    assert!(front.let_in.load(Ordering::SeqCst) > before, "it was kept, and is sent now");
}
