//! The laws of merging, by property. The order in which changes arrive does not change the record,
//! and no typed text is lost.

use std::collections::BTreeSet;

use domain::change::{ChangeRef, DELETED};
use domain::merge::{Merged, merge};
use domain::{Change, Clock, Edit, Id, Payload, kind};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The next step of a device: edit a field, with what the device has seen, or fetch everything from
/// another device.
#[derive(Debug, Clone)]
enum Step {
    Edit { device: usize, field: usize, value: u8, clock: u64 },
    Delete { device: usize, clock: u64 },
    Fetch { from: usize, to: usize },
}

const DEVICES: usize = 3;
const FIELDS: [&str; 4] = ["note", "outcome", "topics", "minutes"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let device = 0..DEVICES;
    let step = prop_oneof![
        6 => (device.clone(), 0..FIELDS.len(), any::<u8>(), 1..50_u64)
            .prop_map(|(device, field, value, clock)| Step::Edit { device, field, value, clock }),
        1 => (device.clone(), 1..50_u64).prop_map(|(device, clock)| Step::Delete { device, clock }),
        3 => (device.clone(), device).prop_map(|(from, to)| Step::Fetch { from, to }),
    ];
    prop::collection::vec(step, 1..20)
}

fn value(field: &str, seed: u8) -> Value {
    match field {
        "note" => json!(format!("tekst {seed}")),
        "outcome" => json!(["settled", "follow-up", "referred"][seed as usize % 3]),
        "topics" => {
            let all = ["nav", "health", "school"];
            json!((0..3).filter(|bit| seed >> bit & 1 == 1).map(|bit| all[bit]).collect::<Vec<_>>())
        }
        _ => json!(seed),
    }
}

/// All changes that some devices make, and what each device knows at the end.
fn play(steps: &[Step]) -> (Vec<Change>, Vec<BTreeSet<ChangeRef>>) {
    let mut all: Vec<Change> = Vec::new();
    let mut known = vec![BTreeSet::new(); DEVICES];
    for step in steps {
        match *step {
            Step::Fetch { from, to } => {
                let more = known[from].clone();
                known[to].extend(more);
            }
            Step::Edit { device, field, value: number, clock } => {
                let seen = seen(&all, &known[device]);
                let base = seen.get(FIELDS[field]).cloned().unwrap_or_default();
                let edit = Edit::new(FIELDS[field], &value(FIELDS[field], number), base);
                push(&mut all, &mut known[device], device, clock, edit);
            }
            Step::Delete { device, clock } => {
                let base = seen(&all, &known[device]).into_values().flatten().collect();
                let edit = Edit::new(DELETED, &json!(true), base);
                push(&mut all, &mut known[device], device, clock, edit);
            }
        }
    }
    (all, known)
}

fn seen(all: &[Change], known: &BTreeSet<ChangeRef>) -> domain::change::Seen {
    merged(&all.iter().filter(|it| known.contains(&it.by)).cloned().collect::<Vec<_>>()).seen
}

fn push(
    all: &mut Vec<Change>,
    known: &mut BTreeSet<ChangeRef>,
    device: usize,
    clock: u64,
    edit: Edit,
) {
    let id = Id::from_u128(device as u128 + 1);
    let seq = all.iter().filter(|it| it.by.device == id).count() as u64 + 1;
    let by = ChangeRef { device: id, seq };
    known.insert(by);
    all.push(Change {
        space: Id::nil(),
        by,
        record: Id::from_u128(99),
        group: Id::from_u128(seq.into()),
        group_count: 1,
        clock: Clock::at(clock),
        payload: Payload { kind: "visit".into(), edits: vec![edit] },
    });
}

fn merged(changes: &[Change]) -> Merged {
    merge(kind("visit"), changes)
}

