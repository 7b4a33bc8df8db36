//! Strangers can't block the server, with bodies that never arrive or answers that they don't read.

use std::time::Duration;

use axum::http::Request;
use h2::client::{ResponseFuture, SendRequest};
use reqwest::StatusCode;
use server::{Config, Limits};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use wire::request::HEADER;
use wire::{Endpoint, Pull, Push, Refusal, Wait, encode};

use crate::it::device::Device;
use crate::it::world::{HANG, World, now};

/// Just what a body may have.
const ANNOUNCED: usize = 8 << 20;
/// Soon enough for a test to see the end of it.
const SOON: Duration = Duration::from_millis(200);

/// A body on its way.
type Sent = std::io::Cursor<Vec<u8>>;

/// A connection over which a stranger holds something up.
struct Dawdler(BufReader<TcpStream>);

impl Dawdler {
    /// Announces a body and sends its beginning. Returns when the server waits for it.
    async fn announcing(world: &World, beginning: &[u8]) -> Self {
        let mut dawdler = Self::asking(world, &stranger(1), Push::PATH, ANNOUNCED).await;
        assert!(dawdler.line().await.starts_with("HTTP/1.1 100"));
        dawdler.line().await;
        dawdler.0.write_all(beginning).await.unwrap();
        dawdler
    }

    /// Asks for a page and takes nothing but the head of the answer.
    async fn pulling(world: &World, device: &Device) -> (Self, String) {
        let body = encode(&device.pull(0));
        let mut dawdler = Self::asking(world, device, Pull::PATH, body.len()).await;
        assert!(dawdler.line().await.starts_with("HTTP/1.1 100"));
        dawdler.line().await;
        dawdler.0.write_all(&body).await.unwrap();
        let status = dawdler.line().await;
        (dawdler, status)
    }

    async fn asking(world: &World, device: &Device, path: &str, length: usize) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        // What the system holds for the other end, the server needn't.
        socket.set_recv_buffer_size(2_048).unwrap();
        let mut stream = socket.connect(world.address()).await.unwrap();
        let proof = device.prove(path, &encode(&device.pull(0)), now()).to_header();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: here\r\n{HEADER}: {proof}\r\n\
             expect: 100-continue\r\ncontent-length: {length}\r\n\r\n",
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        Self(BufReader::with_capacity(256, stream))
    }

    async fn line(&mut self) -> String {
        let mut line = String::new();
        timeout(HANG, self.0.read_line(&mut line)).await.unwrap().unwrap();
        line
    }

    /// Reads until the server hangs up, which it does; gives how many bytes there were.
    async fn rest(&mut self) -> usize {
        let mut bytes = Vec::new();
        // A connection that is cut may be reset as well.
        let _ = timeout(HANG, self.0.read_to_end(&mut bytes)).await.unwrap();
        bytes.len()
    }
}

fn stranger(number: u8) -> Device {
    Device::of_site(200, number)
}

/// A stranger who has founded a site of their own, with a page of seven mebibytes on it.
async fn with_a_large_page(world: &World, number: u8) -> Device {
    let own = Device::of_site(200 + number, number);
    world.call(&own, &own.found()).await.unwrap();
    let page = own.write_group(&["x".repeat(1 << 20).as_str(); 7]);
    world.call(&own, &own.push(&page)).await.unwrap();
    own
}

/// An HTTP/2 connection that takes no byte of any answer's body.
async fn shut(world: &World) -> SendRequest<Sent> {
    let stream = TcpStream::connect(world.address()).await.unwrap();
    let built = h2::client::Builder::new().initial_window_size(0).handshake(stream).await;
    let (send, connection) = built.unwrap();
    tokio::spawn(connection);
    send
}

/// Asks over HTTP/2, and gives the stream as well if its body is still to come.
async fn post(
    connection: &SendRequest<Sent>,
    device: &Device,
    path: &str,
    body: Option<Vec<u8>>,
) -> (ResponseFuture, h2::SendStream<Sent>) {
    let pull = encode(&device.pull(0));
    let proof = device.prove(path, &pull, now()).to_header();
    let head = Request::post(format!("http://here{path}"))
        .header(HEADER, proof)
        .header("content-length", body.as_ref().map_or(ANNOUNCED, Vec::len))
        .body(())
        .unwrap();
    let mut connection = connection.clone().ready().await.unwrap();
    let (answer, mut stream) = connection.send_request(head, false).unwrap();
    if let Some(body) = body {
        stream.send_data(Sent::new(body), true).unwrap();
    }
    (answer, stream)
}

/// A member's work goes on: a large save, a colleague who hears of it and fetches it.
async fn all_goes_well(world: &World, aisha: &Device, bjorn: &Device) {
    let head = world.call(bjorn, &bjorn.pull(0)).await.unwrap().head;
    let wait = Wait { space: bjorn.space, after: head };
    let push = aisha.push(&[aisha.write(&"x".repeat(1 << 20))]);
    let (news, stored) = tokio::join!(world.call(bjorn, &wait), world.call(aisha, &push));
    assert_eq!((news.unwrap().head, stored.unwrap().head), (head + 1, head + 1));
    assert_eq!(world.call(bjorn, &bjorn.pull(head)).await.unwrap().changes.len(), 1);
}

#[tokio::test]
async fn many_who_announce_large_bodies_and_send_nothing_hold_up_nobody() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let mut dawdlers = Vec::new();
    for _ in 0..40 {
        dawdlers.push(Dawdler::announcing(&world, b"").await);
    }
    all_goes_well(&world, &aisha, &bjorn).await;
}

