//! A network to suffer from: it stands before the real server, and does to each request what
//! a rule asks for.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::fate::Back;
pub use crate::fate::Fate;
use crate::http::{self, drip, message};
use crate::traffic::Traffic;

type Rule = Box<dyn FnMut(&Request) -> Fate + Send>;

/// A request, as far as a rule needs to know it.
pub struct Request {
    /// Its path.
    pub path: String,
    /// Its message.
    pub bytes: Vec<u8>,
}

/// A request that is over.
#[derive(Debug, Clone, Copy)]
pub struct Passed {
    /// When it came.
    pub at: Instant,
    /// Whether the server's own answer came back, and said yes.
    pub well: bool,
}

/// A way to the server that can be made bad.
pub struct Proxy {
    address: SocketAddr,
    way: Arc<Way>,
    /// Ends when this is dropped.
    _taking: JoinSet<()>,
}

struct Way {
    server: Arc<Mutex<String>>,
    rule: Mutex<Rule>,
    answered: AtomicUsize,
    passed: Mutex<Vec<Passed>>,
    traffic: Traffic,
}

impl Proxy {
    /// A good way to `server`, such as `http://127.0.0.1:8470`.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn to(server: &str) -> Self {
        Self::among(Arc::new(Mutex::new(authority(server))), Traffic::default()).await
    }

    /// A good way to whatever server `server` names at the time, such as `127.0.0.1:8470`. What passes
    /// is remembered in `traffic`.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn among(server: Arc<Mutex<String>>, traffic: Traffic) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let way = Arc::new(Way {
            server,
            rule: Mutex::new(Box::new(|_| Fate::Answered)),
            answered: AtomicUsize::new(0),
            passed: Mutex::default(),
            traffic,
        });
        let mut taking = JoinSet::new();
        taking.spawn(take(listener, way.clone()));
        Self { address, way, _taking: taking }
    }

    /// What devices are told that the server's address is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Leads to another server from now on.
    pub fn leads_to(&self, server: &str) {
        *self.way.server.lock().unwrap() = authority(server);
    }

    /// The same, for a rule to do.
    ///
    /// # Panics
    /// When another thread panicked meanwhile.
    pub fn to_lead(&self) -> impl Fn(&str) + Send + use<> {
        let way = self.way.clone();
        move |server| *way.server.lock().unwrap() = authority(server)
    }

    /// From now on, that becomes of requests.
    pub fn rule(&self, rule: impl FnMut(&Request) -> Fate + Send + 'static) {
        *self.way.rule.lock().unwrap() = Box::new(rule);
    }

    /// That becomes of the next request to `path`; all others are answered.
    pub fn once(&self, path: &'static str, fate: Fate) {
        let mut fate = Some(fate);
        self.rule(move |request| {
            let is_it = request.path == path;
            is_it.then(|| fate.take()).flatten().unwrap_or(Fate::Answered)
        });
    }

    /// Every request is answered from now on.
    pub fn mends(&self) {
        self.rule(|_| Fate::Answered);
    }

    /// Bytes of answers that came back so far.
    pub fn answered(&self) -> usize {
        self.way.answered.load(Ordering::Relaxed)
    }

    /// The requests that have come since this was last asked, earliest first.
    pub fn passed(&self) -> Vec<Passed> {
        std::mem::take(&mut *self.way.passed.lock().unwrap())
    }
}

fn authority(server: &str) -> String {
    server.trim_start_matches("http://").to_owned()
}

async fn take(listener: TcpListener, way: Arc<Way>) {
    let mut connections = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        connections.spawn(serve(client, way.clone()));
    }
}

/// Requests of one connection, until it breaks.
async fn serve(mut client: TcpStream, way: Arc<Way>) {
    while let Some(bytes) = message(&mut client).await {
        let request = Request { path: http::path(&bytes), bytes };
        let Some(back) = way.passes(&request, &mut client).await else { return };
        way.answered.fetch_add(back.bytes.len(), Ordering::Relaxed);
        if write(&mut client, &back).await.is_none() {
            return;
        }
    }
}

async fn write(client: &mut TcpStream, back: &Back) -> Option<()> {
    match back.pace {
        Some((piece, pause)) => drip(client, &back.bytes, piece, pause).await,
        None => client.write_all(&back.bytes).await.ok(),
    }
}

impl Way {
    /// What goes back; nothing when the line broke.
    async fn passes(&self, request: &Request, client: &mut TcpStream) -> Option<Back> {
        let at = Instant::now();
        let (fate, server) =
            (self.rule.lock().unwrap()(request), self.server.lock().unwrap().clone());
        let truthful = fate.is_truthful();
        let back = fate.meets(&server, &request.bytes, client).await;
        let yes = back.as_ref().filter(|it| truthful && http::status(&it.bytes) == 200);
        self.passed.lock().unwrap().push(Passed { at, well: yes.is_some() });
        if let Some(answer) = yes {
            self.traffic.remember(&request.bytes, &answer.bytes);
        }
        back
    }
}
