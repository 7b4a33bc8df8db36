//! What the server adds to a wire call: the key that must have signed it, and its answer.

use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::Endpoint;

use crate::Result;
use crate::hub::Hub;
use crate::signed::Caller;

/// A call that this server answers.
pub trait Answered: Endpoint + Send + Sync + 'static {
    /// The space of the call.
    fn space(&self) -> Uuid;

    /// The key that must have signed: a member's key, unless the call overrides this.
    fn key(&self, hub: &Hub, device: Uuid) -> impl Future<Output = Result<VerifyingKey>> + Send {
        hub.storage.key(self.space(), device)
    }

    /// Carries out the call.
    fn answer(self, hub: &Hub, caller: Caller) -> impl Future<Output = Result<Self::Reply>> + Send;
}
