//! Saving a form, whole or field by field.

use domain::calls::{Save, SaveAll, SaveForm};
use domain::change::{DELETED, Seen};
use domain::entry::Entry;
use domain::views::Saved;
use domain::{Body, Fault, Id, Issue};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::api;
use crate::kit::date_field::What;
use crate::record::form::{Form, Kept, only};

impl Form {
    /// Saves the fields that differ. Returns what was saved, or shows the problems.
    pub async fn save(self) -> Result<Saved, Fault> {
        let save = |entry| api::call(SaveForm { entry });
        self.save_as(self.difference(), save).await
    }

    /// Saves these fields and other records in one group. Other fields of the draft stay there. Returns
    /// the group, or shows the problems.
    pub async fn save_with(self, fields: Body, others: Vec<Entry>) -> Result<Option<Id>, Fault> {
        let save_all = |entry| {
            let entries = others.into_iter().chain([entry]).collect();
            api::call(SaveAll { entries })
        };
        self.save_as(fields, save_all).await
    }

    /// Saves the value that a user who saw all versions of a field chose. Other fields of the draft stay
    /// there.
    pub async fn settle(self, field: &str, value: Value) -> Result<Saved, Fault> {
        self.drafted.update_value(|it| drop(it.remove(field)));
        let save = |entry| api::call(Save { entry });
        let saved = self.save_as(only(field, value), save).await?;
        self.take_over(field, &saved.entry);
        Ok(saved)
    }

    /// Takes over whether the record is deleted, after the user has decided that.
    pub fn take_standing(self, saved: &Entry) {
        // The page may have been drawn again meanwhile, and this form with it.
        let _ = self.base.try_update(|base| {
            (base.deleted, base.changed) = (saved.deleted, saved.changed.clone());
            base.conflicts.retain(|it| it.field != DELETED);
        });
    }

    /// Takes over one field from the saved record. Edits of other fields stay, and a colleague's edits
    /// of them are still unseen.
    fn take_over(self, field: &str, saved: &Entry) {
        let value = saved.fields.get(field).cloned().unwrap_or_default();
        let there = self.base.try_update(|base| {
            base.fields.insert(field.to_owned(), value.clone());
            let heads = saved.seen.as_ref().and_then(|it| it.get(field)).cloned();
            base.seen.get_or_insert_default().insert(field.to_owned(), heads.unwrap_or_default());
            base.conflicts.retain(|it| it.field != field);
            base.conflicts.extend(saved.conflicts.iter().filter(|it| it.field == field).cloned());
        });
        // The page may have been drawn again meanwhile, and this form with it.
        if there.is_none() {
            return;
        }
        self.fields.update(|it| drop(it.insert(field.to_owned(), value)));
        // Also a draft with nothing left in it, which ends there.
        self.kept.set(Kept::Typing);
        self.edits.update_value(|it| *it += 1);
        self.keep();
    }

    /// What the author has seen.
    pub fn seen(self) -> Seen {
        let mut seen = self.base.with_untracked(|it| it.seen.clone()).unwrap_or_default();
        seen.extend(self.drafted.get_value());
        seen
    }

    async fn save_as<T, F>(self, fields: Body, save: impl FnOnce(Entry) -> F) -> Result<T, Fault>
    where
        F: Future<Output = Result<T, Fault>>,
    {
        self.saving.set(true);
        let (kind, seen) = (self.kind.name.to_owned(), Some(self.seen()));
        let (turn, edit) = (self.turn.get_value(), self.edits.get_value());
        let under_way = turn.call.lock().await;
        let result = save(Entry { id: self.id, kind, fields, seen, ..Entry::default() }).await;
        if result.is_ok() {
            turn.tell(edit);
        }
        drop(under_way);
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

    /// A problem in the words that the field itself has for it. The core only knows that a text is no day
    /// or no time.
    fn exactly(self, issue: &Issue) -> Issue {
        let what = self.kind.field(&issue.field).and_then(|it| What::of(&it.ty));
        let problem = what.and_then(|it| it.read(&self.text(&issue.field)).err());
        Issue { problem: problem.unwrap_or(issue.problem.clone()), ..issue.clone() }
    }
}
