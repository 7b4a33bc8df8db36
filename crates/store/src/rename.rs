//! Parting from a copy: when two devices write under one name, the second to notice takes
//! another, and gives what it alone has written new numbers under that.

use domain::change::Seen;
use domain::{Change, ChangeRef, Id};
use rusqlite::{Connection, Transaction};

use crate::log::{self, number, text};
use crate::settings::set;
use crate::{Error, Result, Store, project, search};

/// From which change on which device gets which name.
#[derive(Debug, Clone, Copy)]
pub struct Renaming {
    /// The first change that is this device's alone.
    pub from: ChangeRef,
    /// The new name.
    pub to: Id,
}

impl Store {
    /// Gives this device another name, and that name what nobody else has of its changes. None
    /// of those has been confirmed, so nobody else knows their old names.
    pub fn rename(&mut self, space: Id, renaming: Renaming, key: &str) -> Result<()> {
        let tx = self.db.transaction()?;
        for change in log::of_device(&tx, space, renaming.from)? {
            renumber(&tx, &change, renaming)?;
        }
        rename_drafts(&tx, renaming)?;
        tx.execute("UPDATE space SET sent = 0 WHERE id = ?1", [text(space)])?;
        set(&tx, "device", &text(renaming.to))?;
        set(&tx, "device-key", key)?;
        project::start_over(&tx)?;
        search::start_over(&tx)?;
        Ok(tx.commit()?)
    }
}

impl Renaming {
    fn apply(self, name: &mut ChangeRef) {
        if name.device == self.from.device && name.seq >= self.from.seq {
            *name = ChangeRef { device: self.to, seq: name.seq - self.from.seq + 1 };
        }
    }
}

fn renumber(db: &Connection, change: &Change, renaming: Renaming) -> Result<()> {
    let (mut by, mut payload) = (change.by, change.payload.clone());
    renaming.apply(&mut by);
    payload.edits.iter_mut().flat_map(|it| &mut it.base).for_each(|it| renaming.apply(it));
    let payload = postcard::to_stdvec(&payload).map_err(|_| Error::Stored("change"))?;
    let old = (text(change.space), text(change.by.device), number(change.by.seq));
    let mut update = db.prepare_cached(include_str!("sql/renumber.sql"))?;
    update.execute((old.0, old.1, old.2, text(by.device), number(by.seq), payload))?;
    Ok(())
}

/// What the author of a draft had seen goes by the new names as well.
fn rename_drafts(tx: &Transaction, renaming: Renaming) -> Result<()> {
    let mut drafts = tx.prepare("SELECT id, seen FROM draft")?;
    let drafts = drafts.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (id, seen) in drafts.collect::<rusqlite::Result<Vec<(String, String)>>>()? {
        let mut seen: Seen = serde_json::from_str(&seen).map_err(|_| Error::Stored("draft"))?;
        seen.values_mut().flatten().for_each(|it| renaming.apply(it));
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
        let seen = store.seen(record).unwrap();
        assert_eq!(seen.get("note"), Some(&vec![ChangeRef { device: renaming.to, seq: 1 }]));
    }
}
