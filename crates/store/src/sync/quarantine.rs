//! Changes that a member signed and this version can't read. They are kept until a newer version,
//! space key or member key can read them.
//!
//! Their amount is bounded, so that no member can fill a colleague's device with unreadable data.
//! Beyond the bounds only their number is kept, and a device that may be able to read them fetches
//! them again.

use std::collections::BTreeMap;

use domain::{ChangeRef, Id};
use rusqlite::Transaction;

use crate::log::{id, number, text, unsigned};
use crate::sync::inbox::{Incoming, take_in};
use crate::{Result, Store};

/// Most changes of one device that are kept, and most bytes of them.
const OF_DEVICE: Size = Size { changes: 200, bytes: 4 << 20 };
/// The same for all devices together.
const OF_ALL: Size = Size { changes: 1_000, bytes: 16 << 20 };

/// A change that could not be read.
pub struct Unread {
    /// The device that made it.
    pub device: Id,
    /// Its number on that device.
    pub seq: u64,
    /// Its sealed bytes.
    pub sealed: Vec<u8>,
    /// Why it could not be read.
    pub reason: String,
}

/// An amount of changes.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    changes: u64,
    bytes: u64,
}

/// The quarantine while a page is applied.
pub struct Quarantine<'a> {
    tx: &'a Transaction<'a>,
    space: Id,
    /// The amount kept of each device, once it was looked up.
    kept: Option<BTreeMap<String, Size>>,
}

impl Store {
    /// How many received changes could not be read.
    pub fn count_unread(&self) -> Result<u64> {
        let mut statement = self.db.prepare_cached("SELECT count(*) FROM quarantine")?;
        let count: i64 = statement.query_row((), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The next change after `after`, by device and number, that could not be read and was kept
    /// whole, with its bytes.
    pub fn unread(&self, space: Id, after: ChangeRef) -> Result<Option<(ChangeRef, Vec<u8>)>> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/next_unread.sql"))?;
        let after = (text(space), text(after.device), number(after.seq));
        let mut rows = statement.query(after)?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let by = ChangeRef { device: id(row, "device")?, seq: unsigned(row, "seq")? };
        Ok(Some((by, row.get("sealed")?)))
    }

    /// Applies a change from the quarantine that can now be read. Returns whether anything changed.
    pub fn recover(&mut self, space: Id, read: &Incoming, now: u64) -> Result<bool> {
        let tx = self.db.transaction()?;
        let news = take_in(&tx, space, std::slice::from_ref(read), now)?;
        if let Incoming::Read(change) = read {
            let sql = "DELETE FROM quarantine WHERE space = ?1 AND device = ?2 AND seq = ?3";
            tx.execute(sql, (text(space), text(change.by.device), number(change.by.seq)))?;
        }
        tx.commit()?;
        Ok(news)
    }

    /// Fetches everything again if some unreadable changes were left out.
    pub fn fetch_left_out(&mut self, space: Id) -> Result<()> {
        let tx = self.db.transaction()?;
        let sql = "DELETE FROM quarantine WHERE space = ?1 AND length(sealed) = 0";
        if tx.execute(sql, [text(space)])? > 0 {
            let sql = "UPDATE space SET cursor = 0, digest = zeroblob(32) WHERE id = ?1";
            tx.execute(sql, [text(space)])?;
        }
        Ok(tx.commit()?)
    }
}

impl<'a> Quarantine<'a> {
    /// The quarantine of a space.
    pub const fn new(tx: &'a Transaction<'a>, space: Id) -> Self {
        Self { tx, space, kept: None }
    }

