//! Making a space, joining it, and reading who is in it.

use ed25519_dalek::VerifyingKey;
use tokio::task::spawn_blocking;
use uuid::Uuid;
use wire::admission::is_admitted;
use wire::{Found, Join, Member, Members, PROFILE_LIMIT, Refusal, Roster};

use crate::endpoint::Answered;
use crate::hub::Hub;
use crate::signed::Caller;
use crate::{Error, Result};

/// What an altered row is reported as.
const MEMBER: Error = Error::Corrupt("member");

impl Answered for Found {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn key(&self, _hub: &Hub, device: Uuid) -> Result<VerifyingKey> {
        fits(&self.profile)?;
        newcomer(self.space, &self.admission, &self.member, device)
    }

    async fn answer(self, hub: &Hub, caller: Caller) -> Result<Roster> {
        let (space, admission) = (self.space, self.admission);
        if is_new(hub, space).await? {
            hub.foundings.pass(&caller.address, &hub.host)?;
        }
        checked(space, admission, hub.storage.found(self).await?).await
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
        let space = self.space;
        let admission = hub.storage.admission(space).await?;
        checked(space, admission, hub.storage.join(self).await?).await
    }
}

impl Answered for Members {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Roster> {
        let admission = hub.storage.admission(self.space).await?;
        checked(self.space, admission, hub.storage.roster(self.space).await?).await
    }
}

async fn is_new(hub: &Hub, space: Uuid) -> Result<bool> {
    match hub.storage.admission(space).await {
        Err(Error::Refused(Refusal::UnknownSpace)) => Ok(true),
        known => known.map(|_| false),
    }
}

/// A roster for a device: the members whose rows and proofs are intact. A damaged member is
/// reported and left out, so it stops no device from joining.
async fn checked(space: Uuid, admission: VerifyingKey, mut roster: Roster) -> Result<Roster> {
    // A thousand signatures take a while, so this yields to other requests.
    let checked = spawn_blocking(move || {
        let all = roster.members.len();
        roster.members.retain(|member| is_admitted(&admission, space, member));
        if roster.members.len() < all {
            MEMBER.report();
        }
        roster
    });
    Ok(checked.await.map_err(std::io::Error::from)?)
}

/// The error for a request whose signature fails by a member's key: a damaged member row, or a bad
/// request.
pub async fn unproven(hub: &Hub, space: Uuid, device: Uuid) -> Error {
    let row = async {
        let admission = hub.storage.admission(space).await?;
        let member = hub.storage.member(space, device).await?;
        Ok(is_admitted(&admission, space, &member))
    };
    match row.await {
        Ok(true) | Err(Error::Refused(_)) => Refusal::BadSignature.into(),
        Ok(false) => MEMBER,
        Err(error) => error,
    }
}

/// The key of a device that isn't stored yet and so brings its own, admitted by a holder of the
/// space's key.
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
