//! What waits to be sent. A change is sealed when it is first sent, so that a save needn't
//! wait for it, and kept sealed, so that it is sent again as it was.

use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, OptionalExtension};

use crate::log::{self, number, text, unsigned};
use crate::{Result, Store};

/// Bytes after which a push ends; the same as the wire's page.
const PAGE_BYTES: usize = 1 << 20;

/// Turns a change into the bytes that will travel.
pub type Seal<'a> = &'a mut dyn FnMut(&Change) -> Vec<u8>;

impl Store {
    /// The sealed changes that the server has not confirmed, oldest first: at most
    /// `limit` or about a mebibyte, though a group is never split.
    pub fn outbox(
        &mut self,
        space: Id,
        device: Id,
        limit: usize,
        seal: Seal,
    ) -> Result<Vec<Vec<u8>>> {
        self.sealed(space, device, (0, limit), seal)
    }

    /// Seals what comes after that one of ours, so that it needn't be while the server waits for it.
    pub fn seal_ahead(
        &mut self,
        space: Id,
        device: Id,
        (seq, limit): (u64, usize),
        seal: Seal,
    ) -> Result<()> {
        self.sealed(space, device, (seq, limit), seal).map(drop)
    }

    fn sealed(
        &mut self,
        space: Id,
        device: Id,
        (seq, limit): (u64, usize),
        seal: Seal,
    ) -> Result<Vec<Vec<u8>>> {
        let tx = self.db.transaction()?;
        let page = page(&tx, (space, device, seq), limit)?.into_iter();
        let sealed = page.map(|(change, sealed)| {
            if let Some(sealed) = sealed {
                return Ok(sealed);
            }
            let sealed = seal(&change);
            log::keep_sealed(&tx, &change, &sealed).map(|()| sealed)
        });
        let waiting = sealed.collect::<Result<_>>()?;
        tx.commit()?;
        Ok(waiting)
    }

    /// Whether a change of ours is here, and was sent as these bytes.
    pub fn is_sealed_as(&self, space: Id, by: ChangeRef, sealed: &[u8]) -> Result<bool> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/is_sealed_as.sql"))?;
        Ok(statement.exists((text(space), text(by.device), number(by.seq), sealed))?)
    }

    /// The bytes that a change of ours was sent as, if it was sealed.
    pub fn sent_as(&self, space: Id, by: ChangeRef) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT sealed FROM change WHERE space = ?1 AND device = ?2 AND seq = ?3";
        let params = (text(space), text(by.device), number(by.seq));
        let sealed = self.db.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
        Ok(sealed.flatten())
    }

    /// The server, in the life that `epoch` names, has everything of ours up to `seq`, and
    /// nothing after it.
    pub fn confirm(&mut self, space: Id, seq: u64, epoch: &str) -> Result<()> {
        let sql = "UPDATE space SET sent = ?2, epoch = ?3 WHERE id = ?1";
        self.db.prepare_cached(sql)?.execute((text(space), number(seq), epoch))?;
        Ok(())
    }

    /// The last of our numbers that the server has confirmed.
    pub fn sent(&self, space: Id) -> Result<u64> {
        let mut statement = self.db.prepare_cached("SELECT sent FROM space WHERE id = ?1")?;
        let mut rows = statement.query([text(space)])?;
        rows.next()?.map_or(Ok(0), |row| unsigned(row, "sent"))
    }

    /// How many of a device's changes wait to be sent.
    pub fn waiting(&self, device: Id) -> Result<u64> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/waiting.sql"))?;
        let mut rows = statement.query([text(device)])?;
        rows.next()?.map_or(Ok(0), |row| unsigned(row, "waiting"))
    }
}

type Waiting = (Change, Option<Vec<u8>>);

/// The next changes to send after that number, with what they were sealed to if they were sent before.
fn page(
    db: &Connection,
    (space, device, seq): (Id, Id, u64),
    limit: usize,
) -> Result<Vec<Waiting>> {
    let mut statement = db.prepare_cached(include_str!("../sql/outbox.sql"))?;
    let mut rows = statement.query((text(space), text(device), number(seq)))?;
    let mut page: Vec<Waiting> = Vec::new();
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let change = log::read(row)?;
        let full = page.len() >= limit || bytes >= PAGE_BYTES;
        let ended = page.last().is_some_and(|(last, _)| last.group != change.group);
        if full && ended {
            break;
        }
        bytes += row.get_ref("payload")?.as_blob().map_or(0, <[u8]>::len);
        page.push((change, row.get("sealed")?));
    }
    Ok(page)
}
