//! The sender of a request. The cheap checks come first: nothing is read from a caller whose clock
//! is off, and nothing is stored for one that isn't a member.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::request::{HEADER, Proof, TOLERANCE};
use wire::{BODY_LIMIT, Refusal, decode};

use crate::Result;
use crate::admission::unproven;
use crate::bodies::Arrived;
use crate::client_ip::Origin;
use crate::endpoint::Answered;
use crate::hub::Hub;

/// A request that claims a sender.
pub struct Signed {
    proof: Proof,
    address: IpAddr,
    body: Arrived,
}

/// The verified sender.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// The device.
    pub device: Uuid,
    /// The key that signed.
    pub key: VerifyingKey,
    /// The sender's address or network; unspecified without sockets.
    pub address: IpAddr,
}

impl Signed {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.body.bytes.len()
    }

    /// The message and its sender, if all checks pass.
    pub async fn open<E: Answered>(&mut self, hub: &Hub) -> Result<(E, Caller)> {
        let message: E = decode(&self.body.bytes).ok_or(Refusal::Malformed)?;
        let key = message.key(hub, self.proof.device).await?;
        if !self.proof.holds(&key, E::PATH, &self.body.bytes) {
            return Err(unproven(hub, message.space(), self.proof.device).await);
        }
        // The sender is verified only here. Requests are counted by key, because anyone can claim
        // any device id in a space of their own. So no device uses up another's requests.
        hub.devices.pass(key.as_bytes(), &hub.host)?;
        hub.nonces.note(key.to_bytes(), &self.proof, hub.host.now())?;
        hub.bodies.answers_for(message.space(), &mut self.body);
        Ok((message, Caller { device: self.proof.device, key, address: self.address }))
    }
}

impl FromRequest<Arc<Hub>> for Signed {
    type Rejection = crate::Error;

    async fn from_request(request: Request, hub: &Arc<Hub>) -> Result<Self> {
        let proof = proof(request.headers())?;
        in_time(&proof, hub.host.now())?;
        fits(request.headers())?;
        let origin = request.extensions().get::<Origin>();
        let address = origin.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |it| it.0);
        let body = hub.bodies.read(hub, (address, proof.device), request.into_body()).await?;
        Ok(Self { proof, address, body })
    }
}

fn proof(headers: &HeaderMap) -> Result<Proof, Refusal> {
    let value = headers.get(HEADER).and_then(|value| value.to_str().ok());
    value.and_then(Proof::from_header).ok_or(Refusal::BadSignature)
}

fn in_time(proof: &Proof, now: u64) -> Result<(), Refusal> {
    if proof.time.abs_diff(now) <= TOLERANCE { Ok(()) } else { Err(Refusal::ClockSkew { now }) }
}

/// Refuses at once a body whose announced size is too large.
fn fits(headers: &HeaderMap) -> Result<(), Refusal> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let bytes = announced.and_then(|value| value.parse::<u64>().ok()).unwrap_or_default();
    if bytes > BODY_LIMIT as u64 { Err(Refusal::TooLarge) } else { Ok(()) }
}
