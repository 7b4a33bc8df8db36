//! The device's database: one SQLCipher file with the change log, and the records and search index
//! computed from it. Every write goes through one transaction.

mod commit;
mod drafts;
mod error;
#[cfg(not(target_family = "wasm"))]
pub mod key;
mod log;
mod open;
mod project;
mod query;
mod records;
#[cfg(not(target_family = "wasm"))]
mod salvage;
mod search;
mod settings;
mod sync;
mod verify;
mod views;

pub use commit::{Act, Author, Written};
pub use error::{Error, Result};
pub use query::report::Period;
pub use query::{Part, Row};
pub use records::Records;
#[cfg(not(target_family = "wasm"))]
pub use salvage::is_there;
pub use search::Asked;
pub use settings::{Device, Space, Taking};
pub use sync::inbox::{Incoming, Position};
pub use sync::quarantine::Unread;
pub use sync::rename::{Parting, Renaming};
pub use sync::snapshots::{Extent, Part as SnapshotPart};

/// An open database.
pub struct Store {
    db: rusqlite::Connection,
    /// Its path and key; none in memory.
    #[cfg(not(target_family = "wasm"))]
    place: Option<open::Place>,
    /// Why the store no longer has a database: a salvage failed while the app ran.
    #[cfg(not(target_family = "wasm"))]
    gone: Option<domain::Fault>,
    salvaged: Option<domain::views::Salvaged>,
    /// Whether the database was let go, because the device is being emptied.
    closed: bool,
    fresh: project::Fresh,
    /// Whether a full disk keeps the records behind the log.
    behind: bool,
    /// Whether they have caught up since.
    caught_up: bool,
}

impl Store {
    /// What was salvaged since the app started, if the database was damaged.
    pub const fn salvaged(&self) -> Option<&domain::views::Salvaged> {
        self.salvaged.as_ref()
    }

    /// Whether [`Store::close`] was called.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }
}

/// The 32 bytes of a database's key.
#[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Key(pub [u8; 32]);

impl Key {
    /// The key in SQLCipher's syntax, with the salt. The salt is given here because the file's own
    /// header may be damaged.
    fn spoken(&self) -> String {
        let key = base16ct::lower::encode_string(&self.0);
        #[cfg(not(target_family = "wasm"))]
        return format!("x'{key}{}'", base16ct::lower::encode_string(&self.id()));
        #[cfg(target_family = "wasm")]
        return format!("x'{key}'");
    }
}
