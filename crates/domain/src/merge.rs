//! A record is a pure function of the set of its changes: any order of arrival
//! gives the same one, and no text that anybody typed is dropped.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Id;
use crate::causal;
use crate::change::{Change, ChangeRef, DELETED, Edit, Seen};
use crate::clock::Clock;
use crate::field::{Field, Type};
use crate::kind::{Body, Kind};
use crate::{or_set, tally};

/// A record as its changes leave it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merged {
    /// Its kind's name.
    pub kind: String,
    /// Its values; empty fields are absent.
    pub body: Body,
    /// The heads of each field: what somebody who reads the record now has seen.
    pub seen: Seen,
    /// Fields where a person must choose.
    pub conflicts: Vec<Conflict>,
    /// Whether it was deleted, and nobody edited it without knowing.
    pub deleted: bool,
    /// The first change.
    pub made: Mark,
    /// The last one.
    pub changed: Mark,
}

/// Who made a change, and when by their clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Mark {
    /// When.
    pub clock: Clock,
    /// By which device.
    pub device: Id,
}

/// Most versions of a field that a person is asked to choose among, and most bytes of them after
/// the first two: a record is kept whole in a row. All others are in its history.
const VERSIONS: usize = 20;
const VERSION_BYTES: usize = 1 << 20;

/// A field that two people changed without seeing each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The field; [`DELETED`] where somebody edited what another deleted.
    pub field: String,
    /// What each of them wrote, the one that is shown meanwhile first, else the latest first.
    pub versions: Vec<Version>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// What was written.
    pub value: Value,
    /// By whom, when.
    pub mark: Mark,
}

/// An edit with its place in the log.
#[derive(Clone, Copy)]
struct Placed<'a> {
    by: ChangeRef,
    mark: Mark,
    edit: &'a Edit,
}

/// Merges all known changes of one record, in any order. `kind` says how fields
/// merge; without one (a newer version's kind) every field is a plain value.
pub fn merge(kind: Option<&Kind>, changes: &[Change]) -> Merged {
    let mut sorted: Vec<&Change> = changes.iter().collect();
    sorted.sort_by_key(|it| (it.clock, it.by));
    sorted.dedup_by_key(|it| it.by);
    let mut merged = Merged::default();
    if let (Some(first), Some(last)) = (causal::first(&sorted), causal::last(&sorted)) {
        merged.kind.clone_from(&first.payload.kind);
        (merged.made, merged.changed) = (mark(first), mark(last));
    }
    let fields = by_field(&sorted);
    for (name, edits) in &fields {
        merge_field(&mut merged, kind.and_then(|it| it.field(name)), name, edits);
    }
    match deletion(&fields) {
        Some(Deletion { outlived_by: None, .. }) => merged.deleted = true,
        Some(it) if kind.is_some_and(Kind::has_words) => merged.conflicts.extend(it.conflict()),
        _ => {}
    }
    merged
}

/// The kind of the record that these are changes of: that of the change that made it. The same on
/// every device, in whatever order they came.
pub fn kind_of(changes: &[Change]) -> &str {
    let mut sorted: Vec<&Change> = changes.iter().collect();
    sorted.sort_by_key(|it| (it.clock, it.by));
    causal::first(&sorted).map_or("", |it| &it.payload.kind)
}

fn mark(change: &Change) -> Mark {
    Mark { clock: change.clock, device: change.by.device }
}

fn by_field<'a>(sorted: &[&'a Change]) -> BTreeMap<&'a str, Vec<Placed<'a>>> {
    let mut fields: BTreeMap<&str, Vec<Placed>> = BTreeMap::new();
    for change in sorted {
        for edit in &change.payload.edits {
            let placed = Placed { by: change.by, mark: mark(change), edit };
            fields.entry(&edit.field).or_default().push(placed);
        }
    }
    fields
}

/// The edits that no other has seen, latest first. Edits that all claim to have
/// been seen, from a broken writer, all stand.
fn heads<'a>(edits: &[Placed<'a>]) -> Vec<Placed<'a>> {
    let seen: BTreeSet<ChangeRef> = edits
        .iter()
        .flat_map(|it| it.edit.base.iter().filter(move |base| **base != it.by))
        .copied()
        .collect();
    let mut heads: Vec<_> = edits.iter().filter(|it| !seen.contains(&it.by)).copied().collect();
    if heads.is_empty() {
        heads = edits.to_vec();
    }
    heads.reverse();
    heads
}

fn merge_field(merged: &mut Merged, field: Option<&Field>, name: &str, edits: &[Placed]) {
    let heads = heads(edits);
    merged.seen.insert(name.to_owned(), heads.iter().map(|it| it.by).collect());
    if name == DELETED {
        return;
    }
    let mut value = heads[0].edit.json();
    if let Some(Type::Tally { most }) = field.map(|it| it.ty) {
        value = tally::merge(&versions(edits), most);
    } else if heads.len() > 1 {
        match field.map(|it| it.ty) {
            Some(ty) if ty.is_set() => value = or_set::merge(&versions(edits), &value),
            _ if field.is_some_and(Field::is_kept) => {
                merged.conflicts.extend(conflict(name, &heads));
            }
            _ => {}
        }
    }
    if !value.is_null() {
        merged.body.insert(name.to_owned(), value);
    }
}

fn conflict(name: &str, heads: &[Placed]) -> Option<Conflict> {
    let (mut versions, mut bytes) = (Vec::<Version>::new(), 0);
    for head in heads {
        bytes += head.edit.value.len();
        if versions.len() >= VERSIONS || (versions.len() >= 2 && bytes > VERSION_BYTES) {
            break;
        }
        let value = head.edit.json();
        if versions.iter().all(|it| it.value != value) {
            versions.push(Version { value, mark: head.mark });
        }
    }
    (versions.len() > 1).then(|| Conflict { field: name.to_owned(), versions })
}

/// All edits of a field, the oldest first.
fn versions(edits: &[Placed]) -> Vec<or_set::Version> {
    let version = |it: &Placed| or_set::Version {
        by: it.by,
        base: it.edit.base.clone(),
        value: it.edit.json(),
    };
    edits.iter().map(version).collect()
}

/// A deletion that nobody took back.
struct Deletion<'a> {
    /// The latest one.
    by: Placed<'a>,
    /// The latest edit that no deletion had seen: it wins, and somebody must say whether it should.
    outlived_by: Option<Placed<'a>>,
}

fn deletion<'a>(fields: &BTreeMap<&'a str, Vec<Placed<'a>>>) -> Option<Deletion<'a>> {
    let about = fields.get(DELETED)?;
    let last = heads(about);
    let stands = last.iter().all(|it| it.edit.json() == Value::Bool(true));
    let seen: BTreeSet<_> = about.iter().flat_map(|it| &it.edit.base).collect();
    let others = fields.iter().filter(|(name, _)| **name != DELETED);
    let unseen = others.flat_map(|(_, edits)| heads(edits)).filter(|it| !seen.contains(&it.by));
    let outlived_by = unseen.max_by_key(|it| it.mark);
    stands.then(|| Deletion { by: last[0], outlived_by })
}

impl Deletion<'_> {
    /// Whether it should be deleted: not, says the edit; it should, says the deletion.
    fn conflict(&self) -> Option<Conflict> {
        let version = |deleted, it: &Placed| Version { value: Value::Bool(deleted), mark: it.mark };
        let versions = vec![version(false, self.outlived_by.as_ref()?), version(true, &self.by)];
        Some(Conflict { field: DELETED.to_owned(), versions })
    }
}
