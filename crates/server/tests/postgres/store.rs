//! A database of one's own on a PostgreSQL.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, Weak};

use server::Database;
use server::storage::postgres::Address;
use tempfile::NamedTempFile;
use tokio_postgres::{Client, NoTls};

use postgres_cluster::{Cluster, VARIABLE, programs};

/// A database that is dropped with this.
pub struct Store {
    name: String,
    address: String,
    /// Ends with the last of its databases.
    _cluster: Option<Arc<Cluster>>,
}

/// What was put aside.
pub struct Backup(NamedTempFile);

impl Store {
    pub fn new() -> Self {
        let (address, cluster) = address();
        let unique = tempfile::Builder::new().rand_bytes(16).tempfile().unwrap();
        let name = unique.path().file_name().unwrap().to_str().unwrap().replace('.', "t");
        run("createdb", &[&format!("--maintenance-db={address}/postgres"), &name]);
        Self { name, address, _cluster: cluster }
    }

    pub fn database(&self) -> Database {
        Database::Postgres(self.at())
    }

    /// Where it is.
    pub fn at(&self) -> Address {
        Address { url: self.url(), authorities: None, connections: 8 }
    }

    /// A connection besides the server's.
    pub async fn connect(&self) -> Client {
        let (client, connection) = tokio_postgres::connect(&self.url(), NoTls).await.unwrap();
        tokio::spawn(connection);
        client
    }

    /// What the program is told to find it.
    pub fn arguments(&self) -> Vec<String> {
        vec!["--database".into(), self.url()]
    }

    /// Flips a bit of a column, as a disk may do; flipped again, it is mended.
    pub async fn flip(&self, table: &str, column: &str, which: &str) {
        let db = self.connect().await;
        db.batch_execute("SET session_replication_role = replica").await.unwrap();
        let select = format!(r#"SELECT pg_typeof("{column}")::TEXT FROM "{table}" LIMIT 1"#);
        let row = db.query_one(&select, &[]).await.unwrap();
        let flipped = match row.get(0) {
            "bytea" => format!(r#"set_byte("{column}", 0, get_byte("{column}", 0) # 1)"#),
            "uuid" => format!(
                r#"encode(set_byte(uuid_send("{column}"), 0, get_byte(uuid_send("{column}"), 0) # 1), 'hex')::UUID"#
            ),
            _ => format!(r#""{column}" # 1"#),
        };
        let update = format!(r#"UPDATE "{table}" SET "{column}" = {flipped} WHERE {which}"#);
        assert!(db.execute(&update, &[]).await.unwrap() > 0);
    }

    /// Makes it what a server that kept no sums left.
    pub async fn as_before_sums(&self) {
        let undo = "ALTER TABLE change DROP COLUMN sum; ALTER TABLE space DROP COLUMN bytes;
            DELETE FROM migration WHERE number = 3;";
        self.connect().await.batch_execute(undo).await.unwrap();
    }

    /// Puts aside what it holds, as docs/server.md says.
    pub fn backup(&self) -> Backup {
        let file = NamedTempFile::new().unwrap();
        let into = format!("--file={}", file.path().display());
        run("pg_dump", &["--format=custom", &into, &self.url()]);
        Backup(file)
    }

    /// Puts it back, as docs/server.md says; the server is stopped.
    pub fn restore(&self, backup: &Backup) {
        self.disappear();
        run("createdb", &[&self.maintenance(), &self.name]);
        let into = format!("--dbname={}", self.url());
        run("pg_restore", &["--exit-on-error", &into, backup.0.path().to_str().unwrap()]);
    }

    /// Drops it under the server's feet.
    pub fn disappear(&self) {
        run("dropdb", &[&self.maintenance(), "--force", "--if-exists", &self.name]);
    }

    fn maintenance(&self) -> String {
        format!("--maintenance-db={}/postgres", self.address)
    }

    fn url(&self) -> String {
        format!("{}/{}", self.address, self.name)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.disappear();
        }
    }
}

fn address() -> (String, Option<Arc<Cluster>>) {
    static SHARED: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());
    if let Ok(address) = std::env::var(VARIABLE) {
        return (address, None);
    }
    let mut shared = SHARED.lock().unwrap();
    let cluster = shared.upgrade().unwrap_or_else(|| Arc::new(Cluster::start().unwrap()));
    *shared = Arc::downgrade(&cluster);
    (cluster.address().to_owned(), Some(cluster))
}

fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let program: PathBuf = programs().unwrap().join(program);
    let output = Command::new(&program).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", program.display());
    output.stdout
}
