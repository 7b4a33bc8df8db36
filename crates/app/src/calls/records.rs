//! Reading records for pages.

use std::collections::BTreeSet;

use domain::calls::{self, Answers};
use domain::change::PAST;
use domain::fault::Result;
use domain::handed::Past;
use domain::merge::{Mark, merge};
use domain::views::{Draft, Page, Revision, Verified};
use domain::{Body, Change, Edit, Fault, Id, Kind, kind, tally};
use serde_json::Value;
use store::Part;

use crate::App;
use crate::calls::authors::People;
use crate::calls::{drafts, time_zone};

impl Answers<calls::Get> for App {
    async fn answer(&self, call: calls::Get) -> Result<Page> {
        self.get(call.id)
    }
}

impl Answers<calls::GetDraft> for App {
    async fn answer(&self, call: calls::GetDraft) -> Result<Option<Draft>> {
        self.draft(call.id)
    }
}

impl Answers<calls::History> for App {
    async fn answer(&self, call: calls::History) -> Result<Vec<Revision>> {
        self.history(call.id)
    }
}

impl Answers<calls::List> for App {
    async fn answer(&self, call: calls::List) -> Result<Page> {
        self.list(&call.kind, call.limit, call.skip)
    }
}

impl Answers<calls::GetSame> for App {
    async fn answer(&self, call: calls::GetSame) -> Result<Page> {
        self.same(call.id)
    }
}

impl Answers<calls::About> for App {
    async fn answer(&self, call: calls::About) -> Result<Page> {
        self.about(call.id, call.limit, call.skip)
    }
}

impl Answers<calls::GetOpenAbout> for App {
    async fn answer(&self, call: calls::GetOpenAbout) -> Result<Page> {
        self.open_about(call.id)
    }
}

impl Answers<calls::Verify> for App {
    async fn answer(&self, _: calls::Verify) -> Result<Verified> {
        self.verify()
    }
}

impl App {
    pub(crate) fn get(&self, id: Id) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let row = records.get(id)?.ok_or(Fault::NotFound)?;
        let kind = kind(&row.merged.kind);
        let people = People::of(records)?;
        let mut page = people.page(records, &[row], 1)?;
        for entry in &mut page.entries {
            entry.seen = Some(records.seen(id)?);
        }
        let history = records.history(id)?;
        page.names.extend(people.names_of(records, ever_named(kind, &history))?);
        for (id, name) in history.iter().flat_map(brought).flat_map(|it| it.names) {
            page.names.entry(id).or_insert(name);
        }
        Ok(page)
    }

    pub(crate) fn history(&self, id: Id) -> Result<Vec<Revision>> {
        let mut store = self.store();
        let records = store.records()?;
        let people = People::of(records)?;
        let history = records.history(id)?;
        let before: Vec<Revision> = history.iter().flat_map(past).collect();
        let revisions = |(at, change): (usize, &Change)| {
            let mut steps = past(change);
            let mut fields = set_to(&history, at, change);
            // What the record was brought with was said in its past.
            let said = |name: &str, value: &Value| said_last(&before, name) == Some(value);
            fields.retain(|name, value| steps.is_empty() || !said(name, value));
            let signed = people.sign(Mark { clock: change.clock, device: change.by.device });
            steps.push(Revision { signed, fields, group: change.group });
            steps
        };
        Ok(history.iter().enumerate().flat_map(revisions).collect())
    }

    pub(crate) fn list(&self, name: &str, limit: u32, skip: u32) -> Result<Page> {
        let kind = kind(name).ok_or_else(|| Fault::UnknownKind { kind: name.to_owned() })?;
        let mut store = self.store();
        let records = store.records()?;
        let (rows, total) = records.list(kind, Part::new(limit, skip))?;
        People::of(records)?.page(records, &rows, total)
    }

    pub(crate) fn about(&self, id: Id, limit: u32, skip: u32) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let (rows, total) = records.about(id, Part::new(limit, skip))?;
        People::of(records)?.page(records, &rows, total)
    }

    pub(crate) fn open_about(&self, id: Id) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let began = time_zone::of(records)?.start_of(self.today_in(records)?);
        let (rows, total) = records.open_about(id, began)?;
        People::of(records)?.page(records, &rows, total)
    }

    pub(crate) fn same(&self, id: Id) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let rows = records.same(id)?;
        People::of(records)?.page(records, &rows, rows.len() as u64)
    }

    pub(crate) fn draft(&self, id: Id) -> Result<Option<Draft>> {
        let (mut store, device) = (self.store(), self.device());
        let records = store.records()?;
        let people = People::of(records)?;
        let described = |it| drafts::described(records, &people, device, it);
        records.draft(id)?.map(described).transpose()
    }

    pub(crate) fn verify(&self) -> Result<Verified> {
        Ok(self.store().records()?.verify()?)
    }
}

/// What a change brought from another site.
fn brought(change: &Change) -> impl Iterator<Item = Past> {
    let brought = change.payload.edits.iter().filter(|it| it.field == PAST);
    brought.filter_map(|it| serde_json::from_str(&it.value).ok())
}

/// What was done with a record before it came from another site, if the change brought it. Each author is
/// named with that site.
fn past(change: &Change) -> Vec<Revision> {
    let named = brought(change).flat_map(|Past { site, history, .. }| {
        history.into_iter().map(move |mut step| {
            step.signed.by = format!("{}, {site}", step.signed.by);
            step.group = Id::nil();
            step
        })
    });
    named.collect()
}

/// The last value that steps set a field to.
fn said_last<'a>(steps: &'a [Revision], field: &str) -> Option<&'a Value> {
    steps.iter().rev().find_map(|it| it.fields.get(field))
}

/// The values that a change set; for a step, the resulting number.
fn set_to(history: &[Change], at: usize, change: &Change) -> Body {
    let value = |edit: &Edit| {
        let value = edit.json();
        if tally::as_step(&value).is_none() {
            return value;
        }
        let until = history.get(..=at).unwrap_or_default();
        let merged = merge(kind(&change.payload.kind), until);
        merged.body.get(&edit.field).cloned().unwrap_or_default()
    };
    let edits = change.payload.edits.iter().filter(|it| it.field != PAST);
    edits.map(|it| (it.field.clone(), value(it))).collect()
}

/// All records that a record has ever pointed to, for its history and its conflicts.
fn ever_named(kind: Option<&Kind>, history: &[Change]) -> BTreeSet<Id> {
    let edits = history.iter().flat_map(|it| &it.payload.edits);
    let links = |edit: &Edit| Some(kind?.field(&edit.field)?.ty.links(&edit.json()));
    edits.filter_map(links).flatten().collect()
}
