//! What the server adds to a wire call: whose key it must be signed with, and
//! how it is answered.

use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::Endpoint;

use crate::Result;
use crate::hub::Hub;
use crate::signed::Caller;

/// A call that this server answers.
pub trait Answered: Endpoint + Send + Sync + 'static {
    /// The space that it is about.
    fn space(&self) -> Uuid;

    /// What the device signs with: a member's key, unless the call says otherwise.
    fn key(&self, hub: &Hub, device: Uuid) -> impl Future<Output = Result<VerifyingKey>> + Send {
        hub.storage.key(self.space(), device)
    }

    /// Does it.
    fn answer(self, hub: &Hub, caller: Caller) -> impl Future<Output = Result<Self::Reply>> + Send;
}
