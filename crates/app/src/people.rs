//! Whose name goes under what was done.

use std::collections::BTreeMap;

use domain::entry::{Choice, Signed, Wording};
use domain::fault::Result;
use domain::merge::{Conflict, Mark, Merged};
use domain::views::Page;
use domain::{Entry, Id};
use store::{Row, Store};

/// The members' names.
pub struct People(BTreeMap<Id, String>);

impl People {
    /// Those of this device's space.
    pub fn of(store: &Store) -> Result<Self> {
        let Some(space) = store.space_id()? else { return Ok(Self(BTreeMap::new())) };
        let members = store.members(space)?.into_iter();
        Ok(Self(members.map(|it| (it.device, it.name)).collect()))
    }

    /// A mark, with the person's name.
    pub fn sign(&self, mark: Mark) -> Signed {
        let by = self.0.get(&mark.device).cloned().unwrap_or_default();
        Signed { by, at: mark.clock.moment() }
    }

    /// A record as it stands, as a shell gets it.
    pub fn entry(&self, id: Id, merged: &Merged) -> Entry {
        Entry {
            id,
            kind: merged.kind.clone(),
            fields: merged.body.clone(),
            seen: merged.seen.clone(),
            conflicts: merged.conflicts.iter().map(|it| self.choice(it)).collect(),
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

    /// A list of stored records, with what they point to.
    pub fn page(&self, store: &Store, rows: &[Row], total: u64) -> Result<Page> {
        let entries = rows.iter().map(|it| self.entry(it.id, &it.merged)).collect();
        Ok(Page { entries, names: store.names(rows)?, total })
    }
}
