//! Applies received changes: a page and the cursor after it, in one transaction. Changes that can't
//! be read are set aside (see [`crate::sync::quarantine`]).

use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, Transaction};

use crate::log::{self, number, text};
use crate::settings::{heard, set_heard};
use crate::sync::quarantine::{Quarantine, Unread};
use crate::{Error, Result, Store};

/// One change of a page.
pub enum Incoming {
    /// Another device's change, checked and decrypted.
    Read(Change),
    /// A change in this device's own name, with its sealed bytes.
    Ours(Change, Vec<u8>),
    /// A change that came back exactly as this device sent it: its name.
    Sent(ChangeRef),
    /// Another device's change that could not be read.
    Unread(Unread),
}

/// The state of sync after a page.
#[derive(Debug)]
pub struct Position {
    /// The server's epoch.
    pub epoch: String,
    /// The cursor.
    pub cursor: u64,
    /// The rolling digest at the cursor.
    pub digest: [u8; 32],
    /// The server's last position.
    pub head: u64,
}

impl Store {
    /// Applies a page and moves the cursor, all or nothing. Returns whether anything changed.
    ///
    /// Fails with [`Error::Taken`] if another device has written in this device's name.
    pub fn apply(&mut self, space: Id, page: &[Incoming], to: &Position, now: u64) -> Result<bool> {
        let tx = self.db.transaction()?;
        let news = take_in(&tx, space, page, now)?;
        move_to(&tx, space, to)?;
        tx.commit()?;
        Ok(news)
    }

    /// Resets the cursor, because the server started a new epoch. All changes of this device are
    /// offered again. `epoch` is the new one.
    pub fn start_over(&mut self, space: Id, epoch: &str) -> Result<()> {
        let tx = self.db.transaction()?;
        let beginning = Position { epoch: epoch.into(), cursor: 0, digest: [0; 32], head: 0 };
        move_to(&tx, space, &beginning)?;
        tx.execute("UPDATE space SET sent = 0 WHERE id = ?1", [text(space)])?;
        Ok(tx.commit()?)
    }
}

/// Adds changes to the log. Records and search index follow when they are read.
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

/// A change of this device that comes from the server: it was sent before this home was restored
/// from a copy, or by a copy of it. It counts as sent, and is offered again with the same bytes.
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

/// Moves the cursor, and ends the fetching of a snapshot.
pub fn move_to(db: &Connection, space: Id, to: &Position) -> Result<()> {
    let sql = "UPDATE space SET epoch = ?2, cursor = ?3, digest = ?4, head = ?5,
                                snapshot = 0, parts = 0, taken = 0 WHERE id = ?1";
    let (cursor, head) = (number(to.cursor), number(to.head));
    db.prepare_cached(sql)?.execute((text(space), &to.epoch, cursor, to.digest, head))?;
    Ok(())
}
