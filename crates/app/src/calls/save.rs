//! Saving and taking back: each one action, one transaction.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, SecondsFormat};
use domain::calls::{self, Answers};
use domain::change::{ChangeRef, DELETED, Seen};
use domain::fault::Result;
use domain::field::composite::{ID, LANGUAGE, Precision, TEXT};
use domain::field::{ANY, Place, is_empty, points_to};
use domain::kinds::SiteSettings;
use domain::merge::{Merged, merge};
use domain::tally::{self, as_step};
use domain::twins::Names;
use domain::versions::Touched;
use domain::views::Saved;
use domain::{
    Body, Change, Clock, Edit, Entry, Fault, Field, HandoverItem, Id, Issue, Kind, Member, Problem,
    Record, SiteTopic, Type, kind, read,
};
use serde_json::Value;
use store::{Act, Written};

use crate::App;
use crate::calls::authors::People;
use crate::calls::bin::{deletion, restoration};
use crate::calls::handover::rules;
use crate::calls::{time_zone, topics};

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
            changes.iter().rev().try_for_each(|change| take_back(act, change))
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
    let mut edits = edits(act, entry, &current)?;
    let mut issues = issues(act, kind, (entry.id, &current), &edits)?;
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

/// The fields that the author set to something else than what stands, or where a
/// choice between versions was waiting.
fn edits(act: &Act, entry: &Entry, current: &Merged) -> store::Result<Vec<Edit>> {
    // An author who names what they saw saw nothing of the other fields: a colleague may have filled
    // them since.
    let nothing = Seen::new();
    let saw = entry.seen.as_ref().unwrap_or(&nothing);
    let stands = |field: &str| current.seen.get(field).cloned().unwrap_or_default();
    let stood = saw.iter().all(|(field, all)| all.iter().all(|it| stands(field).contains(it)));
    let names = if stood { Names::default() } else { act.change_names(entry.id)? };
    let heads = |field: &str| -> Vec<ChangeRef> {
        let said = saw.get(field).into_iter().flatten().map(|it| names.kept(*it));
        let own = stands(field).into_iter().filter(|it| act.wrote(*it));
        let seen: BTreeSet<ChangeRef> = said.chain(own).collect();
        seen.into_iter().collect()
    };
    let late = |field: &str| {
        stands(field).into_iter().collect::<BTreeSet<_>>() != heads(field).into_iter().collect()
    };
    let history =
        if entry.fields.keys().any(|it| late(it)) { act.changes(entry.id)? } else { Vec::new() };
    let waits = |field: &str| current.conflicts.iter().any(|it| it.field == field);
    let differs = |(field, value): &(&String, Value)| {
        *value != *current.body.get(*field).unwrap_or(&Value::Null) || waits(field)
    };
    let edit = |(field, value): (&String, Value)| Edit::new(field, &value, heads(field));
    let kind = kind(&entry.kind);
    let ty = |field: &str| Some(kind?.field(field)?.ty);
    let values = entry.fields.iter().map(|(field, value)| (field, tidy(ty(field), value)));
    let set = values.filter(|(field, _)| !field.starts_with('~')).filter(differs).map(edit);
    let set: Vec<Edit> = set.collect();
    let unread = |it: &Edit| stands(&it.field).iter().any(|by| !act.wrote(*by));
    if entry.seen.is_none() && set.iter().any(unread) {
        // It cannot be told from a colleague's value that the author never saw.
        return Err(Fault::BadCall { detail: "seen: read the record first".into() }.into());
    }
    Ok(set.into_iter().filter(|it| !(late(&it.field) && is_as_seen(kind, it, &history))).collect())
}

