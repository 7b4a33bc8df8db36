//! The device's database: one SQLCipher file that holds the change log, and records and
//! search index that follow from it. Everything written goes through one transaction.

mod agenda;
mod cases;
mod commit;
mod drafts;
mod error;
mod inbox;
#[cfg(not(target_family = "wasm"))]
pub mod key;
mod log;
mod lookup;
mod occasion;
mod open;
mod outbox;
#[cfg(test)]
mod plans;
mod project;
mod queries;
mod rename;
mod report;
mod same;
mod search;
mod settings;
mod snapshots;
mod verify;
mod views;

pub use commit::{Act, Author};
pub use error::{Error, Result};
pub use inbox::{Incoming, Position, Unread};
pub use queries::{Part, Row};
pub use rename::Renaming;
pub use report::Period;
pub use search::Asked;
pub use settings::{Member, Space, Taking};
pub use snapshots::{Extent, Part as SnapshotPart};

/// An open database.
pub struct Store {
    db: rusqlite::Connection,
}

/// The 32 bytes that open a database.
#[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Key(pub [u8; 32]);
