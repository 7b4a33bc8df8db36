//! Applying what others did: a page of changes and the position after it, in one
//! transaction. What cannot be read is set aside (see [`crate::sync::quarantine`]).

use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, Transaction};

use crate::log::{self, number, text};
use crate::settings::{heard, set_heard};
use crate::sync::quarantine::{Quarantine, Unread};
use crate::{Error, Result, Store};

/// One change of a page.
pub enum Incoming {
    /// Somebody else's; it was checked and opened.
    Read(Change),
    /// One in this device's own name, with the bytes it travels as.
    Ours(Change, Vec<u8>),
    /// One that this device has sent, as it sent it: its number.
    Sent(ChangeRef),
    /// Somebody else's that could not be read.
    Unread(Unread),
}

/// Where a page leaves the device.
#[derive(Debug)]
pub struct Position {
    /// The server's life.
    pub epoch: String,
    /// The position.
    pub cursor: u64,
    /// The rolling digest there.
    pub digest: [u8; 32],
    /// The last position that there is.
    pub head: u64,
}

impl Store {
    /// Applies a page and moves the position, all or nothing. Tells whether it brought news.
    ///
    /// Fails with [`Error::Taken`] when another device has written in this one's name.
    pub fn apply(&mut self, space: Id, page: &[Incoming], to: &Position, now: u64) -> Result<bool> {
        let tx = self.db.transaction()?;
        let news = take_in(&tx, space, page, now)?;
        move_to(&tx, space, to)?;
        tx.commit()?;
        Ok(news)
    }

    /// Goes back to the beginning, because the server has: everything of ours is offered again.
    /// `epoch` is the server's life that begins.
    pub fn start_over(&mut self, space: Id, epoch: &str) -> Result<()> {
        let tx = self.db.transaction()?;
        let beginning = Position { epoch: epoch.into(), cursor: 0, digest: [0; 32], head: 0 };
        move_to(&tx, space, &beginning)?;
        tx.execute("UPDATE space SET sent = 0 WHERE id = ?1", [text(space)])?;
        Ok(tx.commit()?)
    }
}

/// Enters changes into the log. Records and search index follow when they are read.
pub fn take_in(tx: &Transaction, space: Id, page: &[Incoming], now: u64) -> Result<bool> {
    let (mut news, mut heard, mut quarantine) = (false, heard(tx)?, Quarantine::new(tx, space));
    for incoming in page {
        match incoming {
            Incoming::Read(change) => {
                heard = heard.hear(change.clock, now);
                news |= log::append(tx, change)?;
            }
            Incoming::Ours(change, sealed) => news |= take_back(tx, change, sealed)?,
            Incoming::Sent(by) => was_sent(tx, space, by.seq)?,
            Incoming::Unread(unread) => quarantine.keep(unread)?,
        }
    }
    set_heard(tx, heard)?;
    Ok(news)
}

/// One of ours that comes from the server: sent before this home was put back from a copy, or
/// by a copy of it. It counts as sent, and is offered again as it travelled.
fn take_back(tx: &Transaction, change: &Change, sealed: &[u8]) -> Result<bool> {
    let news = log::append(tx, change)?;
    if !news && log::find(tx, change.space, change.by)?.as_ref() != Some(change) {
        return Err(Error::Taken { seq: change.by.seq });
    }
    log::keep_sealed(tx, change, sealed)?;
    was_sent(tx, change.space, change.by.seq)?;
    Ok(news)
}

fn was_sent(tx: &Transaction, space: Id, seq: u64) -> Result<()> {
    let sql = "UPDATE space SET sent = max(sent, ?2) WHERE id = ?1";
    tx.prepare_cached(sql)?.execute((text(space), number(seq)))?;
    Ok(())
}

/// Moves the position; a snapshot that was being fetched is over by that.
pub fn move_to(db: &Connection, space: Id, to: &Position) -> Result<()> {
    let sql = "UPDATE space SET epoch = ?2, cursor = ?3, digest = ?4, head = ?5,
                                snapshot = 0, parts = 0, taken = 0 WHERE id = ?1";
    let (cursor, head) = (number(to.cursor), number(to.head));
    db.prepare_cached(sql)?.execute((text(space), &to.epoch, cursor, to.digest, head))?;
    Ok(())
}
