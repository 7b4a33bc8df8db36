//! A schema of its own in a PostgreSQL.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::Id;
use server::Host;
use server::storage::Storage;
use server::storage::postgres::{Address, Postgres};
use tokio::runtime::Runtime;
use tokio_postgres::{Client, NoTls};

use super::Keep;

/// All that a copy holds.
const TABLES: [&str; 7] =
    ["server", "space", "member", "change", "snapshot", "snapshot_part", "quarantine"];
/// How many schemas this process has made.
static MADE: AtomicU64 = AtomicU64::new(0);

/// The schema, and a look inside.
pub struct Tables {
    schema: String,
    url: String,
    reader: Client,
    runtime: Arc<Runtime>,
}

impl Tables {
    /// An empty one.
    pub fn new(address: &str, runtime: Arc<Runtime>) -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let schema = format!("world_{}_{number}", std::process::id());
        // No power is cut here: waiting for the disk would only take time.
        let url =
            format!("{address}?options=-csearch_path%3D{schema}%20-csynchronous_commit%3Doff");
        let reader = runtime.block_on(connect(&url));
        let tables = Self { schema, url, reader, runtime };
        tables.run(&format!("CREATE SCHEMA {}", tables.schema));
        tables
    }

    fn run(&self, sql: &str) {
        self.runtime.block_on(self.reader.batch_execute(sql)).unwrap();
    }

    fn rows(&self, sql: &str, space: Id) -> Vec<tokio_postgres::Row> {
        self.runtime.block_on(self.reader.query(sql, &[&space])).unwrap()
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

impl Keep for Tables {
    fn open(&self, host: &Host) -> Arc<dyn Storage> {
        let address = Address { url: self.url.clone(), authorities: None, connections: 2 };
        Arc::new(self.runtime.block_on(Postgres::open(&address, host.clone())).unwrap())
    }

    fn head(&self, space: Id) -> Option<u64> {
        let rows = self.rows("SELECT next - 1 FROM space WHERE id = $1", space);
        rows.first().map(|row| row.get::<_, i64>(0).unsigned_abs())
    }

    fn epoch(&self) -> Id {
        let row = self.runtime.block_on(self.reader.query_one("SELECT epoch FROM server", &[]));
        row.unwrap().get(0)
    }

    fn changes(&self, space: Id) -> Vec<(Id, u64)> {
        let sql = "SELECT device, seq FROM change WHERE space = $1 ORDER BY position";
        let row = |row: &tokio_postgres::Row| (row.get(0), row.get::<_, i64>(1).unsigned_abs());
        self.rows(sql, space).iter().map(row).collect()
    }

    fn back_up(&self, number: usize) {
        let copy = |it| format!("CREATE TABLE {it}_{number} AS TABLE {it};");
        self.run(&TABLES.map(copy).concat());
    }

    /// As a dump is put back: whole, and what points to what is not looked at on the way.
    fn put_back(&mut self, number: usize) {
        let empty = TABLES.map(|it| format!("DELETE FROM {it};"));
        let fill = TABLES.map(|it| format!("INSERT INTO {it} SELECT * FROM {it}_{number};"));
        let (empty, fill) = (empty.concat(), fill.concat());
        self.run(&format!(
            "BEGIN; SET LOCAL session_replication_role = replica; {empty} {fill} COMMIT"
        ));
    }
}

impl Drop for Tables {
    fn drop(&mut self) {
        // What is left behind when this fails goes with the PostgreSQL.
        let sql = format!("DROP SCHEMA {} CASCADE", self.schema);
        let _ = self.runtime.block_on(self.reader.batch_execute(&sql));
    }
}
