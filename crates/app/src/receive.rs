//! Fetching what others did: check, open, apply.

use std::collections::BTreeMap;

use domain::{Fault, Id};
use store::{Incoming, Position, Space, Unread};
use sync::seal::{Unreadable, open};
use sync::wire::{self, SealedChange, encode, roll};
use sync::{Event, SpaceKey};

use crate::App;
use crate::drive::Trouble;
use crate::found::members;

type Keys = BTreeMap<Id, [u8; 32]>;

impl App {
    pub(crate) async fn pull(
        &self,
        space: &Space,
        after: u64,
        limit: usize,
    ) -> Result<Event, Trouble> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let page = self.ask(&space.server, &wire::Pull { space: space.id, after, limit }).await?;
        let kept = self.space()?;
        let forgot =
            page.head < after || (!kept.epoch.is_empty() && kept.epoch != page.epoch.to_string());
        if forgot {
            self.store().start_over(space.id)?;
            return Ok(Event::StartedOver);
        }
        let digest = page.changes.iter().fold(kept.digest, |it, change| roll(&it, &change.header));
        if digest != page.digest {
            return Err(Fault::Untrusted { detail: "digest".into() }.into());
        }
        let keys = self.keys_for(space, &page.changes).await?;
        let changes: Vec<_> = page.changes.iter().map(|it| read(it, space, &keys)).collect();
        let to = Position { epoch: page.epoch.to_string(), cursor: page.next, digest };
        if self.store().apply(space.id, &changes, &to, self.0.host.now())? {
            self.touch();
        }
        Ok(Event::Pulled { next: page.next, head: page.head })
    }

    /// The keys of the members; asked for anew when a page has a device not known here.
    async fn keys_for(&self, space: &Space, changes: &[SealedChange]) -> Result<Keys, Trouble> {
        let known = self.keys(space)?;
        if changes.iter().all(|it| known.contains_key(&it.header.device)) {
            return Ok(known);
        }
        let roster = self.ask(&space.server, &wire::Members { space: space.id }).await?;
        self.store().add_members(space.id, &members(space, &roster)?)?;
        Ok(self.keys(space)?)
    }

    fn keys(&self, space: &Space) -> store::Result<Keys> {
        let members = self.store().members(space.id)?.into_iter();
        Ok(members.map(|it| (it.device, it.key)).collect())
    }
}

fn read(sealed: &SealedChange, space: &Space, keys: &Keys) -> Incoming {
    let belongs = sealed.header.space == space.id;
    let key = keys.get(&sealed.header.device).filter(|_| belongs);
    let opened = key.ok_or(Unreadable::Signature).and_then(|key| {
        let key = key.as_slice().try_into().map_err(|_| Unreadable::Signature)?;
        open(sealed, &SpaceKey(space.key), &key)
    });
    match opened {
        Ok(change) => Incoming::Read(change),
        Err(reason) => Incoming::Unread(Unread {
            device: sealed.header.device,
            seq: sealed.header.seq,
            sealed: encode(sealed),
            reason: reason.to_string(),
        }),
    }
}
