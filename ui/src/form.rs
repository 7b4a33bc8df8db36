//! A form over one record: what is in it, what differs from what was read, and the
//! draft that keeps it safe while somebody answers the door.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::time::Duration;

use domain::calls::{DropDraft, Get, GetDraft, KeepDraft, Save, SaveAll};
use domain::change::{DELETED, Seen};
use domain::entry::Entry;
use domain::field::is_empty;
use domain::views::{Draft, Saved};
use domain::{Body, Fault, Id, Issue, Kind};
use leptos::prelude::*;
use serde_json::Value;

use crate::api;
use crate::browser::sleep;
use crate::components::written::What;
use crate::lean::task;

/// How long after the last change a draft is kept.
const PAUSE: Duration = Duration::from_millis(400);
/// How long somebody who goes on without a pause writes what isn't kept yet. With the time that keeping
/// takes, no more than two seconds of work are lost with the device.
const LONGEST: Duration = Duration::from_millis(1_500);

/// What to call the records that a form points to.
pub type Names = BTreeMap<Id, String>;

/// What a new record starts from; only awaited when there is none.
pub type Start = Pin<Box<dyn Future<Output = (Body, Names)>>>;

/// Where something is written that isn't the record's form: a sheet on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name, by which the page opens it; empty of the form.
    pub name: &'static str,
    /// The fields it asks for: a draft with more than these belongs in the form. Any, when none is said.
    pub fields: &'static [&'static str],
}

/// How far the draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was changed.
    Untouched,
    /// Something was typed a moment ago.
    Typing,
    /// Everything typed is kept.
    Safe,
    /// The last attempt failed.
    Failed,
}

/// A form over one record.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The record it is or becomes.
    pub id: Id,
    /// Its kind.
    pub kind: &'static Kind,
    /// Whether it can be shown.
    pub ready: RwSignal<bool>,
    /// Why it cannot.
    pub fault: RwSignal<Option<Fault>>,
    /// The record as it was read; empty for a new one.
    pub base: RwSignal<Entry>,
    /// What stands in the fields.
    pub fields: RwSignal<Body>,
    /// What to call the records they point to.
    pub names: RwSignal<Names>,
    /// What must be put right.
    pub issues: RwSignal<Vec<Issue>>,
    /// How far the draft is.
    pub kept: RwSignal<Kept>,
    /// Whether it is being saved.
    pub saving: RwSignal<bool>,
    /// The draft that one goes on with, as it was when the form was opened.
    pub resumed: RwSignal<Option<Draft>>,
    sheet: Sheet,
    /// What its author had seen of the fields in the draft; an edit that arrived since is not seen.
    drafted: StoredValue<Seen>,
    edits: StoredValue<u64>,
    keeping: StoredValue<u32>,
    /// Whether the draft is kept every so often, since somebody is at it.
    busy: StoredValue<bool>,
}

impl Form {
    /// A form over the record `id`; when there is none yet, over a new one that starts as `start`.
    pub fn open(kind: &'static Kind, id: Id, start: Start) -> Self {
        Self::on_sheet(kind, id, start, Sheet::default())
    }

    /// A form over a record of which a sheet asks for some fields.
    pub fn on_sheet(kind: &'static Kind, id: Id, start: Start, sheet: Sheet) -> Self {
        let form = Self {
            id,
            kind,
            ready: RwSignal::new(false),
            fault: RwSignal::new(None),
            base: RwSignal::new(Entry::default()),
            fields: RwSignal::new(Body::new()),
            names: RwSignal::new(Names::new()),
            issues: RwSignal::new(Vec::new()),
            kept: RwSignal::new(Kept::Untouched),
            saving: RwSignal::new(false),
            resumed: RwSignal::new(None),
            sheet,
            drafted: StoredValue::new(Seen::new()),
            edits: StoredValue::new(0),
            keeping: StoredValue::new(0),
            busy: StoredValue::new(false),
        };
        form.keep_when_left();
        task(async move {
            if let Err(fault) = form.load(start).await {
                form.fault.set(Some(fault));
            }
        });
        form
    }

