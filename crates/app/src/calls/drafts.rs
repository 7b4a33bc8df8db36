//! Unfinished forms, with what a page shows of them.

use std::collections::BTreeSet;

use domain::calls::{self, Answers};
use domain::entry::Signed;
use domain::fault::Result;
use domain::merge::Mark;
use domain::versions::Touched;
use domain::views::Draft;
use domain::{Change, ChangeRef, Fault, Id, kind};
use serde_json::Value;
use store::Records;

use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::{concerned, start};

impl Answers<calls::KeepDraft> for App {
    async fn answer(&self, call: calls::KeepDraft) -> Result<()> {
        self.keep_draft(&call.draft)
    }
}

impl Answers<calls::DropDraft> for App {
    async fn answer(&self, call: calls::DropDraft) -> Result<()> {
        self.drop_draft(call.id)
    }
}

impl App {
    fn keep_draft(&self, draft: &Draft) -> Result<()> {
        if kind(&draft.kind).is_none() {
            return Err(Fault::UnknownKind { kind: draft.kind.clone() });
        }
        if draft.fields.is_empty() {
            return self.drop_draft(draft.id);
        }
        self.store().keep_draft(draft, self.0.host.now())?;
        self.touch(&Touched::DRAFTS);
        Ok(())
    }

    fn drop_draft(&self, id: Id) -> Result<()> {
        self.store().drop_draft(id)?;
        self.touch(&Touched::DRAFTS);
        Ok(())
    }
}

/// A draft with what to call its record and the records it points to, and with the colleague who has
/// changed it since.
pub fn described(records: Records, people: &People, device: Id, mut draft: Draft) -> Result<Draft> {
    draft.names = people.names_of(records, linked(&draft))?;
    if let Some(row) = records.get(draft.id)? {
        draft.title = start(&row.title);
        draft.about = concerned(&row, &people.names(records, [&row])?);
        draft.overtaken = overtaken(records, people, device, &draft)?;
    }
    Ok(draft)
}

fn linked(draft: &Draft) -> BTreeSet<Id> {
    let fields = kind(&draft.kind).map_or(&[][..], |it| it.fields);
    let value = |name| draft.fields.get(name).unwrap_or(&Value::Null);
    fields.iter().flat_map(|it| it.ty.links(value(it.name))).collect()
}

/// The last change of another device that the author of a draft cannot have seen: one that stands
/// in a field of the draft, or that was made after the draft was kept.
fn overtaken(
    records: Records,
    people: &People,
    device: Id,
    draft: &Draft,
) -> Result<Option<Signed>> {
    let (now, names) = (records.seen(draft.id)?, records.change_names(draft.id)?);
    let unseen = |it: &Change| {
        let stands = |field: &String| now.get(field).is_some_and(|heads| heads.contains(&it.by));
        let known = |all: &Vec<ChangeRef>| all.iter().any(|seen| names.kept(*seen) == it.by);
        let saw = |field: &String| draft.seen.get(field).is_some_and(known);
        draft.fields.keys().any(|field| stands(field) && !saw(field))
    };
    let since = |it: &Change| it.clock.moment() > draft.kept;
    let mut others = records.history(draft.id)?.into_iter().filter(|it| it.by.device != device);
    let Some(change) = others.rfind(|it| unseen(it) || since(it)) else { return Ok(None) };
    let mark = Mark { clock: change.clock, device: change.by.device };
    Ok(Some(people.sign(mark)))
}
