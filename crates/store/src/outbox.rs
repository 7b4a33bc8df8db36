//! What waits to be sent.

use domain::Id;

/// Bytes after which a push ends; the same as the wire's page.
const PAGE_BYTES: usize = 1 << 20;

use crate::log::{number, text, unsigned};
use crate::{Result, Store};

impl Store {
    /// The sealed changes that the server has not confirmed, oldest first: at most
    /// `limit` or about a mebibyte, though a group is never split.
    pub fn outbox(&self, space: Id, limit: usize) -> Result<Vec<Vec<u8>>> {
        let mut statement = self.db.prepare_cached(include_str!("sql/outbox.sql"))?;
        let mut rows = statement.query([text(space)])?;
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

    /// The server has everything of ours up to `seq`.
    pub fn confirm(&mut self, space: Id, device: Id, seq: u64) -> Result<()> {
        let sql = "UPDATE change SET sent = 1
                   WHERE space = ?1 AND device = ?2 AND seq <= ?3 AND sent = 0";
        self.db.prepare_cached(sql)?.execute((text(space), text(device), number(seq)))?;
        Ok(())
    }

    /// The server lacks what came before: everything from `seq` on is to be sent again.
    pub fn offer_again(&mut self, space: Id, device: Id, seq: u64) -> Result<()> {
        let sql = "UPDATE change SET sent = 0
                   WHERE space = ?1 AND device = ?2 AND seq >= ?3 AND sealed IS NOT NULL";
        self.db.prepare_cached(sql)?.execute((text(space), text(device), number(seq)))?;
        Ok(())
    }

    /// How many changes wait to be sent.
    pub fn waiting(&self) -> Result<u64> {
        let sql = "SELECT count(*) AS waiting FROM change WHERE sent = 0";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query(())?;
        rows.next()?.map_or(Ok(0), |row| unsigned(row, "waiting"))
    }
}
