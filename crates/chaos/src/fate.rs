//! What can become of a request on its way, and carrying that out.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::http::{self, drip, message};

/// What becomes of a request.
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
    /// Somebody on the way sends the device to another address.
    SentTo(String),
    /// The answer comes after that time.
    Late(Duration),
    /// The line is reset, and nothing arrives.
    Reset,
    /// The line breaks within its answer; where is counted in bytes, again from the start after the
    /// end.
    CutWithin(usize),
    /// The answer's body ends before its end, and its head says that this is all; counted likewise.
    Shortened(usize),
    /// That bit of its body arrives as the opposite.
    FlippedThere(usize),
    /// That bit of its answer's body comes back as the opposite.
    FlippedBack(usize),
    /// An answer comes back that has no end, in pieces of so many bytes with a pause after each;
    /// the bytes are counted.
    Endless(usize, Duration, Arc<AtomicUsize>),
    /// Nothing comes back until the device hangs up, or until that time is over.
    Swallowed(Duration),
    /// An earlier request arrives once more, just before it.
    Behind(Vec<u8>),
    /// It arrives nowhere, and an answer to something else comes back.
    Instead(Vec<u8>),
}

/// What goes back to the device.
pub struct Back {
    /// The answer.
    pub bytes: Vec<u8>,
    /// In pieces of so many bytes, with a pause after each; else at once.
    pub pace: Option<(usize, Duration)>,
}

impl Fate {
    /// Whether the answer that comes back, if any does, is the server's own.
    pub fn is_truthful(&self) -> bool {
        !matches!(
            self,
            Self::Told(..)
                | Self::SentTo(_)
                | Self::Shortened(_)
                | Self::FlippedBack(_)
                | Self::Instead(_)
                | Self::Endless(..)
        )
    }

    /// Carries it out; nothing goes back when the line broke.
    pub async fn meets(self, server: &str, request: &[u8], client: &mut TcpStream) -> Option<Back> {
        match self {
            Self::CutThere(bytes) => cut_there(server, request, bytes).await,
            Self::CutBack(bytes) => {
                let answer = ask(server, request).await?;
                client.write_all(answer.get(..bytes).unwrap_or(&answer)).await.ok()?;
                None
            }
            Self::CutWithin(place) => {
                let answer = ask(server, request).await?;
                client.write_all(within(&answer, place)).await.ok()?;
                None
            }
            Self::Slow(piece, pause) => {
                let mut server = connect(server).await?;
                drip(&mut server, request, piece, pause).await?;
                let bytes = message(&mut server).await?;
                Some(Back { bytes, pace: Some((piece, pause)) })
            }
            Self::Reset => {
                client.set_zero_linger().ok()?;
                None
            }
            Self::Endless(piece, pause, counted) => {
                client.write_all(b"HTTP/1.1 200 Told\r\n\r\n").await.ok()?;
                let bytes = vec![b'x'; piece];
                loop {
                    drip(client, &bytes, piece, pause).await?;
                    counted.fetch_add(piece, Ordering::Relaxed);
                }
            }
            Self::Swallowed(most) => {
                // Whatever comes now is the device hanging up.
                let _ = timeout(most, client.read_u8()).await;
                None
            }
            other => {
                let bytes = other.answer(server, request).await?;
                Some(Back { bytes, pace: None })
            }
        }
    }

    async fn answer(self, server: &str, request: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Told(status, body) => Some(http::answer(status, "", body.as_bytes())),
            Self::SentTo(address) => {
                Some(http::answer(302, &format!("location: {address}\r\n"), b""))
            }
            Self::Instead(answer) => Some(answer),
            Self::FlippedThere(bit) => ask(server, &http::flipped(request.to_vec(), bit)).await,
            Self::FlippedBack(bit) => Some(http::flipped(ask(server, request).await?, bit)),
            Self::Shortened(place) => {
                let answer = ask(server, request).await?;
                let short = within(http::body(&answer), place);
                Some(http::answer(http::status(&answer), "", short))
            }
            Self::Late(pause) => {
                let answer = ask(server, request).await;
                sleep(pause).await;
                answer
            }
            Self::Held(release) => {
                release.acquire().await.ok()?.forget();
                ask(server, request).await
            }
            Self::Twice => {
                ask(server, request).await?;
                ask(server, request).await
            }
            Self::Behind(earlier) => {
                ask(server, &earlier).await;
                ask(server, request).await
            }
            _ => ask(server, request).await,
        }
    }
}

async fn cut_there(server: &str, request: &[u8], bytes: usize) -> Option<Back> {
    let mut server = connect(server).await?;
    server.write_all(request.get(..bytes).unwrap_or(request)).await.ok()?;
    // Whoever hangs up with something unread resets the line, and the rest is lost.
    if bytes >= request.len() {
        message(&mut server).await?;
    }
    None
}

/// The beginning of something, which is never all of it.
fn within(bytes: &[u8], place: usize) -> &[u8] {
    &bytes[..place % bytes.len().max(1)]
}

async fn connect(server: &str) -> Option<TcpStream> {
    TcpStream::connect(server).await.ok()
}

async fn ask(server: &str, request: &[u8]) -> Option<Vec<u8>> {
    let mut server = connect(server).await?;
    server.write_all(request).await.ok()?;
    message(&mut server).await
}
