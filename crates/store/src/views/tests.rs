use std::fmt::Write;

use dice::Dice;
use domain::change::{ChangeRef, DELETED};
use domain::{Change, Clock, Edit, Id, Payload};
use serde_json::{Value, json};

use crate::project::merge_all;

/// What the log below merges into, by the rules of [`super::RULES`].
const GOLDEN: &str = "2c16d4a995169059cec7c0d0d749f0214b4c65289df6a135a5bab53238d01f1c";

/// Kinds and fields of every type that merges by a rule of its own, and one that only a newer
/// version knows.
const FIELDS: [(&str, &[&str]); 5] = [
    ("visit", &["note", "outcome", "topics", "minutes", "at"]),
    ("activity", &["title", "headcount", "status", "day"]),
    ("attendance", &["status"]),
    ("resident", &["name", "phone", "languages", "contacts", "unit"]),
    ("of-a-newer-version", &["words", "~x"]),
];

fn value(field: &str, dice: &mut Dice) -> Value {
    let number = dice.below(4);
    match field {
        "topics" | "languages" => json!(["nav", "health", "uk", "ti"][..number].to_vec()),
        "contacts" => {
            let who = |at: usize| json!({ "who": Id::from_u128(at as u128), "role": "gp" });
            (0..number).map(who).collect()
        }
        "headcount" => domain::tally::step(i64::try_from(number).unwrap() - 1),
        "minutes" => json!(number),
        _ if number == 0 => Value::Null,
        _ => json!(format!("{field} {number}")),
    }
}

/// A log of one record by three devices, each of which has seen a part of what the others wrote.
fn log(kind: &str, fields: &[&str], dice: &mut Dice) -> Vec<Change> {
    let mut log: Vec<Change> = Vec::new();
    for step in 1..40_u64 {
        let device = Id::from_u128(1 + dice.below(3) as u128);
        let known: Vec<Change> =
            log.iter().filter(|it| it.by.device == device || dice.one_in(2)).cloned().collect();
        let seen = merge_all(&known).seen;
        let deletes = dice.one_in(12);
        let field = if deletes { DELETED } else { *dice.pick(fields) };
        let base = if deletes {
            seen.values().flatten().copied().collect()
        } else {
            seen.get(field).cloned().unwrap_or_default()
        };
        let value = if deletes { json!(true) } else { value(field, dice) };
        let edit = Edit::new(field, &value, base);
        log.push(Change {
            space: Id::nil(),
            by: ChangeRef { device, seq: step },
            record: Id::from_u128(9),
            group: Id::from_u128(step.into()),
            group_count: 1,
            clock: Clock(dice.between(1, 60) as u64),
            payload: Payload { kind: kind.to_owned(), edits: vec![edit] },
        });
    }
    log
}

#[test]
fn the_same_log_merges_into_the_same_records_for_as_long_as_the_rules_have_the_same_number() {
    let mut dice = Dice::new(2024);
    let mut said = String::new();
    for (kind, fields) in FIELDS.iter().cycle().take(50) {
        let log = log(kind, fields, &mut dice);
        let merged = merge_all(&log);
        writeln!(said, "{kind} {} {}", json!(merged.body), merged.deleted).unwrap();
        writeln!(said, "{:?} {:?}", merged.conflicts, merged.seen).unwrap();
    }
    let hash = blake3::hash(said.as_bytes()).to_hex();
    assert_eq!(hash.as_str(), GOLDEN, "raise RULES in views.rs, then write the new hash here");
}