#[tokio::test]
async fn as_streams_of_http_2_they_hold_up_nobody_either() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let (connection, other) = (shut(&world).await, shut(&world).await);
    let mut dawdlers = Vec::new();
    for number in 0..32 {
        dawdlers.push(post(&connection, &stranger(number), Push::PATH, None).await);
        dawdlers.push(post(&other, &stranger(number), Push::PATH, None).await);
    }
    all_goes_well(&world, &aisha, &bjorn).await;
}

#[tokio::test]
async fn many_who_send_the_half_of_large_bodies_hold_up_nobody() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let half = vec![0; ANNOUNCED / 2];
    let mut dawdlers = Vec::new();
    for _ in 0..16 {
        dawdlers.push(tokio::spawn({
            let mut dawdler = Dawdler::announcing(&world, b"").await;
            let half = half.clone();
            async move {
                // It fails when there is no room for it.
                let _ = dawdler.0.write_all(&half).await;
                dawdler
            }
        }));
    }
    let mut held = Vec::new();
    for dawdler in dawdlers {
        held.push(timeout(HANG, dawdler).await.unwrap().unwrap());
    }
    all_goes_well(&world, &aisha, &bjorn).await;
    let chen = Device::of_site(1, 3);
    world.call(&chen, &chen.join()).await.unwrap();
    assert_eq!(world.call(&chen, &chen.pull(0)).await.unwrap().changes.len(), 1);
}

#[tokio::test]
async fn of_very_many_at_one_address_the_first_give_way_and_newcomers_get_in() {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    // It has forgotten who proved to be a member.
    world.stop().await;
    world.start().await;
    let mut first = Dawdler::announcing(&world, b"").await;
    let mut others = Vec::new();
    for _ in 0..200 {
        others.push(Dawdler::announcing(&world, b"").await);
    }
    assert!(first.line().await.starts_with("HTTP/1.1 429"));
    all_goes_well(&world, &aisha, &bjorn).await;
}

#[tokio::test]
async fn a_body_that_dawdles_is_cut() {
    let (mut world, ..) = World::with_two_members().await;
    world.stop().await;
    let limits = Limits { patience: SOON, ..Limits::default() };
    world.start_with(Config { limits, ..Config::new(world.store.database()) }).await;
    for beginning in [&b""[..], b"x", &vec![0; 300_000]] {
        let mut dawdler = Dawdler::announcing(&world, beginning).await;
        assert!(dawdler.line().await.starts_with("HTTP/1.1 413"));
        dawdler.rest().await;
    }
}

#[tokio::test]
async fn those_who_take_nothing_of_large_answers_hold_up_nobody() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let (one, two) = (with_a_large_page(&world, 1).await, with_a_large_page(&world, 2).await);
    let (mut held, mut refused) = (Vec::new(), 0);
    for device in [&one, &two].into_iter().cycle().take(32) {
        let (dawdler, status) = Dawdler::pulling(&world, device).await;
        refused += usize::from(status.starts_with("HTTP/1.1 429"));
        held.push(dawdler);
    }
    assert!(refused < 24, "{refused} were told to come back");
    all_goes_well(&world, &aisha, &bjorn).await;
}

#[tokio::test]
async fn those_who_open_no_window_hold_up_nobody_either() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let own = with_a_large_page(&world, 1).await;
    let connection = shut(&world).await;
    let (mut held, mut answered) = (Vec::new(), 0);
    for _ in 0..32 {
        let (answer, _) = post(&connection, &own, Pull::PATH, Some(encode(&own.pull(0)))).await;
        let answer = timeout(HANG, answer).await.unwrap().unwrap();
        answered += usize::from(answer.status() == StatusCode::OK);
        held.push(answer);
    }
    assert!(answered > 4, "{answered} were answered");
    all_goes_well(&world, &aisha, &bjorn).await;
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up_and_its_memory_given_back() {
    let (mut world, ..) = World::with_two_members().await;
    let own = with_a_large_page(&world, 1).await;
    world.stop().await;
    let limits = Limits { patience: SOON, ..Limits::default() };
    let admin = Some("127.0.0.1:0".to_owned());
    world.start_with(Config { limits, admin, ..Config::new(world.store.database()) }).await;
    let (mut dawdler, status) = Dawdler::pulling(&world, &own).await;
    assert!(status.starts_with("HTTP/1.1 200"), "{status}");
    let connection = shut(&world).await;
    let (answer, _) = post(&connection, &own, Pull::PATH, Some(encode(&own.pull(0)))).await;
    let answer = timeout(HANG, answer).await.unwrap().unwrap();
    let given_back = async {
        while !world.operator("/metrics").await.contains(r#"bomiljo_bytes_under_way{way="out"} 0"#)
        {
        }
    };
    timeout(HANG, given_back).await.unwrap();
    assert!(dawdler.rest().await < 7 << 20);
    drop(answer);
}

#[tokio::test]
async fn a_member_whose_site_takes_much_is_told_to_come_back_and_others_are_not() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let own = with_a_large_page(&world, 1).await;
    let connection = shut(&world).await;
    let mut held = Vec::new();
    for _ in 0..9 {
        let (answer, _) = post(&connection, &own, Pull::PATH, Some(encode(&own.pull(0)))).await;
        let answer = timeout(HANG, answer).await.unwrap().unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        held.push(answer);
    }
    let refused = world.call(&own, &own.pull(0)).await;
    assert!(matches!(refused, Err(Refusal::Busy { .. })), "{refused:?}");
    assert!(world.call(&own, &Wait { space: own.space, after: 0 }).await.is_ok());
    all_goes_well(&world, &aisha, &bjorn).await;
}
