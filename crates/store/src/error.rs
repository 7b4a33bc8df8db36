//! What can go wrong with the database, and how a shell is told.

use domain::Fault;
use rusqlite::ErrorCode;

/// Why the database did not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule, a limit or a missing record: the caller's to solve.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// The disk refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Another device has written in this one's name, from that number on.
    #[error("another device has written change {seq} in this one's name")]
    Taken {
        /// The number.
        seq: u64,
    },
    /// Something stored isn't of its form.
    #[error("stored {0} cannot be read")]
    Stored(&'static str),
}

/// The outcome of anything here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether it is about what one record holds, and not about the database.
    pub fn is_about_content(&self) -> bool {
        let Self::Sql(error) = self else { return matches!(self, Self::Stored(_)) };
        let code = error.sqlite_error_code();
        matches!(code, Some(ErrorCode::TooBig | ErrorCode::ConstraintViolation))
    }

    /// Whether it is only that the disk is full.
    pub fn is_full_disk(&self) -> bool {
        matches!(self, Self::Sql(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull))
    }

    /// Whether SQLite met what can only be, or may be, a damaged file. SQLCipher says nothing else
    /// but that something failed when a page's seal is broken, and then lets nobody write.
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
