//! The server without sockets, for a simulator that controls time, network and randomness.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use tokio::sync::watch;
use tower::ServiceExt;
use wire::request::HEADER;

use crate::host::Host;
use crate::hub::Hub;
use crate::limits::Limits;
use crate::routes::router;
use crate::snapshot;
use crate::storage::Storage;

/// A server that is called directly. It never holds a wait: it answers at once with the space's
/// position, and the caller decides when to ask again.
pub struct InProcess {
    router: Router,
    _closing: watch::Sender<bool>,
}

impl InProcess {
    /// A server over a database; several over the same one are several server processes.
    pub fn new(storage: Arc<dyn Storage>, host: Host) -> Self {
        Self::with_snapshots(storage, host, snapshot::AFTER)
    }

    /// The same with a number of changes after which a new snapshot is due; 0 for never.
    pub fn with_snapshots(storage: Arc<dyn Storage>, host: Host, snapshot_after: u64) -> Self {
        // A closing server answers waits at once, as is needed here.
        let (closing, closed) = watch::channel(true);
        let limits = Limits::default().at_any_rate();
        let hub = Hub::new(storage, host, limits, snapshot_after, closed);
        Self { router: router(Arc::new(hub), None), _closing: closing }
    }

    /// Posts a body with its proof. Returns the status and the answer's body.
    pub async fn post(&self, path: &str, proof: &str, body: Vec<u8>) -> (u16, Vec<u8>) {
        let request = Request::post(path)
            .header(HEADER, proof)
            .header("content-length", body.len())
            .body(Body::from(body));
        let Ok(request) = request else { return (400, Vec::new()) };
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        (status, body.map(Into::into).unwrap_or_default())
    }
}
