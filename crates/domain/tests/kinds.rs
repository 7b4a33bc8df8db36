//! What every kind keeps to, and the rules of each.
#![allow(clippy::needless_pass_by_value, reason = "json! makes values to be given away")]

use domain::field::Type;
use domain::{Body, Issue, KINDS, Problem, Resident, Visit, kind, read, write};
use rstest::rstest;
use serde_json::{Value, json};

fn body(value: Value) -> Body {
    value.as_object().cloned().unwrap_or_default()
}

/// A filled-in record of every kind.
fn sample(name: &str) -> Body {
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    body(match name {
        "unit" => json!({ "label": "H0304", "floor": 3, "rooms": 1, "accessible": true,
            "use": "apartment", "remarks": "Kort gange" }),
        "partner" => json!({ "name": "Boligbygg", "kind": "landlord", "phone": "00012345",
            "email": "post@example.no", "hours": "9–15", "topics": ["housing"], "in_app": true }),
        "resident" => json!({ "name": "Oksana Kovalenko", "display_name": "Oksana K.",
            "languages": ["uk", "ru"], "interpreter": "sometimes", "birth_year": 2001, "unit": id,
            "moved_in": "2023-12-13", "moved_out": "2024-05-31", "moved_to": "Egen bolig",
            "phone": "00012345", "contacts": [{ "who": id, "role": "gp" }], "remarks": "Hund" }),
        "visit" => json!({ "at": "2024-03-14T09:50:00.000Z", "residents": [id],
            "topics": ["post-and-forms"], "place": "office", "minutes": 10, "language": "uk",
            "interpreter": "phone", "our_part": "carried-message", "note": "Brev fra Nav",
            "outcome": "follow-up" }),
        other => panic!("{other} has no sample"),
    })
}

#[test]
fn every_kind_has_a_sample_that_fills_every_field_and_is_sound() {
    for kind in KINDS {
        let sample = sample(kind.name);
        for field in kind.fields {
            assert!(sample.contains_key(field.name), "{}.{} is missing", kind.name, field.name);
        }
        assert_eq!(kind.check(&sample, |_| true), [], "{}", kind.name);
    }
}

#[test]
fn a_record_read_and_written_is_the_same() {
    assert_eq!(write(&read::<Visit>(&sample("visit"))).len(), sample("visit").len());
    assert_eq!(body(json!(read::<Resident>(&sample("resident")))), sample("resident"));
}

#[test]
fn every_link_points_to_a_kind_that_is() {
    let links = KINDS.iter().flat_map(|it| it.fields).filter_map(|it| it.ty.target());
    for target in links {
        assert!(kind(target).is_some(), "{target}");
    }
}

#[test]
fn no_two_kinds_and_no_two_fields_of_a_kind_share_a_name() {
    let mut names: Vec<_> = KINDS.iter().map(|it| it.name.to_owned()).collect();
    names.extend(
        KINDS
            .iter()
            .flat_map(|kind| kind.fields.iter().map(|it| format!("{}.{}", kind.name, it.name))),
    );
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn every_problem_is_reported_not_the_first() {
    let wrong = body(json!({ "at": "i går", "topics": [], "minutes": -3, "place": "månen" }));
    let issues = kind("visit").unwrap().check(&wrong, |_| true);
    let expected = [
        Issue::new("at", Problem::NotAMoment),
        Issue::new("topics", Problem::Missing),
        Issue::new("place", Problem::UnknownChoice),
        Issue::new("minutes", Problem::OutOfRange { least: 0, most: 1440 }),
    ];
    assert_eq!(issues, expected);
}

#[rstest]
#[case::moving_out_before_moving_in(json!({ "name": "A", "moved_in": "2024-01-02", "moved_out": "2024-01-01" }), "moved_out", Problem::EndsBeforeStart)]
#[case::a_day_that_is_not(json!({ "name": "A", "moved_in": "2024-02-30" }), "moved_in", Problem::NotADay)]
#[case::the_year_20224(json!({ "name": "A", "moved_in": "20224-02-01" }), "moved_in", Problem::NotADay)]
#[case::an_identity_number(json!({ "name": "A", "remarks": "fnr 01019000083" }), "remarks", Problem::IdentityNumber)]
#[case::a_name_of_two_lines(json!({ "name": "A\nB" }), "name", Problem::NotOneLine)]
#[case::a_name_of_blanks(json!({ "name": "   " }), "name", Problem::Missing)]
#[case::a_language_that_is_none(json!({ "name": "A", "languages": ["norsk bokmål"] }), "languages", Problem::UnknownLanguage)]
#[case::a_contact_without_a_role(json!({ "name": "A", "contacts": [{ "who": "01890a5d-ac96-774b-bcce-b302099a8057" }] }), "contacts", Problem::UnknownChoice)]
fn a_resident_is_refused(#[case] fields: Value, #[case] field: &str, #[case] problem: Problem) {
    let issues = kind("resident").unwrap().check(&body(fields), |_| true);
    assert_eq!(issues, [Issue::new(field, problem)]);
}

#[test]
fn a_value_of_a_newer_version_reads_as_empty_and_is_none_of_this_ones_business() {
    let newer =
        body(json!({ "at": "2024-03-14T09:50:00Z", "topics": ["nav"], "place": "hologram" }));
    assert_eq!(read::<Visit>(&newer).place, None);
    assert_eq!(read::<Visit>(&newer).topics.len(), 1);
    assert_eq!(kind("visit").unwrap().check(&newer, |field| field == "note"), []);
}

#[test]
fn a_text_of_one_mebibyte_is_refused_with_the_length_that_fits() {
    let long = "å".repeat(1 << 20);
    let issues = kind("visit").unwrap().check(
        &body(json!({ "at": "2024-03-14T09:50:00Z", "topics": ["nav"], "note": long })),
        |_| true,
    );
    assert_eq!(issues, [Issue::new("note", Problem::TooLong { most: 100_000 })]);
}

#[test]
fn only_fields_that_hold_text_are_searched() {
    for field in KINDS.iter().flat_map(|it| it.fields).filter(|it| it.searched) {
        assert!(matches!(field.ty, Type::Line | Type::Text), "{}", field.name);
    }
}