/// The texts that no later edit has seen and replaced.
fn unseen_texts(changes: &[Change]) -> BTreeSet<String> {
    let notes = || {
        changes
            .iter()
            .flat_map(|it| it.payload.edits.iter().map(move |e| (it.by, e)))
            .filter(|(_, edit)| edit.field == "note")
    };
    let seen: BTreeSet<_> = notes().flat_map(|(_, edit)| edit.base.clone()).collect();
    notes().filter(|(by, _)| !seen.contains(by)).map(|(_, edit)| edit.value.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_order_of_arrival_gives_the_same_record(
        (changes, shuffled) in steps().prop_flat_map(|steps| {
            let changes = play(&steps).0;
            (Just(changes.clone()), Just(changes).prop_shuffle())
        })
    ) {
        prop_assert_eq!(merged(&changes), merged(&shuffled));
    }

    #[test]
    fn a_change_that_arrives_twice_counts_once(steps in steps()) {
        let changes = play(&steps).0;
        let twice = [&changes[..], &changes[..]].concat();
        prop_assert_eq!(merged(&changes), merged(&twice));
    }

    #[test]
    fn no_text_is_lost_that_its_successor_had_not_seen(steps in steps()) {
        let changes = play(&steps).0;
        let merged = merged(&changes);
        let mut shown: BTreeSet<String> = merged.body.get("note").map(Value::to_string).into_iter().collect();
        let conflict = merged.conflicts.iter().find(|it| it.field == "note");
        shown.extend(conflict.into_iter().flat_map(|it| &it.versions).map(|it| it.value.to_string()));
        prop_assert_eq!(shown, unseen_texts(&changes));
    }

    #[test]
    fn whoever_has_seen_everything_can_settle_every_conflict(steps in steps()) {
        let mut changes = play(&steps).0;
        let mut everything = changes.iter().map(|it| it.by).collect();
        // Settling a conflict in a deleted record is an edit, which raises the deletion conflict.
        for _ in 0..2 {
            let before = merged(&changes);
            for conflict in &before.conflicts {
                let base = before.seen[&conflict.field].clone();
                let edit = Edit::new(&conflict.field, &conflict.versions[0].value, base);
                push(&mut changes, &mut everything, 0, 1, edit);
            }
        }
        prop_assert!(merged(&changes).conflicts.is_empty());
    }

    #[test]
    fn an_edit_that_a_deletion_had_not_seen_keeps_the_record(steps in steps()) {
        let mut changes = play(&steps).0;
        let mut nothing = BTreeSet::new();
        push(&mut changes, &mut nothing, 1, 1, Edit::new("note", &json!("ny"), vec![]));
        prop_assert!(!merged(&changes).deleted);
    }

    #[test]
    fn a_deletion_that_an_edit_outlived_is_put_before_a_person(steps in steps()) {
        let mut changes = play(&steps).0;
        let mut nothing = BTreeSet::new();
        push(&mut changes, &mut nothing, 1, 1, Edit::new("note", &json!("ny"), vec![]));
        let deletion = Edit::new(DELETED, &json!(true), vec![]);
        push(&mut changes, &mut nothing, 2, 2, deletion);
        let merged = merged(&changes);
        let asked = merged.conflicts.iter().find(|it| it.field == DELETED);
        let values: Vec<_> = asked.unwrap().versions.iter().map(|it| &it.value).collect();
        prop_assert_eq!(values, [&json!(false), &json!(true)]);
    }

    #[test]
    fn a_deletion_that_saw_everything_deletes(steps in steps()) {
        let mut changes = play(&steps).0;
        let base = changes.iter().map(|it| it.by).collect();
        let mut everything = BTreeSet::new();
        push(&mut changes, &mut everything, 2, 1, Edit::new(DELETED, &json!(true), base));
        prop_assert!(merged(&changes).deleted);
    }
}

fn visit(device: u128, seq: u64, clock: u64, edit: Edit) -> Change {
    let mut all = vec![];
    push(&mut all, &mut BTreeSet::new(), 0, clock, edit);
    let mut change = all.remove(0);
    change.by = ChangeRef { device: Id::from_u128(device), seq };
    change
}

#[test]
fn an_addition_wins_over_a_removal_that_had_not_seen_it() {
    let first = visit(1, 1, 10, Edit::new("topics", &json!(["nav", "health"]), vec![]));
    let without = visit(1, 2, 20, Edit::new("topics", &json!(["nav"]), vec![first.by]));
    let with =
        visit(2, 1, 15, Edit::new("topics", &json!(["nav", "health", "school"]), vec![first.by]));
    assert_eq!(merged(&[first, without, with]).body["topics"], json!(["nav", "school"]));
}

#[test]
fn a_phone_set_to_the_year_2090_does_not_win_against_an_edit_that_saw_it() {
    let ahead = visit(1, 1, 3_786_912_000_000, Edit::new("minutes", &json!(5), vec![]));
    let later = visit(2, 1, 1_700_000_000_000, Edit::new("minutes", &json!(10), vec![ahead.by]));
    assert_eq!(merged(&[ahead, later]).body["minutes"], json!(10));
}

#[test]
fn what_a_newer_version_wrote_is_kept_word_for_word() {
    let newer = Edit {
        field: "mood".into(),
        value: r#"{"a":1.0,"b":[18446744073709551615]}"#.into(),
        base: vec![],
    };
    let first = visit(1, 1, 10, newer);
    let ours = visit(2, 1, 20, Edit::new("note", &json!("hei"), vec![]));
    let merged = merged(&[first, ours]);
    assert_eq!(merged.body["mood"].to_string(), r#"{"a":1.0,"b":[18446744073709551615]}"#);
    assert_eq!(merged.body["note"], json!("hei"));
}

#[test]
fn changes_that_claim_to_have_seen_each_other_lose_nothing() {
    let (a, b) = (
        ChangeRef { device: Id::from_u128(1), seq: 1 },
        ChangeRef { device: Id::from_u128(2), seq: 1 },
    );
    let one = visit(1, 1, 10, Edit::new("note", &json!("en"), vec![b]));
    let two = visit(2, 1, 20, Edit::new("note", &json!("to"), vec![a]));
    assert_eq!(merged(&[one, two]).conflicts[0].versions.len(), 2);
}

/// A change of one field, by a device of that number, with nothing seen.
fn alone(device: u128, clock: Clock, kind: &str, value: &str) -> Change {
    Change {
        space: Id::from_u128(1),
        by: ChangeRef { device: Id::from_u128(device), seq: 1 },
        // Of version 7, made in March 2024.
        record: Id::from_u128(0x018e_3c1b_0000_7000_8000_0000_0000_0001),
        group: Id::from_u128(device),
        group_count: 1,
        clock,
        payload: Payload {
            kind: kind.into(),
            edits: vec![Edit::new("note", &json!(value), vec![])],
        },
    }
}

#[test]
fn a_change_that_claims_to_be_older_than_the_record_takes_neither_its_kind_nor_its_rules() {
    let march = |minutes: u64| Clock::at(1_710_400_000_000 + minutes * 60_000);
    let honest = [alone(2, march(9), "visit", "først"), alone(3, march(20), "visit", "så")];
    for clock in [Clock(0), Clock::at(1), Clock::at(1_600_000_000_000)] {
        for name in ["x", "unit"] {
            let mut all = honest.to_vec();
            all.insert(0, alone(9, clock, name, "annet"));
            let empty = Payload { kind: name.into(), edits: vec![] };
            all.push(Change { payload: empty, ..alone(8, march(1), name, "") });
            for _ in 0..all.len() {
                all.rotate_left(1);
                assert_eq!(domain::merge::kind_of(&all), "visit");
                let merged = merge(kind("visit"), &all);
                assert_eq!((merged.kind.as_str(), merged.made.device), ("visit", Id::from_u128(2)));
            }
        }
    }
    // After its battery was removed, a phone writes with the clock it has.
    let alone_in_1970 = [alone(2, Clock::at(1), "visit", "1970")];
    assert_eq!(domain::merge::kind_of(&alone_in_1970), "visit");
}

#[test]
fn a_person_is_asked_to_choose_among_so_many_versions_as_a_row_can_hold() {
    let march = |minutes: u64| Clock::at(1_710_400_000_000 + minutes);
    let change = |it: u64, text: &str| alone(u128::from(it), march(it), "visit", text);
    let many: Vec<_> = (1..1_001).map(|it| change(it, &format!("versjon {it}"))).collect();
    let merged = merge(kind("visit"), &many);
    assert_eq!((merged.conflicts[0].versions.len(), merged.seen["note"].len()), (20, 1_000));
    let long = "å".repeat(400_000);
    let many: Vec<_> = (1..9).map(|it| change(it, &format!("{it}{long}"))).collect();
    assert_eq!(merge(kind("visit"), &many).conflicts[0].versions.len(), 2);
}
