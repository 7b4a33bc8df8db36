//! Snapshots: fetching one on a new device, and making one when the server asks.

use domain::versions::Touched;
use domain::{Change, Fault, Id};
use store::{Extent, Position, SnapshotPart, Space};
use sync::Event;
use sync::snapshot::{Place, open_part, seal_part};
use wire::snapshot::{is_signed, sign};
use wire::{Manifest, PARTS_LIMIT, PartName, Snapshot, SpaceKey};

use crate::App;
use crate::sync::driver::{SyncError, meanwhile};
use crate::sync::transport::RequestError;

/// How long the server's next request is ignored after a snapshot was sent or failed, in
/// milliseconds: megabytes that don't get through must not be sent all day.
const PAUSE: u64 = 600_000;
/// How often a snapshot is started again. One that lacks what an earlier one had never becomes
/// complete here, so everything is then fetched change by change.
const TRIES: u32 = 3;

/// A snapshot that is being fetched and has a valid signature.
#[derive(Debug, Clone)]
pub struct Taking {
    manifest: Manifest,
    /// A part, with its number, that was fetched while the one before was applied.
    ahead: Option<(u32, Vec<u8>)>,
    /// How many parts, of this or earlier snapshots, were not usable.
    failures: u32,
}

/// A snapshot on its way to the server.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The stretch of the log it contains.
    extent: Extent,
    /// The arrival number up to which its parts have been sent.
    after: u64,
    /// The parts that were sent.
    parts: Vec<PartName>,
}

impl App {
    /// Fetches and applies the next part of the newest snapshot.
    pub(crate) async fn fetch(&self, space: &Space) -> Result<Event, SyncError> {
        let known = self.net().taking.take().filter(|it| it.manifest.space == space.id);
        let mut failures = 0;
        if let Some(known) = known {
            failures = known.failures + 1;
            match self.fetch_part_of(space, known).await {
                // The server may have a newer snapshot and no longer this one.
                Err(SyncError::RequestError(RequestError::Refused(_)) | SyncError::Fault(_))
                    if failures < TRIES => {}
                outcome => return outcome,
            }
        }
        let asked = wire::GetSnapshot { space: space.id };
        let Some(snapshot) = self.ask_as_member(space, &asked).await? else {
            return Ok(Event::NoSnapshot);
        };
        self.believe(space, &snapshot).await?;
        let taking = Taking { manifest: snapshot.manifest, ahead: None, failures };
        self.fetch_part_of(space, taking).await
    }

    /// Applies the next part, and fetches the one after it meanwhile.
    async fn fetch_part_of(&self, space: &Space, taking: Taking) -> Result<Event, SyncError> {
        let Taking { manifest, ahead, failures } = taking;
        let kept = self.space()?;
        let done = if kept.taking.at == manifest.at { kept.taking.parts } else { 0 };
        let ahead = ahead.filter(|it| it.0 == done).map(|it| it.1);
        let bytes = match ahead {
            Some(bytes) => bytes,
            None => self.part_of(space, &manifest, done).await?,
        };
        let changes = self.changes_of(space, &manifest, done, &bytes).await?;
        let take = || self.take(kept, &manifest, done, changes);
        if done as usize + 1 >= manifest.parts.len() {
            return take();
        }
        let (next, taken) = meanwhile(self.part_of(space, &manifest, done + 1), take).await;
        let ahead = next.ok().map(|it| (done + 1, it));
        self.net().taking = taken.is_ok().then_some(Taking { manifest, ahead, failures });
        taken
    }

    async fn part_of(
        &self,
        space: &Space,
        of: &Manifest,
        part: u32,
    ) -> Result<Vec<u8>, RequestError> {
        let asked = wire::GetPart { space: space.id, at: of.at, part };
        Ok(self.ask_as_member(space, &asked).await?.bytes)
    }

    /// Enters a part into the log. The last one moves the cursor.
    fn take(
        &self,
        space: Space,
        manifest: &Manifest,
        number: u32,
        changes: Vec<Change>,
    ) -> Result<Event, SyncError> {
        let (at, digest, head) = (manifest.at, manifest.digest, space.head.max(manifest.at));
        let end = Position { epoch: space.epoch, cursor: at, digest, head };
        let more = (number as usize) + 1 < manifest.parts.len();
        let part = SnapshotPart { at, number, end: (!more).then_some(&end) };
        let now = self.0.host.now();
        let mut store = self.store();
        let taken = store.take_part(space.id, part, changes, now);
        if matches!(taken, Err(store::Error::Stored(_))) {
            store.leave_snapshot(space.id)?;
        }
        // This only saves time: if it fails, the next search updates the index.
        let _ = store.keep_up();
        drop(store);
        if taken? {
            self.touch(&Touched::EVERYTHING);
        }
        Ok(Event::Fetched { cursor: if more { 0 } else { at }, more })
    }

