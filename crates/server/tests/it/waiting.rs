//! A waiting device hears of a change at once.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{sleep, timeout};
use wire::{Refusal, WAIT_MILLIS, Wait};

use crate::it::device::Device;
use crate::it::world::{HANG, World};

/// Enough for a wait to arrive, as a rule; the tests hold when it hasn't.
const MOMENT: Duration = Duration::from_millis(300);

fn wait(device: &Device, after: u64) -> Wait {
    Wait { space: device.space, after }
}

#[tokio::test]
async fn a_wait_returns_when_a_colleague_pushes() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let world = Arc::new(world);
    let waiting = tokio::spawn({
        let world = Arc::clone(&world);
        async move { world.call(&bjorn, &wait(&bjorn, 0)).await }
    });
    sleep(MOMENT).await;
    assert!(!waiting.is_finished());
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[2]))).await.unwrap();
    // Well before the wait would have ended by itself.
    let heard = timeout(Duration::from_millis(WAIT_MILLIS / 2), waiting).await.unwrap().unwrap();
    assert_eq!(heard.unwrap().head, 2);
}

#[tokio::test]
async fn a_wait_for_what_is_there_returns_at_once() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[2]))).await.unwrap();
    assert_eq!(world.call(&bjorn, &wait(&bjorn, 1)).await.unwrap().head, 2);
}

#[tokio::test]
async fn a_stranger_cannot_wait() {
    let (world, _, _) = World::with_two_members().await;
    let stranger = Device::of_site(1, 9);
    assert_eq!(world.call(&stranger, &wait(&stranger, 0)).await, Err(Refusal::NotMember));
}

#[tokio::test]
async fn a_server_that_stops_lets_the_waiting_go() {
    let (mut world, aisha, _) = World::with_two_members().await;
    let asked = {
        let (body, path) = (wire::encode(&wait(&aisha, 0)), "/v1/wait");
        let proof = aisha.prove(path, &body, crate::it::world::now()).to_header();
        tokio::spawn(world.posting(path, &proof, body))
    };
    sleep(MOMENT).await;
    world.stop().await;
    // Answered, or turned away when it came too late; not left hanging.
    timeout(HANG, asked).await.unwrap().unwrap().ok();
}