/// Whether a value is what its author saw, so that they did not set it: who saves a whole record
/// that they read long ago must not set back what a colleague changed since. Where they saw
/// several versions, they chose.
fn is_as_seen(kind: Option<&Kind>, edit: &Edit, history: &[Change]) -> bool {
    let before = Edit { value: before(edit, history), ..edit.clone() };
    let mut seen = Body::from_iter([(edit.field.clone(), before.json())]);
    if let Some(kind) = kind {
        kind.complete(&mut seen);
    }
    edit.base.len() <= 1 && seen.get(&edit.field) == Some(&edit.json())
}

/// Text without blanks around it, moments in UTC; whatever counts as empty is `null`.
fn tidy(ty: Option<Type>, value: &Value) -> Value {
    match value {
        value if is_empty(value) => Value::Null,
        Value::Array(lines) if matches!(ty, Some(Type::Texts | Type::Steps | Type::Agenda)) => {
            filled(lines)
        }
        Value::Object(ends) if ty == Some(Type::Period(Precision::Moment)) => {
            ends.iter().map(|(key, it)| (key.clone(), tidy(Some(Type::Moment), it))).collect()
        }
        Value::String(text) if ty == Some(Type::Moment) => in_utc(text.trim()).into(),
        Value::String(text) => Value::String(text.trim().to_owned()),
        value => value.clone(),
    }
}

/// The lines in which there is something besides what tells them apart; without texts that are empty.
fn filled(lines: &[Value]) -> Value {
    let whole = |line: &Value| {
        let mut line = line.clone();
        if let Value::Object(parts) = &mut line {
            parts.retain(|key, it| key != TEXT || !is_empty(it));
        }
        line
    };
    let only_told_apart = |line: &Value| {
        line.as_object().is_some_and(|it| it.keys().all(|key| key == ID || key == LANGUAGE))
    };
    let filled: Vec<Value> = lines.iter().map(whole).filter(|it| !only_told_apart(it)).collect();
    if filled.is_empty() { Value::Null } else { filled.into() }
}

/// A moment as it is stored, so that moments can be compared as they stand there.
fn in_utc(text: &str) -> String {
    match DateTime::parse_from_rfc3339(text) {
        Ok(at) if at.offset().local_minus_utc() != 0 => {
            at.to_utc().to_rfc3339_opts(SecondsFormat::Millis, true)
        }
        _ => text.to_owned(),
    }
}

/// What is wrong with a record once the edits are made. What was wrong before, as when two people
/// each took out another's only topic, isn't this save's to solve, unless it edits that very field.
fn issues(
    act: &Act,
    kind: &Kind,
    (record, current): (Id, &Merged),
    edits: &[Edit],
) -> store::Result<Vec<Issue>> {
    let edited = |field: &str| edits.iter().any(|it| it.field == field);
    let mut body = current.body.clone();
    body.extend(edits.iter().map(|it| (it.field.clone(), it.json())));
    let today = today(act)?;
    let mut issues = kind.check(&body, today, edited);
    if !current.kind.is_empty() {
        let before = kind.check(&current.body, today, |_| false);
        issues.retain(|it| edited(&it.field) || !before.contains(it));
    }
    if kind.name == SiteTopic::KIND && !names_topic(act, record, &body)? {
        issues.push(Issue::new(SiteTopic::NAME, Problem::Missing));
    }
    for edit in edits {
        let Some(field) = kind.field(&edit.field) else { continue };
        for id in field.ty.links(&edit.json()) {
            // Nothing can be its own follow-up, nor the same as itself.
            if id == record || !is_there(act, field, id)? {
                issues.push(Issue::new(field.name, Problem::UnknownLink));
                break;
            }
        }
    }
    Ok(issues)
}

/// Whether a topic can be told by a name.
fn names_topic(act: &Act, record: Id, body: &Body) -> store::Result<bool> {
    Ok(act.site()?.is_some_and(|site| topics::has_name(&site, record, &read(body))))
}

/// The calendar day at the site.
fn today(act: &Act) -> store::Result<NaiveDate> {
    let settings = act.site()?.map(|site| act.merged(time_zone::id(&site))).transpose()?.flatten();
    let settings = settings.filter(|it| !it.deleted);
    let settings: SiteSettings = settings.map(|it| read(&it.body)).unwrap_or_default();
    Ok(time_zone::or_oslo(&settings.zone).day(Clock::at(act.now()).moment()))
}

