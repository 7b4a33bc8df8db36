//! Saving and taking back: each one action, one transaction.

mod edits;
mod issues;
mod undo;

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::field::is_empty;
use domain::merge::Merged;
use domain::versions::Touched;
use domain::views::Saved;
use domain::{Edit, Entry, Fault, HandoverItem, Id, Kind, Record, kind};
use store::{Act, Written};

use crate::App;
use crate::calls::authors::People;
use crate::calls::bin::restoration;
use crate::calls::handover::rules;

/// What came of an action.
pub(crate) struct Done<T> {
    /// What it answered.
    pub outcome: T,
    /// The records it wrote, as they stand now.
    pub written: BTreeMap<Id, Merged>,
    /// What to undo to take it back; none when it wrote nothing.
    pub group: Option<Id>,
}

impl Answers<calls::Save> for App {
    async fn answer(&self, call: calls::Save) -> Result<Saved> {
        self.save(&call.entry)
    }
}

impl Answers<calls::SaveForm> for App {
    async fn answer(&self, call: calls::SaveForm) -> Result<Saved> {
        self.save_form(&call.entry)
    }
}

impl Answers<calls::Undo> for App {
    async fn answer(&self, call: calls::Undo) -> Result<()> {
        self.undo(call.group)
    }
}

impl Answers<calls::SaveAll> for App {
    async fn answer(&self, call: calls::SaveAll) -> Result<Option<Id>> {
        self.save_all(&call.entries)
    }
}

impl App {
    pub(crate) fn save(&self, entry: &Entry) -> Result<Saved> {
        let kind = kind_of(entry)?;
        self.change(entry.id, |act| {
            act.leave_draft(entry.id, &entry.fields)?;
            save_and_settle(act, kind, entry)
        })
    }

    pub(crate) fn save_form(&self, entry: &Entry) -> Result<Saved> {
        let kind = kind_of(entry)?;
        self.change(entry.id, |act| {
            act.end_draft(entry.id)?;
            save_and_settle(act, kind, entry)
        })
    }

    /// Saves a record of which the last version counts, such as a setting or a tick: its author replaces
    /// all versions that are here.
    pub(crate) fn replace(&self, entry: &Entry) -> Result<Saved> {
        let kind = kind_of(entry)?;
        self.change(entry.id, |act| {
            let seen = act.merged(entry.id)?.map(|it| it.seen);
            save(act, kind, &Entry { seen, ..entry.clone() })
        })
    }

    pub(crate) fn save_all(&self, entries: &[Entry]) -> Result<Option<Id>> {
        let kinds = entries.iter().map(kind_of).collect::<Result<Vec<_>>>()?;
        let done = self.act(|act| {
            entries.iter().zip(kinds).try_for_each(|(entry, kind)| {
                act.leave_draft(entry.id, &entry.fields)?;
                save(act, kind, entry).map(drop)
            })
        })?;
        Ok(done.group)
    }

    pub(crate) fn undo(&self, group: Id) -> Result<()> {
        self.act(|act| {
            let changes = act.group(group)?;
            let ours = changes.iter().all(|it| it.by.device == self.device());
            if changes.is_empty() || !ours {
                return Err(Fault::NotFound.into());
            }
            changes.iter().rev().try_for_each(|change| undo::take_back(act, change))
        })?;
        Ok(())
    }

    /// Carries out one action in this device's space.
    pub(crate) fn act<T>(&self, act: impl FnOnce(&mut Act) -> store::Result<T>) -> Result<Done<T>> {
        let mut store = self.store();
        let author = self.author(store.space_id()?.ok_or(Fault::NoSite)?);
        let (outcome, Written { records: written, drafts }) = store.transact(author, act)?;
        drop(store);
        let kinds = written.values().map(|it| it.kind.as_str());
        self.touch(&Touched { drafts, ..Touched::records(kinds) });
        if !written.is_empty() {
            self.0.bell.notify_one();
        }
        let group = (!written.is_empty()).then_some(author.group);
        Ok(Done { outcome, written, group })
    }

    /// Carries out an action on one record; `act` answers with the record as it stood.
    pub(crate) fn change(
        &self,
        id: Id,
        act: impl FnOnce(&mut Act) -> store::Result<Merged>,
    ) -> Result<Saved> {
        let mut done = self.act(act)?;
        let stands = done.written.remove(&id).unwrap_or(done.outcome);
        let entry = People::of(self.store().records()?)?.entry(id, &stands);
        Ok(Saved { entry, group: done.group })
    }
}

fn kind_of(entry: &Entry) -> Result<&'static Kind> {
    kind(&entry.kind).ok_or_else(|| Fault::UnknownKind { kind: entry.kind.clone() })
}

/// Writes the fields that differ, if the record is sound with them, and takes it out of the
/// bin if it lies there. Answers with the record as it stood.
pub(crate) fn save(act: &mut Act, kind: &Kind, entry: &Entry) -> store::Result<Merged> {
    let current = act.merged(entry.id)?;
    if current.as_ref().is_some_and(|it| it.kind != entry.kind) {
        return Err(Fault::BadCall { detail: "kind".into() }.into());
    }
    let current = current.unwrap_or_default();
    let mut entry = Cow::Borrowed(entry);
    if kind.name == HandoverItem::KIND {
        rules::complete(act, &current, &mut entry.to_mut().fields)?;
    }
    let entry = &*entry;
    let mut edits = edits::edits(act, entry, &current)?;
    let mut issues = issues::issues(act, kind, (entry.id, &current), &edits)?;
    let mut after = current.body.clone();
    after.extend(edits.iter().map(|it| (it.field.clone(), it.json())));
    let said = edits.clone();
    let saved = rules::Save { id: entry.id, kind, before: &current, after: &after, edits: &said };
    issues.extend(rules::issues(act, &saved)?);
    if !issues.is_empty() {
        return Err(Fault::Invalid { issues }.into());
    }
    edits.extend(current.deleted.then(|| restoration(&current)));
    act.write(entry.id, kind.name, edits)?;
    rules::hand_over(act, &saved)?;
    Ok(current)
}

/// Saves a record; a new one settles what it was made from. Answers with the record as it stood.
fn save_and_settle(act: &mut Act, kind: &Kind, entry: &Entry) -> store::Result<Merged> {
    let stood = save(act, kind, entry)?;
    if stood.kind.is_empty() {
        settle_source(act, kind, entry)?;
    }
    Ok(stood)
}

/// A record that another is made from says so, unless its fields are set already, or two people have
/// set them and a choice waits.
fn settle_source(act: &mut Act, kind: &Kind, made: &Entry) -> store::Result<()> {
    let source = kind.source().and_then(|it| made.fields.get(it.name)?.as_str()?.parse().ok());
    let Some(id) = source.filter(|_| !kind.settles.is_empty()) else { return Ok(()) };
    let Some(source) = act.merged(id)?.filter(|it| !it.deleted) else { return Ok(()) };
    let waits = |field: &str| source.conflicts.iter().any(|it| it.field == field);
    let unsaid = |field: &str| source.body.get(field).is_none_or(is_empty) && !waits(field);
    let seen = |field: &str| source.seen.get(field).cloned().unwrap_or_default();
    let settled = kind.settles.iter().filter(|it| it.kind == source.kind && unsaid(it.field));
    let edits = settled.map(|it| Edit::new(it.field, &it.value.into(), seen(it.field))).collect();
    act.write(id, &source.kind, edits)
}
