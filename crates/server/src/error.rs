//! Errors, and what the caller gets: a status and a refusal.

use std::error::Error as _;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use deadpool_postgres::{PoolError, TimeoutType};
use rusqlite::ErrorCode;
use tokio_postgres::error::SqlState;
use wire::{Refusal, encode};

use crate::answers::plain;
use crate::metrics;

/// An error of the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller is not allowed to, or asked for something impossible.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error("the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// PostgreSQL failed, or the connection to it.
    #[error("the database: {}", told(.0))]
    Postgres(#[from] tokio_postgres::Error),
    /// No connection to PostgreSQL could be had.
    #[error("the database: {0}")]
    Connection(#[source] deadpool_postgres::PoolError),
    /// A setting is invalid.
    #[error("{0}")]
    Setting(String),
    /// The database returned something other than what was stored.
    #[error("the database is damaged: {0}")]
    Corrupt(&'static str),
    /// The database lost its file or its content.
    #[error("{0}")]
    Lost(String),
    /// A space is at the limit of the settings.
    #[error("a space is full: see space-changes and space-mebibytes")]
    Full,
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

const LOST_RACES: [&SqlState; 5] = [
    &SqlState::T_R_SERIALIZATION_FAILURE,
    &SqlState::T_R_DEADLOCK_DETECTED,
    // Two servers created the same table at once.
    &SqlState::UNIQUE_VIOLATION,
    &SqlState::DUPLICATE_TABLE,
    &SqlState::DUPLICATE_OBJECT,
];
/// A part of the database that a device can do without.
pub(crate) const SNAPSHOT: &str = "snapshot";
/// How long a caller waits when all connections are taken.
const PAUSE: u64 = 2_000;

/// A result with the server's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Whether a transaction lost to another one and should be repeated.
    pub(crate) fn is_lost_race(&self) -> bool {
        let Self::Postgres(error) = self else { return false };
        error.code().is_some_and(|code| LOST_RACES.contains(&code))
    }

    /// Which part of the database is damaged, if that is the error.
    pub(crate) fn damage(&self) -> Option<&'static str> {
        match self {
            Self::Corrupt(what) => Some(what),
            Self::Database(rusqlite::Error::SqliteFailure(error, _)) => {
                let damaged = [ErrorCode::DatabaseCorrupt, ErrorCode::NotADatabase];
                damaged.contains(&error.code).then_some("file")
            }
            Self::Database(
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::QueryReturnedNoRows,
            ) => Some("row"),
            Self::Postgres(error) => {
                let code = error.code()?;
                [&SqlState::DATA_CORRUPTED, &SqlState::INDEX_CORRUPTED]
                    .contains(&code)
                    .then_some("file")
            }
            _ => None,
        }
    }

    /// Logs an error for the operator, and counts it if it is damage.
    pub(crate) fn report(&self) {
        if let Some(what) = self.damage() {
            metrics::damaged(what);
        }
        tracing::error!(error = %self, "a request failed");
    }

    /// The refusal for the caller; details go to the log. Damaged data is never handed out: a
    /// device keeps what it has and asks again, until the operator has restored a backup. Without a
    /// snapshot it continues change by change.
    fn refusal(self) -> Refusal {
        if let Self::Refused(refusal) = self {
            return refusal;
        }
        self.report();
        if matches!(self, Self::Corrupt(SNAPSHOT)) {
            Refusal::UnknownSnapshot
        } else {
            Refusal::Storage
        }
    }
}

impl From<PoolError> for Error {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => Self::Postgres(error),
            PoolError::Timeout(TimeoutType::Wait) => Refusal::Busy { millis: PAUSE }.into(),
            error => Self::Connection(error),
        }
    }
}

/// PostgreSQL's message, without the values in it.
fn told(error: &tokio_postgres::Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(told), _) => format!("{} ({})", told.message(), told.code().code()),
        (None, Some(source)) => format!("{error}: {source}"),
        (None, None) => error.to_string(),
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let full = matches!(self, Self::Full);
        let mut response = refuse(&self.refusal());
        if full {
            *response.status_mut() = StatusCode::INSUFFICIENT_STORAGE;
        }
        response
    }
}

/// The answer that carries a refusal.
pub fn refuse(refusal: &Refusal) -> Response {
    let mut response = (status(refusal), plain(encode(refusal).into())).into_response();
    if let Refusal::Busy { millis } = refusal {
        let seconds = HeaderValue::from(millis.div_ceil(1_000));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::Malformed => StatusCode::BAD_REQUEST,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::BadSignature | Refusal::ClockSkew { .. } | Refusal::Replayed => {
            StatusCode::UNAUTHORIZED
        }
        Refusal::UnknownSpace | Refusal::UnknownSnapshot => StatusCode::NOT_FOUND,
        Refusal::NotMember => StatusCode::FORBIDDEN,
        Refusal::SpaceTaken | Refusal::Gap { .. } | Refusal::Cloned { .. } => StatusCode::CONFLICT,
        Refusal::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Storage => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
