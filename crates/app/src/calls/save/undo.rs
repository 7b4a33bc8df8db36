//! Taking an action back.

use domain::change::DELETED;
use domain::merge::{Merged, merge};
use domain::tally::{self, as_step};
use domain::{Change, Edit, Field, Type, kind};
use serde_json::Value;
use store::Act;

use super::edits::before;
use crate::calls::bin::deletion;
use crate::calls::handover::rules;

/// Sets what a change had set back to what it was, except where a later change set it again; a
/// step is stepped back even then. One that took the record out of the bin is taken back by putting
/// it there again.
pub fn take_back(act: &mut Act, change: &Change) -> store::Result<()> {
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

/// The number before a user typed another.
fn counted_before(change: &Change, edit: &Edit, history: &[Change]) -> Value {
    let earlier = |it: &&Change| (it.clock, it.by) < (change.clock, change.by);
    let earlier: Vec<Change> = history.iter().filter(earlier).cloned().collect();
    let merged = merge(kind(&change.payload.kind), &earlier);
    merged.body.get(&edit.field).cloned().unwrap_or_default()
}
