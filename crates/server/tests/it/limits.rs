//! Who asks too much is told to come back; others are not held up.

use reqwest::StatusCode;
use server::{Config, Limits, Rate};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use wire::request::HEADER;
use wire::{DeviceKey, Endpoint, Pull, Refusal, encode};

use crate::it::device::Device;
use crate::it::world::{World, now};

const THREE: Rate = Rate { per_second: 1, burst: 3 };

async fn world_with(limits: Limits) -> (World, Device, Device) {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    world.stop().await;
    world.start_with(Config { limits, ..Config::new(world.store.database()) }).await;
    (world, aisha, bjorn)
}

#[tokio::test]
async fn a_device_that_asks_too_often_is_busy_and_its_colleague_is_not() {
    let (world, aisha, bjorn) = world_with(Limits { device: THREE, ..Limits::default() }).await;
    for _ in 0..3 {
        world.call(&aisha, &aisha.pull(0)).await.unwrap();
    }
    let refused = world.call(&aisha, &aisha.pull(0)).await;
    assert!(matches!(refused, Err(Refusal::Busy { millis: 1_000..=1_500 })), "{refused:?}");
    assert!(world.call(&bjorn, &bjorn.pull(0)).await.is_ok());
}

#[tokio::test]
async fn nobody_uses_up_anothers_requests() {
    let (world, aisha, bjorn) = world_with(Limits { device: THREE, ..Limits::default() }).await;
    let body = encode(&aisha.pull(0));
    for _ in 0..10 {
        // Claims to be Aisha, signed by Bjørn.
        let mut proof = bjorn.prove(Pull::PATH, &body, now());
        proof.device = aisha.id;
        let (status, _) = world.post(Pull::PATH, &proof.to_header(), body.clone()).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
    assert!(world.call(&aisha, &aisha.pull(0)).await.is_ok());
}

#[tokio::test]
async fn an_address_that_asks_too_often_is_told_when_to_come_back() {
    let (world, aisha, _) = world_with(Limits { address: THREE, ..Limits::default() }).await;
    let body = encode(&aisha.pull(0));
    for _ in 0..3 {
        let (status, _) = world.post(Pull::PATH, "nonsense", body.clone()).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
    let proof = aisha.prove(Pull::PATH, &body, now()).to_header();
    let answer = world.posting(Pull::PATH, &proof, body).await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers()["retry-after"], "2");
    let via_proxy = world.request("/healthz").header("x-forwarded-for", "192.0.2.7");
    assert_eq!(via_proxy.header(HEADER, "").send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn who_founds_a_space_in_anothers_name_does_not_use_up_the_others_requests() {
    let (world, aisha, _) = world_with(Limits { device: THREE, ..Limits::default() }).await;
    // A site and a key of one's own, and Aisha's device; then Aisha's site as well.
    let key = DeviceKey::from_bytes(&[66; 32]);
    let elsewhere = Device { id: aisha.id, key: key.clone(), ..Device::of_site(2, 9) };
    let here = Device { id: aisha.id, key, space: aisha.space, ..Device::of_site(2, 9) };
    for _ in 0..2 {
        assert!(world.call(&elsewhere, &elsewhere.found()).await.is_ok());
        assert!(world.call(&here, &here.found()).await.is_err());
    }
    for _ in 0..3 {
        assert!(world.call(&aisha, &aisha.pull(0)).await.is_ok());
    }
}

#[tokio::test]
async fn when_there_is_no_room_for_a_large_body_its_sender_is_told_to_come_back() {
    let (world, aisha, _) = world_with(Limits { bytes: 60, ..Limits::default() }).await;
    assert!(world.call(&aisha, &aisha.pull(0)).await.is_ok());
    assert!(world.call(&aisha, &aisha.push(&aisha.write_groups(&[3]))).await.is_ok());
    let large = aisha.push(&[aisha.write(&"x".repeat(20_000))]);
    assert!(matches!(world.call(&aisha, &large).await, Err(Refusal::Busy { .. })));
    assert!(world.call(&aisha, &aisha.pull(0)).await.is_ok());
}

#[tokio::test]
async fn an_address_that_is_no_proxy_has_so_many_connections() {
    let few = Limits { address_connections: 2, proxies: vec![], ..Limits::default() };
    let (world, ..) = world_with(few).await;
    let mut kept = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(world.address()).await.unwrap();
        assert!(health(&mut stream).await.starts_with("HTTP/1.1 200"));
        kept.push(stream);
    }
    let mut third = TcpStream::connect(world.address()).await.unwrap();
    assert_eq!(health(&mut third).await, "", "hung up on");
    drop(kept);
}

/// The beginning of an answer; nothing when the server hangs up.
async fn health(stream: &mut TcpStream) -> String {
    let asked = stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n").await;
    let mut answer = [0; 12];
    match (asked, stream.read_exact(&mut answer).await) {
        (Ok(()), Ok(_)) => String::from_utf8_lossy(&answer).into_owned(),
        _ => String::new(),
    }
}

#[tokio::test]
async fn when_too_many_wait_the_next_one_is_told_to_come_back() {
    let (world, aisha, _) = world_with(Limits { waits: 0, ..Limits::default() }).await;
    let wait = wire::Wait { space: aisha.space, after: 0 };
    let refused = world.call(&aisha, &wait).await;
    assert!(matches!(refused, Err(Refusal::Busy { millis: 10_000..=15_000 })), "{refused:?}");
}
