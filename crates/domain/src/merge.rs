//! A record is a pure function of the set of its changes. Every order of arrival gives the same
//! record, and no typed text is dropped.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Id;
use crate::causal;
use crate::change::{Change, ChangeRef, DELETED, Edit, PAST, Seen};
use crate::clock::Clock;
use crate::field::composite::{are_apart, told_apart};
use crate::field::{Field, Type};
use crate::kind::{Body, Kind};
use crate::{or_set, tally};

/// A record merged from its changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merged {
    /// Its kind's name.
    pub kind: String,
    /// Its values; empty fields are absent.
    pub body: Body,
    /// The heads of each field: what a reader of the record sees now.
    pub seen: Seen,
    /// Fields where a person must choose.
    pub conflicts: Vec<Conflict>,
    /// Whether it is deleted. A deletion does not count if an edit exists that it had not seen.
    pub deleted: bool,
    /// The first change.
    pub made: Mark,
    /// The last one.
    pub changed: Mark,
}

/// Who made a change, and when by that device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Mark {
    /// When.
    pub clock: Clock,
    /// By which device.
    pub device: Id,
}

/// Most versions of a field that a conflict offers, and most bytes of those after the first two,
/// because a record is stored whole in one row. The history has all versions.
const VERSIONS: usize = 20;
const VERSION_BYTES: usize = 1 << 20;

/// A field that two people changed without seeing each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The field; [`DELETED`] if one author edited what another deleted.
    pub field: String,
    /// The versions: first the one that is shown until a person chooses, the others latest first.
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

/// The kind of the record with these changes: that of the change that made it. It is the same on
/// every device, in whatever order the changes arrived.
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

/// The edits that no other edit has seen, latest first. If a broken writer's edits all claim to
/// have been seen, all are heads.
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
    if name == DELETED || name == PAST {
        return;
    }
    let mut value = heads[0].edit.json();
    if let Some(Type::Tally { most }) = field.map(|it| it.ty) {
        value = tally::merge(&versions(edits), most);
    } else if heads.len() > 1 {
        match field.map(|it| it.ty) {
            Some(ty) if ty.is_set() => {
                value = or_set::merge(&versions(edits), &value);
                merged
                    .conflicts
                    .extend(ty.key().and_then(|it| apart(name, it, &heads, &mut value)));
            }
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

/// Leaves one of the elements that two authors gave the same key, and puts each author's before a
/// person. What one of them wrote under other keys is in all versions.
fn apart(name: &str, key: &str, heads: &[Placed], value: &mut Value) -> Option<Conflict> {
    if are_apart(value, key) {
        return None;
    }
    let all = std::mem::replace(value, told_apart(value, key));
    let version = |head: &Placed| {
        let theirs = head.edit.json();
        let first = theirs.as_array().into_iter().flatten();
        let first = first.filter(|it| all.as_array().is_some_and(|all| all.contains(it)));
        let rest = all.as_array().into_iter().flatten();
        Version { value: told_apart(&first.chain(rest).cloned().collect(), key), mark: head.mark }
    };
    let mut versions: Vec<Version> = Vec::new();
    for version in heads.iter().map(version) {
        if versions.len() < VERSIONS && versions.iter().all(|it| it.value != version.value) {
            versions.push(version);
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

/// A deletion that is not taken back.
struct Deletion<'a> {
    /// The latest one.
    by: Placed<'a>,
    /// The latest edit that no deletion had seen. It keeps the record, and raises a conflict.
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
    /// The conflict between keeping the record, as the edit implies, and deleting it.
    fn conflict(&self) -> Option<Conflict> {
        let version = |deleted, it: &Placed| Version { value: Value::Bool(deleted), mark: it.mark };
        let versions = vec![version(false, self.outlived_by.as_ref()?), version(true, &self.by)];
        Some(Conflict { field: DELETED.to_owned(), versions })
    }
}
