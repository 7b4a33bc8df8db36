//! Fetching what others did: check, open, apply.

use std::collections::{BTreeMap, BTreeSet};

use base16ct::lower as hex;
use domain::{ChangeRef, Fault, Id};
use store::{Error, Incoming, Parting, Position, Renaming, Space, Unread};
use sync::Event;
use sync::seal::{Unreadable, open};
use wire::admission::fingerprint;
use wire::{Altered, Hash, Page, SealedChange, SpaceKey, decode, encode, roll};

use crate::App;
use crate::sync::driver::SyncError;
use crate::sync::join::{Identity, members};
use crate::sync::transport::RequestError;

/// The fact that says by which version, with which key, what was kept aside was last read.
const READER: &str = "reader";
/// How long a roster counts as fresh when whoever made a change isn't in it, in milliseconds.
const FRESH: u64 = 10_000;

/// What the members' devices sign with.
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
            // A server that promises more and gives nothing must not look as if all were here.
            return Err(RequestError::NotOurProtocol.into());
        }
        let from = self.space()?.digest;
        if !continues(&page, space.id, after, from) {
            return Ok(self.doubt(&page));
        }
        let makers = page.changes.iter().map(|it| it.header.device).collect();
        let keys = self.keys_for(space, makers).await?;
        let next = self.apply(space, &page, (after, from), &keys)?;
        // Only a convenience: whoever searches has the index follow, should this fail.
        let _ = self.store().keep_up();
        if next >= page.head {
            self.store().has_asked()?;
        }
        let due = page.snapshot_due && self.obliges();
        self.net().snapshot_due = due;
        Ok(Event::Pulled { next, head: page.head })
    }

    /// The server tells another history than it did: once, that is a reason to begin anew with
    /// it; when it goes on, there is something wrong that a person has to look at.
    fn doubt(&self, page: &Page) -> Event {
        self.net().failed = Some(untrusted("digest"));
        Event::Forgot { epoch: page.epoch }
    }

    /// Applies a page, and tells the position that we have reached.
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
            self.touch();
        }
        Ok(sound.to.cursor)
    }

    /// What of a page is as its authors signed it, and where it leads. Of a page with a damaged
    /// change that is what comes before that one's group: nothing after it is taken in, so that it
    /// is asked for again.
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

    /// Takes another name: a copy of this home writes under the one we had.
    fn part(&self, space: &Space, seq: u64) -> Result<(), SyncError> {
        let from = ChangeRef { device: self.device(), seq };
        let new = Identity::new(&self.0.host);
        let renaming = Renaming { from, to: new.device };
        self.store().rename(space.id, renaming, &new.key_text())?;
        *self.identity() = new;
        let mut net = self.net();
        (net.offer, net.introduced) = (None, None);
        drop(net);
        self.touch();
        Ok(())
    }

    /// Whether this device can give its changes to the server. One whose database was salvaged may
    /// lack changes that it sent: everything is fetched first, and what the server doesn't have then
    /// goes by a new name.
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

    /// The keys of the members; asked for anew when one of these devices isn't known here.
    ///
    /// Fails with [`Fault::Untrusted`] when one isn't known then either: an honest server takes no
    /// change from whoever isn't a member.
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
            self.store().add_members(space.id, &members(space, &roster)?)?;
        }
        let keys = self.keys(space)?;
        if keys.len() > known.len() {
            self.read_again(space)?;
        }
        self.net().stranger = (!all_known(&keys)).then_some(asked.unwrap_or(now));
        if all_known(&keys) { Ok(keys) } else { Err(untrusted("unknown-device").into()) }
    }

    /// Reads what was kept aside once more, one change at a time: this version, the space's key or
    /// a member's may be newer.
    fn read_again(&self, space: &Space) -> Result<(), SyncError> {
        let (keys, me, mut after) = (self.keys(space)?, self.device(), ChangeRef::default());
        loop {
            let next = self.store().unread(space.id, after)?;
            let Some((by, sealed)) = next else { return Ok(()) };
            after = by;
            let read = decode(&sealed).map(|it| read(&it, space, &keys, me));
            let Some(Ok(read @ Incoming::Read(_))) = read else { continue };
            if self.store().recover(space.id, &read, self.0.host.now())? {
                self.touch();
            }
        }
    }

    /// The same when the app starts, if this version or the key is another than the last time.
    /// What was too much to keep is fetched again. What can't be read yet is in nobody's way.
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
        let members = self.store().members(space.id)?.into_iter();
        Ok(members.map(|it| (it.device, it.key)).collect())
    }

    /// Reads changes until one isn't as its author signed it, and why.
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

    /// One of ours that comes back as we sent it, as all do: it needn't be checked and opened. Nor
    /// when the server's copy is damaged, since ours is whole.
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

/// Changes that are as their authors signed them, and where they lead.
struct Sound {
    read: Vec<Incoming>,
    to: Position,
}

/// Whether a page goes on where we are, in our space, with the history that we know.
fn continues(page: &Page, space: Id, after: u64, from: Hash) -> bool {
    let belong = page.changes.iter().all(|it| it.header.space == space);
    let follow = page.next == after + page.changes.len() as u64;
    let digest = page.changes.iter().fold(from, |it, change| roll(&it, &change.header));
    belong && follow && digest == page.digest
}

/// Where the first changes of a page lead, so many of them, from a position and its digest.
fn position(page: &Page, (after, digest): (u64, Hash), count: usize) -> Position {
    let headers = page.changes.iter().take(count).map(|it| &it.header);
    Position {
        epoch: page.epoch.to_string(),
        cursor: after + count as u64,
        digest: headers.fold(digest, |it, header| roll(&it, header)),
        head: page.head,
    }
}

/// How many of the first changes are of groups that end among the first `sound`.
fn whole_groups(changes: &[SealedChange], sound: usize) -> usize {
    let cut = changes.get(sound).map(|it| it.header.group);
    let before = changes.iter().take(sound);
    before.rev().position(|it| Some(it.header.group) != cut).map_or(0, |cut| sound - cut)
}

/// Reads a change. What a member signed and this version can't read is unread; what its author didn't
/// sign, or what is damaged, is not taken in at all.
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

/// What the user is told of a page that can't be taken in.
fn told(flaw: Altered) -> Fault {
    match flaw {
        Altered::Damaged => Fault::Refused { reason: "damaged".into() },
        flaw => untrusted(&flaw.to_string()),
    }
}

fn untrusted(detail: &str) -> Fault {
    Fault::Untrusted { detail: detail.into() }
}
