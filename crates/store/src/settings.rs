//! A device's settings: its spaces, the devices in them, and single values.

use domain::{Clock, Id};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::log::{id, number, text, unsigned};
use crate::{Error, Result, Store};

/// A space this device belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Which.
    pub id: Id,
    /// The site's name.
    pub name: String,
    /// Its server's address.
    pub server: String,
    /// Its key.
    pub key: [u8; 32],
    /// Identifies its founder's public key.
    pub fingerprint: [u8; 16],
    /// The server's epoch to which the cursor belongs; empty before the first pull.
    pub epoch: String,
    /// The cursor: everything up to this position was applied.
    pub cursor: u64,
    /// The rolling digest at the cursor, computed on this device.
    pub digest: [u8; 32],
    /// The last position that the server reported.
    pub head: u64,
    /// The snapshot that is being fetched.
    pub taking: Taking,
}

/// How much of a snapshot was fetched; all zeros if none is being fetched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taking {
    /// Its position.
    pub at: u64,
    /// How many of its parts are in the log.
    pub parts: u32,
    /// How many changes those were.
    pub changes: u64,
}

impl Space {
    /// A space of which nothing is here yet.
    pub const fn new(id: Id, server: String, key: [u8; 32]) -> Self {
        Self {
            id,
            name: String::new(),
            server,
            key,
            fingerprint: [0; 16],
            epoch: String::new(),
            cursor: 0,
            digest: [0; 32],
            head: 0,
            taking: Taking { at: 0, parts: 0, changes: 0 },
        }
    }

    /// Whether nothing was ever fetched but parts of a snapshot.
    pub fn is_fresh(&self) -> bool {
        self.cursor == 0 && (self.taking.at > 0 || self.epoch.is_empty())
    }
}

/// A device of the team. Its signed changes are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub id: Id,
    /// Its public key.
    pub key: [u8; 32],
    /// The name that its owner had when the device joined.
    pub name: String,
    /// The member whose it is. A device whose roster entry names none is a member of its own.
    pub member: Id,
}

/// The settings that are salvaged from a damaged database; the others follow from the log. `space`
/// is a copy of what a device can't do without (see `0004_spare.sql`).
#[cfg(not(target_family = "wasm"))]
pub const FACTS: [&str; 10] = [
    "device",
    "device-key",
    "name",
    MEMBER,
    "locale",
    "clock",
    "synced",
    PARTING,
    NUMBERED,
    "space",
];
/// The setting with the member whose device this is.
pub const MEMBER: &str = "whose";
/// The setting that makes this device ask which of its numbers the server has, before it sends
/// anything.
pub const PARTING: &str = "parting";
/// The setting with the highest number that this device may have used for a change that isn't here.
pub const NUMBERED: &str = "numbered";

impl Store {
    /// The value of a setting, if it is set.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        setting(&self.db, key)
    }

    /// Sets a value.
    pub fn set(&mut self, key: &str, value: &str) -> Result<()> {
        set(&self.db, key, value)
    }

    /// The space this device works in, once there is one.
    pub fn space(&self) -> Result<Option<Space>> {
        space(&self.db)
    }

    /// The id of that space.
    pub fn space_id(&self) -> Result<Option<Id>> {
        let mut statement = self.db.prepare_cached("SELECT id FROM space ORDER BY id LIMIT 1")?;
        let mut rows = statement.query(())?;
        rows.next()?.map(|row| id(row, "id")).transpose()
    }

    /// Adds devices, or updates whose they are.
    pub fn add_devices(&mut self, space: Id, devices: &[Device]) -> Result<()> {
        let tx = self.db.transaction()?;
        add_devices(&tx, space, devices)?;
        Ok(tx.commit()?)
    }

    /// The devices in a space.
    pub fn devices(&self, space: Id) -> Result<Vec<Device>> {
        devices(&self.db, space)
    }

    /// The member whose device this is, once it is in a site.
    pub fn member(&self) -> Result<Option<Id>> {
        member(&self.db)
    }
}

/// The devices in a space.
pub fn devices(db: &Connection, space: Id) -> Result<Vec<Device>> {
    let sql = "SELECT id, key, name, coalesce(nullif(whose, ''), id) AS whose
               FROM device WHERE space = ?1";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([text(space)])?;
    let mut devices = Vec::new();
    while let Some(row) = rows.next()? {
        devices.push(Device {
            id: id(row, "id")?,
            key: row.get("key")?,
            name: row.get("name")?,
            member: id(row, "whose")?,
        });
    }
    Ok(devices)
}

/// The member whose device this is, once it is in a space.
pub fn member(db: &Connection) -> Result<Option<Id>> {
    let member = setting(db, MEMBER)?;
    member.map(|it| it.parse().map_err(|_| Error::Stored("id"))).transpose()
}

fn setting(db: &Connection, key: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM setting WHERE key = ?1";
    Ok(db.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?)
}

/// The space this device works in, once there is one.
pub fn space(db: &Connection) -> Result<Option<Space>> {
    let mut statement = db.prepare_cached("SELECT * FROM space ORDER BY id LIMIT 1")?;
    let mut rows = statement.query(())?;
    rows.next()?.map(read_space).transpose()
}

fn read_space(row: &rusqlite::Row) -> Result<Space> {
    Ok(Space {
        id: id(row, "id")?,
        name: row.get("name")?,
        server: row.get("server")?,
        key: row.get("key")?,
        fingerprint: row.get("fingerprint")?,
        epoch: row.get("epoch")?,
        cursor: unsigned(row, "cursor")?,
        digest: row.get("digest")?,
        head: unsigned(row, "head")?,
        taking: Taking {
            at: unsigned(row, "snapshot")?,
            parts: row.get("parts")?,
            changes: unsigned(row, "taken")?,
        },
    })
}

/// Adds a space with the devices in it.
pub fn add_space(db: &Connection, space: &Space, devices: &[Device]) -> Result<()> {
    db.execute(
        "INSERT INTO space (id, name, server, key, fingerprint, head)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            text(space.id),
            &space.name,
            &space.server,
            space.key,
            space.fingerprint,
            number(space.head),
        ),
    )?;
    add_devices(db, space.id, devices)
}

fn add_devices(db: &Connection, space: Id, devices: &[Device]) -> Result<()> {
    let mut insert = db.prepare_cached(include_str!("sql/add_device.sql"))?;
    for device in devices {
        insert.execute(named_params! {
            ":space": text(space), ":id": text(device.id),
            ":key": device.key, ":name": device.name, ":member": text(device.member),
        })?;
    }
    Ok(())
}

/// Sets a value, within a transaction or without.
pub fn set(db: &Connection, key: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    db.prepare_cached(sql)?.execute((key, value))?;
    Ok(())
}

/// The latest clock heard from other devices, except those that were far ahead.
pub fn heard(db: &Connection) -> Result<Clock> {
    Ok(Clock(counter(db, "clock")?))
}

/// Stores the latest clock heard.
pub fn set_heard(db: &Connection, clock: Clock) -> Result<()> {
    set(db, "clock", &number(clock.0).to_string())
}

/// A setting as a number, or 0.
pub fn counter(db: &Connection, key: &str) -> Result<u64> {
    let sql = "SELECT value FROM setting WHERE key = ?1";
    let kept: Option<String> =
        db.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?;
    kept.map_or(Ok(0), |it| it.parse().map_err(|_| Error::Stored("number")))
}
