//! One signed request to the server and its answer: reqwest, which is fetch in a browser.

use domain::Fault;
use rand_core::Rng;
use sync::Failure;
use sync::request::{HEADER, Proof};
use sync::wire::{Endpoint, Refusal, decode, encode};

use crate::App;

/// How long an answer may take; the server itself holds a wait for less.
#[cfg(not(target_family = "wasm"))]
const TIMEOUT: std::time::Duration = std::time::Duration::from_secs(60);

/// The HTTP client.
#[derive(Default)]
pub struct Http(reqwest::Client);

/// Why there is no answer.
#[derive(Debug)]
pub enum Unanswered {
    /// No contact.
    Offline,
    /// The server said no.
    Refused(Refusal),
    /// What came isn't an answer of ours; some other program listens there.
    Gibberish,
}

impl Unanswered {
    /// What the user is told.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Offline => Fault::Offline,
            Self::Refused(refusal) => Fault::Refused { reason: refusal.to_string() },
            Self::Gibberish => Fault::Refused { reason: "not-a-bomiljo-server".into() },
        }
    }

    /// What the engine is told.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Offline => Failure::Offline,
            Self::Refused(Refusal::TooLarge) => Failure::TooLarge,
            Self::Refused(Refusal::Busy { millis }) => Failure::Busy(*millis),
            Self::Refused(_) | Self::Gibberish => Failure::Refused,
        }
    }
}

impl App {
    /// Asks the server; once more when it turns out that the clocks differ.
    pub(crate) async fn ask<E: Endpoint>(
        &self,
        server: &str,
        request: &E,
    ) -> Result<E::Reply, Unanswered> {
        match self.ask_once(server, request).await {
            Err(Unanswered::Refused(Refusal::ClockSkew { now })) => {
                let skew = i64::try_from(now).unwrap_or_default()
                    - i64::try_from(self.0.host.now()).unwrap_or_default();
                self.net().skew = skew;
                self.ask_once(server, request).await
            }
            answer => answer,
        }
    }

    async fn ask_once<E: Endpoint>(
        &self,
        server: &str,
        request: &E,
    ) -> Result<E::Reply, Unanswered> {
        let body = encode(request);
        let request = self
            .0
            .http
            .0
            .post(format!("{server}{}", E::PATH))
            .header(HEADER, self.proof(E::PATH, &body).to_header())
            .header("content-type", "application/octet-stream")
            .body(body);
        #[cfg(not(target_family = "wasm"))]
        let request = request.timeout(TIMEOUT);
        let response = request.send().await.map_err(|_| Unanswered::Offline)?;
        let good = response.status().is_success();
        let bytes = response.bytes().await.map_err(|_| Unanswered::Offline)?;
        if good {
            decode(&bytes).ok_or(Unanswered::Gibberish)
        } else {
            Err(decode(&bytes).map_or(Unanswered::Gibberish, Unanswered::Refused))
        }
    }

    fn proof(&self, path: &str, body: &[u8]) -> Proof {
        let mut nonce = [0; 16];
        self.0.host.rng().fill_bytes(&mut nonce);
        let time = self.0.host.now().saturating_add_signed(self.net().skew);
        Proof::new(&self.0.key, self.0.device, path, body, time, nonce)
    }
}
