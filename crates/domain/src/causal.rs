//! Which of a record's changes came first and last. Order follows from what their authors had seen.
//! Clocks only order changes that did not see each other. So a device whose clock was once ten
//! years ahead neither becomes the record's maker nor stays its last editor.

use std::collections::BTreeSet;

use crate::change::{Change, ChangeRef, DELETED, Edit};

/// No change is older than this: 1 January 2020, in milliseconds since 1970.
const EARLIEST: u64 = 1_577_836_800_000;
/// How much earlier than its record's id a change may be, in milliseconds.
const ID_AHEAD: u64 = 24 * 60 * 60 * 1_000;

/// The change that made the record: the earliest one that sets something, whose author had seen
/// nothing, and whose clock is plausible. A change that claims to be from 1970 must not decide a
/// record's kind.
pub fn first<'a>(sorted: &[&'a Change]) -> Option<&'a Change> {
    let saw_nothing = |it: &&&Change| it.payload.edits.iter().all(|edit| edit.base.is_empty());
    let makes = |it: &&&Change| saw_nothing(it) && !it.payload.edits.is_empty() && is_plausible(it);
    let made = sorted.iter().find(makes).or_else(|| sorted.iter().find(saw_nothing));
    made.or(sorted.first()).copied()
}

/// Whether a change's clock is plausible: not long before the time in its record's id.
fn is_plausible(change: &Change) -> bool {
    let id = change.record;
    let made = if id.get_version_num() == 7 { id.as_u128() >> 80 } else { 0 };
    let made = u64::try_from(made).unwrap_or_default();
    change.clock.millis() >= EARLIEST.max(made.saturating_sub(ID_AHEAD))
}

/// The last change: the latest that no other change has seen.
pub fn last<'a>(sorted: &[&'a Change]) -> Option<&'a Change> {
    unseen(sorted).next_back().or(sorted.last().copied())
}

/// Adds the record's last changes to the bases of a new change. Its author saw them, even where it
/// sets other fields. A last change that sets the same field is not added, because that edit's own
/// base says whether it was seen.
pub fn follow(edits: &mut [Edit], changes: &[Change]) {
    let all: Vec<&Change> = changes.iter().collect();
    for last in unseen(&all) {
        let sets = |edit: &Edit| last.payload.edits.iter().any(|it| it.field == edit.field);
        let named = edits.iter().any(|it| it.base.contains(&last.by));
        let free = edits.iter_mut().find(|it| it.field != DELETED && !sets(it));
        if let Some(edit) = free.filter(|_| !named) {
            edit.base.push(last.by);
        }
    }
}

/// The changes that are in no other change's base, in the order given.
fn unseen<'a>(changes: &[&'a Change]) -> impl DoubleEndedIterator<Item = &'a Change> {
    let bases = |it: &&'a Change| {
        let by = it.by;
        it.payload.edits.iter().flat_map(|edit| &edit.base).copied().filter(move |it| *it != by)
    };
    let seen: BTreeSet<ChangeRef> = changes.iter().flat_map(bases).collect();
    changes.iter().copied().filter(move |it| !seen.contains(&it.by))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Clock, Id, Payload, merge::merge};

    const BACK_THEN: u64 = 2_100_000_000_000;
    const NOW: u64 = 1_800_000_000_000;

    fn change(device: u128, millis: u64, mut edits: Vec<Edit>, seen: &[Change]) -> Change {
        follow(&mut edits, seen);
        Change {
            by: ChangeRef { device: Id::from_u128(device), seq: seen.len() as u64 + 1 },
            space: Id::from_u128(1),
            record: Id::from_u128(2),
            group: Id::from_u128(3),
            group_count: 1,
            clock: Clock::at(millis),
            payload: Payload { kind: "visit".into(), edits },
        }
    }

    fn sets(field: &str) -> Vec<Edit> {
        vec![Edit::new(field, &json!("noe"), vec![])]
    }

    #[test]
    fn who_made_a_record_with_a_clock_ahead_stays_its_maker_and_who_edits_it_is_the_last() {
        let made = change(7, BACK_THEN, sets("note"), &[]);
        let mut all = vec![made];
        all.push(change(7, BACK_THEN + 5, sets("place"), &all));
        all.push(change(8, NOW, sets("topics"), &all));
        for _ in 0..3 {
            all.rotate_left(1);
            let merged = merge(None, &all);
            assert_eq!(merged.made.device, Id::from_u128(7));
            assert_eq!(
                (merged.changed.device, merged.changed.clock.millis()),
                (Id::from_u128(8), NOW)
            );
        }
    }

    #[test]
    fn a_text_that_its_author_had_not_seen_is_not_named_by_that() {
        let made = change(7, NOW, sets("note"), &[]);
        let other = change(8, NOW + 1, sets("note"), std::slice::from_ref(&made));
        assert!(other.payload.edits[0].base.is_empty());
        let all = [made, other];
        assert_eq!(merge(None, &all).seen["note"].len(), 2);
    }

    #[test]
    fn a_ring_of_changes_that_all_claim_to_have_been_seen_still_has_a_first_and_a_last() {
        let mut one = change(7, NOW, sets("note"), &[]);
        let two = change(8, NOW + 1, sets("place"), std::slice::from_ref(&one));
        one.payload.edits[0].base.push(two.by);
        let merged = merge(None, &[one, two]);
        assert_eq!(merged.made.device, Id::from_u128(7));
        assert_eq!(merged.changed.device, Id::from_u128(8));
    }
}
