//! One signed request to the server, and its answer.

use domain::Fault;
use rand_core::Rng;
use sync::Failure;
use sync::request::{HEADER, Proof};
use sync::wire::{Endpoint, Refusal, decode, encode};

use crate::App;

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
        let proof = self.proof(E::PATH, &body).to_header();
        let answer =
            self.0.http.post(&format!("{server}{}", E::PATH), (HEADER, &proof), body).await;
        let answer = answer.ok_or(Unanswered::Offline)?;
        if answer.good {
            decode(&answer.body).ok_or(Unanswered::Gibberish)
        } else {
            Err(decode(&answer.body).map_or(Unanswered::Gibberish, Unanswered::Refused))
        }
    }

    fn proof(&self, path: &str, body: &[u8]) -> Proof {
        let mut nonce = [0; 16];
        self.0.host.rng().fill_bytes(&mut nonce);
        let time = self.0.host.now().saturating_add_signed(self.net().skew);
        Proof::new(&self.0.key, self.0.device, path, body, time, nonce)
    }
}
