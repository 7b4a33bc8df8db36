//! A signed request to the server, and its answer.

use std::pin::pin;

use domain::Fault;
use rand_core::Rng;
use store::Space;
use sync::Failure;
use wire::request::{HEADER, Proof, TOLERANCE};
use wire::{Endpoint, Refusal, decode, encode};

use crate::App;
use crate::platform::http::{Answer, Moved, NoResponse};
use crate::sync::join::Identity;

/// Bytes that must move before a silence counts as over. Less would be a trickle that never ends.
const LEAST: u64 = 32 << 10;
/// Bytes a millisecond of a slow line. After a large upload, the answer may take as much longer as
/// such a line needs for what the system has buffered.
const SLOWEST: u64 = 12;
/// How long this device doesn't introduce itself again after that didn't help, in milliseconds.
const AGAIN: u64 = 60_000;
/// How long to wait when the server is too busy to send an answer of its own, in milliseconds.
const PAUSE: u64 = 5_000;

/// Why there is no answer.
#[derive(Debug)]
pub enum RequestError {
    /// No connection.
    Offline,
    /// The server can't prove its identity.
    Unproven,
    /// There is no TLS.
    Insecure,
    /// Nothing moved for too long.
    TooSlow,
    /// The server refused.
    Refused(Refusal),
    /// A proxy doesn't allow the request.
    Blocked,
    /// The server or a proxy reports an internal error.
    Broken,
    /// The response isn't in our protocol: another program answered.
    NotOurProtocol,
}

impl From<NoResponse> for RequestError {
    fn from(it: NoResponse) -> Self {
        match it {
            NoResponse::NoContact => Self::Offline,
            NoResponse::Unproven => Self::Unproven,
            NoResponse::Insecure => Self::Insecure,
            NoResponse::Endless => Self::NotOurProtocol,
        }
    }
}

impl RequestError {
    /// The fault that the user sees.
    pub fn fault(&self) -> Fault {
        let refused = |reason: &str| Fault::Refused { reason: reason.into() };
        match self {
            Self::Offline | Self::TooSlow => Fault::Offline,
            Self::Unproven => refused("server-unproven"),
            Self::Insecure => refused("server-insecure"),
            Self::Refused(refusal) => refused(&refusal.to_string()),
            Self::Blocked => refused("blocked"),
            Self::Broken => refused("server-broken"),
            Self::NotOurProtocol => refused("not-a-bomiljo-server"),
        }
    }

    /// The failure that the engine gets.
    pub const fn failure(&self) -> Failure {
        match self {
            Self::Refused(Refusal::TooLarge) => Failure::TooLarge,
            Self::Refused(Refusal::Busy { millis }) => Failure::Busy(*millis),
            // None of these concerns the content: a guest network wants a login first, the network
            // repeated the request, or the server's disk is full.
            Self::Offline
            | Self::Unproven
            | Self::Insecure
            | Self::TooSlow
            | Self::Refused(Refusal::Replayed | Refusal::Storage) => Failure::Offline,
            Self::Refused(_) | Self::Blocked | Self::Broken | Self::NotOurProtocol => {
                Failure::Refused
            }
        }
    }
}

impl App {
    /// Asks the server of a space. Asks again after introducing this device, if the server doesn't
    /// know it.
    pub(crate) async fn ask_as_member<E: Endpoint>(
        &self,
        space: &Space,
        request: &E,
    ) -> Result<E::Reply, RequestError> {
        let answer = match self.ask(&space.server, request).await {
            Err(RequestError::Refused(Refusal::NotMember | Refusal::UnknownSpace))
                if self.may_introduce() =>
            {
                self.introduce(space).await?;
                self.ask(&space.server, request).await
            }
            answer => answer,
        };
        if answer.is_ok() {
            self.net().introduced = None;
        }
        answer
    }

