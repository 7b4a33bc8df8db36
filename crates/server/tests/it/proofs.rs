//! Who may not: strangers, forgers, repeaters, and those who are off in time.

use reqwest::StatusCode;
use wire::request::TOLERANCE;
use wire::{DeviceKey, Endpoint, Members, Pull, Push, Refusal, decode, encode};

use crate::it::device::Device;
use crate::it::world::{World, now};

#[tokio::test]
async fn a_stranger_is_refused() {
    let (world, _, _) = World::with_two_members().await;
    let stranger = Device::of_site(1, 9);
    assert_eq!(world.call(&stranger, &stranger.pull(0)).await, Err(Refusal::NotMember));
    let changes = stranger.write_groups(&[1]);
    assert_eq!(world.call(&stranger, &stranger.push(&changes)).await, Err(Refusal::NotMember));
    let asked = world.call(&stranger, &Members { space: stranger.space }).await;
    assert_eq!(asked, Err(Refusal::NotMember));
}

#[tokio::test]
async fn another_sites_space_is_refused_and_an_unknown_one_named() {
    let (world, aisha, _) = World::with_two_members().await;
    let olav = Device::of_site(2, 3);
    assert_eq!(world.call(&olav, &olav.pull(0)).await, Err(Refusal::UnknownSpace));
    world.call(&olav, &olav.found()).await.unwrap();
    assert_eq!(world.call(&olav, &aisha.pull(0)).await, Err(Refusal::NotMember));
    let push = Push { space: olav.space, changes: aisha.write_groups(&[1]) };
    assert_eq!(world.call(&olav, &push).await, Err(Refusal::Malformed));
}

#[tokio::test]
async fn a_wrong_signature_is_refused() {
    let (world, aisha, _) = World::with_two_members().await;
    let thief = Device { key: DeviceKey::from_bytes(&[66; 32]), ..Device::of_site(1, 1) };
    assert_eq!(world.call(&thief, &aisha.pull(0)).await, Err(Refusal::BadSignature));
    let body = encode(&aisha.pull(0));
    let elsewhere = aisha.prove(Push::PATH, &body, now()).to_header();
    let another = aisha.prove(Pull::PATH, &encode(&aisha.pull(1)), now()).to_header();
    for proof in [elsewhere, another, String::new(), "00".into(), "no hexadecimal".into()] {
        let (status, answer) = world.post(Pull::PATH, &proof, body.clone()).await;
        assert_eq!(
            (status, decode(&answer)),
            (StatusCode::UNAUTHORIZED, Some(Refusal::BadSignature))
        );
    }
}

#[tokio::test]
async fn nobody_can_push_a_change_that_another_signed() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let mut forged = aisha.write("hers");
    assert_eq!(world.call(&bjorn, &bjorn.push(&[forged.clone()])).await, Err(Refusal::Malformed));
    forged.header.device = bjorn.id;
    assert_eq!(world.call(&bjorn, &bjorn.push(&[forged])).await, Err(Refusal::BadSignature));
}

#[tokio::test]
async fn a_replay_is_refused() {
    let (world, aisha, _) = World::with_two_members().await;
    let body = encode(&aisha.pull(0));
    let proof = aisha.prove(Pull::PATH, &body, now()).to_header();
    assert_eq!(world.post(Pull::PATH, &proof, body.clone()).await.0, StatusCode::OK);
    let (status, answer) = world.post(Pull::PATH, &proof, body).await;
    assert_eq!((status, decode(&answer)), (StatusCode::UNAUTHORIZED, Some(Refusal::Replayed)));
}

#[tokio::test]
async fn a_skewed_clock_is_told_the_servers_time() {
    let (world, aisha, _) = World::with_two_members().await;
    for time in [0, now() - 2 * TOLERANCE, now() + 2 * TOLERANCE, u64::MAX] {
        let refused = world.call_at(&aisha, &aisha.pull(0), time).await;
        let Err(Refusal::ClockSkew { now: told }) = refused else { panic!("{refused:?}") };
        assert!(world.call_at(&aisha, &aisha.pull(0), told).await.is_ok());
    }
    // Minutes off is no reason to refuse.
    assert!(world.call_at(&aisha, &aisha.pull(0), now() - TOLERANCE / 2).await.is_ok());
    assert!(world.call_at(&aisha, &aisha.pull(0), now() + TOLERANCE / 2).await.is_ok());
}
