//! Whose request it is. The cheap checks come first: nothing is read from a
//! caller whose clock is off, and nothing stored for one who isn't a member.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use ed25519_dalek::VerifyingKey;
use sync::request::{HEADER, Proof, TOLERANCE};
use sync::wire::{BODY_LIMIT, Refusal, decode};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;
use uuid::Uuid;

use crate::Result;
use crate::endpoint::Answered;
use crate::hub::Hub;

/// How long a body may take to arrive. Who is slower sends less at a time.
const PATIENCE: Duration = Duration::from_mins(1);

/// A request that claims to be somebody's.
pub struct Signed {
    proof: Proof,
    body: Bytes,
    /// Given back when the request has been dealt with.
    _room: OwnedSemaphorePermit,
}

/// Whose request it was found to be.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// The device.
    pub device: Uuid,
    /// What it signs with.
    pub key: VerifyingKey,
}

impl Signed {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.body.len()
    }

    /// The message, and who sent it, when all is as it should be.
    pub async fn open<E: Answered>(&self, hub: &Hub) -> Result<(E, Caller)> {
        let message: E = decode(&self.body).ok_or(Refusal::Malformed)?;
        let key = message.key(hub, self.proof.device).await?;
        if !self.proof.holds(&key, E::PATH, &self.body) {
            return Err(Refusal::BadSignature.into());
        }
        // Only now is it known whose it is: nobody uses up another's requests.
        hub.devices.pass(&self.proof.device, &hub.host)?;
        hub.nonces.note(&self.proof, hub.host.now())?;
        Ok((message, Caller { device: self.proof.device, key }))
    }
}

impl FromRequest<Arc<Hub>> for Signed {
    type Rejection = crate::Error;

    async fn from_request(request: Request, hub: &Arc<Hub>) -> Result<Self> {
        let proof = proof(request.headers())?;
        in_time(&proof, hub.host.now())?;
        let room = room(request.headers(), hub)?;
        let body = timeout(PATIENCE, Bytes::from_request(request, hub)).await;
        let body = body.map_err(|_| Refusal::TooLarge)?.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
            _ => Refusal::Malformed,
        })?;
        Ok(Self { proof, body, _room: room })
    }
}

fn proof(headers: &HeaderMap) -> Result<Proof, Refusal> {
    let value = headers.get(HEADER).and_then(|value| value.to_str().ok());
    value.and_then(Proof::from_header).ok_or(Refusal::BadSignature)
}

fn in_time(proof: &Proof, now: u64) -> Result<(), Refusal> {
    if proof.time.abs_diff(now) <= TOLERANCE { Ok(()) } else { Err(Refusal::ClockSkew { now }) }
}

/// Room for a body of the length that was announced, or of any.
fn room(headers: &HeaderMap, hub: &Hub) -> Result<OwnedSemaphorePermit, Refusal> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let bytes = announced.and_then(|value| value.parse().ok()).unwrap_or(BODY_LIMIT);
    if bytes > BODY_LIMIT {
        return Err(Refusal::TooLarge);
    }
    hub.bodies.take(bytes, &hub.host)
}