    /// Whether this device may introduce itself to a server that doesn't know it. Not soon after
    /// that didn't help.
    fn may_introduce(&self) -> bool {
        let (now, mut net) = (self.0.host.now(), self.net());
        let may = net.introduced.is_none_or(|last| now.abs_diff(last) >= AGAIN);
        if may {
            net.introduced = Some(now);
        }
        may
    }

    /// Asks the server as this device.
    pub(crate) async fn ask<E: Endpoint>(
        &self,
        server: &str,
        request: &E,
    ) -> Result<E::Reply, RequestError> {
        let identity = self.identity().clone();
        self.ask_as(&identity, server, request).await
    }

    /// Asks the server. Asks again if the clocks differ by more than was known.
    pub(crate) async fn ask_as<E: Endpoint>(
        &self,
        identity: &Identity,
        server: &str,
        request: &E,
    ) -> Result<E::Reply, RequestError> {
        match self.ask_once(identity, server, request).await {
            Err(RequestError::Refused(Refusal::ClockSkew { now })) if self.learns_skew(now) => {
                self.ask_once(identity, server, request).await
            }
            answer => answer,
        }
    }

    /// Notes the server's time. Returns whether that is news.
    fn learns_skew(&self, now: u64) -> bool {
        let skew = i64::try_from(now).unwrap_or_default()
            - i64::try_from(self.0.host.now()).unwrap_or_default();
        let known = std::mem::replace(&mut self.net().skew, skew);
        known.abs_diff(skew) > TOLERANCE / 2
    }

    async fn ask_once<E: Endpoint>(
        &self,
        identity: &Identity,
        server: &str,
        request: &E,
    ) -> Result<E::Reply, RequestError> {
        let body = encode(request);
        let proof = self.proof(identity, E::PATH, &body).to_header();
        let (url, moved, size) = (format!("{server}{}", E::PATH), Moved::default(), body.len());
        let exchange = self.0.host.post(&url, (HEADER, &proof), body, moved.clone());
        read::<E>(&self.while_it_moves(exchange, &moved, size).await?)
    }

    /// The outcome of an exchange. It may take any time as long as bytes move.
    async fn while_it_moves(
        &self,
        exchange: impl Future<Output = Result<Answer, NoResponse>>,
        moved: &Moved,
        size: usize,
    ) -> Result<Answer, RequestError> {
        let silence = self.0.host.silence();
        let patience = silence + (size as u64 / SLOWEST).min(2 * silence);
        let mut exchange = pin!(exchange);
        loop {
            tokio::select! {
                biased;
                answer = &mut exchange => return Ok(answer?),
                () = moved.on(LEAST) => {}
                () = self.0.host.sleep(patience) => return Err(RequestError::TooSlow),
            }
        }
    }

    fn proof(&self, identity: &Identity, path: &str, body: &[u8]) -> Proof {
        let mut nonce = [0; 16];
        self.0.host.rng().fill_bytes(&mut nonce);
        let time = self.0.host.now().saturating_add_signed(self.net().skew);
        Proof::new(&identity.key, identity.device, path, body, time, nonce)
    }
}

/// Our answer, or the meaning of a proxy's status.
fn read<E: Endpoint>(answer: &Answer) -> Result<E::Reply, RequestError> {
    if (200..300).contains(&answer.status) {
        return decode(&answer.body).ok_or(RequestError::NotOurProtocol);
    }
    Err(match (decode(&answer.body), answer.status) {
        (Some(refusal), _) => RequestError::Refused(refusal),
        (None, 413) => RequestError::Refused(Refusal::TooLarge),
        (None, 429 | 503) => RequestError::Refused(Refusal::Busy { millis: PAUSE }),
        (None, 408 | 502 | 504) => RequestError::Offline,
        (None, 401 | 403 | 407 | 451) => RequestError::Blocked,
        (None, 500..) => RequestError::Broken,
        (None, _) => RequestError::NotOurProtocol,
    })
}
