//! A request's body, sent piece by piece, so that its progress is visible.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::platform::http::Moved;

/// Bytes in a piece.
const PIECE: usize = 16 << 10;

/// A body.
pub struct Upload {
    rest: Bytes,
    moved: Moved,
}

impl Upload {
    /// A body, and where its progress is reported.
    pub fn new(body: Vec<u8>, moved: Moved) -> Self {
        Self { rest: body.into(), moved }
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = PIECE.min(self.rest.len());
        let piece = self.rest.split_to(length);
        self.moved.add(length);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
