//! What is asked before a device is emptied.

use domain::{ChangeRef, Clock, Disposal, Id, Record, Submission};

use crate::commit::{self, Author};
use crate::log::{self, text};
use crate::{Records, Result, Store};

/// What is said about archives and about devices is no record of the site's work.
const ASIDE: [&str; 2] = [Submission::KIND, Disposal::KIND];

impl Records<'_> {
    /// The number and the clock of the last change of a device that is here, those about archives and about
    /// the emptying of devices aside; none before its first.
    pub fn last_recorded(self, space: Id, device: Id) -> Result<Option<(u64, Clock)>> {
        let mut last = self.db.prepare_cached(include_str!("../sql/last_recorded.sql"))?;
        let mut rows = last.query((text(space), text(device)))?;
        while let Some(row) = rows.next()? {
            let change = log::read(row)?;
            // What a change says itself counts: another device may have made its record another kind.
            if !ASIDE.contains(&change.payload.kind.as_str()) {
                return Ok(Some((change.by.seq, change.clock)));
            }
        }
        Ok(None)
    }

    /// Whether a change of a device is missing here, among those that are.
    pub fn has_gap(self, space: Id, device: Id) -> Result<bool> {
        let sql =
            "SELECT count(*) <> coalesce(max(seq), 0) FROM change WHERE space = ?1 AND device = ?2";
        let gap =
            self.db.prepare_cached(sql)?.query_row((text(space), text(device)), |row| row.get(0));
        Ok(gap?)
    }

    /// The kinds of which there are records, also those that only a newer version knows.
    pub fn kinds(self) -> Result<Vec<String>> {
        let mut kinds = self.db.prepare_cached("SELECT DISTINCT kind FROM record")?;
        let kinds = kinds.query_map((), |row| row.get(0))?;
        Ok(kinds.collect::<rusqlite::Result<_>>()?)
    }
}

impl Store {
    /// The name and the clock of the change that this device would make next.
    pub fn next(&self, author: Author) -> Result<(ChangeRef, Clock)> {
        let (seq, clock) = commit::last(&self.db, author)?;
        Ok((ChangeRef { device: author.device, seq: seq + 1 }, clock.next(author.now)))
    }
}
