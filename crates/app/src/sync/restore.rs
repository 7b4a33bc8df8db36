//! A whole site with its history: copied from a device, and played to an empty server.
//!
//! The old devices are gone, and their keys with them. Whoever restores a site holds its key, and gives each of
//! them a new one. So each change keeps its author, its number and its time; that it is theirs is from then on
//! vouched for by the site's key alone. All that is derived is derived the same way again, so a restoring that
//! was interrupted can be begun anew.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use base16ct::lower as hex;
use blake3::OutputReader;
use domain::fault::Result;
use domain::views::Status;
use domain::{Change, ChangeRef, Clock, Fault, Id, Payload};
use rand_core::TryRng;
use serde::{Deserialize, Serialize};
use store::Space;
use sync::seal::seal;
use wire::admission::fingerprint;
use wire::{DeviceKey, PAGE_LIMIT, Push, Refusal, SealedChange, SpaceKey, encode};

use crate::App;
use crate::sync::join::{self, Identity, Profile};
use crate::sync::transport::RequestError;

/// The version of what is written.
const VERSION: u32 = 1;
/// How often a server may ask for a pause.
const PAUSES: u32 = 60;
/// Bytes after which a push ends.
const PAGE_BYTES: usize = 1 << 20;

/// A site with its whole history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteCopy {
    /// The version of the format.
    version: u32,
    space: Id,
    /// The key of the space, in hexadecimal.
    key: String,
    /// What people call the site.
    pub name: String,
    devices: Vec<CopiedDevice>,
    /// Every change, in the order in which they arrived.
    changes: Vec<CopiedChange>,
}

/// A device, and whose it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct CopiedDevice {
    id: Id,
    name: String,
    member: Id,
}

/// A change without its space, which the copy names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct CopiedChange {
    by: ChangeRef,
    record: Id,
    group: Id,
    group_count: u32,
    clock: u64,
    payload: Payload,
}

impl SiteCopy {
    /// A copy as it is written in a file. None if it is another file, or not whole.
    pub fn read(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// Whether a newer version wrote it.
    pub const fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// How many changes it has.
    pub const fn changes(&self) -> usize {
        self.changes.len()
    }

    fn space(&self, server: String) -> Result<Space> {
        let key = hex::decode_vec(&self.key).ok().and_then(|it| it.try_into().ok());
        let key = key.ok_or(Fault::DamagedCopy)?;
        Ok(Space { name: self.name.clone(), ..Space::new(self.space, server, key) })
    }

    /// The changes of a device, by their numbers.
    fn changes_of(&self, device: Id) -> Vec<Change> {
        let theirs = self.changes.iter().filter(|it| it.by.device == device);
        let mut changes: Vec<Change> = theirs.map(|it| it.in_space(self.space)).collect();
        changes.sort_by_key(|it| it.by.seq);
        changes
    }
}

impl CopiedChange {
    fn of(change: Change) -> Self {
        let Change { by, record, group, group_count, clock, payload, .. } = change;
        Self { by, record, group, group_count, clock: clock.0, payload }
    }

    fn in_space(&self, space: Id) -> Change {
        Change {
            space,
            by: self.by,
            record: self.record,
            group: self.group,
            group_count: self.group_count,
            clock: Clock(self.clock),
            payload: self.payload.clone(),
        }
    }
}

impl App {
    /// Copies the site with its whole history. Who has the copy can read all of it, and join.
    ///
    /// Fails while something that has arrived cannot be read, because it would be missing.
    pub fn copy_site(&self) -> Result<SiteCopy> {
        let space = self.space()?;
        let store = self.store();
        if store.count_unread()? > 0 {
            return Err(Fault::Unread);
        }
        let devices = store.devices(space.id)?.into_iter();
        let devices =
            devices.map(|it| CopiedDevice { id: it.id, name: it.name, member: it.member });
        let mut devices: Vec<CopiedDevice> = devices.collect();
        let (mut changes, mut after) = (Vec::new(), 0);
        loop {
            let (read, last) = store.stretch(space.id, (after, u64::MAX), PAGE_BYTES)?;
            if read.is_empty() {
                break;
            }
            changes.extend(read.into_iter().map(CopiedChange::of));
            after = last;
        }
        add_unlisted(&mut devices, &changes)?;
        Ok(SiteCopy {
            version: VERSION,
            space: space.id,
            key: hex::encode_string(&space.key),
            name: space.name,
            devices,
            changes,
        })
    }