    /// Keeps a change if there is room; otherwise counts it.
    pub fn keep(&mut self, unread: &Unread) -> Result<()> {
        let (device, bytes) = (text(unread.device), unread.sealed.len() as u64);
        let kept = match &mut self.kept {
            Some(kept) => kept,
            none => none.insert(kept(self.tx, self.space)?),
        };
        let all = kept.values().fold(Size::default(), |all, it| all.plus(it.changes, it.bytes));
        let of_device = kept.entry(device.clone()).or_default();
        let fits = all.plus(1, bytes).within(OF_ALL) && of_device.plus(1, bytes).within(OF_DEVICE);
        let sealed = if fits { unread.sealed.as_slice() } else { &[] };
        let values = (text(self.space), device, number(unread.seq), sealed, &unread.reason);
        let sql = include_str!("../sql/keep_aside.sql");
        if self.tx.prepare_cached(sql)?.execute(values)? > 0 && fits {
            *of_device = of_device.plus(1, bytes);
        }
        Ok(())
    }
}

impl Size {
    const fn plus(self, changes: u64, bytes: u64) -> Self {
        Self { changes: self.changes + changes, bytes: self.bytes + bytes }
    }

    const fn within(self, most: Self) -> bool {
        self.changes <= most.changes && self.bytes <= most.bytes
    }
}

fn kept(tx: &Transaction, space: Id) -> Result<BTreeMap<String, Size>> {
    let mut statement = tx.prepare_cached(include_str!("../sql/kept_aside.sql"))?;
    let mut rows = statement.query([text(space)])?;
    let mut kept = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let size = Size { changes: unsigned(row, "changes")?, bytes: unsigned(row, "bytes")? };
        kept.insert(row.get("device")?, size);
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::inbox::Position;

    const SPACE: Id = Id::from_u128(1);

    fn takes(store: &mut Store, device: u128, seqs: std::ops::Range<u64>, bytes: usize) {
        let device = Id::from_u128(device);
        let unread = |seq| {
            let (sealed, reason) = (vec![7; bytes], "unknown format".to_owned());
            Incoming::Unread(Unread { device, seq, sealed, reason })
        };
        let page: Vec<_> = seqs.map(unread).collect();
        let to = Position { epoch: "e".into(), cursor: 9_999, digest: [7; 32], head: 9_999 };
        store.apply(SPACE, &page, &to, 0).unwrap();
    }

    fn kept_whole(store: &Store) -> u64 {
        let sql = "SELECT count(*) FROM quarantine WHERE length(sealed) > 0";
        store.count(sql, ()).unwrap()
    }

    #[test]
    fn one_device_fills_neither_the_disk_nor_the_room_of_the_others() {
        let mut store = Store::in_space(SPACE).unwrap();
        takes(&mut store, 2, 1..1_001, 10);
        assert_eq!((kept_whole(&store), store.count_unread().unwrap()), (200, 1_000));
        takes(&mut store, 3, 1..11, 1 << 20);
        assert_eq!(kept_whole(&store), 204, "four mebibytes");
        takes(&mut store, 4, 1..3, 10);
        assert_eq!(kept_whole(&store), 206);
    }

    #[test]
    fn all_devices_together_have_bounds_too() {
        let mut store = Store::in_space(SPACE).unwrap();
        for device in 2..30 {
            takes(&mut store, device, 1..100, 10);
        }
        assert_eq!(kept_whole(&store), 1_000);
    }

    #[test]
    fn what_was_too_much_to_keep_is_fetched_again_and_only_then() {
        let mut store = Store::in_space(SPACE).unwrap();
        takes(&mut store, 2, 1..3, 10);
        store.fetch_left_out(SPACE).unwrap();
        assert_eq!(store.space().unwrap().unwrap().cursor, 9_999);
        takes(&mut store, 2, 3..999, 10);
        store.fetch_left_out(SPACE).unwrap();
        let space = store.space().unwrap().unwrap();
        assert_eq!((space.cursor, space.digest, space.is_fresh()), (0, [0; 32], false));
        assert_eq!(store.count_unread().unwrap(), 200);
    }

    #[test]
    fn what_was_kept_is_read_one_at_a_time_in_order() {
        let mut store = Store::in_space(SPACE).unwrap();
        takes(&mut store, 3, 1..2, 10);
        takes(&mut store, 2, 9..11, 10);
        let (mut after, mut read) = (ChangeRef::default(), Vec::new());
        while let Some((by, _)) = store.unread(SPACE, after).unwrap() {
            read.push((by.device.as_u128(), by.seq));
            after = by;
        }
        assert_eq!(read, [(2, 9), (2, 10), (3, 1)]);
    }
}
