//! A client that sends a whole body before it reads gets the refusal that came before the body's end.

use server::{Config, Limits};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use wire::request::HEADER;
use wire::{BODY_LIMIT, Endpoint, Push};

use crate::it::world::{HANG, World};

/// More bytes than both ends of a connection buffer while neither reads.
const LARGE: usize = BODY_LIMIT + (7 << 20);
/// The most that the server discards.
const MOST: usize = 2 * BODY_LIMIT;

/// A server that would wait for a body longer than any test lasts.
async fn patient_world() -> World {
    let (mut world, ..) = World::with_two_members().await;
    world.stop().await;
    let limits = Limits { patience: 2 * HANG, ..Limits::default() };
    world.start_with(Config { limits, ..Config::new(world.store.database()) }).await;
    world
}

/// Begins a request that is refused by its head alone, without `Expect`.
async fn refused(world: &World, length: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_send_buffer_size(64 << 10).unwrap();
    let mut stream = socket.connect(world.address()).await.unwrap();
    let path = Push::PATH;
    let head =
        format!("POST {path} HTTP/1.1\r\nhost: here\r\n{HEADER}: nonsense\r\n{length}\r\n\r\n");
    send(&mut stream, head.as_bytes()).await;
    stream
}

async fn send(stream: &mut TcpStream, bytes: &[u8]) {
    timeout(HANG, stream.write_all(bytes)).await.unwrap().unwrap();
}

/// Reads one answer; gives its status line.
async fn status(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(timeout(HANG, stream.read_u8()).await.unwrap().unwrap());
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |it| it.parse().unwrap())];
    timeout(HANG, stream.read_exact(&mut body)).await.unwrap().unwrap();
    head.lines().next().unwrap_or_default().to_owned()
}

async fn takes_another_request(stream: &mut TcpStream) {
    send(stream, b"GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n").await;
    assert!(status(stream).await.starts_with("http/1.1 200"));
}

#[tokio::test]
async fn a_client_that_sends_all_of_a_body_unasked_reads_the_refusal_and_asks_again_there() {
    let world = patient_world().await;
    let mut stream = refused(&world, &format!("content-length: {LARGE}")).await;
    send(&mut stream, &vec![0; LARGE]).await;
    assert!(status(&mut stream).await.starts_with("http/1.1 401"));
    takes_another_request(&mut stream).await;
}

#[tokio::test]
async fn a_client_that_sends_a_body_in_chunks_reads_the_refusal_and_asks_again_there() {
    let world = patient_world().await;
    let mut stream = refused(&world, "transfer-encoding: chunked").await;
    for _ in 0..15 {
        send(&mut stream, format!("{:x}\r\n", 1 << 20).as_bytes()).await;
        send(&mut stream, &vec![0; 1 << 20]).await;
        send(&mut stream, b"\r\n").await;
    }
    send(&mut stream, b"0\r\n\r\n").await;
    assert!(status(&mut stream).await.starts_with("http/1.1 401"));
    takes_another_request(&mut stream).await;
}

#[tokio::test]
async fn a_body_that_announces_too_much_is_refused_before_any_of_it_comes() {
    let world = patient_world().await;
    let mut stream = refused(&world, &format!("content-length: {}", MOST + 1)).await;
    assert!(status(&mut stream).await.starts_with("http/1.1 401"));
    let rest = timeout(HANG, stream.read_to_end(&mut Vec::new())).await.unwrap();
    assert_eq!(rest.unwrap(), 0, "the connection ends with the answer");
}

#[tokio::test]
async fn a_server_that_closes_waits_for_no_body_that_it_would_discard() {
    let mut world = patient_world().await;
    let mut stream = refused(&world, &format!("content-length: {MOST}")).await;
    // So much was sent only because the server reads it.
    send(&mut stream, &vec![0; LARGE]).await;
    timeout(HANG, world.stop()).await.unwrap();
    assert!(status(&mut stream).await.starts_with("http/1.1 401"));
}
