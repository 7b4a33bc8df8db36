//! A network to suffer from: it stands before the real server, and does to each request what
//! the test asks for.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// What becomes of a request. A «message» is its head and its body.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It is answered.
    Answered,
    /// The line breaks after so many bytes of it; beyond its end, after all of it.
    CutThere(usize),
    /// The line breaks after so many bytes of its answer.
    CutBack(usize),
    /// It arrives twice, and the second answer comes back.
    Twice,
    /// Both ways go in pieces of so many bytes, with a pause after each.
    Slow(usize, Duration),
    /// It lies on the way until the semaphore has a permit.
    Held(Arc<Semaphore>),
    /// Somebody on the way answers in the server's place.
    Told(u16, &'static str),
}

type Rule = Box<dyn FnMut(&Request) -> Fate + Send>;

/// A request, as far as a rule needs to know it.
pub struct Request {
    /// Its path.
    pub path: String,
    /// Its message.
    pub bytes: Vec<u8>,
}

/// A way to the server that can be made bad.
pub struct Proxy {
    address: SocketAddr,
    way: Arc<Way>,
    /// Ends when this is dropped.
    _taking: JoinSet<()>,
}

struct Way {
    server: Mutex<String>,
    rule: Mutex<Rule>,
    answered: AtomicUsize,
}

impl Proxy {
    /// A good way to `server`, such as `http://127.0.0.1:8470`.
    pub async fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let way = Arc::new(Way {
            server: Mutex::new(authority(server)),
            rule: Mutex::new(Box::new(|_| Fate::Answered)),
            answered: AtomicUsize::new(0),
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
        let path = String::from_utf8_lossy(&bytes).split(' ').nth(1).unwrap_or_default().to_owned();
        let request = Request { path, bytes };
        let fate = way.rule.lock().unwrap()(&request);
        let Some(answer) = way.meets(fate, &request.bytes, &mut client).await else { return };
        way.answered.fetch_add(answer.len(), Ordering::Relaxed);
        if client.write_all(&answer).await.is_err() {
            return;
        }
    }
}

impl Way {
    /// The answer that goes back; none when the line broke.
    async fn meets(&self, fate: Fate, request: &[u8], client: &mut TcpStream) -> Option<Vec<u8>> {
        match fate {
            Fate::Answered => self.ask(request).await,
            Fate::CutThere(bytes) => {
                let mut server = self.connect().await?;
                server.write_all(request.get(..bytes).unwrap_or(request)).await.ok()?;
                // Whoever hangs up with something unread resets the line, and the rest is lost.
                if bytes >= request.len() {
                    message(&mut server).await?;
                }
                None
            }
            Fate::CutBack(bytes) => {
                let answer = self.ask(request).await?;
                client.write_all(answer.get(..bytes).unwrap_or(&answer)).await.ok()?;
                None
            }
            Fate::Twice => {
                self.ask(request).await?;
                self.ask(request).await
            }
            Fate::Slow(bytes, pause) => {
                let mut server = self.connect().await?;
                drip(&mut server, request, bytes, pause).await?;
                let answer = message(&mut server).await?;
                self.answered.fetch_add(answer.len(), Ordering::Relaxed);
                drip(client, &answer, bytes, pause).await?;
                Some(Vec::new())
            }
            Fate::Held(release) => {
                release.acquire().await.ok()?.forget();
                self.ask(request).await
            }
            Fate::Told(status, body) => {
                let length = body.len();
                let head = format!("HTTP/1.1 {status} Told\r\ncontent-length: {length}\r\n\r\n");
                Some((head + body).into_bytes())
            }
        }
    }

    async fn connect(&self) -> Option<TcpStream> {
        let server = self.server.lock().unwrap().clone();
        TcpStream::connect(server).await.ok()
    }

    async fn ask(&self, request: &[u8]) -> Option<Vec<u8>> {
        let mut server = self.connect().await?;
        server.write_all(request).await.ok()?;
        message(&mut server).await
    }
}

async fn drip(to: &mut TcpStream, bytes: &[u8], piece: usize, pause: Duration) -> Option<()> {
    to.set_nodelay(true).ok()?;
    for piece in bytes.chunks(piece) {
        to.write_all(piece).await.ok()?;
        sleep(pause).await;
    }
    Some(())
}

/// A whole message of HTTP/1.1, whose head says how long its body is.
async fn message(from: &mut TcpStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break end + 4;
        }
        read(from, &mut bytes).await?;
    };
    let whole = head + length(&bytes[..head]);
    while bytes.len() < whole {
        read(from, &mut bytes).await?;
    }
    Some(bytes)
}

async fn read(from: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let read = from.read_buf(bytes).await.ok()?;
    (read > 0).then_some(())
}

fn length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let line = head.lines().find_map(|it| it.strip_prefix("content-length:"));
    line.map_or(0, |it| it.trim().parse().unwrap())
}
