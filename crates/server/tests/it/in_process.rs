//! The server without sockets, as a simulator has it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use server::storage::Storage;
use server::storage::sqlite::Sqlite;
use server::{Host, InProcess};
use tempfile::TempDir;
use uuid::Uuid;
use wire::{Endpoint, Head, Page, Refusal, Wait, decode, encode};

use crate::it::device::Device;

/// Two servers over one file, at a time that the test decides.
struct Nodes {
    one: InProcess,
    two: InProcess,
    now: Arc<AtomicU64>,
    _folder: TempDir,
}

fn nodes() -> Nodes {
    let (folder, now) = (TempDir::new().unwrap(), Arc::new(AtomicU64::new(1_000_000)));
    let clock = Arc::clone(&now);
    let host = Host::new(move || clock.load(Ordering::Relaxed), || [7; 16]);
    let storage: Arc<dyn Storage> = Arc::new(Sqlite::open(folder.path(), &host).unwrap());
    let one = InProcess::new(Arc::clone(&storage), host.clone());
    Nodes { one, two: InProcess::new(storage, host), now, _folder: folder }
}

/// Makes a call as a device at a time.
pub async fn call<E: Endpoint>(
    server: &InProcess,
    device: &Device,
    message: &E,
    time: u64,
) -> Result<E::Reply, Refusal> {
    let body = encode(message);
    let proof = device.prove(E::PATH, &body, time).to_header();
    match server.post(E::PATH, &proof, body).await {
        (200, body) => Ok(decode(&body).unwrap()),
        (_, body) => Err(decode(&body).unwrap()),
    }
}

#[tokio::test]
async fn what_one_node_takes_in_another_hands_on() {
    let (nodes, aisha) = (nodes(), Device::of_site(1, 1));
    let now = nodes.now.load(Ordering::Relaxed);
    call(&nodes.one, &aisha, &aisha.found(), now).await.unwrap();
    let changes = aisha.write_groups(&[1, 2]);
    call(&nodes.one, &aisha, &aisha.push(&changes), now).await.unwrap();
    let page: Page = call(&nodes.two, &aisha, &aisha.pull(0), now).await.unwrap();
    assert_eq!(page.changes, changes);
    let wait = Wait { space: aisha.space, after: 3 };
    let head = call(&nodes.two, &aisha, &wait, now).await;
    assert_eq!(head, Ok(Head { epoch: page.epoch, head: 3 }), "at once, though there is no news");
}

#[tokio::test]
async fn its_time_and_its_epoch_are_the_callers() {
    let (nodes, aisha) = (nodes(), Device::of_site(1, 1));
    call(&nodes.one, &aisha, &aisha.found(), 1_000_000).await.unwrap();
    let page = call(&nodes.one, &aisha, &aisha.pull(0), 1_000_000).await.unwrap();
    assert_eq!(page.epoch.as_bytes()[0], Uuid::from_bytes([7; 16]).as_bytes()[0]);
    nodes.now.store(9_000_000, Ordering::Relaxed);
    let refused = call(&nodes.one, &aisha, &aisha.pull(0), 1_000_000).await;
    assert_eq!(refused, Err(Refusal::ClockSkew { now: 9_000_000 }));
}