    /// A part's changes, if it is the part that the manifest names.
    async fn changes_of(
        &self,
        space: &Space,
        manifest: &Manifest,
        part: u32,
        bytes: &[u8],
    ) -> Result<Vec<Change>, SyncError> {
        let name = manifest.parts.get(part as usize).ok_or_else(untrusted)?;
        let place = Place { space: space.id, at: manifest.at, part };
        let same = *blake3::hash(bytes).as_bytes() == name.hash;
        let key = SpaceKey(space.key);
        let changes = open_part(bytes, place, &key).ok().filter(|_| same).ok_or_else(untrusted)?;
        // Our own changes must come back as they were signed, and a snapshot doesn't keep
        // signatures.
        let ours = changes.iter().any(|it| it.by.device == self.device());
        self.keys_for(space, changes.iter().map(|it| it.by.device).collect()).await?;
        if ours || changes.len() != name.changes as usize {
            return Err(untrusted());
        }
        Ok(changes)
    }

    /// Whether a member signed the snapshot and it claims to be complete.
    async fn believe(&self, space: &Space, snapshot: &Snapshot) -> Result<(), SyncError> {
        let manifest = &snapshot.manifest;
        let keys = self.keys_for(space, [manifest.device].into()).await?;
        let key = keys.get(&manifest.device).and_then(|it| it.as_slice().try_into().ok());
        let signed = key.is_some_and(|it| is_signed(snapshot, &it));
        let held: u64 = manifest.parts.iter().map(|it| u64::from(it.changes)).sum();
        let whole = held == manifest.at && manifest.parts.len() <= PARTS_LIMIT;
        if signed && whole && manifest.space == space.id { Ok(()) } else { Err(untrusted()) }
    }

    /// Sends the next part of a snapshot, if the server asked for one. Returns whether more is to
    /// be done. An interrupted snapshot continues later; a failed one harms nothing.
    pub(crate) async fn offers(&self, space: &Space) -> bool {
        if !self.net().snapshot_due {
            return false;
        }
        let more = matches!(self.offer_part(space).await, Ok(true));
        if !more {
            let now = self.0.host.now();
            let mut net = self.net();
            (net.snapshot_due, net.offer, net.last_offer) = (false, None, now);
        }
        more
    }

    /// Whether to do what the server asked.
    pub(crate) fn obliges(&self) -> bool {
        self.0.host.now().abs_diff(self.net().last_offer) >= PAUSE
    }

    /// Sends the next part, or after the last one the manifest. Returns whether more is to be done.
    async fn offer_part(&self, space: &Space) -> Result<bool, SyncError> {
        let Some(mut offer) = self.under_way(space)? else { return Ok(false) };
        let until = (offer.after, offer.extent.end);
        let (changes, after) = self.store().stretch(space.id, until, self.0.host.part_bytes())?;
        if changes.is_empty() {
            let snapshot = self.manifest(space.id, offer);
            self.ask_as_member(space, &wire::KeepSnapshot { snapshot }).await?;
            return Ok(false);
        }
        let part = u32::try_from(offer.parts.len()).unwrap_or(u32::MAX);
        let place = Place { space: space.id, at: offer.extent.at, part };
        let bytes = seal_part(&changes, place, &SpaceKey(space.key), &mut self.0.host.rng());
        let hash = *blake3::hash(&bytes).as_bytes();
        let changes = u32::try_from(changes.len()).unwrap_or(u32::MAX);
        let kept = wire::KeepPart { space: space.id, at: place.at, part, bytes };
        self.ask_as_member(space, &kept).await?;
        offer.parts.push(PartName { hash, changes });
        offer.after = after;
        self.net().offer = Some(offer);
        Ok(true)
    }

    /// The snapshot that is being made, or a new one of everything that is here.
    fn under_way(&self, space: &Space) -> Result<Option<Offer>, SyncError> {
        if let Some(offer) = self.net().offer.clone() {
            return Ok(Some(offer));
        }
        let extent = self.store().extent(space.id, self.device())?;
        Ok(extent.map(|extent| Offer { extent, after: 0, parts: Vec::new() }))
    }

    fn manifest(&self, space: Id, offer: Offer) -> Snapshot {
        let Extent { at, digest, .. } = offer.extent;
        let identity = self.identity();
        let manifest = Manifest { space, at, digest, device: identity.device, parts: offer.parts };
        sign(manifest, &identity.key)
    }
}

fn untrusted() -> SyncError {
    Fault::Untrusted { detail: "snapshot".into() }.into()
}
