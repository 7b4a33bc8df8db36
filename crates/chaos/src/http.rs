//! Messages of HTTP/1.1 as bytes. A «message» is a head and a body.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// Reads a whole message, whose head says how long its body is; none when the line breaks.
pub async fn message(from: &mut TcpStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = body_start(&bytes) {
            break end;
        }
        read(from, &mut bytes).await?;
    };
    let whole = head + length(&bytes[..head]);
    while bytes.len() < whole {
        read(from, &mut bytes).await?;
    }
    Some(bytes)
}

/// Writes in pieces of so many bytes, with a pause after each; none when the line breaks.
pub async fn drip(to: &mut TcpStream, bytes: &[u8], piece: usize, pause: Duration) -> Option<()> {
    to.set_nodelay(true).ok()?;
    for piece in bytes.chunks(piece.max(1)) {
        to.write_all(piece).await.ok()?;
        sleep(pause).await;
    }
    Some(())
}

/// A whole answer.
pub fn answer(status: u16, header: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} Told\r\n{header}content-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// The status code of an answer; 0 when there is none.
pub fn status(answer: &[u8]) -> u16 {
    let line = answer.get(9..12).and_then(|it| std::str::from_utf8(it).ok());
    line.and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// The path that a request asks for.
pub fn path(request: &[u8]) -> String {
    String::from_utf8_lossy(request).split(' ').nth(1).unwrap_or_default().to_owned()
}

/// The body of a message.
pub fn body(message: &[u8]) -> &[u8] {
    body_start(message).and_then(|it| message.get(it..)).unwrap_or_default()
}

/// Whether a message has arrived to its end.
#[cfg(test)]
pub fn is_whole(bytes: &[u8]) -> bool {
    body_start(bytes).is_some_and(|it| bytes.len() >= it + length(&bytes[..it]))
}

/// The same message with one bit of its body flipped.
pub fn flipped(mut message: Vec<u8>, bit: usize) -> Vec<u8> {
    let start = body_start(&message).unwrap_or(message.len());
    let bits = 8 * (message.len() - start);
    if bits > 0 {
        message[start + bit % bits / 8] ^= 1 << (bit % 8);
    }
    message
}

fn body_start(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|it| it == b"\r\n\r\n").map(|it| it + 4)
}

async fn read(from: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let read = from.read_buf(bytes).await.ok()?;
    (read > 0).then_some(())
}

fn length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let line = head.lines().find_map(|it| it.strip_prefix("content-length:"));
    line.and_then(|it| it.trim().parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flipped_message_differs_in_one_bit_of_its_body() {
        let whole = answer(200, "", b"Oksana");
        for bit in [0, 7, 13, 1_000_003] {
            let flipped = flipped(whole.clone(), bit);
            let bits = whole.iter().zip(&flipped).map(|it| (it.0 ^ it.1).count_ones());
            assert_eq!(bits.sum::<u32>(), 1);
            assert_eq!(status(&flipped), 200);
        }
        assert_eq!(flipped(answer(204, "", b""), 3), answer(204, "", b""));
    }
}
