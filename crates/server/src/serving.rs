//! Connections: how many, how long they may dawdle, and how much memory each may take.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::sleep;
use tower::ServiceExt;

use crate::callers::Peer;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long a request's head may take, and how long a connection may idle. Longer
/// than a wait lasts, so that who is answered can ask again on the same connection.
const HEAD: Duration = Duration::from_secs(75);
/// How long after a failure to take another connection.
const PAUSE: Duration = Duration::from_millis(200);
/// How often a silent HTTP/2 connection is asked whether it is still there.
const PING: Duration = Duration::from_mins(1);
/// Most bytes of a connection's buffer, either way.
const BUFFER: usize = 64 << 10;
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 32;
/// Bytes that may be under way before a stream, or a connection, is read on.
const WINDOWS: (u32, u32) = (256 << 10, 1 << 20);
/// Most bytes of a request's headers.
const HEADERS: u32 = 16 << 10;

/// Serves until told to close; then lets what is under way finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    connections: usize,
    mut closed: watch::Receiver<bool>,
) {
    let (room, open) = (Arc::new(Semaphore::new(connections)), GracefulShutdown::new());
    loop {
        let (stream, permit) = tokio::select! {
            accepted = accept(&listener, &room) => accepted,
            // It fails when the sender is gone, and then the server was dropped.
            _ = closed.wait_for(|closed| *closed) => break,
        };
        let (router, watcher) = (router.clone(), open.watcher());
        tokio::spawn(async move {
            // It fails when the caller hangs up, which they may.
            let _ = connection(stream, router, watcher).await;
            drop(permit);
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// The next connection, when there is room for one.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // It fails when the semaphore is closed, which this one never is.
    let permit = Arc::clone(room).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, permit),
            Err(error) => {
                tracing::warn!(%error, "cannot take a connection");
                sleep(PAUSE).await;
            }
        }
    }
}

async fn connection(stream: TcpStream, router: Router, watcher: Watcher) -> Result<(), Failure> {
    stream.set_nodelay(true)?;
    let peer = Peer(stream.peer_addr()?.ip());
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = builder().serve_connection(TokioIo::new(stream), service).into_owned();
    watcher.watch(connection).await
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(BUFFER)
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .max_concurrent_streams(STREAMS)
        .initial_stream_window_size(WINDOWS.0)
        .initial_connection_window_size(WINDOWS.1)
        .max_send_buf_size(BUFFER)
        .max_header_list_size(HEADERS);
    builder
}
