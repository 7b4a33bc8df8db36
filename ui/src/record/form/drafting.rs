//! The draft that keeps a form safe.

use std::time::Duration;

use domain::calls::{DropDraft, KeepDraft};
use domain::views::Draft;
use domain::{Fault, Id};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::api;
use crate::kit::erased::task;
use crate::kit::format;
use crate::record::form::turn::Turn;
use crate::record::form::{Form, Kept, Sheet};

/// The interval at which a draft is kept while the user types without a pause. With the time that keeping
/// takes, a phone that dies loses two seconds of work at most.
const LONGEST: Duration = Duration::from_millis(1_500);

impl Form {
    /// Keeps the draft now, and again at intervals while there are new edits.
    pub(super) fn keep_while_busy(self) {
        let typing = self.kept.try_get_untracked().map(|it| it == Kept::Typing);
        if typing == Some(true) {
            // A slow device first finishes with the draft that is on its way.
            if self.turn.with_value(|it| it.call.try_lock().is_some()) {
                self.keep();
            }
            set_timeout(move || self.keep_while_busy(), LONGEST);
        } else if typing == Some(false) {
            self.busy.set_value(false);
        }
    }

    /// Throws the draft away. Answers with it, so that this can be taken back.
    pub async fn drop_draft(self) -> Result<Draft, Fault> {
        let (draft, edit) = (self.draft(), self.edits.get_value());
        self.kept.set(Kept::Untouched);
        let turn = self.turn.get_value();
        let _under_way = turn.call.lock().await;
        api::call(DropDraft { id: self.id }).await?;
        turn.tell(edit);
        Ok(draft)
    }

    pub(super) fn keep_if(self, edit: u64) {
        if self.edits.try_get_value() == Some(edit) {
            self.keep();
        }
    }

    /// Keeps the draft, if there was an edit since it was kept.
    pub(super) fn keep(self) {
        self.send(true);
    }

    /// Sends the draft, after the call that is under way or without waiting for it.
    fn send(self, waits: bool) {
        if self.kept.try_get_untracked() != Some(Kept::Typing) || self.saving.get_untracked() {
            return;
        }
        let (draft, edit, turn) = (self.draft(), self.edits.get_value(), self.turn.get_value());
        task(async move {
            let under_way = if waits { Some(turn.call.lock().await) } else { None };
            let Some(kept) = keep(draft, edit, &turn).await else { return };
            drop(under_way);
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
        // A field without a value was seen empty. A colleague may fill it while the draft is kept.
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
            kept: format::now(),
            names,
            sheet,
            ..Draft::default()
        }
    }

    /// Keeps the draft when the page is hidden or left, because it may not come back.
    pub(super) fn keep_when_left(self) {
        let hidden = window_event_listener_untyped("visibilitychange", move |_| self.send(false));
        let gone = window_event_listener_untyped("pagehide", move |_| self.send(false));
        on_cleanup(move || {
            self.send(false);
            hidden.remove();
            gone.remove();
        });
    }
}

/// Keeps the draft that an edit left. None if the core was told of a later edit, or of what ended the
/// draft.
async fn keep(draft: Draft, edit: u64, turn: &Turn) -> Option<Kept> {
    let before = turn.tell(edit)?;
    let kept = if draft.fields.is_empty() { Kept::Untouched } else { Kept::Safe };
    if api::call(KeepDraft { draft }).await.is_err() {
        turn.failed(before);
        return Some(Kept::Failed);
    }
    Some(kept)
}

fn points_to(value: &Value, id: Id) -> bool {
    match value {
        Value::String(text) => text.parse() == Ok(id),
        Value::Array(list) => list.iter().any(|it| points_to(it, id)),
        Value::Object(fields) => fields.values().any(|it| points_to(it, id)),
        _ => false,
    }
}
