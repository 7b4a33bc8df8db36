//! What waits to be sent.

use domain::Id;

/// Bytes after which a push ends; the same as the wire's page.
const PAGE_BYTES: usize = 1 << 20;

use crate::log::{number, text, unsigned};
use crate::{Result, Store};

impl Store {
    /// The sealed changes that the server has not confirmed, oldest first: at most
    /// `limit` or about a mebibyte, though a group is never split.
    pub fn outbox(&self, space: Id, device: Id, limit: usize) -> Result<Vec<Vec<u8>>> {
        let mut statement = self.db.prepare_cached(include_str!("sql/outbox.sql"))?;
        let mut rows = statement.query((text(space), text(device)))?;
        let mut waiting: Vec<Vec<u8>> = Vec::new();
        let (mut group, mut bytes) = (String::new(), 0);
        while let Some(row) = rows.next()? {
            let next: String = row.get("changeset")?;
            let full = waiting.len() >= limit || bytes >= PAGE_BYTES;
            if full && next != group {
                break;
            }
            let sealed: Vec<u8> = row.get("sealed")?;
            bytes += sealed.len();
            group = next;
            waiting.push(sealed);
        }
        Ok(waiting)
    }

    /// The server has everything of ours up to `seq`, and nothing after it.
    pub fn confirm(&mut self, space: Id, seq: u64) -> Result<()> {
        let sql = "UPDATE space SET sent = ?2 WHERE id = ?1";
        self.db.prepare_cached(sql)?.execute((text(space), number(seq)))?;
        Ok(())
    }

    /// How many of a device's changes wait to be sent.
    pub fn waiting(&self, device: Id) -> Result<u64> {
        let mut statement = self.db.prepare_cached(include_str!("sql/waiting.sql"))?;
        let mut rows = statement.query([text(device)])?;
        rows.next()?.map_or(Ok(0), |row| unsigned(row, "waiting"))
    }
}
