//! Fetches others' changes: check, decrypt, apply.

use std::collections::{BTreeMap, BTreeSet};

use base16ct::lower as hex;
use domain::versions::Touched;
use domain::{ChangeRef, Fault, Id};
use store::{Error, Incoming, Parting, Position, Renaming, Space, Unread};
use sync::Event;
use sync::seal::{Unreadable, open};
use wire::admission::fingerprint;
use wire::{Altered, Hash, Page, SealedChange, SpaceKey, decode, encode, roll};

use crate::App;
use crate::sync::driver::SyncError;
use crate::sync::join::{self, Identity};
use crate::sync::transport::RequestError;

/// The setting with the version and key that last tried to read the quarantine.
const READER: &str = "reader";
/// How long a roster counts as fresh when a change's author isn't in it, in milliseconds.
const FRESH: u64 = 10_000;

/// The public keys of the members' devices.
pub type Keys = BTreeMap<Id, [u8; 32]>;

impl App {
    pub(crate) async fn pull(
        &self,
        space: &Space,
        after: u64,
        limit: usize,
    ) -> Result<Event, SyncError> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let request = wire::Pull { space: space.id, after, limit };
        let page = self.ask_as_member(space, &request).await?;
        if page.head < after || self.has_forgotten(page.epoch)? {
            return Ok(Event::Forgot { epoch: page.epoch });
        }
        if page.next <= after && after < page.head {
            // A server that promises more and delivers nothing must not look like a completed sync.
            return Err(RequestError::NotOurProtocol.into());
        }
        let from = self.space()?.digest;
        if !continues(&page, space.id, after, from) {
            return Ok(self.doubt(&page));
        }
        let makers = page.changes.iter().map(|it| it.header.device).collect();
        let keys = self.keys_for(space, makers).await?;
        let next = self.apply(space, &page, (after, from), &keys)?;
        // This only saves time: if it fails, the next search updates the index.
        let _ = self.store().keep_up();
        if next >= page.head {
            self.store().has_asked()?;
        }
        let due = page.snapshot_due && self.obliges();
        self.net().snapshot_due = due;
        Ok(Event::Pulled { next, head: page.head })
    }

    /// Handles a server with another history than before. The first time this device starts over
    /// with it. If it happens again, something is wrong that a person must look at.
    fn doubt(&self, page: &Page) -> Event {
        self.net().failed = Some(untrusted("digest"));
        Event::Forgot { epoch: page.epoch }
    }

    /// Applies a page, and returns the new cursor.
    fn apply(
        &self,
        space: &Space,
        page: &Page,
        from: (u64, Hash),
        keys: &Keys,
    ) -> Result<u64, SyncError> {
        let mut sound = self.sound(space, page, from, keys)?;
        let mut outcome = self.store().apply(space.id, &sound.read, &sound.to, self.0.host.now());
        if let Err(Error::Taken { seq }) = outcome {
            self.part(space, seq)?;
            sound = self.sound(space, page, from, keys)?;
            outcome = self.store().apply(space.id, &sound.read, &sound.to, self.0.host.now());
        }
        if outcome? {
            self.touch(&brought(&sound.read));
        }
        Ok(sound.to.cursor)
    }

    /// The changes of a page that are as their authors signed them, and the position after them. If
    /// a change is damaged, these are the changes before its group; the rest is asked for again.
    fn sound(
        &self,
        space: &Space,
        page: &Page,
        from: (u64, Hash),
        keys: &Keys,
    ) -> Result<Sound, SyncError> {
        let (mut read, flaw) = self.read_all(space, &page.changes, keys);
        if let Some(flaw) = flaw {
            let whole = whole_groups(&page.changes, read.len());
            if whole == 0 || flaw != Altered::Damaged {
                return Err(SyncError::Damaged(told(flaw)));
            }
            read.truncate(whole);
        }
        let to = position(page, from, read.len());
        Ok(Sound { read, to })
    }

    /// Takes another name, because a copy of this home writes under the present one.
    fn part(&self, space: &Space, seq: u64) -> Result<(), SyncError> {
        let from = ChangeRef { device: self.device(), seq };
        let new = Identity::new(&self.0.host);
        let renaming = Renaming { from, to: new.device };
        self.store().rename(space.id, renaming, &new.key_text())?;
        *self.identity() = new;
        let mut net = self.net();
        (net.offer, net.introduced) = (None, None);
        drop(net);
        self.touch(&Touched::EVERYTHING);
        Ok(())
    }

    /// Whether this device may send its changes. A device whose database was salvaged may lack
    /// changes that it sent. It first fetches everything; changes that the server lacks then get a
    /// new name.
    pub(crate) fn knows_its_numbers(&self, space: &Space) -> Result<bool, SyncError> {
        let (parting, sent) = {
            let store = self.store();
            (store.parting()?, store.sent(space.id)?)
        };
        match parting {
            Parting::No => {}
            Parting::First => return Ok(false),
            Parting::Now => self.part(space, sent + 1)?,
        }
        Ok(true)
    }

    /// The members' keys. They are fetched again if one of these devices isn't known here.
    ///
    /// Fails with [`Fault::Untrusted`] if it still isn't known: an honest server takes no change
    /// from a device that isn't a member.
    pub(crate) async fn keys_for(
        &self,
        space: &Space,
        devices: BTreeSet<Id>,
    ) -> Result<Keys, SyncError> {
        let known = self.keys(space)?;
        let all_known = |keys: &Keys| devices.iter().all(|it| keys.contains_key(it));
        if all_known(&known) {
            return Ok(known);
        }
        let now = self.0.host.now();
        let asked = self.net().stranger.filter(|it| now.abs_diff(*it) < FRESH);
        if asked.is_none() {
            let roster = self.ask_as_member(space, &wire::Members { space: space.id }).await?;
            self.store().add_devices(space.id, &join::devices(space, &roster)?)?;
            self.touch(&Touched::EVERYTHING);
        }
        let keys = self.keys(space)?;
        if keys.len() > known.len() {
            self.read_again(space)?;
        }
        self.net().stranger = (!all_known(&keys)).then_some(asked.unwrap_or(now));
        if all_known(&keys) { Ok(keys) } else { Err(untrusted("unknown-device").into()) }
    }

    /// Tries to read the quarantine again, one change at a time, because this version, the space's
    /// key or a member's key may be newer.
    fn read_again(&self, space: &Space) -> Result<(), SyncError> {
        let (keys, me, mut after) = (self.keys(space)?, self.device(), ChangeRef::default());
        loop {
            let next = self.store().unread(space.id, after)?;
            let Some((by, sealed)) = next else { return Ok(()) };
            after = by;
            let read = decode(&sealed).map(|it| read(&it, space, &keys, me));
            let Some(Ok(read @ Incoming::Read(_))) = read else { continue };
            if self.store().recover(space.id, &read, self.0.host.now())? {
                self.touch(&brought(&[read]));
            }
        }
    }

    /// The same when the app starts, if the version or the key has changed. Changes that were left
    /// out are fetched again. A change that still can't be read stops nothing.
    pub(crate) fn read_again_or_tell(&self, space: &Space) {
        let outcome = self.read_again_if_newer(space);
        if let Err(SyncError::Fault(fault)) = outcome {
            self.learn(|net| net.trouble = Some(fault));
        }
    }

    fn read_again_if_newer(&self, space: &Space) -> Result<(), SyncError> {
        let key = fingerprint(&SpaceKey(space.key).admission());
        let reader = format!("{} {}", env!("CARGO_PKG_VERSION"), hex::encode_string(&key));
        if self.store().setting(READER)?.is_some_and(|it| it == reader) {
            return Ok(());
        }
        self.read_again(space)?;
        let mut store = self.store();
        store.fetch_left_out(space.id)?;
        Ok(store.set(READER, &reader)?)
    }

    fn keys(&self, space: &Space) -> store::Result<Keys> {
        let devices = self.store().devices(space.id)?.into_iter();
        Ok(devices.map(|it| (it.id, it.key)).collect())
    }

    /// Reads changes up to the first that isn't as its author signed it, and returns that reason.
    fn read_all(
        &self,
        space: &Space,
        changes: &[SealedChange],
        keys: &Keys,
    ) -> (Vec<Incoming>, Option<Altered>) {
        let (me, mut all) = (self.device(), Vec::new());
        for sealed in changes {
            let echo = self.echo(space, sealed, me).map(Ok);
            match echo.unwrap_or_else(|| read(sealed, space, keys, me)) {
                Ok(read) => all.push(read),
                Err(flaw) => return (all, Some(flaw)),
            }
        }
        (all, None)
    }

    /// A change of this device that comes back as it was sent. It need not be checked and
    /// decrypted, even if the server's copy is damaged, because ours is intact.
    fn echo(&self, space: &Space, sealed: &SealedChange, me: Id) -> Option<Incoming> {
        let by = ChangeRef { device: me, seq: sealed.header.seq };
        if sealed.header.device != me {
            return None;
        }
        let same = self.store().is_sealed_as(space.id, by, &encode(sealed)).is_ok_and(|it| it);
        let sent = || decode::<SealedChange>(&self.store().sent_as(space.id, by).ok()??);
        let ours = same || sent().is_some_and(|it| it.header == sealed.header);
        ours.then_some(Incoming::Sent(by))
    }
}

