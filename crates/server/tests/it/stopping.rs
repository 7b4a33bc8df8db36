//! A server that is told to stop lets requests finish.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;
use wire::request::HEADER;
use wire::{Endpoint, Push, Pushed, decode, encode};

use crate::it::world::{World, joined, now};

#[tokio::test]
async fn a_push_that_is_under_way_is_finished_and_kept() {
    let (mut world, aisha, _) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1, 2]);
    let body = encode(&aisha.push(&changes));
    let proof = aisha.prove(Push::PATH, &body, now()).to_header();
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: here\r\n{HEADER}: {proof}\r\ncontent-length: {}\r\n\r\n",
        Push::PATH,
        body.len()
    );
    let mut stream = TcpStream::connect(world.address()).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&body[..9]).await.unwrap();
    // Until the head has been read, the server owes nothing.
    sleep(Duration::from_millis(300)).await;
    let rest = tokio::spawn(async move {
        sleep(Duration::from_millis(300)).await;
        stream.write_all(&body[9..]).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        answer
    });
    world.stop().await;
    let answer = rest.await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&answer));
    let start = answer.windows(4).position(|it| it == b"\r\n\r\n").unwrap() + 4;
    assert_eq!(decode::<Pushed>(&answer[start..]).unwrap().seq, 3);
    world.start().await;
    assert_eq!(joined(world.pull_all(&aisha, 1_000).await), changes);
}
