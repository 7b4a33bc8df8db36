//! What the simulated server keeps, in either of the databases that a real one can have.

mod files;
mod schema;
mod tables;

use std::path::Path;
use std::sync::Arc;

use domain::Id;
use server::Host;
use server::storage::Storage;
use tokio::runtime::{Builder, Runtime};

use self::files::Files;
use self::schema::Schemas;
use self::tables::Tables;

/// The kind of database that a world's server has.
#[derive(Debug, Clone, Default)]
pub enum Database {
    /// A file beside it.
    #[default]
    Sqlite,
    /// Schemas in a PostgreSQL.
    Postgres(Arc<Schemas>),
}

/// The database of one world's server.
pub trait Keep {
    /// What a process of the server opens.
    fn open(&self, host: &Host) -> Arc<dyn Storage>;
    /// What the server's processes run on.
    fn runtime(&self) -> &Runtime;
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
    /// A PostgreSQL at that address, which ends with a database's name.
    pub fn postgres(address: &str) -> Self {
        Self::Postgres(Arc::new(Schemas::at(address)))
    }

    /// An empty one, which is gone when it is dropped.
    pub fn make(&self, folder: &Path, host: &Host) -> Box<dyn Keep> {
        match self {
            Self::Sqlite => Box::new(Files::new(folder.join("server"), host)),
            Self::Postgres(schemas) => Box::new(Tables::new(schemas)),
        }
    }
}

fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}
