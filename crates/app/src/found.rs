//! A device's identity, and how it comes to a site: by starting one or by joining.

use base16ct::lower as hex;
use domain::calls;
use domain::fault::Result;
use domain::views::{Invitation, Status};
use domain::{Fault, Id};
use store::{Member, Space, Store};
use sync::admission::{fingerprint, is_admitted};
use sync::seal::{open_text, seal_text};
use sync::wire::{self, Endpoint, Roster};
use sync::{DeviceKey, JoinCode, SpaceKey};

use crate::http::is_address;
use crate::{App, Host};

const SITE: &str = "bomiljo site name";
const NAME: &str = "bomiljo member name";
/// Most characters in a person's or a site's name.
const NAME_LIMIT: usize = 80;

/// This device's id and key; made on the first start.
pub fn identity(store: &Store, host: &Host) -> Result<(Id, DeviceKey)> {
    if let (Some(id), Some(key)) = (store.setting("device")?, store.setting("device-key")?) {
        let bytes = hex::decode_vec(&key).ok().and_then(|it| it.try_into().ok());
        if let (Ok(id), Some(bytes)) = (id.parse(), bytes) {
            return Ok((id, DeviceKey::from_bytes(&bytes)));
        }
        return Err(Fault::Storage { detail: "device identity".into() });
    }
    let (id, key) = (host.id(), DeviceKey::random(&mut host.rng()));
    store.set("device-key", &hex::encode_string(&key.to_bytes()))?;
    store.set("device", &id.to_string())?;
    Ok((id, key))
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
        let space =
            Space { fingerprint: fingerprint(&self.0.key.public()), ..space(id, server, &key) };
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
        let space = Space { fingerprint: code.fingerprint, ..space(code.space, server, &key) };
        self.enter(space, &name, request).await
    }

    pub(crate) fn invite(&self) -> Result<Invitation> {
        let Space { id, server, key, fingerprint, .. } = self.space()?;
        Ok(Invitation { code: JoinCode { server, space: id, key, fingerprint }.to_text() })
    }

    fn must_be_new(&self) -> Result<()> {
        match self.store().space()? {
            Some(_) => Err(Fault::HasSite),
            None => Ok(()),
        }
    }

    fn member(&self, space: Id, key: &SpaceKey, name: &str) -> wire::Member {
        let profile = seal_text(name, NAME, key, &mut self.0.host.rng());
        key.admit(space, self.0.device, self.0.key.public(), profile)
    }

    /// Introduces this device to the server, and keeps the space once that went well.
    async fn enter<E: Endpoint<Reply = Roster>>(
        &self,
        mut space: Space,
        name: &str,
        request: E,
    ) -> Result<Status> {
        let roster = self.ask(&space.server, &request).await.map_err(|it| it.fault())?;
        let members = members(&space, &roster)?;
        space.name = open_text(&roster.profile, SITE, &SpaceKey(space.key)).map_err(untrusted)?;
        let mut store = self.store();
        store.set("name", name)?;
        store.add_space(&space, &members)?;
        drop(store);
        self.touch();
        self.0.bell.notify_one();
        self.status()
    }
}

fn space(id: Id, server: String, key: &SpaceKey) -> Space {
    Space {
        id,
        name: String::new(),
        server,
        key: key.0,
        fingerprint: [0; 16],
        epoch: String::new(),
        cursor: 0,
        digest: [0; 32],
    }
}

/// The members of a roster, every one of them admitted by somebody who holds the key,
/// the founder among them.
pub fn members(space: &Space, roster: &Roster) -> Result<Vec<Member>> {
    let key = SpaceKey(space.key);
    let admitted = roster.members.iter().all(|it| is_admitted(&key.admission(), space.id, it));
    let founded = roster.members.iter().any(|it| fingerprint(&it.key) == space.fingerprint);
    if !admitted || !founded {
        return Err(Fault::Untrusted { detail: "members".into() });
    }
    let read = |it: &wire::Member| {
        let name = open_text(&it.profile, NAME, &key).map_err(untrusted)?;
        Ok(Member { device: it.device, key: it.key.to_bytes(), name })
    };
    roster.members.iter().map(read).collect()
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn untrusted(error: sync::seal::Unreadable) -> Fault {
    Fault::Untrusted { detail: error.to_string() }
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

/// A server's address, without a stroke at its end.
fn address(typed: &str) -> Result<String> {
    let typed = typed.trim().trim_end_matches('/');
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    if is_address(&full) {
        return Ok(full);
    }
    let issue = domain::Issue::new("server", domain::Problem::WrongType);
    Err(Fault::Invalid { issues: vec![issue] })
}
