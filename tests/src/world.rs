//! A world to tell stories in: a real server over real HTTP, and devices with real
//! encrypted databases, all in one process.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use app::{App, Host};
use chrono::{DateTime, Utc};
use domain::views::{Hits, Page, Saved};
use domain::{Entry, Fault, Id, calls};
use serde_json::{Value, json};
use server::{Config, Database, Running, Server};
use tempfile::TempDir;

use crate::FastMachine;

/// When every story begins: at noon in Oslo, on Thursday 14 March 2024.
const BEGINNING: u64 = 1_710_414_000_000;

/// The world's clock, in milliseconds since 1970.
pub fn now() -> u64 {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGINNING + u64::try_from(BEGAN.elapsed().as_millis()).unwrap()
}

/// A server and everybody's devices; gone when it is dropped.
pub struct World {
    folder: TempDir,
    address: String,
    server: Option<Running>,
    /// Changes after which the server would like a snapshot, if not the usual number.
    snapshot_after: Option<u64>,
}

/// Somebody's device.
pub struct Device {
    app: App,
    home: PathBuf,
    /// Milliseconds by which its clock is ahead of the world's; behind it when negative.
    ahead: Arc<AtomicI64>,
}

impl World {
    /// A server that nobody uses yet.
    pub async fn new() -> Self {
        Self::starting(None).await
    }

    /// The same with a server that would like a snapshot after so many changes.
    pub async fn with_snapshots(after: u64) -> Self {
        Self::starting(Some(after)).await
    }

    async fn starting(snapshot_after: Option<u64>) -> Self {
        let folder = TempDir::new().unwrap();
        let mut world = Self { folder, address: String::new(), server: None, snapshot_after };
        world.start_server("127.0.0.1:0").await;
        world
    }

    async fn start_server(&mut self, listen: &str) {
        let database = Database::Folder(self.server_folder());
        let usual = Config::new(database);
        let snapshot_after = self.snapshot_after.unwrap_or(usual.snapshot_after);
        let config = Config { listen: listen.into(), snapshot_after, ..usual };
        let server = Server::start_with(config, server::Host::with_clock(now)).await.unwrap();
        self.address = server.address().to_string();
        self.server = Some(server);
    }

    /// Where the server keeps what it is sent.
    pub fn server_folder(&self) -> PathBuf {
        self.folder.path().join("server")
    }

    /// The server's address.
    pub fn server(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The network is gone.
    pub async fn cut_the_network(&mut self) {
        self.server.take().unwrap().stop().await.unwrap();
    }

    /// The network is back.
    pub async fn mend_the_network(&mut self) {
        let address = self.address.clone();
        self.start_server(&address).await;
    }

    /// A device that has just been installed.
    pub fn new_device(&self, owner: &str) -> Device {
        Device::open(&self.folder.path().join(owner))
    }

    /// A device whose owner has started the site.
    pub async fn founder(&self, owner: &str) -> Device {
        let device = self.new_device(owner);
        let (site, name) = ("Bredtvetveien 2".into(), owner.into());
        device.run(calls::Found { server: self.server(), site, name }).await.unwrap();
        device
    }

    /// A device whose owner has joined the site that `host` shows the code of.
    pub async fn colleague(&self, host: &Device, owner: &str) -> Device {
        let device = self.new_device(owner);
        let code = host.run(calls::Invite { member: None }).await.unwrap().code;
        device.run(calls::Join { code, name: owner.into() }).await.unwrap();
        device
    }

    /// Aisha, who started the site, and Bjørn, who joined it.
    pub async fn two_devices(&self) -> (Device, Device) {
        let aisha = self.founder("Aisha").await;
        let bjorn = self.colleague(&aisha, "Bjørn").await;
        (aisha, bjorn)
    }
}

impl Deref for Device {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl Device {
    /// Opens a home.
    pub fn open(home: &Path) -> Self {
        let ahead = Arc::new(AtomicI64::new(0));
        let more = ahead.clone();
        let now = move || now().saturating_add_signed(more.load(Ordering::Relaxed));
        let host = Host::within(FastMachine::with_clock(now));
        Self { app: App::open_with(home, host).unwrap(), home: home.to_owned(), ahead }
    }

    /// Days go by, as its clock has it.
    pub fn waits(&self, days: i64) {
        self.ahead.fetch_add(days * 24 * 60 * 60 * 1000, Ordering::Relaxed);
    }

    /// Its clock is set to a moment, as it is written.
    pub fn is_at(&self, moment: &str) {
        let moment: DateTime<Utc> = moment.parse().unwrap();
        self.sets_its_clock(moment.timestamp_millis() - i64::try_from(now()).unwrap());
    }

    /// Somebody sets its clock so many milliseconds ahead of the world's, or behind.
    pub fn sets_its_clock(&self, ahead: i64) {
        self.ahead.store(ahead, Ordering::Relaxed);
    }

    /// Where it keeps everything.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Closes the app and opens it again.
    #[must_use]
    pub fn reopened(self) -> Self {
        let home = self.home.clone();
        drop(self);
        Self::open(&home)
    }

    /// Sends and fetches everything.
    pub async fn syncs(&self) {
        self.sync_once().await.unwrap();
    }

    /// Saves a record of that kind.
    pub async fn saves(&self, kind: &str, fields: Value) -> Saved {
        self.tries(kind, Id::from_u128(rand()), fields).await.unwrap()
    }

    /// Saves a record, or hears what is wrong with it.
    pub async fn tries(&self, kind: &str, id: Id, fields: Value) -> Result<Saved, Fault> {
        let fields = fields.as_object().cloned().unwrap();
        let entry = Entry { id, kind: kind.into(), fields, ..Entry::default() };
        self.run(calls::Save { entry }).await
    }

    /// Logs a conversation about Nav.
    pub async fn logs(&self, note: &str) -> Id {
        let fields = json!({ "at": "2024-03-14T09:50:00.000Z", "topics": ["nav"], "note": note });
        self.saves("visit", fields).await.entry.id
    }

    /// Reads a record.
    pub async fn reads(&self, id: Id) -> Entry {
        self.run(calls::Get { id }).await.unwrap().entries.remove(0)
    }

    /// Changes fields of a record, having seen what `entry` shows.
    pub async fn changes(&self, entry: &Entry, fields: Value) -> Saved {
        let fields = fields.as_object().cloned().unwrap();
        self.run(calls::Save { entry: Entry { fields, ..entry.clone() } }).await.unwrap()
    }

    /// Moves a record to the bin, having seen all of it that is here.
    pub async fn deletes(&self, id: Id) -> Saved {
        self.run(calls::Delete { id, seen: None }).await.unwrap()
    }

    /// Searches everything.
    pub async fn searches(&self, typed: &str) -> Hits {
        self.run(calls::Search { text: typed.into(), named: None, limit: 50 }).await.unwrap()
    }

    /// The conversations, latest first.
    pub async fn visits(&self) -> Page {
        self.run(calls::List { kind: "visit".into(), limit: 500, skip: 0 }).await.unwrap()
    }

    /// The notes of all conversations.
    pub async fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = self.visits().await.entries.iter().map(note).collect();
        notes.sort();
        notes
    }
}

/// What a conversation's note says.
pub fn note(entry: &Entry) -> String {
    entry.fields.get("note").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A new id, made now.
pub fn rand() -> u128 {
    Host::with_clock(now).id().as_u128()
}
