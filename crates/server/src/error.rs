//! What can go wrong, and how the caller is told: a status and a refusal.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sync::wire::{Refusal, encode};

/// What can go wrong in the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller may not have it, or asked for something impossible.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error("the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// What the database holds does not make sense.
    #[error("the database holds an impossible {0}")]
    Corrupt(&'static str),
    /// The database was written by a newer version of the server.
    #[error("the database has version {found}, and this server knows up to {known}")]
    Newer {
        /// The database's version.
        found: usize,
        /// The last one that this server knows.
        known: usize,
    },
    /// A file, a socket or a thread failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The operating system gave no randomness.
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
}

/// A result with the server's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What the caller is told; the rest is for the log.
    fn refusal(self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal,
            error => {
                tracing::error!(%error, "a request failed");
                Refusal::Storage
            }
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        refuse(&self.refusal())
    }
}

/// The answer that carries a refusal.
pub fn refuse(refusal: &Refusal) -> Response {
    let mut response = (status(refusal), answer(encode(refusal))).into_response();
    if let Refusal::Busy { millis } = refusal {
        let seconds = HeaderValue::from(millis.div_ceil(1_000));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// A body in the wire's encoding.
pub fn answer(body: Vec<u8>) -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, "no-store")],
        body,
    )
}

fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::Malformed => StatusCode::BAD_REQUEST,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::BadSignature | Refusal::ClockSkew { .. } | Refusal::Replayed => {
            StatusCode::UNAUTHORIZED
        }
        Refusal::UnknownSpace => StatusCode::NOT_FOUND,
        Refusal::NotMember => StatusCode::FORBIDDEN,
        Refusal::SpaceTaken | Refusal::Gap { .. } | Refusal::Cloned { .. } => StatusCode::CONFLICT,
        Refusal::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Storage => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