    /// Plays a site to an empty server, and enters it as a newcomer of that name. `told` hears how many
    /// changes the server has, of how many.
    ///
    /// Fails where this device has a site, or the server has another site of that id.
    pub async fn restore_site(
        &self,
        copy: &SiteCopy,
        server: &str,
        name: &str,
        told: &mut dyn FnMut(usize, usize),
    ) -> Result<Status> {
        self.must_be_new()?;
        let name = join::named("name", name)?;
        let mut space = copy.space(join::address(server)?)?;
        let key = SpaceKey(space.key);
        let mut sent = 0;
        for (at, device) in copy.devices.iter().enumerate() {
            let heir = heir(&space, device.id);
            if at == 0 {
                space.fingerprint = fingerprint(&heir.key.public());
            }
            self.admit_heir(&space, device, &heir, at == 0).await?;
            let changes = copy.changes_of(device.id);
            for page in pages(&changes, &key, &heir.key) {
                sent += page.len();
                let push = Push { space: space.id, changes: page };
                self.pushed(&heir, &space, &push).await?;
                told(sent, copy.changes.len());
            }
        }
        self.enter_restored(space, name).await
    }

    /// Sends changes, and waits where the server asks for a pause.
    async fn pushed(&self, heir: &Identity, space: &Space, push: &Push) -> Result<()> {
        for _ in 0..PAUSES {
            match self.ask_as(heir, &space.server, push).await {
                Err(RequestError::Refused(Refusal::Busy { millis })) => {
                    self.0.host.sleep(millis).await;
                }
                answer => return answer.map(drop).map_err(|it| it.fault()),
            }
        }
        Err(Fault::Offline)
    }

    /// Makes the server know a device by its new key. The first founds the space.
    async fn admit_heir(
        &self,
        space: &Space,
        device: &CopiedDevice,
        heir: &Identity,
        first: bool,
    ) -> Result<()> {
        let profile = Profile { name: device.name.clone(), member: device.member };
        let said = encode(&("profile", device.id, &device.name, device.member));
        let mut rng = repeated(space, &said);
        let member = join::admitted(space, heir, &profile, &mut rng);
        let asked = if first {
            let found = {
                let said = encode(&("site", &space.name));
                join::founding(space, member, &mut repeated(space, &said))
            };
            self.ask_as(heir, &space.server, &found).await
        } else {
            let join = wire::Join { space: space.id, member };
            self.ask_as(heir, &space.server, &join).await
        };
        asked.map(drop).map_err(|it| it.fault())
    }
}

/// Adds the devices that have written something and are in no list. Fails where a number is missing, because
/// no server takes what follows it.
fn add_unlisted(devices: &mut Vec<CopiedDevice>, changes: &[CopiedChange]) -> Result<()> {
    let mut numbers: BTreeMap<Id, BTreeSet<u64>> = BTreeMap::new();
    for it in changes {
        numbers.entry(it.by.device).or_default().insert(it.by.seq);
    }
    for (id, seqs) in numbers {
        if seqs.last().is_none_or(|last| *last != seqs.len() as u64) {
            return Err(Fault::Unread);
        }
        if devices.iter().all(|it| it.id != id) {
            devices.push(CopiedDevice { id, name: String::new(), member: id });
        }
    }
    Ok(())
}

/// The identity that stands in for a device whose key is gone.
fn heir(space: &Space, device: Id) -> Identity {
    let packing = SpaceKey(space.key).packing();
    let seed = blake3::keyed_hash(&packing, &encode(&("restored device", device)));
    Identity { device, key: DeviceKey::from_bytes(seed.as_bytes()) }
}

/// Changes sealed, in pages that end with a group.
fn pages(changes: &[Change], space: &SpaceKey, device: &DeviceKey) -> Vec<Vec<SealedChange>> {
    let mut pages: Vec<Vec<SealedChange>> = Vec::new();
    let (mut size, mut group) = (usize::MAX, None);
    for change in changes {
        let mut rng = Repeated::of(space, &all_of(change));
        let sealed = seal(change, space, device, &mut rng);
        let full = size >= PAGE_BYTES || pages.last().is_none_or(|it| it.len() >= PAGE_LIMIT);
        if full && group != Some(change.group) {
            pages.push(Vec::new());
            size = 0;
        }
        size += sealed.payload.len();
        group = Some(change.group);
        if let Some(page) = pages.last_mut() {
            page.push(sealed);
        }
    }
    pages
}

/// All that is said in a change. What differs in anything must not be sealed with the same numbers.
fn all_of(change: &Change) -> Vec<u8> {
    let Change { by, record, group, group_count, clock, payload, .. } = change;
    encode(&("change", by, record, group, group_count, clock.0, payload))
}

fn repeated(space: &Space, about: &[u8]) -> Repeated {
    Repeated::of(&SpaceKey(space.key), about)
}

/// Numbers that nobody without the space's key can guess, and that are the same each time: what is sealed
/// with them is the same, and a server that has it already knows it again.
struct Repeated(OutputReader);

impl Repeated {
    fn of(space: &SpaceKey, about: &[u8]) -> Self {
        Self(blake3::Hasher::new_keyed(&space.packing()).update(about).finalize_xof())
    }
}

impl TryRng for Repeated {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes).map(|()| u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes).map(|()| u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}
