//! Making a space, joining it, and reading who is in it.

use ed25519_dalek::VerifyingKey;
use sync::admission::is_admitted;
use sync::wire::{Found, Join, Member, Members, PROFILE_LIMIT, Refusal, Roster};
use uuid::Uuid;

use crate::Result;
use crate::endpoint::Answered;
use crate::hub::Hub;
use crate::signed::Caller;

impl Answered for Found {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn key(&self, _hub: &Hub, device: Uuid) -> Result<VerifyingKey> {
        fits(&self.profile)?;
        newcomer(self.space, &self.admission, &self.member, device)
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Roster> {
        hub.storage.found(self).await
    }
}

impl Answered for Join {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn key(&self, hub: &Hub, device: Uuid) -> Result<VerifyingKey> {
        let admission = hub.storage.admission(self.space).await?;
        newcomer(self.space, &admission, &self.member, device)
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Roster> {
        hub.storage.join(self).await
    }
}

impl Answered for Members {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Roster> {
        hub.storage.roster(self.space).await
    }
}

/// The key of a device that isn't stored yet and so brings its own, admitted by
/// somebody who holds the space's key.
fn newcomer(
    space: Uuid,
    admission: &VerifyingKey,
    member: &Member,
    device: Uuid,
) -> Result<VerifyingKey> {
    fits(&member.profile)?;
    // With a weak key, one signature can fit many messages.
    let weak = admission.is_weak() || member.key.is_weak();
    if weak || member.device != device || !is_admitted(admission, space, member) {
        return Err(Refusal::BadSignature.into());
    }
    Ok(member.key)
}

fn fits(profile: &[u8]) -> Result<(), Refusal> {
    if profile.len() <= PROFILE_LIMIT { Ok(()) } else { Err(Refusal::TooLarge) }
}
