//! A PostgreSQL's tables.

use std::cell::Cell;
use std::sync::Arc;

use domain::Id;
use server::Host;
use server::storage::Storage;
use server::storage::postgres::Postgres;
use tokio::runtime::Runtime;

use super::Keep;
use super::schema::{Schema, Schemas};

/// All that a copy holds.
const TABLES: [&str; 7] =
    ["server", "space", "member", "change", "snapshot", "snapshot_part", "quarantine"];

/// The tables of one world, and a look inside.
pub struct Tables {
    schemas: Arc<Schemas>,
    /// Gone only when this is dropped.
    schema: Option<Schema>,
    copies: Cell<usize>,
}

impl Tables {
    /// Empty ones.
    pub fn new(schemas: &Arc<Schemas>) -> Self {
        let (schemas, schema) = (schemas.clone(), schemas.take());
        Self { schemas, schema: Some(schema), copies: Cell::new(0) }
    }

    fn schema(&self) -> &Schema {
        self.schema.as_ref().unwrap()
    }

    fn rows(&self, sql: &str, space: Id) -> Vec<tokio_postgres::Row> {
        let reader = &self.schema().reader;
        let rows = async { reader.query(&reader.prepare_cached(sql).await?, &[&space]).await };
        self.runtime().block_on(rows).unwrap()
    }
}

impl Keep for Tables {
    fn open(&self, host: &Host) -> Arc<dyn Storage> {
        let opened = Postgres::over(self.schema().pool.clone(), host.clone());
        Arc::new(self.runtime().block_on(opened).unwrap())
    }

    fn runtime(&self) -> &Runtime {
        &self.schema().runtime
    }

    fn head(&self, space: Id) -> Option<u64> {
        let rows = self.rows("SELECT next - 1 FROM space WHERE id = $1", space);
        rows.first().map(|row| row.get::<_, i64>(0).unsigned_abs())
    }

    fn epoch(&self) -> Id {
        let row = self.schema().reader.query_one("SELECT epoch FROM server", &[]);
        self.runtime().block_on(row).unwrap().get(0)
    }

    fn changes(&self, space: Id) -> Vec<(Id, u64)> {
        let sql = "SELECT device, seq FROM change WHERE space = $1 ORDER BY position";
        let row = |row: &tokio_postgres::Row| (row.get(0), row.get::<_, i64>(1).unsigned_abs());
        self.rows(sql, space).iter().map(row).collect()
    }

    fn back_up(&self, number: usize) {
        let copy = |it| {
            let to = format!("{it}_{number}");
            format!("CREATE TABLE IF NOT EXISTS {to} (LIKE {it}); INSERT INTO {to} TABLE {it};")
        };
        self.schema().run(&TABLES.map(copy).concat()).unwrap();
        self.copies.set(number + 1);
    }

    fn put_back(&mut self, number: usize) {
        let fill = TABLES.map(|it| format!("INSERT INTO {it} SELECT * FROM {it}_{number};"));
        self.schema().run(&in_place_of_all(&fill.concat())).unwrap();
    }
}

/// As a dump is put back: whole, and what points to what is not looked at on the way.
fn in_place_of_all(fill: &str) -> String {
    let empty = TABLES.map(|it| format!("DELETE FROM {it};")).concat();
    format!("BEGIN; SET LOCAL session_replication_role = replica; {empty} {fill} COMMIT")
}

impl Drop for Tables {
    /// Leaves the next world what a new database has, and the tables for its copies: making one
    /// takes longer than filling it.
    fn drop(&mut self) {
        let empty = |number| TABLES.map(|it| format!("DELETE FROM {it}_{number};")).concat();
        let copies: String = (0..self.copies.get()).map(empty).collect();
        let Some(schema) = self.schema.take() else { return };
        if schema.run(&in_place_of_all("")).and_then(|()| schema.run(&copies)).is_ok() {
            self.schemas.give_back(schema);
        }
    }
}
