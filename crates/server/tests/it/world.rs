//! A server on a port of its own with a database on disk, and ways to call it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use reqwest::{Client, RequestBuilder, StatusCode};
use server::{Config, Limits, Running, Server};
use wire::request::HEADER;
use wire::{BODY_LIMIT, Endpoint, Page, Refusal, SealedChange, decode, encode};

use crate::it::device::Device;
use crate::store::Store;

/// Long enough for any machine; only a test that hangs gets here.
pub const HANG: Duration = Duration::from_mins(2);

/// A server and its database.
pub struct World {
    pub store: Arc<Store>,
    running: Option<Running>,
    http: Client,
    snapshot_after: u64,
    /// Where the server is, if another program is it.
    elsewhere: Option<SocketAddr>,
}

impl World {
    /// A server with an empty database.
    pub async fn new() -> Self {
        Self::over(Arc::new(Store::new())).await
    }

    /// A server over a database, which may have others already.
    pub async fn over(store: Arc<Store>) -> Self {
        let snapshot_after = Config::new(store.database()).snapshot_after;
        let (http, elsewhere) = (client(), None);
        let mut world = Self { store, running: None, http, snapshot_after, elsewhere };
        world.start().await;
        world
    }

    /// A server over a database that is another program.
    pub fn elsewhere(store: Arc<Store>, address: SocketAddr) -> Self {
        let snapshot_after = Config::new(store.database()).snapshot_after;
        let elsewhere = Some(address);
        Self { store, running: None, http: client(), snapshot_after, elsewhere }
    }

    /// A server that has a site with Aisha and Bjørn as its members.
    pub async fn with_two_members() -> (Self, Device, Device) {
        let (world, aisha, bjorn) =
            (Self::new().await, Device::of_site(1, 1), Device::of_site(1, 2));
        world.call(&aisha, &aisha.found()).await.unwrap();
        world.call(&bjorn, &bjorn.join()).await.unwrap();
        (world, aisha, bjorn)
    }

    /// The same, where a snapshot is due after so many changes.
    pub async fn with_snapshots(snapshot_after: u64) -> (Self, Device, Device) {
        let (mut world, aisha, bjorn) = Self::with_two_members().await;
        world.snapshot_after = snapshot_after;
        world.stop().await;
        world.start().await;
        (world, aisha, bjorn)
    }

    pub async fn start(&mut self) {
        let (limits, snapshot_after) = (Limits::default().at_any_rate(), self.snapshot_after);
        let usual = Config::new(self.store.database());
        self.start_with(Config { limits, snapshot_after, ..usual }).await;
    }

    pub async fn start_with(&mut self, config: Config) {
        self.running = Some(Server::start(config).await.unwrap());
    }

    pub async fn stop(&mut self) {
        self.running.take().unwrap().stop().await.unwrap();
    }

    /// Makes a call as a device.
    pub async fn call<E: Endpoint>(
        &self,
        device: &Device,
        message: &E,
    ) -> Result<E::Reply, Refusal> {
        self.call_at(device, message, now()).await
    }

    /// Makes a call as a device whose clock shows a time.
    pub async fn call_at<E: Endpoint>(
        &self,
        device: &Device,
        message: &E,
        time: u64,
    ) -> Result<E::Reply, Refusal> {
        let body = encode(message);
        let proof = device.prove(E::PATH, &body, time).to_header();
        let (status, body) = self.post(E::PATH, &proof, body).await;
        if status == StatusCode::OK {
            Ok(decode(&body).unwrap())
        } else {
            Err(decode(&body).unwrap())
        }
    }

    /// Posts anything.
    pub async fn post(&self, path: &str, proof: &str, body: Vec<u8>) -> (StatusCode, Vec<u8>) {
        let request = self.http.post(self.url(path)).header(HEADER, proof).body(body);
        let response = request.send().await.unwrap();
        (response.status(), response.bytes().await.unwrap().to_vec())
    }

    /// Fetches a file.
    pub async fn get(&self, path: &str) -> reqwest::Response {
        self.request(path).send().await.unwrap()
    }

    /// Fetches a file as a browser that can unpack it.
    pub async fn get_packed(&self, path: &str, accepted: &str) -> reqwest::Response {
        self.request(path).header("accept-encoding", accepted).send().await.unwrap()
    }

    /// A request that can be awaited after the server is gone.
    pub fn posting(
        &self,
        path: &str,
        proof: &str,
        body: Vec<u8>,
    ) -> impl Future<Output = reqwest::Result<reqwest::Response>> + 'static {
        self.http.post(self.url(path)).header(HEADER, proof).body(body).send()
    }

    /// Pulls until complete.
    pub async fn pull_all(&self, device: &Device, limit: u32) -> Vec<Page> {
        let (mut pages, mut after) = (Vec::<Page>::new(), 0);
        while pages.last().is_none_or(|page| page.next < page.head) {
            let pull = wire::Pull { limit, ..device.pull(after) };
            let page = self.call(device, &pull).await.unwrap();
            assert!(page.next > after || page.head == after, "a page goes forward");
            after = page.next;
            pages.push(page);
        }
        pages
    }

    /// A request for a file that isn't sent yet.
    pub fn request(&self, path: &str) -> RequestBuilder {
        self.http.get(self.url(path))
    }

    /// What the operator is told.
    pub async fn operator(&self, path: &str) -> String {
        let address = self.running.as_ref().unwrap().admin().unwrap();
        let asked = self.http.get(format!("http://{address}{path}")).send().await.unwrap();
        asked.text().await.unwrap()
    }

    pub fn address(&self) -> SocketAddr {
        self.elsewhere.unwrap_or_else(|| self.running.as_ref().unwrap().address())
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }
}

fn client() -> Client {
    Client::builder().timeout(HANG).no_proxy().build().unwrap()
}

/// The changes of several pages.
pub fn joined(pages: Vec<Page>) -> Vec<SealedChange> {
    pages.into_iter().flat_map(|page| page.changes).collect()
}

/// A body that is too large by one byte.
pub fn too_large() -> Vec<u8> {
    vec![0; BODY_LIMIT + 1]
}

/// Milliseconds since 1970, as on the server.
// A real server checks it against its own.
#[allow(clippy::disallowed_methods)]
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}