    async fn load(self, start: Start) -> Result<(), Fault> {
        let draft = api::call(GetDraft { id: self.id }).await?;
        match api::call(Get { id: self.id }).await {
            Ok(page) => {
                self.names.update(|it| it.extend(page.names));
                let entry = page.entries.into_iter().next().unwrap_or_default();
                self.fields.set(entry.fields.clone());
                self.base.set(entry);
            }
            Err(Fault::NotFound) if draft.is_none() => {
                let (fields, names) = start.await;
                self.names.update(|it| it.extend(names));
                self.fields.set(fields);
            }
            Err(Fault::NotFound) => {}
            Err(fault) => return Err(fault),
        }
        if let Some(draft) = draft {
            self.resumed.set(Some(draft.clone()));
            self.names.update(|it| it.extend(draft.names));
            self.drafted.set_value(draft.seen);
            self.fields.update(|it| it.extend(draft.fields));
            self.kept.set(Kept::Safe);
        }
        self.ready.set(true);
        Ok(())
    }

    /// Whether saving makes a new record.
    pub fn is_new(self) -> bool {
        self.base.with(|it| it.kind.is_empty())
    }

    /// What stands in a field, `null` when nothing does.
    pub fn value(self, field: &str) -> Value {
        self.fields.with(|it| it.get(field).cloned().unwrap_or_default())
    }

