//! Applying what others did: a page of changes and the position after it, in one
//! transaction. What cannot be read is kept aside, never dropped.

use domain::{Change, Id};
use rusqlite::{Connection, Transaction};

use crate::log::{self, number, text};
use crate::settings::{heard, set_heard};
use crate::{Result, Store, search};

/// One change of a page.
pub enum Incoming {
    /// It was checked and opened.
    Read(Change),
    /// It could not be.
    Unread(Unread),
}

/// A change that could not be read.
pub struct Unread {
    /// Whose it claims to be.
    pub device: Id,
    /// Its number there.
    pub seq: u64,
    /// As it came.
    pub sealed: Vec<u8>,
    /// Why.
    pub reason: String,
}

/// Where a page leaves the device.
pub struct Position {
    /// The server's life.
    pub epoch: String,
    /// The position.
    pub cursor: u64,
    /// The rolling digest there.
    pub digest: [u8; 32],
}

impl Store {
    /// Applies a page and moves the position, all or nothing. Tells whether it brought news.
    pub fn apply(&mut self, space: Id, page: &[Incoming], to: &Position, now: u64) -> Result<bool> {
        let tx = self.db.transaction()?;
        let mut news = false;
        let mut heard = heard(&tx)?;
        for incoming in page {
            match incoming {
                Incoming::Read(change) => {
                    heard = heard.hear(change.clock, now);
                    news |= log::append(&tx, change)?;
                }
                Incoming::Unread(unread) => keep_aside(&tx, space, unread)?,
            }
        }
        search::catch_up(&tx)?;
        set_heard(&tx, heard)?;
        move_to(&tx, space, to)?;
        tx.commit()?;
        Ok(news)
    }

    /// Goes back to the beginning, because the server has: everything of ours is offered again.
    pub fn start_over(&mut self, space: Id) -> Result<()> {
        let tx = self.db.transaction()?;
        move_to(&tx, space, &Position { epoch: String::new(), cursor: 0, digest: [0; 32] })?;
        tx.execute("UPDATE space SET sent = 0 WHERE id = ?1", [text(space)])?;
        Ok(tx.commit()?)
    }

    /// How many changes could not be read.
    pub fn unread(&self) -> Result<u64> {
        let count: i64 =
            self.db.query_row("SELECT count(*) FROM quarantine", (), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

fn keep_aside(tx: &Transaction, space: Id, unread: &Unread) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT OR IGNORE INTO quarantine (space, device, seq, sealed, reason)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let (device, seq) = (text(unread.device), number(unread.seq));
    insert.execute((text(space), device, seq, &unread.sealed, &unread.reason))?;
    Ok(())
}

fn move_to(db: &Connection, space: Id, to: &Position) -> Result<()> {
    let sql = "UPDATE space SET epoch = ?2, cursor = ?3, digest = ?4 WHERE id = ?1";
    db.execute(sql, (text(space), &to.epoch, number(to.cursor), to.digest))?;
    Ok(())
}
