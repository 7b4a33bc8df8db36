//! A device's identity, and how it gets a site: by starting or joining one.

use base16ct::lower as hex;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::versions::Touched;
use domain::views::{Destination, Invitation, Status};
use domain::{Fault, Id};
use store::{Member, Space, Store};
use sync::JoinCode;
use sync::seal::{open_text, seal_text};
use wire::admission::{fingerprint, is_admitted};
use wire::{DeviceKey, Endpoint, Refusal, Roster, SpaceKey};

use crate::platform::http::Address;
use crate::sync::transport::RequestError;
use crate::{App, Host};

const SITE: &str = "bomiljo site name";
const NAME: &str = "bomiljo member name";
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
    async fn answer(&self, _: calls::Invite) -> Result<Invitation> {
        self.invite()
    }
}

impl App {
    pub(crate) async fn found(&self, asked: calls::Found) -> Result<Status> {
        self.must_be_new()?;
        let (site, name) = (named("site", &asked.site)?, named("name", &asked.name)?);
        let mut rng = self.0.host.rng();
        let key = SpaceKey::random(&mut rng);
        let id = self.0.host.id();
        let request = wire::Found {
            space: id,
            admission: key.admission(),
            profile: seal_text(&site, SITE, &key, &mut rng),
            member: self.member(id, &key, &name),
        };
        let server = address(&asked.server)?;
        let space = Space {
            fingerprint: fingerprint(&self.identity().key.public()),
            ..Space::new(id, server, key.0)
        };
        self.enter(space, &name, request).await
    }

    pub(crate) async fn join(&self, asked: calls::Join) -> Result<Status> {
        self.must_be_new()?;
        let name = named("name", &asked.name)?;
        let code = JoinCode::from_text(&asked.code).ok_or(Fault::BadCode)?;
        let key = SpaceKey(code.key);
        let request =
            wire::Join { space: code.space, member: self.member(code.space, &key, &name) };
        let server = address(&code.server)?;
        let space =
            Space { fingerprint: code.fingerprint, ..Space::new(code.space, server, key.0) };
        self.enter(space, &name, request).await
    }

    pub(crate) fn invite(&self) -> Result<Invitation> {
        let Space { id, server, key, fingerprint, .. } = self.space()?;
        let code = JoinCode { server, space: id, key, fingerprint };
        Ok(Invitation { code: code.to_text(), mark: code.mark() })
    }

    fn must_be_new(&self) -> Result<()> {
        match self.store().space()? {
            Some(_) => Err(Fault::HasSite),
            None => Ok(()),
        }
    }

    fn member(&self, space: Id, key: &SpaceKey, name: &str) -> wire::Member {
        let profile = seal_text(name, NAME, key, &mut self.0.host.rng());
        let identity = self.identity();
        key.admit(space, identity.device, identity.key.public(), profile)
    }

    /// Introduces this device to a server that doesn't know it: the device has taken another name,
    /// or the server was restored from before it joined.
    pub(crate) async fn introduce(
        &self,
        space: &Space,
    ) -> std::result::Result<Roster, RequestError> {
        let key = SpaceKey(space.key);
        let name = self.store().setting("name").ok().flatten().unwrap_or_default();
        let join = wire::Join { space: space.id, member: self.member(space.id, &key, &name) };
        match self.ask(&space.server, &join).await {
            Err(RequestError::Refused(Refusal::UnknownSpace)) => {}
            answer => return answer,
        }
        let profile = seal_text(&space.name, SITE, &key, &mut self.0.host.rng());
        let wire::Join { space: id, member } = join;
        let found = wire::Found { space: id, admission: key.admission(), profile, member };
        self.ask(&space.server, &found).await
    }

    /// Checks that a roster contains this device, and sets the name that its owner has just typed.
    /// A roster may still have the name of an earlier attempt.
    fn must_be_among(&self, members: &mut [Member], name: &str) -> Result<()> {
        let (device, key) = (self.device(), self.identity().key.public().to_bytes());
        let me = members.iter_mut().find(|it| it.device == device && it.key == key);
        name.clone_into(&mut me.ok_or_else(untrusted)?.name);
        Ok(())
    }

    /// Introduces this device to the server, and stores the space if that succeeds.
    async fn enter<E: Endpoint<Reply = Roster>>(
        &self,
        mut space: Space,
        name: &str,
        request: E,
    ) -> Result<Status> {
        let roster = self.ask(&space.server, &request).await.map_err(|it| it.fault())?;
        let mut members = members(&space, &roster)?;
        self.must_be_among(&mut members, name)?;
        space.head = roster.head;
        space.name = open_text(&roster.profile, SITE, &SpaceKey(space.key)).unwrap_or_default();
        let mut store = self.store();
        store.set("name", name)?;
        store.add_space(&space, &members)?;
        drop(store);
        self.touch(&Touched::EVERYTHING);
        self.0.bell.notify_one();
        self.status()
    }
}

/// The server and the short form of a code.
pub fn read_code(code: &str) -> Result<Destination> {
    let code = JoinCode::from_text(code).ok_or(Fault::BadCode)?;
    Ok(Destination { mark: code.mark(), server: code.server })
}

/// The members of a roster who were admitted by a holder of the key. The founder must be among
/// them. Each is checked on its own, so one bad member stops no other: a member whose proof fails
/// is left out, and a name that can't be read is empty.
pub fn members(space: &Space, roster: &Roster) -> Result<Vec<Member>> {
    let key = SpaceKey(space.key);
    let admission = key.admission();
    let admitted = roster.members.iter().filter(|it| is_admitted(&admission, space.id, it));
    let admitted: Vec<_> = admitted.collect();
    if !admitted.iter().any(|it| fingerprint(&it.key) == space.fingerprint) {
        return Err(untrusted());
    }
    let read = |it: &wire::Member| Member {
        device: it.device,
        key: it.key.to_bytes(),
        name: open_text(&it.profile, NAME, &key).unwrap_or_default(),
    };
    Ok(admitted.into_iter().map(read).collect())
}

fn untrusted() -> Fault {
    Fault::Untrusted { detail: "members".into() }
}

fn named(field: &str, name: &str) -> Result<String> {
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
fn address(typed: &str) -> Result<String> {
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
