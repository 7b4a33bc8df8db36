//! Errors of the database, and the faults that users see.

use domain::Fault;
use rusqlite::ErrorCode;

/// Why the database refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule, a limit or a missing record: the caller must solve it.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// The disk refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Another device has written under this device's name.
    #[error("another device has written change {seq} in this one's name")]
    Taken {
        /// The first number that the other device wrote.
        seq: u64,
    },
    /// Something stored has the wrong form.
    #[error("stored {0} cannot be read")]
    Stored(&'static str),
}

/// The outcome of any call here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the error concerns the content of one record, not the database.
    pub fn is_about_content(&self) -> bool {
        let Self::Sql(error) = self else { return matches!(self, Self::Stored(_)) };
        let code = error.sqlite_error_code();
        matches!(code, Some(ErrorCode::TooBig | ErrorCode::ConstraintViolation))
    }

    /// Whether the disk is full.
    pub fn is_full_disk(&self) -> bool {
        matches!(self, Self::Sql(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull))
    }

    /// Whether the error may come from a damaged file. If a page fails authentication, SQLCipher
    /// only reports a general error and then refuses all writes.
    pub fn may_be_damage(&self) -> bool {
        use ErrorCode::{DatabaseCorrupt, NotADatabase, ReadOnly, Unknown};
        let code = if let Self::Sql(error) = self { error.sqlite_error_code() } else { None };
        matches!(code, Some(DatabaseCorrupt | NotADatabase | ReadOnly | Unknown))
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Fault(fault) => fault,
            error if error.may_be_damage() => Self::Unsound { detail: error.to_string() },
            other => Self::Storage { detail: other.to_string() },
        }
    }
}