/// Whether a field can point to a record. What no form asks for, such as what a matter came from,
/// nobody could mend there, and it holds also when that was deleted since.
fn is_there(act: &Act, field: &Field, id: Id) -> store::Result<bool> {
    let kind = field.ty.target().unwrap_or_default();
    let fits = |it: Merged| points_to(kind, &it.kind);
    // A colleague may have joined before their record has arrived.
    let joined = points_to(kind, Member::KIND) && kind != ANY && act.has_joined(id)?;
    let there = joined || act.exists(id, kind)?;
    Ok(there || (field.place == Place::Hidden && act.merged(id)?.is_some_and(fits)))
}

/// Sets what a change had set back to what it was, except where a later change set it again; a
/// step is stepped back even then. One that took the record out of the bin is taken back by putting
/// it there again.
fn take_back(act: &mut Act, change: &Change) -> store::Result<()> {
    let Some(merged) = act.merged(change.record)? else { return Ok(()) };
    rules::taken_back(act, change, &merged)?;
    let history = act.changes(change.record)?;
    let mut change = change.clone();
    act.change_names(change.record)?.rename(&mut change);
    let mut before = history.iter().filter(|it| !act.wrote(it.by));
    let edits = if before.all(|it| it.group == change.group) {
        // One that the action wrote twice is in the bin already.
        if merged.deleted { Vec::new() } else { vec![deletion(&merged.seen)] }
    } else {
        let edits = &change.payload.edits;
        let moved = edits.iter().any(|it| it.field == DELETED);
        let stands = |edit: &&Edit| {
            let heads = merged.seen.get(&edit.field);
            heads.is_some_and(|it| it.contains(&change.by) || it.iter().any(|it| act.wrote(*it)))
                || as_step(&edit.json()).is_some()
        };
        let standing = edits.iter().filter(stands).filter(|it| !moved || it.field == DELETED);
        standing.map(|edit| back(&change, edit, &history, &merged)).collect()
    };
    act.write(change.record, &change.payload.kind, edits)
}

fn back(change: &Change, edit: &Edit, history: &[Change], merged: &Merged) -> Edit {
    let base = merged.seen.get(&edit.field).cloned().unwrap_or_default();
    let is_tally = |it: &Field| matches!(it.ty, Type::Tally { .. });
    let tally = kind(&merged.kind).and_then(|it| it.field(&edit.field)).is_some_and(is_tally);
    match as_step(&edit.json()) {
        _ if edit.field == DELETED => Edit::new(DELETED, &(edit.json() != true).into(), base),
        Some(by) => Edit::new(&edit.field, &tally::step(by.saturating_neg()), base),
        None if tally => Edit::new(&edit.field, &counted_before(change, edit, history), base),
        None => Edit { field: edit.field.clone(), value: before(edit, history), base },
    }
}

/// What stood before an edit, as its author had seen it.
fn before(edit: &Edit, history: &[Change]) -> String {
    let seen = history.iter().filter(|it| edit.base.contains(&it.by));
    let set = seen.filter_map(|it| {
        let same = it.payload.edits.iter().find(|other| other.field == edit.field)?;
        Some(((it.clock, it.by), same))
    });
    set.max_by_key(|it| it.0).map_or("null".into(), |(_, it)| it.value.clone())
}

/// The number before a user typed another.
fn counted_before(change: &Change, edit: &Edit, history: &[Change]) -> Value {
    let earlier = |it: &&Change| (it.clock, it.by) < (change.clock, change.by);
    let earlier: Vec<Change> = history.iter().filter(earlier).cloned().collect();
    let merged = merge(kind(&change.payload.kind), &earlier);
    merged.body.get(&edit.field).cloned().unwrap_or_default()
}
