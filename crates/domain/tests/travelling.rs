//! Every fault reaches the user unchanged.

use domain::{Fault, Issue, Problem};
use serde_json::{from_value, json, to_value};
use strum::VariantNames;

#[test]
fn every_fault_is_read_as_the_one_that_was_told() {
    for name in Fault::VARIANTS {
        let told: Fault = from_value(json!({ "fault": name })).expect(name);
        assert_eq!(to_value(&told).unwrap()["fault"], *name);
    }
}

#[test]
fn every_problem_is_read_as_the_one_that_was_told() {
    for name in Problem::VARIANTS {
        let told: Issue = from_value(json!({ "field": "at", "problem": name })).expect(name);
        assert_eq!(to_value(&told).unwrap()["problem"], *name);
    }
}

#[test]
fn a_fault_keeps_its_details() {
    let out_of_range = Problem::OutOfRange { least: 1, most: 9 };
    let issues = vec![
        Issue::new("name", Problem::TooLong { most: 200 }),
        Issue::new("minutes", out_of_range),
    ];
    for fault in [
        Fault::Invalid { issues },
        Fault::TooLarge { size: 3, most: 2 },
        Fault::BadFile { file: "rom.csv".into(), detail: "tom".into() },
        Fault::Damaged { kept: "bomiljo.db.damaged".into() },
    ] {
        assert_eq!(from_value::<Fault>(to_value(&fault).unwrap()).unwrap(), fault);
    }
}

#[test]
fn a_fault_of_a_newer_version_is_refused_and_not_guessed_at() {
    assert!(from_value::<Fault>(json!({ "fault": "from-the-future" })).is_err());
}
