//! A device's identity, and how it gets a site: by starting or joining one.

use base16ct::lower as hex;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::kind::Record;
use domain::versions::Touched;
use domain::views::{Destination, Invitation, Status};
use domain::{Entry, Fault, Id, Member, kind};
use rand_core::Rng;
use serde::Deserialize;
use serde_json::json;
use store::{Act, Device, Row, Space, Store};
use sync::JoinCode;
use sync::seal::{open_text, seal_text};
use wire::admission::{fingerprint, is_admitted};
use wire::{DeviceKey, Endpoint, Refusal, Roster, SpaceKey};

use crate::calls::save;
use crate::ids;
use crate::platform::http::Address;
use crate::sync::transport::RequestError;
use crate::{App, Host};

const SITE: &str = "bomiljo site name";
const PROFILE: &str = "bomiljo device profile";
/// What a device says of its owner, sealed for the team.
#[derive(Deserialize)]
pub struct Profile {
    /// The owner's name.
    pub name: String,
    /// The member that the owner is.
    #[serde(rename = "whose")]
    pub member: Id,
}

/// Most characters in a person's or a site's name.
const NAME_LIMIT: usize = 80;

/// The identity under which this device makes changes.
#[derive(Clone)]
pub struct Identity {
    /// The device's id.
    pub device: Id,
    /// The key that signs.
    pub key: DeviceKey,
}

impl Identity {
    /// A new identity.
    pub fn new(host: &Host) -> Self {
        Self { device: host.id(), key: DeviceKey::random(&mut host.rng()) }
    }

    /// The stored identity of this device; made on the first start.
    pub fn of(store: &mut Store, host: &Host) -> Result<Self> {
        if let (Some(id), Some(key)) = (store.setting("device")?, store.setting("device-key")?) {
            let bytes = hex::decode_vec(&key).ok().and_then(|it| it.try_into().ok());
            if let (Ok(device), Some(bytes)) = (id.parse(), bytes) {
                return Ok(Self { device, key: DeviceKey::from_bytes(&bytes) });
            }
            return Err(Fault::Storage { detail: "device identity".into() });
        }
        let new = Self::new(host);
        store.set("device-key", &new.key_text())?;
        store.set("device", &new.device.to_string())?;
        Ok(new)
    }

    /// The key as text, as it is stored.
    pub fn key_text(&self) -> String {
        hex::encode_string(&self.key.to_bytes())
    }
}

impl Answers<calls::Found> for App {
    async fn answer(&self, call: calls::Found) -> Result<Status> {
        self.found(call).await
    }
}

impl Answers<calls::ReadCode> for App {
    async fn answer(&self, call: calls::ReadCode) -> Result<Destination> {
        read_code(&call.code)
    }
}

impl Answers<calls::Join> for App {
    async fn answer(&self, call: calls::Join) -> Result<Status> {
        self.join(call).await
    }
}

impl Answers<calls::Invite> for App {
    async fn answer(&self, call: calls::Invite) -> Result<Invitation> {
        self.invite(call.member)
    }
}

impl App {
    pub(crate) async fn found(&self, asked: calls::Found) -> Result<Status> {
        self.must_be_new()?;
        let (site, name) = (named("site", &asked.site)?, named("name", &asked.name)?);
        let mut rng = self.0.host.rng();
        let key = SpaceKey::random(&mut rng);
        let space = Space {
            fingerprint: fingerprint(&self.identity().key.public()),
            ..Space::new(self.0.host.id(), address(&asked.server)?, key.0)
        };
        let profile = Profile { name, member: self.newcomer(&space) };
        let space = Space { name: site, ..space };
        let request = founding(&space, self.admitted(&space, &profile), &mut rng);
        self.enter(space, profile, request).await
    }

