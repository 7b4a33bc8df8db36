//! What is left of a request's body when its answer is ready. Whoever is hung up on while sending may
//! never see the answer, and asks the same again; so the rest is read and thrown away first.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Request, Version, header};
use futures_util::StreamExt;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::timeout_at;
use wire::BODY_LIMIT;

use crate::pace::Pace;

/// Most bytes that are thrown away; who sends more than that is no device of ours.
const MOST: usize = 2 * BODY_LIMIT;

/// A body that somebody else reads, as far as they like.
#[derive(Debug, Clone)]
pub struct Leftover(Arc<Mutex<Incoming>>);

impl Leftover {
    /// Splits a request: what goes on to be answered, and what is left of its body then. Nothing is
    /// where that harms nobody: a stream of HTTP/2 ends alone, and who expects a word first waits for it.
    pub fn of(request: Request<Incoming>) -> (Request<axum::body::Body>, Option<Self>) {
        let patient = request.headers().contains_key(header::EXPECT);
        if request.version() >= Version::HTTP_2 || patient {
            return (request.map(axum::body::Body::new), None);
        }
        let (head, body) = request.into_parts();
        let body = Self(Arc::new(Mutex::new(body)));
        (Request::from_parts(head, axum::body::Body::new(body.clone())), Some(body))
    }

    /// Reads to the end, unless it comes too slowly or is too much.
    pub async fn discard(self, patience: Duration) {
        let mut parts = axum::body::Body::new(self).into_data_stream();
        let (mut pace, mut left) = (Pace::new(patience), MOST);
        while let Ok(Some(Ok(part))) = timeout_at(pace.due(), parts.next()).await {
            pace.came(part.len());
            match left.checked_sub(part.len()) {
                Some(less) => left = less,
                None => break,
            }
        }
    }
}

impl Body for Leftover {
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
