//! Sets that merge element by element: an observed-remove set, where an addition
//! wins over a removal that had not seen it.
//!
//! After Shapiro et al., "A comprehensive study of Convergent and Commutative
//! Replicated Data Types" (INRIA RR-7506, 2011), specification 15.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::change::ChangeRef;

/// One edit of a field: its value as its author left it, and what they had seen.
pub struct Version {
    /// The edit.
    pub by: ChangeRef,
    /// What it had seen.
    pub base: Vec<ChangeRef>,
    /// What it wrote; of a set, the elements it left.
    pub value: Value,
}

/// An element, as JSON text, and the edit that put it there.
type Tag = (String, ChangeRef);

#[derive(Clone, Default)]
struct State {
    added: BTreeSet<Tag>,
    removed: BTreeSet<Tag>,
}

impl State {
    fn join(&mut self, other: &Self) {
        self.added.extend(other.added.iter().cloned());
        self.removed.extend(other.removed.iter().cloned());
    }

    fn alive(&self) -> BTreeSet<String> {
        self.added.difference(&self.removed).map(|(element, _)| element.clone()).collect()
    }

    fn apply(&mut self, version: &Version) {
        let now = elements(&version.value);
        let before = self.alive();
        let gone = |tag: &&Tag| !now.contains(&tag.0);
        let removed: Vec<Tag> = self.added.iter().filter(gone).cloned().collect();
        self.removed.extend(removed);
        self.added.extend(now.difference(&before).map(|it| (it.clone(), version.by)));
    }
}

/// The elements that stand after all versions, those of `order` first and in its
/// order, whatever order the versions come in.
pub fn merge(versions: &[Version], order: &Value) -> Value {
    let by: BTreeMap<_, _> = versions.iter().map(|it| (it.by, it)).collect();
    let mut states = BTreeMap::new();
    let mut all = State::default();
    for version in by.values() {
        all.join(&state(version, &by, &mut states));
    }
    in_order(all.alive(), order)
}

/// What `version` left, from what it had seen. A base that has not arrived counts
/// as empty, and so does one that claims to have seen its own successor.
fn state(
    version: &Version,
    by: &BTreeMap<ChangeRef, &Version>,
    known: &mut BTreeMap<ChangeRef, State>,
) -> State {
    if let Some(state) = known.get(&version.by) {
        return state.clone();
    }
    known.insert(version.by, State::default());
    let mut own = State::default();
    for base in version.base.iter().filter_map(|it| by.get(it)) {
        own.join(&state(base, by, known));
    }
    own.apply(version);
    known.insert(version.by, own.clone());
    own
}

fn elements(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().map(Value::to_string).collect()
}

fn in_order(mut alive: BTreeSet<String>, order: &Value) -> Value {
    let first = order.as_array().into_iter().flatten().filter(|it| alive.remove(&it.to_string()));
    let mut list: Vec<Value> = first.cloned().collect();
    list.extend(alive.iter().filter_map(|it| serde_json::from_str(it).ok()));
    Value::Array(list)
}
