//! Fetching what others did: check, open, apply.

use std::collections::BTreeMap;

use bugs::Bug;
use domain::{ChangeRef, Fault, Id};
use store::{Error, Incoming, Parting, Position, Renaming, Space, Unread};
use sync::seal::{Unreadable, open};
use sync::wire::{self, Hash, Page, SealedChange, decode, encode, roll};
use sync::{Event, SpaceKey};

use crate::drive::Trouble;
use crate::found::{Identity, members};
use crate::transport::Unanswered;
use crate::{App, later};

/// What the members' devices sign with.
pub type Keys = BTreeMap<Id, [u8; 32]>;

impl App {
    pub(crate) async fn pull(
        &self,
        space: &Space,
        after: u64,
        limit: usize,
    ) -> Result<Event, Trouble> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let request = wire::Pull { space: space.id, after, limit };
        let page = self.ask_as_member(space, &request).await?;
        if page.head < after || self.has_forgotten(page.epoch)? {
            return self.start_over(space, page.epoch);
        }
        if page.next <= after && after < page.head {
            // A server that promises more and gives nothing must not look as if all were here.
            return Err(Unanswered::Gibberish.into());
        }
        let kept = self.space()?;
        let digest = page.changes.iter().fold(kept.digest, |it, change| roll(&it, &change.header));
        if !bugs::lives(Bug::RestoreUnnoticed) && !continues(&page, space.id, after, digest) {
            return self.doubt(space, &page);
        }
        let (cursor, head) = (page.next, page.head);
        let to = Position { epoch: page.epoch.to_string(), cursor, digest, head };
        if bugs::lives(Bug::CursorFirst) {
            self.apply(space, &[], &Keys::new(), &to)?;
        }
        let makers = page.changes.iter().map(|it| it.header.device);
        let keys = self.keys_for(space, makers).await?;
        self.apply(space, &page.changes, &keys, &to)?;
        // Only a convenience: whoever searches has the index follow, should this fail.
        let _ = later::keep_up(self.clone()).await;
        if page.next >= page.head {
            self.store().has_asked()?;
        }
        let due = page.snapshot_due && self.obliges();
        self.net().snapshot_due = due;
        Ok(Event::Pulled { next: page.next, head: page.head })
    }

    /// The server tells another history than it did: once, that is a reason to begin anew with
    /// it; when it goes on, there is something wrong that a person has to look at.
    fn doubt(&self, space: &Space, page: &Page) -> Result<Event, Trouble> {
        if std::mem::replace(&mut self.net().doubted, true) {
            return Err(Fault::Untrusted { detail: "digest".into() }.into());
        }
        self.start_over(space, page.epoch)
    }

    fn apply(
        &self,
        space: &Space,
        changes: &[SealedChange],
        keys: &Keys,
        to: &Position,
    ) -> Result<(), Trouble> {
        let attempt = || {
            let read = self.read_all(space, changes, keys);
            self.store().apply(space.id, &read, to, self.0.host.now())
        };
        let outcome = match attempt() {
            Err(Error::Taken { seq }) => {
                self.part(space, seq)?;
                attempt()
            }
            outcome => outcome,
        };
        if outcome? {
            self.touch();
        }
        Ok(())
    }

    /// Takes another name: a copy of this home writes under the one we had.
    fn part(&self, space: &Space, seq: u64) -> Result<(), Trouble> {
        let from = ChangeRef { device: self.device(), seq };
        let new = Identity::new(&self.0.host);
        let renaming = Renaming { from, to: new.device };
        self.store().rename(space.id, renaming, &new.key_text())?;
        *self.identity() = new;
        self.net().offer = None;
        self.touch();
        Ok(())
    }

    /// Whether this device can give its changes to the server. One whose database was salvaged may
    /// lack changes that it sent: everything is fetched first, and what the server doesn't have then
    /// goes by a new name.
    pub(crate) fn knows_its_numbers(&self, space: &Space) -> Result<bool, Trouble> {
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
    pub(crate) async fn keys_for(
        &self,
        space: &Space,
        mut devices: impl Iterator<Item = Id>,
    ) -> Result<Keys, Trouble> {
        let known = self.keys(space)?;
        if devices.all(|it| known.contains_key(&it)) {
            return Ok(known);
        }
        let roster = self.ask_as_member(space, &wire::Members { space: space.id }).await?;
        self.store().add_members(space.id, &members(space, &roster)?)?;
        self.read_again(space)?;
        Ok(self.keys(space)?)
    }

    /// Reads what was kept aside, now that this version or a member's key may be newer.
    pub(crate) fn read_again(&self, space: &Space) -> Result<(), Trouble> {
        let kept = self.store().unread(space.id)?;
        let changes: Vec<_> = kept.iter().filter_map(|it| decode(it)).collect();
        if changes.is_empty() {
            return Ok(());
        }
        let mut read = self.read_all(space, &changes, &self.keys(space)?);
        read.retain(|it| matches!(it, Incoming::Read(_)));
        if self.store().recover(space.id, &read, self.0.host.now())? {
            self.touch();
        }
        Ok(())
    }

    /// The same when the app starts; what can't be read yet stands in nobody's way.
    pub(crate) fn read_again_or_tell(&self, space: &Space) {
        if let Err(Trouble::Fault(fault)) = self.read_again(space) {
            self.learn(|net| net.trouble = Some(fault));
        }
    }

    fn keys(&self, space: &Space) -> store::Result<Keys> {
        let members = self.store().members(space.id)?.into_iter();
        Ok(members.map(|it| (it.device, it.key)).collect())
    }

    fn read_all(&self, space: &Space, changes: &[SealedChange], keys: &Keys) -> Vec<Incoming> {
        let me = self.device();
        let read = |it| self.echo(space, it, me).unwrap_or_else(|| read(it, space, keys, me));
        changes.iter().map(read).collect()
    }

    /// One of ours that comes back as we sent it, as all do: it needn't be checked and opened.
    fn echo(&self, space: &Space, sealed: &SealedChange, me: Id) -> Option<Incoming> {
        let by = ChangeRef { device: me, seq: sealed.header.seq };
        let ours = sealed.header.device == me
            && self.store().is_sealed_as(space.id, by, &encode(sealed)).is_ok_and(|it| it);
        ours.then_some(Incoming::Sent(by))
    }
}

/// Whether a page goes on where we are, in our space, with the history that we know.
fn continues(page: &Page, space: Id, after: u64, digest: Hash) -> bool {
    let belong = page.changes.iter().all(|it| it.header.space == space);
    let follow = page.next == after + page.changes.len() as u64;
    (belong || bugs::lives(Bug::OtherSpaceAccepted)) && follow && digest == page.digest
}

fn read(sealed: &SealedChange, space: &Space, keys: &Keys, me: Id) -> Incoming {
    let belongs = sealed.header.space == space.id;
    let key = keys.get(&sealed.header.device).filter(|_| belongs);
    let opened = key.ok_or(Unreadable::Signature).and_then(|key| {
        let key = key.as_slice().try_into().map_err(|_| Unreadable::Signature)?;
        open(sealed, &SpaceKey(space.key), &key)
    });
    match opened {
        Ok(change) if change.by.device == me => Incoming::Ours(change, encode(sealed)),
        Ok(change) => Incoming::Read(change),
        Err(reason) => Incoming::Unread(Unread {
            device: sealed.header.device,
            seq: sealed.header.seq,
            sealed: encode(sealed),
            reason: reason.to_string(),
        }),
    }
}
