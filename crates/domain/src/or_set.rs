//! Sets that merge element by element: an observed-remove set, where an addition
//! wins over a removal that had not seen it.
//!
//! After Shapiro et al., "A comprehensive study of Convergent and Commutative
//! Replicated Data Types" (INRIA RR-7506, 2011), specification 15.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::change::ChangeRef;

/// One edit of a field: the value its author left, and the edits its author saw.
pub struct Version {
    /// The edit.
    pub by: ChangeRef,
    /// What it had seen.
    pub base: Vec<ChangeRef>,
    /// Its value; for a set, the elements that remain.
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
        let (stay, gone) =
            std::mem::take(&mut self.added).into_iter().partition(|it| now.contains(&it.0));
        self.added = stay;
        self.removed.extend::<BTreeSet<Tag>>(gone);
        self.added.extend(now.difference(&before).map(|it| (it.clone(), version.by)));
    }
}

/// Most edits that are merged element by element, because time and memory grow with their square. A
/// field with more takes the latest value, and the history has the others.
const MOST: usize = 500;

/// The elements that remain after all versions. Those in `order` come first and in that order. The
/// order of `versions` does not matter. With more than `MOST` versions, `order` itself.
pub fn merge(versions: &[Version], order: &Value) -> Value {
    let by: BTreeMap<_, _> = versions.iter().map(|it| (it.by, it)).collect();
    if by.len() > MOST {
        return order.clone();
    }
    let mut states = States::of(&by);
    let mut all = State::default();
    for version in by.values() {
        states.reach(version);
        if let Some(state) = states.known.get(&version.by) {
            all.join(state);
        }
    }
    in_order(all.alive(), order)
}

/// The state that each version left, computed from its base. A base that has not arrived counts as
/// empty. So does a base that claims to have seen its own successor.
struct States<'a> {
    by: &'a BTreeMap<ChangeRef, &'a Version>,
    known: BTreeMap<ChangeRef, State>,
    /// The versions whose state is being computed or is known.
    begun: BTreeSet<ChangeRef>,
}

impl<'a> States<'a> {
    const fn of(by: &'a BTreeMap<ChangeRef, &'a Version>) -> Self {
        Self { by, known: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// Computes the state that a version left, its bases first. Not recursive, because a writer may
    /// make a chain of bases of any length.
    fn reach(&mut self, version: &'a Version) {
        let mut ahead = vec![version];
        while let Some(version) = ahead.last().copied() {
            if self.begun.insert(version.by) {
                ahead.extend(self.bases(version).filter(|it| !self.begun.contains(&it.by)));
                continue;
            }
            ahead.pop();
            if !self.known.contains_key(&version.by) {
                let state = self.left_by(version);
                self.known.insert(version.by, state);
            }
        }
    }

    fn left_by(&self, version: &'a Version) -> State {
        let mut own = State::default();
        for state in self.bases(version).filter_map(|it| self.known.get(&it.by)) {
            own.join(state);
        }
        own.apply(version);
        own
    }

    fn bases<'b>(&'b self, version: &'b Version) -> impl Iterator<Item = &'a Version> + 'b {
        version.base.iter().filter_map(|it| self.by.get(it).copied())
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Id;

    fn at(seq: u64) -> ChangeRef {
        ChangeRef { device: Id::from_u128(1), seq }
    }

    fn version(by: u64, base: &[u64], value: Value) -> Version {
        Version { by: at(by), base: base.iter().map(|it| at(*it)).collect(), value }
    }

    #[test]
    fn an_addition_wins_over_a_removal_that_had_not_seen_it() {
        let all = [
            version(1, &[], json!(["nav", "health"])),
            version(2, &[1], json!(["nav"])),
            version(3, &[1], json!(["nav", "health", "school"])),
            version(4, &[2], json!(["nav", "health"])),
        ];
        assert_eq!(merge(&all, &json!(["nav"])), json!(["nav", "health", "school"]));
    }

    #[test]
    fn a_chain_as_long_as_somebody_likes_takes_no_stack() {
        for forwards in [true, false] {
            for count in [500, 50_000] {
                let base = |it: u64| if forwards { it + 1 } else { it - 1 };
                let value = |it: u64| json!([if it.is_multiple_of(2) { "nav" } else { "health" }]);
                let mut all: Vec<_> =
                    (1..count).map(|it| version(it, &[base(it)], value(it))).collect();
                all.push(version(60_000, &[], json!(["housing"])));
                let merged = merge(&all, &json!(["nav"]));
                let few =
                    merged == json!(["health", "housing"]) || merged == json!(["nav", "housing"]);
                assert!(few || (count > 500 && merged == json!(["nav"])), "{merged}");
            }
        }
    }

    #[test]
    fn edits_that_claim_to_have_seen_each_other_all_count() {
        let mad = [version(1, &[2], json!(["nav"])), version(2, &[1], json!(["health"]))];
        let mut backwards = [version(2, &[1], json!(["health"])), version(1, &[2], json!(["nav"]))];
        let merged = merge(&mad, &Value::Null);
        assert_eq!(merged, merge(&backwards, &Value::Null));
        backwards.reverse();
        assert_eq!(merged, merge(&backwards, &Value::Null));
    }
}
