//! What the simulated server keeps, in either of the databases that a real one can have.

mod files;
mod tables;

use std::path::Path;
use std::sync::Arc;

use domain::Id;
use server::Host;
use server::storage::Storage;
use tokio::runtime::Runtime;

use self::files::Files;
use self::tables::Tables;

/// The kind of database that a world's server has.
#[derive(Debug, Clone, Default)]
pub enum Database {
    /// A file beside it.
    #[default]
    Sqlite,
    /// A PostgreSQL at that address, which ends with a database's name.
    Postgres(String),
}

/// The database of one world's server.
pub trait Keep {
    /// What a process of the server opens.
    fn open(&self, host: &Host) -> Arc<dyn Storage>;
    /// A space's last position, if there is such a space.
    fn head(&self, space: Id) -> Option<u64>;
    /// The life it is in.
    fn epoch(&self) -> Id;
    /// Whose changes it has in a space, in its order.
    fn changes(&self, space: Id) -> Vec<(Id, u64)>;
    /// Makes a copy.
    fn back_up(&self, number: usize);
    /// Puts a copy back; no process has it open.
    fn put_back(&mut self, number: usize);
}

impl Database {
    /// An empty one, which is gone when it is dropped.
    pub fn make(&self, folder: &Path, host: &Host, runtime: &Arc<Runtime>) -> Box<dyn Keep> {
        match self {
            Self::Sqlite => Box::new(Files::new(folder.join("server"), host)),
            Self::Postgres(address) => Box::new(Tables::new(address, runtime.clone())),
        }
    }
}
