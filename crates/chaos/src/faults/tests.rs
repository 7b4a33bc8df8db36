//! Each fault really does to a request what its name says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::*;
use crate::http::{self, message};
use crate::proxy::Proxy;

/// A server that answers each request with its own body, and tells what has arrived.
async fn echo() -> (String, Arc<Mutex<Vec<Vec<u8>>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (url, seen) = (format!("http://{}", listener.local_addr().unwrap()), Arc::default());
    let arrived: Arc<Mutex<Vec<Vec<u8>>>> = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let arrived = arrived.clone();
            tokio::spawn(async move {
                while let Some(request) = message(&mut client).await {
                    let body = http::body(&request).to_vec();
                    arrived.lock().unwrap().push(body.clone());
                    client.write_all(&http::answer(200, "", &body)).await.unwrap();
                }
            });
        }
    });
    (url, seen)
}

fn request(path: &str, body: &str) -> Vec<u8> {
    format!("POST {path} HTTP/1.1\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Everything that comes back before the line breaks or a second is over.
async fn posts(proxy: &Proxy, path: &str, body: &str) -> Vec<u8> {
    let address = proxy.url().replace("http://", "");
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(&request(path, body)).await.unwrap();
    let mut back = Vec::new();
    let whole = async {
        while line.read_buf(&mut back).await.is_ok_and(|it| it > 0) {
            if http::is_whole(&back) {
                break;
            }
        }
    };
    let _ = timeout(Duration::from_secs(4), whole).await;
    back
}

/// How often a request arrives as it was sent, and what comes back of it.
async fn meets(fault: Fault) -> (usize, Vec<u8>) {
    let ((server, seen), traffic) = (echo().await, Traffic::default());
    let address = server.replace("http://", "");
    let proxy = Proxy::among(Arc::new(Mutex::new(address)), traffic.clone()).await;
    posts(&proxy, "/v1/pull", "den første").await;
    posts(&proxy, "/v1/push", "den andre").await;
    let mut dice = Dice::new(3);
    proxy.rule(move |it| fault.fate(&mut dice, it, &traffic).unwrap());
    let back = posts(&proxy, "/v1/push", "den tredje").await;
    let arrived = seen.lock().unwrap().iter().filter(|it| *it == "den tredje".as_bytes()).count();
    (arrived, back)
}

#[tokio::test]
async fn a_line_that_breaks_brings_no_whole_answer_whether_or_not_the_request_arrived() {
    for (fault, arrives) in [
        (Fault::LostRequest, 0),
        (Fault::HalfRequest, 0),
        (Fault::Reset, 0),
        (Fault::BlackHole, 0),
        (Fault::LostAnswer, 1),
        (Fault::CutAnswer, 1),
    ] {
        let (arrived, back) = meets(fault).await;
        assert_eq!(arrived, arrives, "{fault:?}");
        assert!(!http::is_whole(&back), "{fault:?}: {back:?}");
    }
}

#[tokio::test]
async fn what_is_only_late_slow_or_repeated_is_answered_truly() {
    for (fault, arrives) in [
        (Fault::Late, 1),
        (Fault::Drip, 1),
        (Fault::Twice, 2),
        (Fault::Reordered, 1),
        (Fault::Replayed, 1),
    ] {
        let (arrived, back) = meets(fault).await;
        assert_eq!(arrived, arrives, "{fault:?}");
        assert_eq!(http::body(&back), "den tredje".as_bytes(), "{fault:?}");
    }
}

#[tokio::test]
async fn what_stands_in_between_answers_in_the_server_s_place() {
    for (fault, status) in [
        (Fault::Status500, 500),
        (Fault::Status502, 502),
        (Fault::Status503, 503),
        (Fault::Status429, 429),
        (Fault::Status413, 413),
        (Fault::Status403, 403),
        (Fault::Captive, 200),
        (Fault::Empty, 200),
        (Fault::Redirect, 302),
    ] {
        let (arrived, back) = meets(fault).await;
        assert_eq!((arrived, http::status(&back)), (0, status), "{fault:?}");
        assert_ne!(http::body(&back), "den tredje".as_bytes(), "{fault:?}");
    }
}

#[tokio::test]
async fn what_is_changed_on_the_way_is_whole_and_wrong() {
    let (arrived, back) = meets(Fault::FlippedRequest).await;
    assert_eq!(arrived, 0, "another body arrived");
    assert!(http::is_whole(&back));
    for fault in [Fault::ShortAnswer, Fault::FlippedAnswer] {
        let (arrived, back) = meets(fault).await;
        assert_eq!((arrived, http::status(&back)), (1, 200), "{fault:?}");
        assert!(http::is_whole(&back), "{fault:?}");
        assert_ne!(http::body(&back), "den tredje".as_bytes(), "{fault:?}");
    }
}

#[tokio::test]
async fn a_liar_gives_an_answer_to_something_else() {
    let (arrived, back) = meets(Fault::Stale).await;
    assert_eq!((arrived, http::body(&back)), (0, "den andre".as_bytes()));
    let (arrived, back) = meets(Fault::MixedUp).await;
    assert_eq!(arrived, 0);
    assert!(["den første", "den andre"].map(str::as_bytes).contains(&http::body(&back)));
}
