//! The bin: deleting, listing and restoring records.

use domain::calls::{self, Answers};
use domain::change::{DELETED, Seen};
use domain::fault::Result;
use domain::merge::Merged;
use domain::views::{Page, Saved};
use domain::{ChangeRef, Edit, Fault, Id};
use serde_json::Value;
use store::Part;

use crate::App;
use crate::calls::authors::People;
use crate::calls::handover::rules;

impl Answers<calls::Delete> for App {
    async fn answer(&self, call: calls::Delete) -> Result<Saved> {
        self.delete(call.id, call.seen.as_ref())
    }
}

impl Answers<calls::Restore> for App {
    async fn answer(&self, call: calls::Restore) -> Result<Saved> {
        self.restore(call.id)
    }
}

impl Answers<calls::Bin> for App {
    async fn answer(&self, call: calls::Bin) -> Result<Page> {
        self.bin(call.limit, call.skip)
    }
}

impl App {
    pub(crate) fn delete(&self, id: Id, seen: Option<&Seen>) -> Result<Saved> {
        self.set_deleted(id, |it| (!it.deleted).then(|| deletion(seen.unwrap_or(&it.seen))))
    }

    /// Also settles a deletion conflict by keeping the record.
    pub(crate) fn restore(&self, id: Id) -> Result<Saved> {
        let asked = |it: &Merged| it.conflicts.iter().any(|it| it.field == DELETED);
        self.set_deleted(id, |it| (it.deleted || asked(it)).then(|| restoration(it)))
    }

    pub(crate) fn bin(&self, limit: u32, skip: u32) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let (rows, total) = records.bin(Part::new(limit, skip))?;
        People::of(records)?.page(records, &rows, total)
    }

    fn set_deleted(&self, id: Id, edit: impl FnOnce(&Merged) -> Option<Edit>) -> Result<Saved> {
        self.change(id, |act| {
            let merged = act.merged(id)?.ok_or(Fault::NotFound)?;
            let edit = edit(&merged);
            let bins = edit.as_ref().is_some_and(|it| it.json() == true);
            let kept = if bins { rules::kept_from_bin(act, id, &merged)? } else { None };
            if let Some(issue) = kept {
                return Err(Fault::Invalid { issues: vec![issue] }.into());
            }
            act.write(id, &merged.kind, edit.into_iter().collect())?;
            Ok(merged)
        })
    }
}

/// A deletion whose base is what its author saw, so that an edit they had not seen wins.
pub(crate) fn deletion(seen: &Seen) -> Edit {
    let mut everything: Vec<ChangeRef> = seen.values().flatten().copied().collect();
    everything.sort_unstable();
    everything.dedup();
    Edit::new(DELETED, &Value::Bool(true), everything)
}

/// An edit that takes back the deletions of all devices.
pub(crate) fn restoration(merged: &Merged) -> Edit {
    let deletions = merged.seen.get(DELETED).cloned().unwrap_or_default();
    Edit::new(DELETED, &Value::Bool(false), deletions)
}
