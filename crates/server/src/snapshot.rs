//! Snapshots. A member makes one when the server asks it to, and a new device takes it instead of
//! the changes one by one. The server accepts none from a device that it didn't ask.
//!
//! A snapshot of another history is refused by its digest. A restored database has its snapshots
//! restored with it. Devices compare the digest with their own all the same.

use uuid::Uuid;
use wire::snapshot::is_signed;
use wire::{
    GetPart, GetSnapshot, KeepPart, KeepSnapshot, PART_LIMIT, PARTS_LIMIT, Page, Part, Refusal,
    Snapshot,
};

use crate::Result;
use crate::endpoint::Answered;
use crate::hub::Hub;
use crate::signed::Caller;
use crate::storage::KeptPart;

/// How many changes after one snapshot the next is due, unless a setting says otherwise.
pub const AFTER: u64 = 5_000;
/// How long a member that was asked for a snapshot has for its first part, and from each part to
/// the next, in milliseconds.
const MAKING: u64 = 10 * 60 * 1_000;

impl Answered for KeepPart {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, caller: Caller) -> Result<()> {
        if self.bytes.len() > PART_LIMIT || self.part as usize >= PARTS_LIMIT {
            return Err(Refusal::TooLarge.into());
        }
        was_asked(hub, self.space, caller.device).await?;
        hub.storage.ask(self.space, caller.device, hub.host.now()).await?;
        hub.storage.keep_part(KeptPart::new(self, caller.device, hub.host.now())).await
    }
}

impl Answered for KeepSnapshot {
    fn space(&self) -> Uuid {
        self.snapshot.manifest.space
    }

    async fn answer(self, hub: &Hub, caller: Caller) -> Result<()> {
        check(&self.snapshot, &caller)?;
        was_asked(hub, self.space(), caller.device).await?;
        hub.storage.keep_snapshot(self.snapshot).await
    }
}

impl Answered for GetSnapshot {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Option<Snapshot>> {
        if hub.snapshot_after == 0 { Ok(None) } else { hub.storage.snapshot(self.space).await }
    }
}

impl Answered for GetPart {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Part> {
        wanted(hub)?;
        hub.storage.part(self).await
    }
}

/// Whether this server has snapshots at all.
fn wanted(hub: &Hub) -> Result<(), Refusal> {
    if hub.snapshot_after == 0 { Err(Refusal::UnknownSnapshot) } else { Ok(()) }
}

/// Whether a device was asked for a snapshot recently enough.
async fn was_asked(hub: &Hub, space: Uuid, device: Uuid) -> Result<()> {
    wanted(hub)?;
    let asked = hub.storage.asked(space, device).await?;
    let in_time = asked.is_some_and(|it| it >= hub.host.now().saturating_sub(MAKING));
    if in_time { Ok(()) } else { Err(Refusal::UnknownSnapshot.into()) }
}

/// Whether the reader of a page should make a snapshot: the newest one lacks many changes, also in
/// proportion to what it has, and no other device is making one.
pub async fn is_due(hub: &Hub, space: Uuid, reader: Uuid, page: &Page) -> Result<bool> {
    let (head, after) = (page.head, hub.snapshot_after);
    if after == 0 || head < after || page.next != head {
        return Ok(false);
    }
    let now = hub.host.now();
    let snapshots = hub.storage.snapshots(space, reader, now.saturating_sub(MAKING)).await?;
    let lacking = head.saturating_sub(snapshots.newest);
    let due = lacking >= after.max(snapshots.newest / 2) && !snapshots.others_make;
    if due {
        hub.storage.ask(space, reader, now).await?;
    }
    Ok(due)
}

/// The caller's own, signed by it, of a size that can be.
fn check(snapshot: &Snapshot, caller: &Caller) -> Result<(), Refusal> {
    let Snapshot { manifest, .. } = snapshot;
    if manifest.device != caller.device || manifest.parts.is_empty() {
        return Err(Refusal::Malformed);
    }
    if manifest.parts.len() > PARTS_LIMIT {
        return Err(Refusal::TooLarge);
    }
    if is_signed(snapshot, &caller.key) { Ok(()) } else { Err(Refusal::BadSignature) }
}
