//! One signed request to the server, and its answer.

use bugs::Bug;
use domain::Fault;
use rand_core::Rng;
use store::Space;
use sync::Failure;
use sync::request::{HEADER, Proof};
use sync::wire::{Endpoint, Refusal, decode, encode};

use crate::App;
use crate::http::{Answer, Silence};

/// How long an answer may take, in milliseconds; the server itself holds a wait for less.
const PATIENCE: u64 = 60_000;
/// How long to stay away when a server is too busy to say so in our words, in milliseconds.
const PAUSE: u64 = 5_000;

/// Why there is no answer.
#[derive(Debug)]
pub enum Unanswered {
    /// No contact.
    Offline,
    /// Whoever listens there cannot prove to be the server.
    Unproven,
    /// No answer in time.
    TooSlow,
    /// The server said no.
    Refused(Refusal),
    /// What came isn't an answer of ours; some other program listens there.
    Gibberish,
}

impl From<Silence> for Unanswered {
    fn from(it: Silence) -> Self {
        match it {
            Silence::NoContact => Self::Offline,
            Silence::Unproven => Self::Unproven,
        }
    }
}

impl Unanswered {
    /// What the user is told.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Offline | Self::TooSlow => Fault::Offline,
            Self::Unproven => Fault::Refused { reason: "server-unproven".into() },
            Self::Refused(refusal) => Fault::Refused { reason: refusal.to_string() },
            Self::Gibberish => Fault::Refused { reason: "not-a-bomiljo-server".into() },
        }
    }

    /// What the engine is told.
    pub fn failure(&self) -> Failure {
        match self {
            Self::TooSlow | Self::Refused(Refusal::TooLarge) => Failure::TooLarge,
            Self::Refused(Refusal::Busy { millis }) => Failure::Busy(*millis),
            // None is about what was asked: a guest network wants a password first, the network
            // repeated it, the server's disk is full.
            Self::Offline
            | Self::Unproven
            | Self::Refused(Refusal::Replayed | Refusal::Storage) => Failure::Offline,
            Self::Refused(_) | Self::Gibberish => Failure::Refused,
        }
    }
}

impl Unanswered {
    /// Whether this is taken for a yes, which it never is but for two bugs.
    pub fn confirms(&self) -> bool {
        match self {
            Self::Offline | Self::TooSlow => bugs::lives(Bug::LostAnswerConfirms),
            Self::Unproven | Self::Refused(_) | Self::Gibberish => {
                bugs::lives(Bug::RefusalConfirms)
            }
        }
    }
}

impl App {
    /// Asks the server of a space; once more when it turns out that it doesn't know this device.
    pub(crate) async fn ask_as_member<E: Endpoint>(
        &self,
        space: &Space,
        request: &E,
    ) -> Result<E::Reply, Unanswered> {
        match self.ask(&space.server, request).await {
            Err(Unanswered::Refused(Refusal::NotMember | Refusal::UnknownSpace))
                if !bugs::lives(Bug::NotIntroduced) =>
            {
                self.introduce(space).await?;
                self.ask(&space.server, request).await
            }
            answer => answer,
        }
    }

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
        let url = format!("{server}{}", E::PATH);
        let answer = tokio::select! {
            biased;
            answer = self.0.host.post(&url, (HEADER, &proof), body) => answer,
            () = self.0.host.sleep(PATIENCE) => return Err(Unanswered::TooSlow),
        };
        read::<E>(&answer?)
    }

    fn proof(&self, path: &str, body: &[u8]) -> Proof {
        let mut nonce = [0; 16];
        self.0.host.rng().fill_bytes(&mut nonce);
        let time = self.0.host.now().saturating_add_signed(self.net().skew);
        let identity = self.identity();
        Proof::new(&identity.key, identity.device, path, body, time, nonce)
    }
}

/// An answer of ours, or what a proxy on the way says by its status.
fn read<E: Endpoint>(answer: &Answer) -> Result<E::Reply, Unanswered> {
    if (200..300).contains(&answer.status) {
        return decode(&answer.body).ok_or(Unanswered::Gibberish);
    }
    Err(match (decode(&answer.body), answer.status) {
        (Some(refusal), _) => Unanswered::Refused(refusal),
        (None, 413) => Unanswered::Refused(Refusal::TooLarge),
        (None, 429 | 503) => Unanswered::Refused(Refusal::Busy { millis: PAUSE }),
        (None, 408 | 502 | 504) => Unanswered::Offline,
        (None, _) => Unanswered::Gibberish,
    })
}
