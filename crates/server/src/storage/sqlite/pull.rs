//! Reading a page: whole groups until it is full.

use rusqlite::{Connection, Row};
use sync::wire::{PAGE_BYTES, PAGE_LIMIT, Page, Pull, SealedChange};

use super::rows;
use crate::Result;

/// What came after a position, and the digest there.
///
/// A position beyond the head is from before this database was put back from a
/// backup. The answer is then an empty page whose `next` is the head, before
/// the reader's own position: no other answer goes back, so it is told by that
/// as well as by the epoch, and offers again what it has.
pub fn page(db: &mut Connection, pull: &Pull) -> Result<Page> {
    // One snapshot for all the reads.
    let transaction = db.transaction()?;
    let head = rows::head(&transaction, pull.space)?;
    let after = pull.after.min(head);
    let changes = whole_groups(&transaction, &Pull { after, ..pull.clone() })?;
    let next = after + changes.len() as u64;
    Ok(Page {
        epoch: rows::epoch(&transaction)?,
        digest: rows::digest(&transaction, pull.space, next)?,
        changes,
        next,
        head,
    })
}

fn whole_groups(db: &Connection, pull: &Pull) -> Result<Vec<SealedChange>> {
    let mut query = db.prepare_cached(include_str!("page.sql"))?;
    let mut rows = query.query((pull.space, pull.after))?;
    let mut filling = Filling::new(pull.limit);
    while !filling.full {
        let Some(row) = rows.next()? else { break };
        filling.take(rows::change(row)?, ends_group(row)?);
    }
    Ok(filling.page)
}

fn ends_group(row: &Row<'_>) -> rusqlite::Result<bool> {
    let (position, end): (u64, u64) = (row.get(11)?, row.get(12)?);
    Ok(position == end)
}

/// A page while it fills. A group that doesn't fit is left for the next page,
/// unless it is the first.
struct Filling {
    page: Vec<SealedChange>,
    group: Vec<SealedChange>,
    bytes: usize,
    limit: usize,
    full: bool,
}

impl Filling {
    fn new(limit: u32) -> Self {
        let limit = (limit as usize).min(PAGE_LIMIT);
        Self { page: Vec::new(), group: Vec::new(), bytes: 0, limit, full: false }
    }

    fn take(&mut self, change: SealedChange, ends_group: bool) {
        self.bytes += change.payload.len();
        self.group.push(change);
        let over = self.bytes > PAGE_BYTES || self.page.len() + self.group.len() > self.limit;
        self.full = over && !self.page.is_empty();
        if ends_group && !self.full {
            self.page.append(&mut self.group);
            self.full = over || self.page.len() >= self.limit;
        }
    }
}
