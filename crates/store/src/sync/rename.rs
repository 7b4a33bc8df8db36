//! Renames a copied device. When two devices write under one name, the second to notice takes
//! another name. The changes that it alone has get new numbers under that name.

use std::collections::BTreeMap;

use domain::change::Seen;
use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, Transaction};

use crate::log::{self, number, text};
use crate::settings::{NUMBERED, PARTING, counter, set};
use crate::{Error, Result, Store};
use crate::{project, search};

/// Which changes get which name.
#[derive(Debug, Clone, Copy)]
pub struct Renaming {
    /// The first change that only this device has.
    pub from: ChangeRef,
    /// The new name.
    pub to: Id,
}

/// Whether this device must take another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// No.
    No,
    /// Yes, after everything was fetched.
    First,
    /// Yes, now that everything was fetched.
    Now,
}

impl Store {
    /// Whether this device must take another name before it sends anything.
    pub fn parting(&self) -> Result<Parting> {
        Ok(match counter(&self.db, PARTING)? {
            0 => Parting::No,
            1 => Parting::First,
            _ => Parting::Now,
        })
    }

    /// Records that everything on the server was fetched.
    pub fn has_asked(&mut self) -> Result<()> {
        if self.parting()? == Parting::First {
            set(&self.db, PARTING, "2")?;
        }
        Ok(())
    }

    /// Gives this device another name, and its unconfirmed changes that name too. No other device
    /// has them, so no other device knows their old names.
    pub fn rename(&mut self, space: Id, renaming: Renaming, key: &str) -> Result<()> {
        let tx = self.db.transaction()?;
        let changes = log::of_device(&tx, space, renaming.from)?;
        let names = renaming.names(&changes);
        let counts = log::group_counts(&changes);
        for change in &changes {
            renumber(&tx, change, &names, counts.get(&change.group).copied().unwrap_or(1))?;
        }
        rename_drafts(&tx, &names)?;
        set(&tx, NUMBERED, "0")?;
        set(&tx, PARTING, "0")?;
        tx.execute("UPDATE space SET sent = 0 WHERE id = ?1", [text(space)])?;
        set(&tx, "device", &text(renaming.to))?;
        set(&tx, "device-key", key)?;
        project::start_over(&tx)?;
        search::start_over(&tx)?;
        self.fresh = project::Fresh::default();
        Ok(tx.commit()?)
    }
}

/// New names by the old ones.
type Names = BTreeMap<ChangeRef, ChangeRef>;

impl Renaming {
    /// New numbers, without gaps: changes lost in a damaged database are not counted.
    fn names(self, changes: &[Change]) -> Names {
        let new = (1..).map(|seq| ChangeRef { device: self.to, seq });
        changes.iter().map(|it| it.by).zip(new).collect()
    }
}

fn rename(name: &mut ChangeRef, names: &Names) {
    *name = names.get(name).copied().unwrap_or(*name);
}

fn renumber(db: &Connection, change: &Change, names: &Names, group_count: u32) -> Result<()> {
    let (mut by, mut payload) = (change.by, change.payload.clone());
    rename(&mut by, names);
    payload.edits.iter_mut().flat_map(|it| &mut it.base).for_each(|it| rename(it, names));
    let payload = postcard::to_stdvec(&payload).map_err(|_| Error::Stored("change"))?;
    let old = (text(change.space), text(change.by.device), number(change.by.seq));
    let mut update = db.prepare_cached(include_str!("../sql/renumber.sql"))?;
    let new = (text(by.device), number(by.seq), payload, group_count);
    update.execute((old.0, old.1, old.2, new.0, new.1, new.2, new.3))?;
    Ok(())
}

/// Puts the new names into what the authors of drafts had seen.
fn rename_drafts(tx: &Transaction, names: &Names) -> Result<()> {
    let mut drafts = tx.prepare("SELECT id, seen FROM draft")?;
    let drafts = drafts.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (id, seen) in drafts.collect::<rusqlite::Result<Vec<(String, String)>>>()? {
        let mut seen: Seen = serde_json::from_str(&seen).map_err(|_| Error::Stored("draft"))?;
        seen.values_mut().flatten().for_each(|it| rename(it, names));
        let seen = serde_json::to_string(&seen).map_err(|_| Error::Stored("draft"))?;
        tx.execute("UPDATE draft SET seen = ?2 WHERE id = ?1", (id, seen))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::Edit;
    use serde_json::json;

    use super::*;
    use crate::Author;

    #[test]
    fn what_is_shown_counts_as_seen_also_before_the_records_are_made_anew() {
        let mut store = Store::in_memory().unwrap();
        let (space, device, record) = (Id::from_u128(1), Id::from_u128(2), Id::from_u128(3));
        let author = Author { space, device, group: Id::from_u128(4), now: 5 };
        let edit = Edit::new("note", &json!("Radiatoren er kald"), vec![]);
        store.transact(author, |act| act.write(record, "visit", vec![edit])).unwrap();
        store.catch_up().unwrap();
        let renaming = Renaming { from: ChangeRef { device, seq: 1 }, to: Id::from_u128(6) };
        store.rename(space, renaming, "key").unwrap();
        let seen = crate::project::seen(&store.db, record).unwrap();
        assert_eq!(seen.get("note"), Some(&vec![ChangeRef { device: renaming.to, seq: 1 }]));
    }
}
