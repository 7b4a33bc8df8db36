//! What the pages show.

use domain::fault::Result;
use domain::merge::Mark;
use domain::views::{Draft, Page, Revision, Verified};
use domain::{Fault, Id, kind};
use serde_json::Value;
use store::{Part, Store};

use crate::App;
use crate::people::People;

impl App {
    pub(crate) fn get(&self, id: Id) -> Result<Page> {
        let store = self.records()?;
        let row = store.get(id)?.ok_or(Fault::NotFound)?;
        let mut page = People::of(&store)?.page(&store, &[row], 1)?;
        page.entries[0].seen = store.seen(id)?;
        Ok(page)
    }

    pub(crate) fn history(&self, id: Id) -> Result<Vec<Revision>> {
        let store = self.records()?;
        let people = People::of(&store)?;
        let revision = |change: domain::Change| Revision {
            signed: people.sign(Mark { clock: change.clock, device: change.by.device }),
            fields: change.payload.edits.iter().map(|it| (it.field.clone(), it.json())).collect(),
            group: change.group,
        };
        Ok(store.history(id)?.into_iter().map(revision).collect())
    }

    pub(crate) fn list(&self, name: &str, limit: u32, skip: u32) -> Result<Page> {
        let kind = kind(name).ok_or_else(|| Fault::UnknownKind { kind: name.to_owned() })?;
        let store = self.records()?;
        let (rows, total) = store.list(kind, Part::new(limit, skip))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn about(&self, id: Id, limit: u32, skip: u32) -> Result<Page> {
        let store = self.records()?;
        let (rows, total) = store.about(id, Part::new(limit, skip))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn draft(&self, id: Id) -> Result<Option<Draft>> {
        let store = self.records()?;
        Ok(named(&store, store.draft(id)?.into_iter().collect())?.pop())
    }

    pub(crate) fn verify(&self) -> Result<Verified> {
        Ok(self.records()?.verify()?)
    }
}

/// Drafts, with what to call the records they point to.
pub(crate) fn named(store: &Store, mut drafts: Vec<Draft>) -> Result<Vec<Draft>> {
    for draft in &mut drafts {
        let fields = kind(&draft.kind).map_or(&[][..], |it| it.fields);
        let value = |name| draft.fields.get(name).unwrap_or(&Value::Null);
        let ids: Vec<Id> = fields.iter().flat_map(|it| it.ty.links(value(it.name))).collect();
        draft.names = store.names_of(ids)?;
    }
    Ok(drafts)
}