    /// Enters a site that was just restored, as a newcomer.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) async fn enter_restored(&self, space: Space, name: String) -> Result<Status> {
        let profile = Profile { name, member: self.newcomer(&space) };
        let request = wire::Join { space: space.id, member: self.admitted(&space, &profile) };
        self.enter(space, profile, request).await
    }

    pub(crate) async fn join(&self, asked: calls::Join) -> Result<Status> {
        self.must_be_new()?;
        let JoinCode { server, space, key, fingerprint, member } =
            JoinCode::from_text(&asked.code).ok_or(Fault::BadCode)?;
        let space = Space { fingerprint, ..Space::new(space, address(&server)?, key) };
        let profile = match member {
            Some(member) => Profile { name: String::new(), member },
            None => Profile { name: named("name", &asked.name)?, member: self.newcomer(&space) },
        };
        let request = wire::Join { space: space.id, member: self.admitted(&space, &profile) };
        self.enter(space, profile, request).await
    }

    /// The code for a newcomer, or for another device of a member.
    pub(crate) fn invite(&self, member: Option<Id>) -> Result<Invitation> {
        let Space { id, server, key, fingerprint, .. } = self.space()?;
        if let Some(member) = member {
            let row = self.store().records()?.get(member)?;
            row.filter(is_member).ok_or(Fault::NotFound)?;
        }
        let code = JoinCode { server, space: id, key, fingerprint, member };
        Ok(Invitation { code: code.to_text(), mark: code.mark(), member: member.is_some() })
    }

    pub(crate) fn must_be_new(&self) -> Result<()> {
        match self.store().space()? {
            Some(_) => Err(Fault::HasSite),
            None => Ok(()),
        }
    }

    /// The id of the member that this device's owner becomes.
    fn newcomer(&self, space: &Space) -> Id {
        ids::made_of(Member::KIND, space, &[&self.device().to_string()])
    }

    /// This device with what it says of its owner, as a holder of the space's key.
    fn admitted(&self, space: &Space, profile: &Profile) -> wire::Member {
        admitted(space, &self.identity(), profile, &mut self.0.host.rng())
    }

    /// Introduces this device to a server that doesn't know it: the device has taken another name,
    /// or the server was restored from before it joined.
    pub(crate) async fn introduce(
        &self,
        space: &Space,
    ) -> std::result::Result<Roster, RequestError> {
        let member = self.admitted(space, &self.profile(space));
        let join = wire::Join { space: space.id, member };
        match self.ask(&space.server, &join).await {
            Err(RequestError::Refused(Refusal::UnknownSpace)) => {}
            answer => return answer,
        }
        let found = founding(space, join.member, &mut self.0.host.rng());
        self.ask(&space.server, &found).await
    }

    /// What this device says of its owner now.
    fn profile(&self, space: &Space) -> Profile {
        let store = self.store();
        let member = store.member().ok().flatten().unwrap_or_else(|| self.newcomer(space));
        let name = store.setting("name").ok().flatten().unwrap_or_default();
        Profile { name, member }
    }

    /// Introduces this device to the server, and stores the space if that succeeds. A newcomer becomes
    /// a member in the same transaction.
    async fn enter<E: Endpoint<Reply = Roster>>(
        &self,
        mut space: Space,
        mut profile: Profile,
        request: E,
    ) -> Result<Status> {
        let roster = self.ask(&space.server, &request).await.map_err(|it| it.fault())?;
        let mut devices = devices(&space, &roster)?;
        let newcomer = !profile.name.is_empty();
        if !newcomer {
            profile.name = name_of(&devices, profile.member);
        }
        self.must_be_among(&mut devices, &profile)?;
        space.head = roster.head;
        space.name = open_text(&roster.profile, SITE, &SpaceKey(space.key)).unwrap_or_default();
        let mut store = self.store();
        store.set("name", &profile.name)?;
        store.transact(self.author(space.id), |act| {
            act.enter(&space, &devices, profile.member)?;
            if newcomer { become_member(act, &profile) } else { Ok(()) }
        })?;
        drop(store);
        self.touch(&Touched::EVERYTHING);
        self.0.bell.notify_one();
        self.status()
    }

    /// Checks that a roster contains this device, and sets what it has just said of its owner. A
    /// roster may still have what it said at an earlier attempt.
    fn must_be_among(&self, devices: &mut [Device], profile: &Profile) -> Result<()> {
        let (device, key) = (self.device(), self.identity().key.public().to_bytes());
        let me = devices.iter_mut().find(|it| it.id == device && it.key == key);
        let me = me.ok_or_else(untrusted)?;
        profile.name.clone_into(&mut me.name);
        me.member = profile.member;
        Ok(())
    }
}

