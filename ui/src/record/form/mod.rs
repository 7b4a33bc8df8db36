//! A form over one record: its values, what differs from the record, and the draft that keeps it safe
//! when the user is interrupted.

pub mod drafting;
pub mod saving;
mod turn;

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use domain::calls::{Get, GetDraft};
use domain::change::Seen;
use domain::entry::Entry;
use domain::field::is_empty;
use domain::views::Draft;
use domain::{Body, Fault, Id, Issue, Kind};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::api;
use crate::kit::erased::task;
use crate::record::form::turn::Turn;

/// How long after the last edit a draft is kept.
const PAUSE: Duration = Duration::from_millis(400);

/// The names of the records that a form points to.
pub type Names = BTreeMap<Id, String>;

/// The values and names that a new record begins with. It is awaited only if there is no record yet.
pub type Start = Pin<Box<dyn Future<Output = (Body, Names)>>>;

/// A sheet on a page, which asks for some fields of a record outside its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name, by which the page opens it; empty for the form itself.
    pub name: &'static str,
    /// The fields it asks for; empty for any. A draft with other fields belongs in the form.
    pub fields: &'static [&'static str],
}

/// The state of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The form differs from the record in nothing.
    Untouched,
    /// An edit is not kept yet.
    Typing,
    /// Every edit is kept.
    Safe,
    /// The last attempt failed.
    Failed,
}

/// A form over one record.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The record, also before it is saved.
    pub id: Id,
    /// Its kind.
    pub kind: &'static Kind,
    /// Whether it can be shown.
    pub ready: RwSignal<bool>,
    /// Why it cannot be shown.
    pub fault: RwSignal<Option<Fault>>,
    /// The record as it was read; empty for a new one.
    pub base: RwSignal<Entry>,
    /// The values in the fields.
    pub fields: RwSignal<Body>,
    /// The names of the records that the fields point to.
    pub names: RwSignal<Names>,
    /// The problems that keep it from being saved.
    pub issues: RwSignal<Vec<Issue>>,
    /// The state of the draft.
    pub kept: RwSignal<Kept>,
    /// Whether it is being saved.
    pub saving: RwSignal<bool>,
    /// The draft that the form continues, as it was when the form was opened.
    pub resumed: RwSignal<Option<Draft>>,
    sheet: Sheet,
    /// What the author had seen of the draft's fields. An edit that arrived since is not seen.
    drafted: StoredValue<Seen>,
    /// How many edits were made in it.
    edits: StoredValue<u64>,
    turn: StoredValue<Arc<Turn>>,
    /// Whether the draft is kept at intervals because the user is typing.
    busy: StoredValue<bool>,
}

impl Form {
    /// A form over the record `id`. If there is none yet, it is over a new one that begins with `start`.
    pub fn open(kind: &'static Kind, id: Id, start: Start) -> Self {
        Self::on_sheet(kind, id, start, Sheet::default())
    }

    /// The same, on a sheet that asks for some of the fields.
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
            turn: StoredValue::new(Arc::default()),
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

    /// The value of a field, `null` if it is empty.
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

    /// The values in a field that holds a list.
    pub fn rows(self, field: &str) -> Vec<Value> {
        match self.value(field) {
            Value::Array(rows) => rows,
            _ => Vec::new(),
        }
    }

    /// The texts in a field that holds a list.
    pub fn list(self, field: &str) -> Vec<String> {
        self.rows(field).iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Sets a field. The draft is kept at once, at intervals while the user types, and at the next pause.
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
            // After the edit is drawn.
            set_timeout(move || self.keep_while_busy(), Duration::ZERO);
        }
    }

    /// Chooses a value in a field that holds one; choosing it again empties the field.
    pub fn choose(self, field: &str, value: &str) {
        let again = self.text(field) == value;
        self.set(field, if again { Value::Null } else { value.into() });
    }

    /// Adds a value to a list, or removes it.
    pub fn toggle(self, field: &str, value: &str) {
        let mut list = self.list(field);
        let before = list.len();
        list.retain(|it| it != value);
        if list.len() == before {
            list.push(value.to_owned());
        }
        self.set(field, list);
    }

    /// Sets a field back to the record's value.
    pub fn put_back(self, field: &str) {
        let read = self.base.with_untracked(|it| it.fields.get(field).cloned().unwrap_or_default());
        self.set(field, read);
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
}

/// A body of one field.
pub fn only(field: &str, value: impl Into<Value>) -> Body {
    let mut body = Body::new();
    body.insert(field.to_owned(), value.into());
    body
}
