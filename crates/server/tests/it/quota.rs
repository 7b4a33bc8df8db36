//! How much a space may hold, and how many may be founded.

use reqwest::StatusCode;
use server::storage::Quota;
use server::{Config, Limits};
use wire::{Endpoint, PART_LIMIT, Push, Refusal, encode};

use crate::it::device::Device;
use crate::it::maker::Made;
use crate::it::world::{World, now};

async fn world_with(limits: Limits) -> (World, Device, Device) {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    world.stop().await;
    let usual = Config::new(world.store.database());
    world.start_with(Config { limits, snapshot_after: 1, ..usual }).await;
    (world, aisha, bjorn)
}

#[tokio::test]
async fn a_full_space_takes_no_more_changes_and_hands_out_those_it_has() {
    let quota = Quota { changes: 3, ..Quota::default() };
    let (world, aisha, bjorn) = world_with(Limits { quota, ..Limits::default() }).await;
    let stored = aisha.write_groups(&[1, 2]);
    world.call(&aisha, &aisha.push(&stored)).await.unwrap();
    let push = bjorn.push(&bjorn.write_groups(&[1]));
    assert_eq!(world.call(&bjorn, &push).await, Err(Refusal::Storage));
    let body = encode(&push);
    let proof = bjorn.prove(Push::PATH, &body, now()).to_header();
    let (status, _) = world.post(Push::PATH, &proof, body).await;
    assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE);
    assert_eq!(world.call(&aisha, &aisha.push(&stored)).await.unwrap().seq, 3, "had already");
    assert_eq!(world.call(&bjorn, &bjorn.pull(0)).await.unwrap().changes, stored);
    let elsewhere = Device::of_site(2, 1);
    world.call(&elsewhere, &elsewhere.found()).await.unwrap();
    world.call(&elsewhere, &elsewhere.push(&elsewhere.write_groups(&[3]))).await.unwrap();
}

#[tokio::test]
async fn bytes_are_counted_as_well() {
    let quota = Quota { bytes: 3_000, ..Quota::default() };
    let (world, aisha, _) = world_with(Limits { quota, ..Limits::default() }).await;
    let large = "x".repeat(2_000);
    world.call(&aisha, &aisha.push(&[aisha.write(&large)])).await.unwrap();
    let refused = world.call(&aisha, &aisha.push(&[aisha.write(&large)])).await;
    assert_eq!(refused, Err(Refusal::Storage));
}

#[tokio::test]
async fn an_unfinished_snapshot_is_bounded() {
    let quota = Quota { bytes: 9 << 20, ..Quota::default() };
    let (world, aisha, _) = world_with(Limits { quota, ..Limits::default() }).await;
    let changes = aisha.write_groups(&[1]);
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    assert!(world.call(&aisha, &aisha.pull(0)).await.unwrap().snapshot_due);
    let part = vec![7; PART_LIMIT];
    let made = Made::new(&aisha, &changes, &[&part, &part, &part]);
    for kept in [&made.parts[0], &made.parts[1], &made.parts[1]] {
        world.call(&aisha, kept).await.unwrap();
    }
    assert_eq!(world.call(&aisha, &made.parts[2]).await, Err(Refusal::Storage));
}

#[tokio::test]
async fn an_address_that_founds_too_many_spaces_is_told_to_come_back() {
    let (world, aisha, _) = world_with(Limits { foundings: 2, ..Limits::default() }).await;
    let others = [2, 3, 4].map(|site| Device::of_site(site, 1));
    for device in &others[..2] {
        world.call(device, &device.found()).await.unwrap();
    }
    let refused = world.call(&others[2], &others[2].found()).await;
    assert!(matches!(refused, Err(Refusal::Busy { millis: 1_000_000.. })), "{refused:?}");
    // Founding one again that is there changes nothing, and everything else goes on.
    assert!(world.call(&others[0], &others[0].found()).await.is_ok());
    assert!(world.call(&aisha, &aisha.found()).await.is_ok());
    assert!(world.call(&aisha, &aisha.push(&aisha.write_groups(&[1]))).await.is_ok());
}
