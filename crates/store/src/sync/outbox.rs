//! The changes that wait to be sent. A change is sealed when it is first sent, so that a save
//! doesn't wait for it. The sealed bytes are kept and sent again unchanged.

use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, OptionalExtension};

use crate::log::{self, number, text, unsigned};
use crate::{Result, Store};

/// Bytes after which a push ends, as for the wire's page.
const PAGE_BYTES: usize = 1 << 20;

/// Seals a change.
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

    /// Seals the changes of this device after `seq`, so that the next push need not wait for it.
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

    /// Whether a change of this device is here, and was sent as these bytes.
    pub fn is_sealed_as(&self, space: Id, by: ChangeRef, sealed: &[u8]) -> Result<bool> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/is_sealed_as.sql"))?;
        Ok(statement.exists((text(space), text(by.device), number(by.seq), sealed))?)
    }

    /// The bytes that a change of this device was sent as, if it was sealed.
    pub fn sent_as(&self, space: Id, by: ChangeRef) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT sealed FROM change WHERE space = ?1 AND device = ?2 AND seq = ?3";
        let params = (text(space), text(by.device), number(by.seq));
        let sealed = self.db.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
        Ok(sealed.flatten())
    }

    /// Records that the server, in the given epoch, has all changes of this device up to `seq` and
    /// none after it.
    pub fn confirm(&mut self, space: Id, seq: u64, epoch: &str) -> Result<()> {
        let sql = "UPDATE space SET sent = ?2, epoch = ?3 WHERE id = ?1";
        self.db.prepare_cached(sql)?.execute((text(space), number(seq), epoch))?;
        Ok(())
    }

    /// The last of this device's numbers that the server has confirmed.
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

/// The next changes to send after a number, with their sealed bytes if they were sent before.
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
