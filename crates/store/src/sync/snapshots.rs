//! The log as a snapshot: read in parts for a colleague's new device, and applied part by part on
//! one. The cursor does not move until the last part is applied.

use domain::{Change, Id};
use rusqlite::{OptionalExtension, Transaction};

use crate::log::{self, number, text};
use crate::sync::inbox::{Incoming, Position, move_to, take_in};
use crate::{Error, Result, Store};

/// Most changes in a part, so that a save on the receiving device never waits long for one.
const STRETCH: usize = 2_000;

/// Identifies a part of a snapshot.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The snapshot's position.
    pub at: u64,
    /// The part's number.
    pub number: u32,
    /// The sync state after it, if it is the last.
    pub end: Option<&'a Position>,
}

/// A stretch of the log that contains everything up to one of the server's positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The position.
    pub at: u64,
    /// The rolling digest there.
    pub digest: [u8; 32],
    /// The arrival number of its last change.
    pub end: u64,
}

impl Store {
    /// The stretch with everything the server has. None if anything else is here or anything is
    /// missing.
    pub fn extent(&self, space: Id, device: Id) -> Result<Option<Extent>> {
        if self.waiting(device)? > 0 || self.count_unread()? > 0 {
            return Ok(None);
        }
        let mut statement = self.db.prepare_cached(include_str!("../sql/extent.sql"))?;
        let read = |row: &rusqlite::Row| {
            let (at, end): (i64, i64) = (row.get("cursor")?, row.get("end")?);
            let (at, end) = (at.unsigned_abs(), end.unsigned_abs());
            Ok(Extent { at, digest: row.get("digest")?, end })
        };
        Ok(statement.query_row([text(space)], read).optional()?)
    }

    /// The changes that arrived after `after`, up to `end`: about `bytes` of them, and the arrival
    /// number of the last one.
    pub fn stretch(
        &self,
        space: Id,
        (after, end): (u64, u64),
        bytes: usize,
    ) -> Result<(Vec<Change>, u64)> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/stretch.sql"))?;
        let mut rows = statement.query((text(space), number(after), number(end)))?;
        let (mut changes, mut size, mut last) = (Vec::<Change>::new(), 0, after);
        while let Some(row) = rows.next()? {
            if size >= bytes || changes.len() >= STRETCH {
                break;
            }
            size += row.get_ref("payload")?.as_blob().map_or(0, <[u8]>::len);
            last = log::unsigned(row, "arrival")?;
            changes.push(log::read(row)?);
        }
        Ok((changes, last))
    }

    /// Applies a part of a snapshot. The next may follow at any time. After the last one, later
    /// changes are fetched one by one. Returns whether anything changed.
    ///
    /// Fails with [`Error::Stored`] if the parts are not complete, because parts of two snapshots
    /// may both lack a change.
    pub fn take_part(
        &mut self,
        space: Id,
        part: Part,
        changes: Vec<Change>,
        now: u64,
    ) -> Result<bool> {
        let tx = self.db.transaction()?;
        let count = i64::try_from(changes.len()).unwrap_or(i64::MAX);
        let changes: Vec<_> = changes.into_iter().map(Incoming::Read).collect();
        let news = take_in(&tx, space, &changes, now)?;
        tx.execute(
            include_str!("../sql/take_part.sql"),
            (text(space), number(part.at), part.number, count),
        )?;
        if let Some(end) = part.end {
            is_whole(&tx, space, part.at)?;
            move_to(&tx, space, end)?;
        }
        tx.commit()?;
        Ok(news)
    }

    /// Stops the fetching of a snapshot. The changes that arrived stay in the log.
    pub fn leave_snapshot(&mut self, space: Id) -> Result<()> {
        let sql = "UPDATE space SET snapshot = 0, parts = 0, taken = 0 WHERE id = ?1";
        self.db.execute(sql, [text(space)])?;
        Ok(())
    }
}

/// Checks that there are as many changes of others here as the server has positions.
fn is_whole(tx: &Transaction, space: Id, at: u64) -> Result<()> {
    let sql = "SELECT count(*) FROM change WHERE space = ?1
               AND device <> (SELECT value FROM setting WHERE key = 'device')";
    let count: i64 = tx.prepare_cached(sql)?.query_row([text(space)], |row| row.get(0))?;
    if number(at) == count { Ok(()) } else { Err(Error::Stored("snapshot")) }
}

#[cfg(test)]
mod tests {
    use domain::{ChangeRef, Clock, Payload};

    use super::*;
    use crate::Taking;

    const SPACE: Id = Id::from_u128(1);

    fn joined() -> Store {
        let mut store = Store::in_space(SPACE).unwrap();
        store.set("device", &text(Id::from_u128(2))).unwrap();
        store
    }

    fn change(number: u64) -> Change {
        Change {
            space: SPACE,
            by: ChangeRef { device: Id::from_u128(3), seq: number },
            record: Id::from_u128(u128::from(100 + number)),
            group: Id::from_u128(u128::from(200 + number)),
            group_count: 1,
            clock: Clock::at(number),
            payload: Payload { kind: "visit".into(), edits: vec![] },
        }
    }

    fn end(cursor: u64) -> Position {
        Position { epoch: String::new(), cursor, digest: [7; 32], head: cursor }
    }

    #[test]
    fn the_last_part_moves_the_position_and_those_before_it_do_not() {
        let (mut store, end) = (joined(), end(3));
        let part = Part { at: 3, number: 0, end: None };
        store.take_part(SPACE, part, vec![change(1), change(2)], 0).unwrap();
        let partly = store.space().unwrap().unwrap();
        assert_eq!(partly.cursor, 0);
        assert_eq!(partly.taking, Taking { at: 3, parts: 1, changes: 2 });
        let part = Part { at: 3, number: 1, end: Some(&end) };
        store.take_part(SPACE, part, vec![change(3)], 0).unwrap();
        let whole = store.space().unwrap().unwrap();
        assert_eq!((whole.cursor, whole.digest, whole.taking), (3, [7; 32], Taking::default()));
    }

    #[test]
    fn parts_that_are_not_everything_do_not_move_the_position() {
        let (mut store, end) = (joined(), end(4));
        let part = Part { at: 4, number: 1, end: Some(&end) };
        let changes = vec![change(1), change(2), change(4)];
        assert!(store.take_part(SPACE, part, changes, 0).is_err());
        assert_eq!(store.space().unwrap().unwrap().cursor, 0);
    }
}
