//! Answers on their way. A large one takes room until its last part is with the system. A caller
//! that does not take its answer loses it.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::mpsc;
use tokio::time::timeout;
use uuid::Uuid;

use crate::Result;
use crate::hub::Hub;
use crate::pace::PART;
use crate::room::Held;

/// Answers up to this size take no room, so they are never refused.
const SMALL: usize = 16 << 10;

/// A message in the wire's encoding to a member of a space. It takes room of that space alone.
pub fn message(hub: &Hub, space: Uuid, body: Vec<u8>) -> Result<Response> {
    let headers = [(CONTENT_LENGTH, body.len().to_string())];
    let body = if body.len() > SMALL { parts(hub, space, body)? } else { body.into() };
    Ok((headers, plain(body)).into_response())
}

/// The same without taking room, whatever its size.
pub fn plain(body: Body) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/octet-stream"), (CACHE_CONTROL, "no-store")], body)
}

/// Sent part by part as the caller takes them.
fn parts(hub: &Hub, space: Uuid, body: Vec<u8>) -> Result<Body> {
    let room = hub.answers.take(space, body.len()).ok_or_else(|| hub.busy())?;
    let (size, (sender, receiver)) = (body.len(), mpsc::channel(1));
    // A task of its own, because an answer whose caller takes nothing is not polled.
    tokio::spawn(hand_over(body, room, sender, hub.patience));
    let rest = stream::unfold((receiver, size), |(mut parts, left)| async move {
        match (parts.recv().await, left) {
            (_, 0) => None,
            (Some(part), _) => {
                let left = left - part.len();
                Some((Ok(part), (parts, left)))
            }
            (None, _) => Some((Err(io::Error::from(io::ErrorKind::TimedOut)), (parts, 0))),
        }
    });
    Ok(Body::from_stream(rest))
}

/// Hands over a part as soon as there is room for it on the way. A caller that takes too long, or
/// has hung up, loses the rest. Each part is a copy, so that the last one does not hold all the
/// others.
async fn hand_over(
    body: Vec<u8>,
    room: Held<Uuid>,
    parts: mpsc::Sender<Bytes>,
    patience: Duration,
) {
    for part in body.chunks(PART) {
        let sent = timeout(patience, parts.send(Bytes::copy_from_slice(part))).await;
        if !matches!(sent, Ok(Ok(()))) {
            break;
        }
    }
    drop((body, room));
}
