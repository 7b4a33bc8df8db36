//! Several servers over one database.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use wire::{SealedChange, WAIT_MILLIS, Wait};

use crate::it::device::Device;
use crate::it::world::{World, joined};

/// Enough for a wait to arrive, as a rule; the tests hold when it hasn't.
const MOMENT: Duration = Duration::from_millis(300);

#[tokio::test]
async fn who_waits_at_one_server_hears_of_what_another_stored() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let other = World::over(Arc::clone(&world.store)).await;
    let wait = Wait { space: bjorn.space, after: 0 };
    let waiting = tokio::spawn(async move { other.call(&bjorn, &wait).await });
    sleep(MOMENT).await;
    assert!(!waiting.is_finished());
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[2]))).await.unwrap();
    // Well before the wait would have ended by itself.
    let heard = timeout(Duration::from_millis(WAIT_MILLIS / 2), waiting).await.unwrap().unwrap();
    assert_eq!(heard.unwrap().head, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_under_load_give_every_reader_the_same_and_all_of_it() {
    let world = Arc::new(World::new().await);
    let other = Arc::new(World::over(Arc::clone(&world.store)).await);
    let founder = Device::of_site(1, 200);
    world.call(&founder, &founder.found()).await.unwrap();
    let mut devices = JoinSet::new();
    for number in 1..=8 {
        let server = Arc::clone(if number % 2 == 0 { &world } else { &other });
        devices.spawn(write_and_follow(server, number));
    }
    let expected = joined(world.pull_all(&founder, 1_000).await).len();
    assert!(expected <= TOTAL);
    let mut read: Vec<Vec<SealedChange>> = Vec::new();
    while let Some(seen) = devices.join_next().await {
        read.push(seen.unwrap());
    }
    let all = joined(other.pull_all(&founder, 1_000).await);
    assert_eq!(all.len(), TOTAL);
    assert!(read.iter().all(|seen| *seen == all));
}

const PUSHES: usize = 20;
const TOTAL: usize = 8 * PUSHES * 3;

/// A device that writes, and waits and pulls until it has seen what all wrote.
async fn write_and_follow(server: Arc<World>, number: u8) -> Vec<SealedChange> {
    let device = Arc::new(Device::of_site(1, number));
    server.call(&device, &device.join()).await.unwrap();
    let writing = tokio::spawn({
        let (server, device) = (Arc::clone(&server), Arc::clone(&device));
        async move {
            for _ in 0..PUSHES {
                let changes = device.write_groups(&[1, 2]);
                server.call(&device, &device.push(&changes)).await.unwrap();
            }
        }
    });
    let mut seen = Vec::new();
    while seen.len() < TOTAL {
        let after = seen.len() as u64;
        server.call(&device, &Wait { space: device.space, after }).await.unwrap();
        seen.extend(server.call(&device, &device.pull(after)).await.unwrap().changes);
    }
    writing.await.unwrap();
    seen
}

#[tokio::test]
async fn a_server_whose_database_is_gone_says_so_and_goes_on_asking() {
    let world = World::new().await;
    assert_eq!(world.get("/healthz").await.status(), 200);
    world.store.disappear();
    assert_eq!(world.get("/healthz").await.status(), 503);
    let aisha = Device::of_site(1, 1);
    let refused = world.call(&aisha, &aisha.found()).await;
    assert_eq!(refused, Err(wire::Refusal::Storage));
}