    /// The text in a field; a number as it is written.
    pub fn text(self, field: &str) -> String {
        match self.value(field) {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    /// The texts in a field that holds a list.
    pub fn list(self, field: &str) -> Vec<String> {
        let texts =
            |list: Vec<Value>| list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        match self.value(field) {
            Value::Array(list) => texts(list),
            _ => Vec::new(),
        }
    }

    /// Puts a value into a field. The draft is kept at once, then every so often, and at the next pause.
    pub fn set(self, field: &str, value: impl Into<Value>) {
        let value = value.into();
        self.fields.update(|it| {
            it.insert(field.to_owned(), value);
        });
        self.issues.update(|it| it.retain(|issue| issue.field != field));
        self.kept.set(Kept::Typing);
        self.edits.update_value(|it| *it += 1);
        let edit = self.edits.get_value();
        set_timeout(move || self.keep_if(edit), PAUSE);
        if !self.busy.get_value() {
            self.busy.set_value(true);
            // Once what was typed is drawn.
            set_timeout(move || self.keep_while_busy(), Duration::ZERO);
        }
    }

    /// Keeps the draft now, and again for as long as there is something new to keep.
    fn keep_while_busy(self) {
        let typing = self.kept.try_get_untracked().map(|it| it == Kept::Typing);
        if typing == Some(true) {
            // One that is on its way is not overtaken by the next on a slow device.
            if self.keeping.get_value() == 0 {
                self.keep();
            }
            set_timeout(move || self.keep_while_busy(), LONGEST);
        } else if typing == Some(false) {
            self.busy.set_value(false);
        }
    }

    /// Chooses a value in a field that holds one; choosing it again empties the field.
    pub fn choose(self, field: &str, value: &str) {
        let again = self.text(field) == value;
        self.set(field, if again { Value::Null } else { value.into() });
    }

    /// Adds a value to a list, or takes it out.
    pub fn toggle(self, field: &str, value: &str) {
        let mut list = self.list(field);
        let before = list.len();
        list.retain(|it| it != value);
        if list.len() == before {
            list.push(value.to_owned());
        }
        self.set(field, list);
    }

    /// Saves what differs. Says what was saved, or shows what must be put right.
    pub async fn save(self) -> Result<Saved, Fault> {
        let save = |entry| api::call(Save { entry });
        let result = self.save_as(self.difference(), save).await;
        if result.is_ok() {
            // Also what was typed and taken back since the draft was kept last.
            let _ = api::call(DropDraft { id: self.id }).await;
        }
        result
    }

    /// Saves these fields and other records as one action; what else somebody left half filled in
    /// stays a draft. Says what takes it back, or shows what must be put right.
    pub async fn save_with(self, fields: Body, others: Vec<Entry>) -> Result<Option<Id>, Fault> {
        let save_all = |entry| {
            let entries = others.into_iter().chain([entry]).collect();
            api::call(SaveAll { entries })
        };
        self.save_as(fields, save_all).await
    }

    /// Saves what holds in a field from here on, as somebody does who sees all its versions; what
    /// else is half filled in stays a draft.
    pub async fn settle(self, field: &str, value: Value) -> Result<Saved, Fault> {
        self.drafted.update_value(|it| drop(it.remove(field)));
        let save = |entry| api::call(Save { entry });
        let saved = self.save_as(only(field, value), save).await?;
        self.take_over(field, &saved.entry);
        Ok(saved)
    }

    /// Takes over whether the record is deleted, which somebody has just decided.
    pub fn take_standing(self, saved: &Entry) {
        // The change itself may have drawn the page anew.
        let _ = self.base.try_update(|base| {
            (base.deleted, base.changed) = (saved.deleted, saved.changed.clone());
            base.conflicts.retain(|it| it.field != DELETED);
        });
    }

    /// Takes over a field from the record as it was saved. What was typed in others stays, and
    /// what a colleague did to them meanwhile is still unseen.
    fn take_over(self, field: &str, saved: &Entry) {
        let value = saved.fields.get(field).cloned().unwrap_or_default();
        let there = self.base.try_update(|base| {
            base.fields.insert(field.to_owned(), value.clone());
            base.seen.insert(field.to_owned(), saved.seen.get(field).cloned().unwrap_or_default());
            base.conflicts.retain(|it| it.field != field);
            base.conflicts.extend(saved.conflicts.iter().filter(|it| it.field == field).cloned());
        });
        // The change itself may have drawn the page anew.
        if there.is_none() {
            return;
        }
        self.fields.update(|it| drop(it.insert(field.to_owned(), value)));
        if !self.difference().is_empty() {
            self.kept.set(Kept::Typing);
            self.keep();
        }
    }

    /// Puts a field back to what was read.
    pub fn put_back(self, field: &str) {
        let read = self.base.with_untracked(|it| it.fields.get(field).cloned().unwrap_or_default());
        self.set(field, read);
    }

    /// What its author has seen.
    pub fn seen(self) -> Seen {
        let mut seen = self.base.with_untracked(|it| it.seen.clone());
        seen.extend(self.drafted.get_value());
        seen
    }

    async fn save_as<T, F>(self, fields: Body, save: impl FnOnce(Entry) -> F) -> Result<T, Fault>
    where
        F: Future<Output = Result<T, Fault>>,
    {
        self.saving.set(true);
        let (kind, seen) = (self.kind.name.to_owned(), self.seen());
        self.kept_so_far().await;
        let result = save(Entry { id: self.id, kind, fields, seen, ..Entry::default() }).await;
        self.saving.set(false);
        match &result {
            Ok(_) => self.kept.set(Kept::Untouched),
            Err(Fault::Invalid { issues }) => {
                self.issues.set(issues.iter().map(|it| self.exactly(it)).collect());
            }
            Err(_) => self.keep(),
        }
        result
    }

    /// A draft that is on its way must not arrive after what ends it.
    async fn kept_so_far(self) {
        while self.keeping.try_get_value().is_some_and(|it| it > 0) {
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// What is wrong, as it was said when the field was left: of what can't be read, the core only knows
    /// that it is no day, or no time.
    fn exactly(self, issue: &Issue) -> Issue {
        let what = self.kind.field(&issue.field).and_then(|it| What::of(&it.ty));
        let problem = what.and_then(|it| it.read(&self.text(&issue.field)).err());
        Issue { problem: problem.unwrap_or(issue.problem.clone()), ..issue.clone() }
    }

    /// Throws the draft away. Answers with it, so that this can be taken back.
    pub async fn drop_draft(self) -> Result<Draft, Fault> {
        let draft = self.draft();
        self.kept.set(Kept::Untouched);
        self.kept_so_far().await;
        api::call(DropDraft { id: self.id }).await.map(|()| draft)
    }

    /// The fields that differ from the record as it was read. Fields that this version
    /// doesn't know never differ, so they stay as they are.
    pub fn difference(self) -> Body {
        let mut fields = self.fields.get_untracked();
        let base = self.base.get_untracked().fields;
        let differs = |name: &str, value: &Value| {
            let before = base.get(name).unwrap_or(&Value::Null);
            before != value && !(is_empty(before) && is_empty(value))
        };
        fields.retain(|name, value| differs(name, value));
        fields
    }

    fn keep_if(self, edit: u64) {
        if self.edits.try_get_value() == Some(edit) {
            self.keep();
        }
    }

    /// Keeps the draft now, if something was typed since it was kept last.
    fn keep(self) {
        if self.kept.try_get_untracked() != Some(Kept::Typing) || self.saving.get_untracked() {
            return;
        }
        let edit = self.edits.get_value();
        let draft = self.draft();
        self.keeping.update_value(|it| *it += 1);
        task(async move {
            let kept = keep(draft).await.unwrap_or(Kept::Failed);
            self.keeping.try_update_value(|it| *it -= 1);
            let unchanged = self.edits.try_get_value() == Some(edit);
            if unchanged && self.kept.try_get_untracked() == Some(Kept::Typing) {
                self.kept.set(kept);
            }
        });
    }

    fn draft(self) -> Draft {
        let fields = self.difference();
        let mut names = self.names.get_untracked();
        names.retain(|id, _| fields.values().any(|it| points_to(it, *id)));
        // What had nothing was seen empty: somebody may fill it while the draft lies here.
        let all = self.seen();
        let heads = |field: &String| all.get(field).cloned().unwrap_or_default();
        let seen = fields.keys().map(|it| (it.clone(), heads(it))).collect();
        let Sheet { name, fields: asked } = self.sheet;
        let here = asked.is_empty() || fields.keys().all(|it| asked.contains(&it.as_str()));
        let sheet = if here { name.to_owned() } else { String::new() };
        Draft {
            id: self.id,
            kind: self.kind.name.to_owned(),
            fields,
            seen,
            kept: crate::format::now(),
            names,
            sheet,
            ..Draft::default()
        }
    }

    /// A phone that is put away or a page that is left may not come back.
    fn keep_when_left(self) {
        let hidden = window_event_listener_untyped("visibilitychange", move |_| self.keep());
        let gone = window_event_listener_untyped("pagehide", move |_| self.keep());
        on_cleanup(move || {
            self.keep();
            hidden.remove();
            gone.remove();
        });
    }
}

/// Keeps a draft, or ends it when all that was typed is taken back.
async fn keep(draft: Draft) -> Result<Kept, Fault> {
    if draft.fields.is_empty() {
        return api::call(DropDraft { id: draft.id }).await.map(|()| Kept::Untouched);
    }
    api::call(KeepDraft { draft }).await.map(|()| Kept::Safe)
}

/// A body of one field.
pub fn only(field: &str, value: impl Into<Value>) -> Body {
    let mut body = Body::new();
    body.insert(field.to_owned(), value.into());
    body
}

fn points_to(value: &Value, id: Id) -> bool {
    match value {
        Value::String(text) => text.parse() == Ok(id),
        Value::Array(list) => list.iter().any(|it| points_to(it, id)),
        Value::Object(fields) => fields.values().any(|it| points_to(it, id)),
        _ => false,
    }
}