/// Changes that are as their authors signed them, and the position after them.
struct Sound {
    read: Vec<Incoming>,
    to: Position,
}

/// Whether a page continues from our cursor, in our space and with our history.
fn continues(page: &Page, space: Id, after: u64, from: Hash) -> bool {
    let belong = page.changes.iter().all(|it| it.header.space == space);
    let follow = page.next == after + page.changes.len() as u64;
    let digest = page.changes.iter().fold(from, |it, change| roll(&it, &change.header));
    belong && follow && digest == page.digest
}

/// The position after the first `count` changes of a page, from a position and its digest.
fn position(page: &Page, (after, digest): (u64, Hash), count: usize) -> Position {
    let headers = page.changes.iter().take(count).map(|it| &it.header);
    Position {
        epoch: page.epoch.to_string(),
        cursor: after + count as u64,
        digest: headers.fold(digest, |it, header| roll(&it, header)),
        head: page.head,
    }
}

/// How many of the first changes belong to groups that end among the first `sound`.
fn whole_groups(changes: &[SealedChange], sound: usize) -> usize {
    let cut = changes.get(sound).map(|it| it.header.group);
    let before = changes.iter().take(sound);
    before.rev().position(|it| Some(it.header.group) != cut).map_or(0, |cut| sound - cut)
}

