//! Connections: how many, how long they may idle, and how much memory each may take.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::sleep;
use tower::ServiceExt;

use crate::client_ip::{Peer, neighbourhood};
use crate::limits::Limits;
use crate::pace::PART;
use crate::patient::Patient;
use crate::room::{Held, Room};
use crate::unread_body::UnreadBody;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long a request's head may take, and how long a connection may idle. This is longer than a
/// wait, so that a device can ask again on the same connection.
const HEAD: Duration = Duration::from_secs(75);
/// How long after a failure to take another connection.
const PAUSE: Duration = Duration::from_millis(200);
/// How often a silent HTTP/2 connection is asked whether it is still there.
const PING: Duration = Duration::from_mins(1);
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 32;
/// Bytes that a client may send ahead on a stream or a connection before they are read.
const WINDOWS: (u32, u32) = (256 << 10, 1 << 20);
/// Most bytes of a request's headers.
const HEADERS: u32 = 16 << 10;

/// The limits of connections and their times.
#[derive(Debug)]
pub struct Door {
    room: Arc<Semaphore>,
    /// The connections of each address. Trusted proxies are not counted, because they carry many
    /// clients' connections.
    addresses: Room<IpAddr>,
    proxies: Vec<IpAddr>,
    patience: Duration,
}

impl Door {
    /// Applies the limits.
    pub fn new(limits: &Limits) -> Self {
        Self {
            room: Arc::new(Semaphore::new(limits.connections)),
            addresses: Room::new(usize::MAX, limits.address_connections),
            proxies: limits.proxies.clone(),
            patience: limits.patience,
        }
    }

    /// A place for a connection from an address; none if it has too many.
    fn place(&self, peer: IpAddr) -> Option<Held<IpAddr>> {
        let peer = peer.to_canonical();
        let amount = usize::from(!self.proxies.contains(&peer));
        self.addresses.take(neighbourhood(peer), amount)
    }
}

/// Serves until told to close, then lets current requests finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    door: Door,
    mut closed: watch::Receiver<bool>,
) {
    let open = GracefulShutdown::new();
    loop {
        let (stream, peer, permit) = tokio::select! {
            accepted = accept(&listener, &door.room) => accepted,
            // It fails when the sender is gone, and then the server was dropped.
            _ = closed.wait_for(|closed| *closed) => break,
        };
        let Some(place) = door.place(peer) else { continue };
        let (router, watcher, patience) = (router.clone(), open.watcher(), door.patience);
        let closed = closed.clone();
        let stream = Patient::new(stream, patience);
        tokio::spawn(async move {
            // This fails if the caller hangs up, which is allowed.
            let _ = connection(stream, (Peer(peer), patience, closed), router, watcher).await;
            drop((place, permit));
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// The next connection, when there is room for one.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, IpAddr, Option<OwnedSemaphorePermit>) {
    // It fails when the semaphore is closed, which this one never is.
    let permit = Arc::clone(room).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // It fails when the connection has ended already, and then so does what follows.
                let _ = stream.set_nodelay(true);
                return (stream, peer.ip(), permit);
            }
            Err(error) => {
                tracing::warn!(%error, "cannot take a connection");
                sleep(PAUSE).await;
            }
        }
    }
}

async fn connection(
    stream: Patient,
    (peer, patience, closed): (Peer, Duration, watch::Receiver<bool>),
    router: Router,
    watcher: Watcher,
) -> Result<(), Failure> {
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        answered(router.clone(), request, patience, closed.clone())
    });
    let connection = builder().serve_connection(TokioIo::new(stream), service).into_owned();
    watcher.watch(connection).await
}

/// Answers a request once the client has sent all of its body, as far as the body is worth waiting for.
async fn answered(
    router: Router,
    request: Request<Incoming>,
    patience: Duration,
    closed: watch::Receiver<bool>,
) -> Result<Response, Infallible> {
    let (request, left) = UnreadBody::of(request);
    let response = router.oneshot(request).await;
    if let Some(left) = left {
        left.discard(patience, closed).await;
    }
    response
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(PART)
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .max_concurrent_streams(STREAMS)
        .initial_stream_window_size(WINDOWS.0)
        .initial_connection_window_size(WINDOWS.1)
        .max_send_buf_size(PART)
        .max_header_list_size(HEADERS);
    builder
}
