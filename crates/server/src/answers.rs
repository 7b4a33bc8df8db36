//! Answers on their way: a large one takes room until its last part is with the system.

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use crate::Result;
use crate::hub::Hub;

/// As many bytes as a connection's buffer takes anyway.
const PART: usize = 64 << 10;

/// A message in the wire's encoding.
pub fn message(hub: &Hub, body: Vec<u8>) -> Result<Response> {
    let headers = [(CONTENT_LENGTH, body.len().to_string())];
    let body = if body.len() > PART { parts(hub, body.into())? } else { body.into() };
    Ok((headers, plain(body)).into_response())
}

/// The same of any size, which nothing counts.
pub fn plain(body: Body) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/octet-stream"), (CACHE_CONTROL, "no-store")], body)
}

/// Part by part as the caller takes them, so that a slow one's answer is counted.
fn parts(hub: &Hub, body: Bytes) -> Result<Body> {
    let room = hub.answers.take(body.len(), &hub.host)?;
    let rest = stream::unfold((body, room), |(mut body, room)| async {
        let part = body.split_to(PART.min(body.len()));
        (!part.is_empty()).then_some((Ok::<_, std::io::Error>(part), (body, room)))
    });
    Ok(Body::from_stream(rest))
}
