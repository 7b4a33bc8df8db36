//! The laws of values with several lines, by property: texts in languages, steps, agenda lines. Each line
//! merges by itself, the order of arrival does not matter, and no text is lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::{BTreeMap, BTreeSet};

use domain::merge::{Merged, merge};
use domain::{Change, ChangeRef, Clock, Edit, Id, Payload, kind};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A kind and a field of it that holds lines, and what tells its lines apart.
const FIELDS: [(&str, &str, &str); 3] = [
    ("site-topic", "name", "language"),
    ("follow-up", "steps", "id"),
    ("activity", "agenda", "id"),
];
const DEVICES: usize = 3;

/// A device writes a text into a line, takes the line out, or fetches everything from another device.
#[derive(Debug, Clone)]
enum Step {
    Write { device: usize, line: u8, text: u8 },
    TakeOut { device: usize, line: u8 },
    Fetch { from: usize, to: usize },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let device = 0..DEVICES;
    let step = prop_oneof![
        5 => (device.clone(), 0..3_u8, any::<u8>())
            .prop_map(|(device, line, text)| Step::Write { device, line, text }),
        1 => (device.clone(), 0..3_u8).prop_map(|(device, line)| Step::TakeOut { device, line }),
        3 => (device.clone(), device).prop_map(|(from, to)| Step::Fetch { from, to }),
    ];
    prop::collection::vec(step, 1..16)
}

/// What tells a line apart, as the field stores it.
fn key(by: &str, line: u8) -> Value {
    match by {
        "language" => json!(["nb", "nn", "en"][usize::from(line)]),
        _ => json!(Id::from_u128(100 + u128::from(line)).to_string()),
    }
}

struct Played {
    changes: Vec<Change>,
    /// The text that each change wrote into which line, and what its author had seen.
    written: BTreeMap<ChangeRef, (u8, String, BTreeSet<ChangeRef>)>,
}

fn merged(field: (&str, &str, &str), changes: &[Change]) -> Merged {
    merge(kind(field.0), changes)
}

fn play(field: (&str, &str, &str), steps: &[Step]) -> Played {
    let (name, by) = (field.1, field.2);
    let mut played = Played { changes: Vec::new(), written: BTreeMap::new() };
    let mut known = vec![BTreeSet::<ChangeRef>::new(); DEVICES];
    for (clock, step) in (1_u64..).zip(steps) {
        let (device, line, text) = match *step {
            Step::Fetch { from, to } => {
                let more = known[from].clone();
                known[to].extend(more);
                continue;
            }
            Step::Write { device, line, text } => {
                (device, line, Some(format!("tekst {text} {clock}")))
            }
            Step::TakeOut { device, line } => (device, line, None),
        };
        let all = &played.changes;
        let here: Vec<_> =
            all.iter().filter(|it| known[device].contains(&it.by)).cloned().collect();
        let stands = merged(field, &here);
        let mut lines: Vec<Value> = match stands.body.get(name) {
            Some(Value::Array(lines)) => lines.clone(),
            _ => Vec::new(),
        };
        lines.retain(|it| it[by] != key(by, line));
        lines.extend(text.as_ref().map(|it| json!({ by: key(by, line), "text": it })));
        let base = stands.seen.get(name).cloned().unwrap_or_default();
        let change = change(field.0, device, clock, Edit::new(name, &lines.into(), base));
        if let Some(text) = text {
            played.written.insert(change.by, (line, text, known[device].clone()));
        }
        known[device].insert(change.by);
        played.changes.push(change);
    }
    played
}

fn change(kind: &str, device: usize, clock: u64, edit: Edit) -> Change {
    let by = ChangeRef { device: Id::from_u128(device as u128 + 1), seq: clock };
    Change {
        space: Id::nil(),
        by,
        record: Id::from_u128(9),
        group: Id::from_u128(u128::from(clock)),
        group_count: 1,
        clock: Clock(clock << 16),
        payload: Payload { kind: kind.into(), edits: vec![edit] },
    }
}

fn any_field() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    proptest::sample::select(FIELDS.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_order_of_arrival_does_not_matter(field in any_field(), steps in steps(), seed in any::<u64>()) {
        let played = play(field, &steps);
        let mut shuffled = played.changes.clone();
        shuffled.sort_by_key(|it| (it.by.seq.wrapping_mul(seed | 1), it.by));
        prop_assert_eq!(merged(field, &played.changes), merged(field, &shuffled));
    }

    #[test]
    fn no_two_lines_share_what_tells_them_apart(field in any_field(), steps in steps()) {
        let merged = merged(field, &play(field, &steps).changes);
        let conflicts = merged.conflicts.iter().flat_map(|it| &it.versions).map(|it| &it.value);
        for value in merged.body.get(field.1).into_iter().chain(conflicts) {
            let keys: Vec<_> = value.as_array().unwrap().iter().map(|it| it[field.2].to_string()).collect();
            prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
            prop_assert_eq!(kind(field.0).unwrap().field(field.1).unwrap().problem(value), None);
        }
    }

    #[test]
    fn a_text_that_no_later_author_saw_stands_in_the_value_or_before_a_person(
        field in any_field(),
        steps in steps(),
    ) {
        let played = play(field, &steps);
        let merged = merged(field, &played.changes);
        let conflicts = merged.conflicts.iter().flat_map(|it| &it.versions).map(|it| &it.value);
        let shown: Vec<_> = merged.body.get(field.1).into_iter().chain(conflicts).map(Value::to_string).collect();
        for (by, (_, text, _)) in &played.written {
            // Any later edit of the field by an author who had seen it may have replaced it.
            let seen_later = played.changes.iter().any(|it| {
                it.by != *by && it.payload.edits.iter().any(|edit| sees(&played.changes, &edit.base, *by))
            });
            let kept = shown.iter().any(|it| it.contains(&format!("\"{text}\"")));
            prop_assert!(kept || seen_later, "{text} is lost: {shown:?}");
        }
    }
}

/// Whether an edit with that base had seen a change, by itself or through others.
fn sees(changes: &[Change], base: &[ChangeRef], wanted: ChangeRef) -> bool {
    base.contains(&wanted)
        || base.iter().any(|seen| {
            let change = changes.iter().find(|it| it.by == *seen);
            change.is_some_and(|it| {
                it.payload.edits.iter().any(|edit| sees(changes, &edit.base, wanted))
            })
        })
}

#[test]
fn two_languages_written_at_once_are_both_there_without_a_conflict() {
    let field = FIELDS[0];
    let steps =
        [Step::Write { device: 0, line: 0, text: 1 }, Step::Write { device: 1, line: 2, text: 2 }];
    let merged = merged(field, &play(field, &steps).changes);
    assert_eq!(merged.body["name"].as_array().unwrap().len(), 2);
    assert_eq!(merged.conflicts, []);
}

#[test]
fn one_language_written_twice_at_once_is_put_before_a_person() {
    let field = FIELDS[0];
    let steps = [
        Step::Write { device: 0, line: 0, text: 1 },
        Step::Write { device: 1, line: 0, text: 2 },
        Step::Write { device: 1, line: 2, text: 3 },
    ];
    let merged = merged(field, &play(field, &steps).changes);
    assert_eq!(merged.conflicts.len(), 1);
    let versions = &merged.conflicts[0].versions;
    assert_eq!(versions.len(), 2);
    // Both versions have the text that is not disputed.
    assert!(versions.iter().all(|it| it.value.to_string().contains("tekst 3")), "{versions:?}");
}
