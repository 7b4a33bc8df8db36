//! Changes that were made once and are in the log twice. When a device with unsent changes is
//! copied, each copy may rename these changes on its own.

use std::collections::BTreeMap;

use crate::Id;
use crate::change::{Change, ChangeRef};
use crate::clock::Clock;

/// What identifies an act: its group, its clock, its kind and the values it set.
type Act<'a> = (Id, Clock, &'a str, Vec<(&'a str, &'a str)>);

/// The kept name of a change, by each name that is dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<ChangeRef, ChangeRef>);

/// Keeps one of the changes to a record that are the same act: the one with the smallest name.
pub fn once(mut changes: Vec<Change>) -> Vec<Change> {
    let names = Names::of(&changes);
    if !names.0.is_empty() {
        changes.retain(|it| !names.0.contains_key(&it.by));
        for change in &mut changes {
            names.rename(change);
        }
    }
    changes
}

impl Names {
    /// The names that [`once`] drops of the changes to one record.
    pub fn of(changes: &[Change]) -> Self {
        Self(dropped(changes))
    }

    /// The kept name of a change.
    pub fn kept(&self, name: ChangeRef) -> ChangeRef {
        self.0.get(&name).copied().unwrap_or(name)
    }

    /// Replaces a change's name, and the names in its bases, by the kept ones.
    pub fn rename(&self, change: &mut Change) {
        change.by = self.kept(change.by);
        let bases = change.payload.edits.iter_mut().flat_map(|it| &mut it.base);
        for base in bases {
            *base = self.kept(*base);
        }
    }
}

/// The dropped names, each with the kept one. Two equal changes of one device are separate acts, so
/// both are kept.
fn dropped(changes: &[Change]) -> BTreeMap<ChangeRef, ChangeRef> {
    let mut acts = BTreeMap::<_, Vec<_>>::new();
    for change in changes {
        acts.entry((change.group, change.clock)).or_default().push(change);
    }
    let mut names = BTreeMap::new();
    for alike in acts.values().filter(|it| it.len() > 1) {
        let mut kept = BTreeMap::<Act, ChangeRef>::new();
        for change in alike {
            let first = kept.entry(act(change)).or_insert(change.by);
            *first = change.by.min(*first);
        }
        let twins = alike.iter().map(|it| (it.by, kept[&act(it)]));
        names.extend(twins.filter(|(by, kept)| by.device != kept.device));
    }
    names
}

fn act(change: &Change) -> Act<'_> {
    let edits = change.payload.edits.iter().map(|it| (it.field.as_str(), it.value.as_str()));
    (change.group, change.clock, &change.payload.kind, edits.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Edit, Payload};

    fn change(device: u128, seq: u64, clock: u64, value: &str, base: Vec<ChangeRef>) -> Change {
        let edits = vec![Edit::new("note", &json!(value), base)];
        Change {
            space: Id::nil(),
            by: ChangeRef { device: Id::from_u128(device), seq },
            record: Id::from_u128(9),
            group: Id::from_u128(clock.into()),
            group_count: 1,
            clock: Clock(clock),
            payload: Payload { kind: "visit".into(), edits },
        }
    }

    #[test]
    fn one_act_by_two_names_is_kept_once_whatever_came_first() {
        let (one, two) = (change(1, 1, 5, "en", vec![]), change(2, 1, 5, "en", vec![]));
        let edits = [one.by, two.by].map(|seen| change(3, 1, 6, "to", vec![seen]));
        for edit in edits {
            let orders = [[&one, &two, &edit], [&edit, &two, &one]];
            for order in orders.map(|it| it.map(Clone::clone).to_vec()) {
                let mut left = once(order);
                left.sort_by_key(|it| it.clock);
                assert_eq!(left, [one.clone(), change(3, 1, 6, "to", vec![one.by])]);
            }
        }
    }

    #[test]
    fn what_differs_is_kept_and_so_is_what_one_device_did_twice() {
        let other = vec![change(1, 1, 5, "en", vec![]), change(2, 1, 5, "to", vec![])];
        assert_eq!(once(other.clone()), other);
        let twice = vec![change(1, 1, 5, "en", vec![]), change(1, 2, 5, "en", vec![])];
        assert_eq!(once(twice.clone()), twice);
    }
}
