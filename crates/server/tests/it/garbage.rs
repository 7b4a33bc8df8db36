//! Whatever comes in, the server answers with a refusal and goes on.

use proptest::prelude::*;
use reqwest::StatusCode;
use wire::{GetPart, Refusal, decode, encode};

use crate::it::device::Device;
use crate::it::maker::Made;
use crate::it::world::{World, now, too_large};

const PATHS: [&str; 11] = [
    "/v1/found",
    "/v1/join",
    "/v1/members",
    "/v1/push",
    "/v1/pull",
    "/v1/wait",
    "/v1/keep-part",
    "/v1/keep-snapshot",
    "/v1/snapshot",
    "/v1/part",
    "/v1/nothing",
];

/// Malformed bytes: noise, and slightly altered messages.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let noise = prop::collection::vec(any::<u8>(), 0..200);
    let bent = (0..7usize, any::<prop::sample::Index>(), any::<u8>(), any::<prop::sample::Index>());
    prop_oneof![noise, bent.prop_map(|(which, at, byte, cut)| bend(good(which), at, byte, cut))]
}

fn good(which: usize) -> Vec<u8> {
    let aisha = Device::of_site(1, 1);
    match which {
        0 => encode(&aisha.push(&aisha.write_groups(&[1, 2]))),
        1 => encode(&aisha.found()),
        2 => encode(&aisha.join()),
        3 => encode(&Made::new(&aisha, &[], &[b"part"]).parts[0]),
        4 => encode(&Made::new(&aisha, &[], &[b"part"]).snapshot(&aisha)),
        5 => encode(&GetPart { space: aisha.space, at: u64::MAX, part: u32::MAX }),
        _ => encode(&aisha.pull(u64::MAX)),
    }
}

fn bend(mut body: Vec<u8>, at: prop::sample::Index, byte: u8, cut: prop::sample::Index) -> Vec<u8> {
    let at = at.index(body.len());
    body[at] = byte;
    body.truncate(cut.index(2 * body.len()) + 1);
    body
}

/// The refusal, or nothing when it was accepted after all.
async fn answer(
    world: &World,
    path: &str,
    proof: &str,
    body: Vec<u8>,
) -> (StatusCode, Option<Refusal>) {
    let (status, answer) = world.post(path, proof, body).await;
    let refusal = if status == StatusCode::OK { None } else { Some(decode(&answer).unwrap()) };
    (status, refusal)
}

#[test]
fn garbage_never_gives_a_500() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (world, aisha, _) = runtime.block_on(World::with_two_members());
    let case = (0..PATHS.len(), bodies(), any::<bool>(), "[0-9a-f]{0,300}");
    proptest!(ProptestConfig::with_cases(1_000), |((path, body, signed, noise) in case)| {
        let path = PATHS[path];
        let proof = if signed { aisha.prove(path, &body, now()).to_header() } else { noise };
        // A good wait would only wait.
        if path == "/v1/wait" && signed { return Ok(()); }
        let (status, _) = runtime.block_on(answer(&world, path, &proof, body));
        prop_assert!(status == StatusCode::OK || status.is_client_error(), "{status}");
    });
    assert!(runtime.block_on(world.call(&aisha, &aisha.pull(0))).is_ok());
}

#[tokio::test]
async fn a_body_that_is_no_message_is_malformed() {
    let (world, aisha, _) = World::with_two_members().await;
    for body in [vec![], vec![1], [encode(&aisha.pull(0)), vec![0]].concat()] {
        let proof = aisha.prove("/v1/pull", &body, now()).to_header();
        let refused = answer(&world, "/v1/pull", &proof, body).await;
        assert_eq!(refused, (StatusCode::BAD_REQUEST, Some(Refusal::Malformed)));
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_too_large() {
    let (world, aisha, _) = World::with_two_members().await;
    let proof = aisha.prove("/v1/push", &too_large(), now()).to_header();
    let refused = answer(&world, "/v1/push", &proof, too_large()).await;
    assert_eq!(refused, (StatusCode::PAYLOAD_TOO_LARGE, Some(Refusal::TooLarge)));
}

#[tokio::test]
async fn an_unknown_path_is_refused_and_health_is_told() {
    let (world, aisha, _) = World::with_two_members().await;
    let proof = aisha.prove("/v2/pull", b"", now()).to_header();
    let refused = answer(&world, "/v2/pull", &proof, vec![]).await;
    assert_eq!(refused, (StatusCode::NOT_FOUND, Some(Refusal::Malformed)));
    assert_eq!(world.get("/healthz").await.text().await.unwrap(), "ok");
}
