//! A number of people that several devices count at once. *One more* is stored as a step and not as
//! the resulting number, so two phones that each count three make six.
//!
//! A typed number replaces all that its author had seen. Steps that its author had not seen are
//! added to it. Of two typed numbers that did not see each other the later wins, as for any other
//! number.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::change::ChangeRef;
use crate::or_set::Version;

/// The member of a step that holds its size.
const ADD: &str = "add";

/// A step as it is stored: how many more, or fewer if negative.
pub fn step(by: i64) -> Value {
    json!({ ADD: by })
}

/// The size of a stored step; none if the value is a typed number.
pub fn as_step(value: &Value) -> Option<i64> {
    value.get(ADD)?.as_i64()
}

/// The number after all versions, the oldest first, never below zero or above `most`.
pub fn merge(versions: &[Version], most: i64) -> Value {
    let by: BTreeMap<_, _> = versions.iter().map(|it| (it.by, it)).collect();
    let typed = || versions.iter().filter(|it| as_step(&it.value).is_none());
    let replaced = past(typed(), &by);
    let last = typed().rev().find(|it| !replaced.contains(&it.by)).or_else(|| typed().next_back());
    let start = last.map_or(&Value::Null, |it| &it.value);
    let known = past(last, &by);
    let steps = versions.iter().filter(|it| !known.contains(&it.by));
    let steps: Vec<i64> = steps.filter_map(|it| as_step(&it.value)).collect();
    let number = if start.is_null() { Some(0) } else { start.as_i64() };
    match number.filter(|_| !steps.is_empty()) {
        Some(number) => json!(steps.into_iter().fold(number, i64::saturating_add).clamp(0, most)),
        None => start.clone(),
    }
}

/// Everything that the authors of some versions had seen, directly or through other versions.
fn past<'a>(
    versions: impl IntoIterator<Item = &'a Version>,
    by: &BTreeMap<ChangeRef, &Version>,
) -> BTreeSet<ChangeRef> {
    let mut past = BTreeSet::new();
    let seen = |it: &'a Version| it.base.iter().copied().filter(|base| *base != it.by);
    let mut ahead: Vec<ChangeRef> = versions.into_iter().flat_map(seen).collect();
    while let Some(it) = ahead.pop() {
        if past.insert(it) {
            ahead.extend(by.get(&it).into_iter().flat_map(|it| &it.base));
        }
    }
    past
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Id;

    const MOST: i64 = 100;

    fn at(device: u128, seq: u64) -> ChangeRef {
        ChangeRef { device: Id::from_u128(device), seq }
    }

    fn version(by: ChangeRef, base: &[ChangeRef], value: Value) -> Version {
        Version { by, base: base.to_vec(), value }
    }

    #[test]
    fn steps_that_did_not_see_each_other_add_up() {
        let both = [
            version(at(1, 1), &[], json!(3)),
            version(at(1, 2), &[at(1, 1)], step(1)),
            version(at(2, 1), &[at(1, 1)], step(1)),
            version(at(1, 3), &[at(1, 2)], step(1)),
        ];
        assert_eq!(merge(&both, MOST), json!(6));
    }

    #[test]
    fn a_number_that_was_typed_replaces_what_its_author_saw_and_nothing_else() {
        let all = [
            version(at(1, 1), &[], step(1)),
            version(at(2, 1), &[at(1, 1)], step(1)),
            version(at(1, 2), &[at(1, 1)], json!(10)),
            version(at(1, 3), &[at(1, 2)], step(-2)),
        ];
        assert_eq!(merge(&all, MOST), json!(9));
        let emptied = version(at(1, 4), &[at(1, 3), at(2, 1)], Value::Null);
        let [a, b, c, d] = all;
        assert_eq!(merge(&[a, b, c, d, emptied], MOST), Value::Null);
    }

    #[test]
    fn of_two_numbers_typed_without_a_network_the_later_stands() {
        let both = [version(at(1, 1), &[], json!(12)), version(at(2, 1), &[], json!(10))];
        assert_eq!(merge(&both, MOST), json!(10));
    }

    #[test]
    fn nobody_counts_below_none_and_what_a_newer_version_wrote_is_kept() {
        let fewer = [version(at(1, 1), &[], json!(1)), version(at(1, 2), &[at(1, 1)], step(-3))];
        assert_eq!(merge(&fewer, MOST), json!(0));
        let huge = [version(at(1, 1), &[], step(i64::MAX)), version(at(2, 1), &[], step(i64::MAX))];
        assert_eq!(merge(&huge, MOST), json!(MOST));
        let newer = [version(at(1, 1), &[], json!("om lag ti")), version(at(2, 1), &[], step(1))];
        assert_eq!(merge(&newer, MOST), json!("om lag ti"));
        let mad =
            [version(at(1, 1), &[at(2, 1)], json!(1)), version(at(2, 1), &[at(1, 1)], json!(2))];
        assert_eq!(merge(&mad, MOST), json!(2));
    }
}
