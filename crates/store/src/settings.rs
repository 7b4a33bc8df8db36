//! A device's settings: its spaces, their members, and single values.

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

/// A member's device. Its signed changes are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Which.
    pub device: Id,
    /// Its public key.
    pub key: [u8; 32],
    /// Its owner's name.
    pub name: String,
}

/// The settings that are salvaged from a damaged database; the others follow from the log. `space`
/// is a copy of what a device can't do without (see `0004_spare.sql`).
#[cfg(not(target_family = "wasm"))]
pub const FACTS: [&str; 9] =
    ["device", "device-key", "name", "locale", "clock", "synced", PARTING, NUMBERED, "space"];
/// The setting that makes this device ask which of its numbers the server has, before it sends
/// anything.
pub const PARTING: &str = "parting";
/// The setting with the highest number that this device may have used for a change that isn't here.
pub const NUMBERED: &str = "numbered";

impl Store {
    /// The value of a setting, if it is set.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM setting WHERE key = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?)
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

    /// Adds a space with its members.
    pub fn add_space(&mut self, space: &Space, members: &[Member]) -> Result<()> {
        let tx = self.db.transaction()?;
        tx.execute(
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
        add_members(&tx, space.id, members)?;
        Ok(tx.commit()?)
    }

    /// Adds members, or updates their names.
    pub fn add_members(&mut self, space: Id, members: &[Member]) -> Result<()> {
        let tx = self.db.transaction()?;
        add_members(&tx, space, members)?;
        Ok(tx.commit()?)
    }

    /// The members of a space.
    pub fn members(&self, space: Id) -> Result<Vec<Member>> {
        let sql = "SELECT device, key, name FROM member WHERE space = ?1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([text(space)])?;
        let mut members = Vec::new();
        while let Some(row) = rows.next()? {
            members.push(Member {
                device: id(row, "device")?,
                key: row.get("key")?,
                name: row.get("name")?,
            });
        }
        Ok(members)
    }
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

fn add_members(db: &Connection, space: Id, members: &[Member]) -> Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO member (space, device, key, name) VALUES (:space, :device, :key, :name)
         ON CONFLICT (space, device) DO UPDATE SET name = excluded.name WHERE key = excluded.key",
    )?;
    for member in members {
        insert.execute(named_params! {
            ":space": text(space), ":device": text(member.device),
            ":key": member.key, ":name": member.name,
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
