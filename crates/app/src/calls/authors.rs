//! The names of authors.

use std::collections::BTreeMap;

use domain::entry::{Choice, Signed, Wording};
use domain::fault::Result;
use domain::kind::Record;
use domain::merge::{Conflict, Mark, Merged};
use domain::views::Page;
use domain::{Entry, Id, Resident};
use store::{Records, Row, Store};

/// The members' names, and the name of this device's owner.
pub struct People {
    names: BTreeMap<Id, String>,
    me: String,
}

impl People {
    /// The names in this device's space.
    pub fn of(store: &Store) -> Result<Self> {
        let me = store.setting("name")?.unwrap_or_default();
        let members = match store.space_id()? {
            Some(space) => store.members(space)?,
            None => Vec::new(),
        };
        let mut names: BTreeMap<Id, String> =
            members.into_iter().map(|it| (it.device, it.name)).collect();
        // If the answer to an attempt to join was lost, the server may have the name of that
        // attempt.
        let own = store.setting("device")?.and_then(|it| it.parse().ok());
        if let Some(name) = own.and_then(|it| names.get_mut(&it)).filter(|_| !me.is_empty()) {
            name.clone_from(&me);
        }
        Ok(Self { names, me })
    }

    /// Whether a name is this device's owner's.
    pub fn is_me(&self, name: &str) -> bool {
        !name.is_empty() && name == self.me
    }

    /// Each name once: this device's owner first, the others in order.
    pub fn team(self) -> Vec<String> {
        let mut others: Vec<_> = self.names.into_values().filter(|it| *it != self.me).collect();
        others.sort_by_cached_key(|it| (domain::fold::fold(it), it.clone()));
        others.dedup();
        let everybody = std::iter::once(self.me).chain(others);
        everybody.filter(|it| !it.is_empty()).collect()
    }

    /// A mark with its author's name.
    pub fn sign(&self, mark: Mark) -> Signed {
        let by = self.names.get(&mark.device).cloned().unwrap_or_default();
        Signed { by, at: mark.clock.moment() }
    }

    /// A record in the form that shells get.
    pub fn entry(&self, id: Id, merged: &Merged) -> Entry {
        Entry {
            id,
            kind: merged.kind.clone(),
            name: String::new(),
            fields: merged.body.clone(),
            seen: Some(merged.seen.clone()),
            conflicts: merged.conflicts.iter().map(|it| self.choice(it)).collect(),
            at: None,
            deleted: merged.deleted,
            made: self.sign(merged.made),
            changed: self.sign(merged.changed),
        }
    }

    fn choice(&self, conflict: &Conflict) -> Choice {
        let versions = conflict.versions.iter();
        let wording = |it: &domain::merge::Version| Wording {
            value: it.value.clone(),
            signed: self.sign(it.mark),
        };
        Choice { field: conflict.field.clone(), versions: versions.map(wording).collect() }
    }

    /// A page of stored records, with the names of the records they point to and of the residents
    /// among them.
    pub fn page(&self, records: Records, rows: &[Row], total: u64) -> Result<Page> {
        let mut names = records.names(rows)?;
        let entries = rows.iter().map(|row| {
            let (at, mut entry) = (records.occasion(row)?, self.entry(row.id, &row.merged));
            if entry.kind == Resident::KIND {
                entry.name = records.full_name(row)?;
                names.insert(row.id, records.called(row)?);
            }
            Ok(Entry { at, seen: None, ..entry })
        });
        let entries = entries.collect::<Result<_>>()?;
        Ok(Page { entries, names, total })
    }
}