/// A device with what it says of its owner, as a holder of the space's key.
pub fn admitted(
    space: &Space,
    identity: &Identity,
    profile: &Profile,
    rng: &mut impl Rng,
) -> wire::Member {
    let key = SpaceKey(space.key);
    let text = json!({ "name": profile.name, "whose": profile.member }).to_string();
    let sealed = seal_text(&text, PROFILE, &key, rng);
    key.admit(space.id, identity.device, identity.key.public(), sealed)
}

/// What makes a server know a space, with the member who is its first.
pub fn founding(space: &Space, member: wire::Member, rng: &mut impl Rng) -> wire::Found {
    let key = SpaceKey(space.key);
    let profile = seal_text(&space.name, SITE, &key, rng);
    wire::Found { space: space.id, admission: key.admission(), profile, member }
}

/// Writes the record of a newcomer.
fn become_member(act: &mut Act, profile: &Profile) -> store::Result<()> {
    let Some(kind) = kind(Member::KIND) else { return Ok(()) };
    let member = Member { name: profile.name.clone(), ..Member::default() };
    save::save(act, kind, &Entry::new(profile.member, &member)).map(drop)
}

fn is_member(row: &Row) -> bool {
    row.merged.kind == Member::KIND && !row.merged.deleted
}

/// The name that another device of a member has said.
fn name_of(devices: &[Device], member: Id) -> String {
    let named = devices.iter().find(|it| it.member == member && !it.name.is_empty());
    named.map(|it| it.name.clone()).unwrap_or_default()
}

/// The server and the short form of a code.
pub fn read_code(code: &str) -> Result<Destination> {
    let code = JoinCode::from_text(code).ok_or(Fault::BadCode)?;
    Ok(Destination { mark: code.mark(), member: code.member.is_some(), server: code.server })
}

/// The devices of a roster that were admitted by a holder of the key. The founder's must be among
/// them. Each is checked on its own, so one bad device stops no other: a device whose proof fails
/// is left out, and one whose owner can't be read is a member of its own without a name.
pub fn devices(space: &Space, roster: &Roster) -> Result<Vec<Device>> {
    let key = SpaceKey(space.key);
    let admission = key.admission();
    let admitted = roster.members.iter().filter(|it| is_admitted(&admission, space.id, it));
    let admitted: Vec<_> = admitted.collect();
    if !admitted.iter().any(|it| fingerprint(&it.key) == space.fingerprint) {
        return Err(untrusted());
    }
    let read = |it: &wire::Member| {
        let text = open_text(&it.profile, PROFILE, &key).unwrap_or_default();
        let unnamed = || Profile { name: String::new(), member: it.device };
        let Profile { name, member } = serde_json::from_str(&text).unwrap_or_else(|_| unnamed());
        Device { id: it.device, key: it.key.to_bytes(), name, member }
    };
    Ok(admitted.into_iter().map(read).collect())
}

fn untrusted() -> Fault {
    Fault::Untrusted { detail: "members".into() }
}

/// A name that was typed, if it can be one.
pub fn named(field: &str, name: &str) -> Result<String> {
    use domain::{Issue, Problem};
    let name = name.trim();
    let problem = match name.chars().count() {
        0 => Problem::Missing,
        NAME_LIMIT.. => Problem::TooLong { most: NAME_LIMIT },
        _ => return Ok(name.to_owned()),
    };
    Err(Fault::Invalid { issues: vec![Issue::new(field, problem)] })
}

/// A server's address without a slash at its end.
pub fn address(typed: &str) -> Result<String> {
    let typed = typed.trim().trim_end_matches('/');
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    match Address::of(&full) {
        Address::Safe => Ok(full),
        Address::Open => Err(Fault::Insecure),
        Address::None => {
            let issue = domain::Issue::new("server", domain::Problem::WrongType);
            Err(Fault::Invalid { issues: vec![issue] })
        }
    }
}
