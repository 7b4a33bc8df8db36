//! Reads and discards the unread rest of a request's body before the response is sent. A client whose
//! connection closes while it is still sending may never see the response, and then repeats the request.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Request, Version, header};
use futures_util::StreamExt;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::sync::watch;
use tokio::time::timeout_at;
use wire::BODY_LIMIT;

use crate::pace::Pace;

/// Most bytes to discard. Our devices send no larger bodies.
const MOST: u64 = 2 * BODY_LIMIT as u64;

/// A handle to a request's body. The handler reads the body through a second handle.
#[derive(Debug, Clone)]
pub struct UnreadBody(Arc<Mutex<Incoming>>);

impl UnreadBody {
    /// Splits a request into the request for the handler and a handle to its body. There is no handle
    /// for HTTP/2, where a response ends its own stream only, nor for a request with `Expect`, whose
    /// client sends no body before the server asks for it.
    pub fn of(request: Request<Incoming>) -> (Request<axum::body::Body>, Option<Self>) {
        let patient = request.headers().contains_key(header::EXPECT);
        if request.version() >= Version::HTTP_2 || patient {
            return (request.map(axum::body::Body::new), None);
        }
        let (head, body) = request.into_parts();
        let body = Self(Arc::new(Mutex::new(body)));
        (Request::from_parts(head, axum::body::Body::new(body.clone())), Some(body))
    }

    /// Reads the body to its end. Stops when the body comes too slowly or exceeds [`MOST`], and when the
    /// server is `closed`. Reads nothing of a body that announces more than that: its client would be cut
    /// off either way.
    pub async fn discard(self, patience: Duration, mut closed: watch::Receiver<bool>) {
        if self.size_hint().lower() > MOST {
            return;
        }
        tokio::select! {
            () = self.read(patience) => {}
            // It fails when the sender is gone, and then the server was dropped.
            _ = closed.wait_for(|closed| *closed) => {}
        }
    }

    async fn read(self, patience: Duration) {
        let mut parts = axum::body::Body::new(self).into_data_stream();
        let (mut pace, mut left) = (Pace::new(patience), MOST);
        while let Ok(Some(Ok(part))) = timeout_at(pace.due(), parts.next()).await {
            pace.came(part.len());
            match left.checked_sub(part.len() as u64) {
                Some(less) => left = less,
                None => break,
            }
        }
    }
}

impl Body for UnreadBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<hyper::Result<Frame<Bytes>>>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}
