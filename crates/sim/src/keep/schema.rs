//! Schemas in a PostgreSQL, used by one world after the other: making one, and connecting, takes
//! PostgreSQL longer than a world does.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use deadpool_postgres::{Client, Pool};
use server::storage::postgres::{Address, pool};
use tokio::runtime::Runtime;

use super::one_thread;

/// How many schemas this process has made.
static MADE: AtomicU64 = AtomicU64::new(0);

/// A PostgreSQL, and the schemas in it that no world uses.
pub struct Schemas {
    address: String,
    free: Mutex<Vec<Schema>>,
}

/// A schema, and the connections to it.
pub struct Schema {
    name: String,
    /// For looking inside.
    pub reader: Client,
    /// The server's connections, and the reader's.
    pub pool: Pool,
    /// What they all live on.
    pub runtime: Runtime,
}

impl Schemas {
    /// None yet.
    pub fn at(address: &str) -> Self {
        Self { address: address.to_owned(), free: Mutex::default() }
    }

    /// One with empty tables, or none.
    pub fn take(&self) -> Schema {
        let free = self.free.lock().unwrap().pop();
        free.unwrap_or_else(|| Schema::make(&self.address))
    }

    /// Lets another world have it. Whoever gives it back has emptied it.
    pub fn give_back(&self, schema: Schema) {
        self.free.lock().unwrap().push(schema);
    }
}

impl fmt::Debug for Schemas {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.address)
    }
}

impl Schema {
    /// Has PostgreSQL do something.
    pub fn run(&self, sql: &str) -> Result<(), tokio_postgres::Error> {
        self.runtime.block_on(self.reader.batch_execute(sql))
    }

    fn make(address: &str) -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("world_{}_{number}", std::process::id());
        // No power is cut here: waiting for the disk would only take time.
        let url = format!("{address}?options=-csearch_path%3D{name}%20-csynchronous_commit%3Doff");
        let runtime = one_thread();
        let pool = pool::build(&Address { url, authorities: None, connections: 3 }).unwrap();
        let reader = runtime.block_on(pool.get()).unwrap();
        let schema = Self { name, reader, pool, runtime };
        schema.run(&format!("CREATE SCHEMA {}", schema.name)).unwrap();
        schema
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        // What is left behind when this fails goes with the PostgreSQL.
        let _ = self.run(&format!("DROP SCHEMA {} CASCADE", self.name));
    }
}
