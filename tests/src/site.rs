//! People of one site whose way to the server can be made bad, and what they compare.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use crate::rand;
use crate::{Device, World};
use app::App;
use domain::views::Status;
use domain::{Entry, Id, calls};
use rusqlite::Connection;
use serde_json::{Value, json};
use sync::JoinCode;

use chaos::proxy::{Fate, Proxy};

/// Aisha and Bjørn, who reach the server over a proxy each.
pub struct Site {
    /// The server and everybody's homes.
    pub world: World,
    /// Who started the site.
    pub aisha: Device,
    /// Her way to the server.
    pub her_way: Proxy,
    /// Who joined it.
    pub bjorn: Device,
    /// His way to the server.
    pub his_way: Proxy,
}

impl Site {
    /// Both have everything, and both ways are good.
    pub async fn new() -> Self {
        Self::within(World::new().await).await
    }

    /// The same with a server of one's own making.
    pub async fn within(world: World) -> Self {
        let her_way = Proxy::to(&world.server()).await;
        let aisha = world.new_device("Aisha");
        let (site, name) = ("Bredtvetveien 2".into(), "Aisha".into());
        aisha.run(calls::Found { server: her_way.url(), site, name }).await.unwrap();
        let his_way = Proxy::to(&world.server()).await;
        let bjorn = world.new_device("Bjørn");
        joins(&bjorn, &aisha, "Bjørn", &his_way.url()).await;
        meet(&[&aisha, &bjorn]).await;
        Self { world, aisha, her_way, bjorn, his_way }
    }

    /// Somebody else whose way is good.
    pub async fn colleague(&self, name: &str) -> Device {
        let device = self.world.new_device(name);
        joins(&device, &self.aisha, name, &self.world.server()).await;
        device
    }

    /// Both ways lead to another server from now on.
    pub fn lead_to(&self, server: &str) {
        self.her_way.leads_to(server);
        self.his_way.leads_to(server);
    }

    /// Both sync until both have everything, and have the same.
    pub async fn meet(&self) {
        meet(&[&self.aisha, &self.bjorn]).await;
    }
}

/// `device` joins the site of `host`, reaching the server at an address of its own.
pub async fn joins(device: &Device, host: &Device, name: &str, server: &str) {
    let code = JoinCode { server: server.to_owned(), ..code(host).await };
    device.run(calls::Join { code: code.to_text(), name: name.into() }).await.unwrap();
}

/// What a device's join code says.
pub async fn code(device: &Device) -> JoinCode {
    JoinCode::from_text(&device.run(calls::Invite { member: None }).await.unwrap().code).unwrap()
}

/// All sync until all have everything, and have the same.
pub async fn meet(devices: &[&Device]) {
    for device in devices.iter().chain(devices) {
        device.syncs().await;
    }
    let first = records(devices[0]).await;
    for device in devices {
        assert_eq!(status(device).await.waiting, 0);
        assert_eq!(records(device).await, first);
        sound(device).await;
    }
}

/// Its records follow from its log, and none of anybody's numbers is missing.
pub async fn sound(device: &Device) {
    let verified = device.run(calls::Verify {}).await.unwrap();
    assert_eq!((verified.differing, verified.gaps), (vec![], vec![]));
}

/// Every conversation as everybody must see it, those in the bin too.
pub async fn records(device: &Device) -> Vec<Entry> {
    let bin = device.run(calls::Bin { limit: 500, skip: 0 }).await.unwrap();
    let mut records: Vec<Entry> = bin.entries;
    let mut skip = 0;
    loop {
        let page =
            device.run(calls::List { kind: "visit".into(), limit: 500, skip }).await.unwrap();
        skip += 500;
        records.extend(page.entries);
        if u64::from(skip) >= page.total {
            break;
        }
    }
    records.sort_by_key(|it| it.id);
    records
}

/// How many changes a device has, without those by which the members joined.
pub async fn changes(device: &App) -> u64 {
    let members = calls::List { kind: "member".into(), limit: 500, skip: 0 };
    let joined = device.run(members).await.unwrap().total;
    device.run(calls::Verify {}).await.unwrap().changes - joined
}

/// Where it stands.
pub async fn status(device: &Device) -> Status {
    device.run(calls::GetStatus {}).await.unwrap()
}

/// What the members of the team are called, in order.
pub fn team(status: &Status) -> Vec<&str> {
    status.team.iter().map(|it| it.name.as_str()).collect()
}

/// Saves that many conversations, ten an action.
pub async fn logs_many(device: &Device, count: usize) {
    let entries: Vec<Entry> = (0..count).map(|it| conversation(&format!("samtale {it}"))).collect();
    for ten in entries.chunks(10) {
        device.run(calls::SaveAll { entries: ten.to_vec() }).await.unwrap();
    }
}

/// A new conversation.
pub fn conversation(note: &str) -> Entry {
    let fields = visit(note).as_object().cloned().unwrap();
    Entry { id: Id::from_u128(rand()), kind: "visit".into(), fields, ..Entry::default() }
}

/// A conversation's fields.
pub fn visit(note: &str) -> Value {
    json!({ "at": "2024-03-14T09:50:00.000Z", "topics": ["nav"], "note": note })
}

/// The texts among which a person must choose, in any field.
pub fn versions(entry: &Entry) -> Vec<String> {
    let all = entry.conflicts.iter().flat_map(|it| &it.versions);
    let mut texts: Vec<String> = all.filter_map(|it| it.value.as_str().map(Into::into)).collect();
    texts.sort();
    texts
}

/// Copies a folder; nobody has it open.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Closes a device, lets something be done to its home, and opens it again.
pub fn meanwhile(device: Device, done: impl FnOnce(&Path)) -> Device {
    let home: PathBuf = device.home().to_owned();
    drop(device);
    done(&home);
    Device::open(&home)
}

/// The database of a home that nobody has open.
pub fn database(home: &Path) -> Connection {
    let db = Connection::open(home.join("bomiljo.db")).unwrap();
    let key = fs::read_to_string(home.join("key")).unwrap();
    db.pragma_update(None, "key", format!("x'{}'", &key[..64])).unwrap();
    db.pragma_update(None, "cipher_page_size", 2_048).unwrap();
    db.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256").unwrap();
    db
}

/// Counts the requests to a path, which are answered.
pub fn count(way: &Proxy, path: &'static str) -> Arc<AtomicUsize> {
    let counted = Arc::new(AtomicUsize::new(0));
    let counting = counted.clone();
    way.rule(move |request| {
        counting.fetch_add(usize::from(request.path == path), Ordering::Relaxed);
        Fate::Answered
    });
    counted
}
