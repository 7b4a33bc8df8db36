//! HTTP: reqwest natively, fetch in a browser. Neither follows redirects, because a signed request
//! is for one server. Neither reads more than the longest possible answer.

#[cfg(target_family = "wasm")]
mod browser;
#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(not(target_family = "wasm"))]
mod roots;
#[cfg(not(target_family = "wasm"))]
mod upload;

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Notify;

#[cfg(target_family = "wasm")]
pub use browser::{Http, parts};
#[cfg(not(target_family = "wasm"))]
pub use native::{Http, parts};

/// The response.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Why there is no response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoResponse {
    /// No connection.
    NoContact,
    /// The certificate does not prove that this is the server. Nothing was sent.
    Unproven,
    /// There is no TLS, or only an outdated version. Nothing was sent.
    Insecure,
    /// The response was longer than any of the server's.
    Endless,
}

/// How many bytes of an exchange have moved, in both directions. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Moved(Arc<(AtomicU64, Notify)>);

impl Moved {
    /// Counts moved bytes.
    pub fn add(&self, bytes: usize) {
        self.0.0.fetch_add(bytes as u64, Ordering::Relaxed);
        self.0.1.notify_one();
    }

    /// Ready when `least` more bytes have moved than at the call.
    pub async fn on(&self, least: u64) {
        let enough = self.0.0.load(Ordering::Relaxed) + least;
        while self.0.0.load(Ordering::Relaxed) < enough {
            self.0.1.notified().await;
        }
    }
}

/// Whether a server's address is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// Requests to it can't be read or altered on the network: TLS, or the device itself.
    Safe,
    /// Requests to it can be read or altered on the network.
    Open,
    /// It is no address to post to.
    None,
}

impl Address {
    /// Classifies an address.
    pub fn of(url: &str) -> Self {
        match parts(url) {
            Some((scheme, _)) if scheme == "https" => Self::Safe,
            Some((scheme, host)) if scheme == "http" => {
                if is_loopback(&host) {
                    Self::Safe
                } else {
                    Self::Open
                }
            }
            _ => Self::None,
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|it| it.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_tls_nothing_is_posted_but_to_the_device_itself() {
        for safe in [
            "https://bomiljo.example.no",
            "https://10.0.0.7:8470",
            "http://127.0.0.1:8470",
            "http://127.8.9.1",
            "http://[::1]:8470",
            "http://[::ffff:127.0.0.1]",
            "http://localhost:8470/bygg",
            "HTTP://LOCALHOST",
        ] {
            assert_eq!(Address::of(safe), Address::Safe, "{safe}");
        }
        for open in [
            "http://bomiljo.example.no",
            "http://192.168.1.20:8470",
            "http://localhost.example.no",
            "http://localhost@example.no",
            "http://127.0.0.1.example.no",
            "http://[2001:db8::1]",
            "http://0.0.0.0:8470",
        ] {
            assert_eq!(Address::of(open), Address::Open, "{open}");
        }
        for none in ["ftp://x", "bomiljo.example.no", "", "http://", "file:///etc/passwd"] {
            assert_eq!(Address::of(none), Address::None, "{none}");
        }
    }
}