/// Reads a change. A change that a member signed and this version can't read is unread. A change
/// with a wrong signature or with damage is an error.
fn read(sealed: &SealedChange, space: &Space, keys: &Keys, me: Id) -> Result<Incoming, Altered> {
    let belongs = sealed.header.space == space.id;
    let key = keys.get(&sealed.header.device).filter(|_| belongs);
    let key = key.and_then(|it| it.as_slice().try_into().ok()).ok_or(Altered::Signature)?;
    match open(sealed, &SpaceKey(space.key), &key) {
        Ok(change) if change.by.device == me => Ok(Incoming::Ours(change, encode(sealed))),
        Ok(change) => Ok(Incoming::Read(change)),
        Err(Unreadable::Altered(flaw)) => Err(flaw),
        Err(reason) => Ok(Incoming::Unread(Unread {
            device: sealed.header.device,
            seq: sealed.header.seq,
            sealed: encode(sealed),
            reason: reason.to_string(),
        })),
    }
}

/// What a page of changes touches.
fn brought(page: &[Incoming]) -> Touched {
    Touched::records(page.iter().filter_map(|it| match it {
        Incoming::Read(change) | Incoming::Ours(change, _) => Some(change.payload.kind.as_str()),
        Incoming::Sent(_) | Incoming::Unread(_) => None,
    }))
}

/// The fault for a page that can't be applied.
fn told(flaw: Altered) -> Fault {
    match flaw {
        Altered::Damaged => Fault::Refused { reason: "damaged".into() },
        flaw => untrusted(&flaw.to_string()),
    }
}

fn untrusted(detail: &str) -> Fault {
    Fault::Untrusted { detail: detail.into() }
}
