//! A refused client learns why, also while it is still sending.

use server::{Config, Limits, Rate};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use wire::request::{HEADER, TOLERANCE};
use wire::{BODY_LIMIT, Endpoint, Push};

use crate::it::device::Device;
use crate::it::world::{World, now};

/// The status of the answer to one who sends all before reading any of it, as browsers do.
async fn status(world: &World, proof: &str, length: usize) -> String {
    let mut stream = TcpStream::connect(world.address()).await.unwrap();
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: here\r\n{HEADER}: {proof}\r\ncontent-length: {length}\r\n\r\n",
        Push::PATH
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&vec![7; length]).await.expect("nobody hangs up on who is sending");
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await.expect("there is an answer");
    String::from_utf8_lossy(&answer[9..]).into_owned()
}

#[tokio::test]
async fn a_device_whose_clock_is_off_is_told_so_however_much_it_sends() {
    let (world, aisha, _) = World::with_two_members().await;
    let proof = aisha.prove(Push::PATH, b"", now() - 2 * TOLERANCE).to_header();
    for length in [0, 1 << 20, BODY_LIMIT, BODY_LIMIT + 1] {
        assert_eq!(status(&world, &proof, length).await, "401", "{length}");
    }
}

#[tokio::test]
async fn who_sends_too_much_at_a_time_is_told_to_send_less() {
    let world = World::new().await;
    let proof = Device::of_site(1, 1).prove(Push::PATH, b"", now()).to_header();
    assert_eq!(status(&world, &proof, BODY_LIMIT + 1).await, "413");
}

#[tokio::test]
async fn an_address_that_comes_too_often_is_told_so_however_much_it_sends() {
    let mut world = World::new().await;
    world.stop().await;
    let limits = Limits { address: Rate { per_second: 1, burst: 1 }, ..Limits::default() };
    world.start_with(Config { limits, ..Config::new(world.store.database()) }).await;
    assert_eq!(status(&world, "nonsense", 0).await, "401");
    assert_eq!(status(&world, "nonsense", BODY_LIMIT).await, "429");
}

#[tokio::test]
async fn what_is_sent_to_no_place_is_answered() {
    let world = World::new().await;
    let mut stream = TcpStream::connect(world.address()).await.unwrap();
    let head = "POST /nowhere HTTP/1.1\r\nhost: here\r\ncontent-length: 8000000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&vec![7; 8_000_000]).await.unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 404");
}
