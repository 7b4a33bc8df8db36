//! Rules of every kind, and of each.
#![allow(clippy::needless_pass_by_value, reason = "json! makes values to be given away")]

use chrono::NaiveDate;
use domain::field::{ANY, RECEIVER, Type};
use domain::{Body, Issue, KINDS, Problem, Resident, Visit, kind, read, write};
use rstest::rstest;
use serde_json::{Value, json};

/// The day against which dates of birth are checked.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 14).unwrap_or_default()
}

fn body(value: Value) -> Body {
    value.as_object().cloned().unwrap_or_default()
}

/// A filled-in record of every kind.
fn sample(name: &str) -> Body {
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    let photo =
        json!({ "hash": "ab".repeat(32), "name": "trapp.jpg", "media": "image/jpeg", "size": 9 });
    body(match name {
        "unit" => json!({ "label": "H0304", "floor": 3, "rooms": 1, "accessible": true,
            "use": "apartment", "rent": 845_000,
            "closed": { "from": "2024-03-14T09:00:00.000Z", "to": "2024-03-15T09:00:00.000Z" },
            "remarks": "Kort gange" }),
        "partner" => json!({ "name": "Boligbygg", "kind": "landlord", "phone": "00012345",
            "email": "post@example.no", "hours": "9–15", "topics": ["housing"],
            "remarks": "Spør etter Lise", "in_app": true }),
        "resident" => json!({ "name": "Oksana Kovalenko", "display_name": "Oksana K.",
            "languages": ["uk", "ru"], "interpreter": "sometimes", "birth_year": 2001, "unit": id,
            "moved_in": "2023-12-13", "moved_out": "2024-05-31", "moved_to": "Egen bolig",
            "phone": "00012345", "contacts": [{ "who": id, "role": "gp" }], "remarks": "Hund",
            "same_as": id }),
        "visit" => json!({ "at": "2024-03-14T09:50:00.000Z", "residents": [id],
            "topics": ["post-and-forms"], "place": "office", "minutes": 10, "language": "uk",
            "interpreter": "phone", "our_part": "carried-message", "note": "Brev fra Nav",
            "outcome": "follow-up" }),
        "appointment" => json!({ "at": "2024-03-14T09:30:00.000Z", "residents": [id],
            "purpose": "Legetime", "partner": id, "with": "Dr. Lie", "place": "Trondheimsveien 275",
            "escort": "Aisha", "meet": "På kontoret kl. 10", "interpreter_ordered": true,
            "status": "done", "outcome": "Ny time om en uke", "owner": id, "next": id, "from": id }),
        "incident" => json!({ "at": "2024-03-14T21:10:00.000Z", "type": "smoke-smell",
            "seriousness": "acute", "what": "Røyklukt i 3. etasje", "place": "Trappa", "unit": id,
            "parties": [{ "who": id, "role": "witness" }], "actions": "Gikk gjennom etasjen",
            "notified": [{ "who": id, "role": "reached", "at": "2024-03-14T21:15:00.000Z" }],
            "status": "closed", "closed_how": "En gryte på plata", "photo": photo, "owner": id, "from": id }),
        "referral" => json!({ "to": id, "about": [id], "topic": "housing", "ask": "Kald radiator",
            "urgency": "soon", "reply_by": "2024-03-20", "status": "answered",
            "answer": "Vaktmester kommer torsdag", "owner": "Aisha", "from": id }),
        "follow-up" => json!({ "what": "Spør Boligbygg om radiatoren", "due": "2024-03-15",
            "owner": "Aisha", "about": [id], "done": "2024-03-15", "done_how": "De kommer",
            "steps": [{ "id": id, "text": "Bestill time", "day": "2024-03-14", "done": "2024-03-14" }],
            "receiver": id, "from": id }),
        "enquiry" => json!({ "who": "Kari Nabo", "role": "neighbour", "phone": "00012345",
            "what": "Hvem rydder i bakgården?", "received": "2024-03-14T09:50:00.000Z",
            "answer_by": "2024-03-15", "answers": "Aisha", "status": "answered",
            "answered": "2024-03-15", "told": "Vi gjør, hver fredag" }),
        "activity" => json!({ "title": "Båttur i Oslofjorden", "status": "weather-reserve",
            "day": "2024-04-04", "time": "12:00", "week": "2024-W14", "place": "Aker brygge",
            "why": "Dårlig vær", "responsible": "Bjørn", "capacity": 12, "attendance": "names",
            "headcount": 10, "agenda": [{ "id": id, "text": "Søppel", "record": id }],
            "remarks": "Ta med redningsvester" }),
        "attendance" => json!({ "activity": id, "resident": id, "status": "came" }),
        "site-topic" => json!({
            "name": [{ "language": "nb", "text": "Penger" }], "owner": "nav", "partner": id,
            "no_partner": true, "hidden": true, "place": 3,
        }),
        "member" => json!({
            "name": "Anne Berg", "languages": ["nb", "uk"], "phone": "00012345",
            "hours": [{ "day": 1, "from": "08:00", "to": "15:30" }],
            "away": { "from": "2024-07-01", "to": "2024-07-21" },
            "first": "2024-01-02", "last": "2024-12-31", "lead": true,
        }),
        "pin" => json!({ "note": id }),
        "handover" => json!({ "scope": "building", "last_day": "2024-05-31", "leaving": [id],
            "resident": id, "lead": id, "reason": "Bydelen har bestemt det", "farewell": id,
            "status": "open" }),
        "handover-item" => {
            json!({ "handover": id, "matter": id, "owner": id, "remains": "Nav mangler kontrakten",
            "receiver": id, "channel": "by-hand", "takes_over": "2024-06-01", "status": "accepted",
            "offered_at": "2024-05-12T07:20:00.000Z",
            "consent": "given", "consent_how": "spoken", "consent_day": "2024-05-12",
            "consent_language": "ar", "consent_interpreter": "phone", "consent_why": "Hun ba om det",
            "question": "Har han kontrakten?", "answer": "Ja", "understood": "Vi laster opp kontrakten",
            "reason": "Ikke vårt område", "answered_for": id, "answered_by": "Ingrid Moe",
            "answered_at": "2024-05-18T07:20:00.000Z", "kept_by": id, "review": "2024-06-15" })
        }
        "summary" => json!({ "handover": id, "resident": id, "state": "watch", "who": "Kom i 2023",
            "open": "Større leilighet", "if_then": "Hvis brev fra UDI, så les det sammen",
            "wishes": "Bli boende", "as_of": "2024-05-20", "signed_by": id, "signed_words": "watch" }),
        "notice" => json!({ "handover": id, "resident": id, "language": "uk", "place": "door",
            "told_by": id, "told_at": "2024-05-20T14:10:00.000Z", "interpreter": "phone",
            "said_back": "Dere slutter 31. mai", "wishes": ["meet-together"], "not_home": 2 }),
        "submission" => {
            json!({ "made_at": "2024-05-31T10:00:00.000Z", "holds": format!("{id} 7\n"),
            "to_depot": "Oslo byarkiv", "status": "accepted", "decided": "2024-06-10",
            "said_by": "Ingrid Moe", "remarks": "Godkjent" })
        }
        "disposal" => json!({ "device_id": id, "handover": id, "owner": id,
            "begun": "2024-06-11T10:00:00.000Z", "emptied": "2024-06-11T10:01:00.000Z",
            "destroyed": ["data-key", "data-files"], "noted": "Slettet av IKT", "noted_by": id }),
        "site" => json!({ "zone": "Europe/Oslo" }),
        "wording" => json!({ "words": "Шукайте нас на першому поверсі.", "language": "uk",
            "text": "slip-questions" }),
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
        assert_eq!(kind.check(&sample, today(), |_| true), [], "{}", kind.name);
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
    for target in links.filter(|it| ![ANY, RECEIVER].contains(it)) {
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
    let issues = kind("visit").unwrap().check(&wrong, today(), |_| true);
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
#[case::a_birth_to_come(json!({ "name": "A", "birth_year": 2025 }), "birth_year", Problem::OutOfRange { least: 1900, most: 2024 })]
#[case::an_identity_number(json!({ "name": "A", "remarks": "fnr 01019000083" }), "remarks", Problem::IdentityNumber)]
#[case::a_name_of_two_lines(json!({ "name": "A\nB" }), "name", Problem::NotOneLine)]
#[case::a_name_of_blanks(json!({ "name": "   " }), "name", Problem::Missing)]
#[case::a_language_that_is_none(json!({ "name": "A", "languages": ["norsk bokmål"] }), "languages", Problem::UnknownLanguage)]
#[case::a_contact_without_a_role(json!({ "name": "A", "contacts": [{ "who": "01890a5d-ac96-774b-bcce-b302099a8057" }] }), "contacts", Problem::UnknownChoice)]
fn a_resident_is_refused(#[case] fields: Value, #[case] field: &str, #[case] problem: Problem) {
    let issues = kind("resident").unwrap().check(&body(fields), today(), |_| true);
    assert_eq!(issues, [Issue::new(field, problem)]);
}

#[rstest]
#[case::an_activity_on_no_day("activity", json!({ "title": "Tur", "status": "planned" }), "day", Problem::Missing)]
#[case::with_a_phone_that_nobody_can_call("partner", json!({ "name": "Nav", "kind": "nav", "phone": "ikke et nummer" }), "phone", Problem::NotAPhone)]
#[case::with_an_address_that_nobody_can_write_to("partner", json!({ "name": "Nav", "kind": "nav", "email": "tull@ball" }), "email", Problem::NotAnEmail)]
#[case::with_words_for_a_number("resident", json!({ "name": "Oksana", "birth_year": "abc" }), "birth_year", Problem::OutOfRange { least: 1900, most: 2100 })]
#[case::in_a_week_that_is_not("activity", json!({ "title": "Tur", "status": "idea", "week": "2023-W53" }), "week", Problem::NotAWeek)]
#[case::an_identity_number_in_a_note("visit", json!({ "at": "2024-03-14T21:10:00Z", "topics": ["nav"], "note": "Personnummer 010190 00083" }), "note", Problem::IdentityNumber)]
#[case::an_identity_number_to_a_partner("referral", json!({ "to": "01890a5d-ac96-774b-bcce-b302099a8057", "about": ["01890a5d-ac96-774b-bcce-b302099a8057"], "topic": "nav", "ask": "Gjelder 01019000083", "status": "draft" }), "ask", Problem::IdentityNumber)]
#[case::at_25_o_clock("activity", json!({ "title": "Tur", "status": "idea", "time": "25:00" }), "time", Problem::NotATime)]
#[case::an_incident_closed_without_a_word("incident", json!({ "at": "2024-03-14T21:10:00Z", "type": "noise", "seriousness": "minor", "what": "Fest", "status": "closed" }), "closed_how", Problem::Missing)]
#[case::an_appointment_moved_to_nowhere("appointment", json!({ "at": "2024-03-14T09:30:00Z", "residents": ["01890a5d-ac96-774b-bcce-b302099a8057"], "purpose": "Legetime", "status": "moved" }), "outcome", Problem::Missing)]
fn a_record_is_refused(
    #[case] name: &str,
    #[case] fields: Value,
    #[case] field: &str,
    #[case] problem: Problem,
) {
    let issues = kind(name).unwrap().check(&body(fields), today(), |_| true);
    assert_eq!(issues, [Issue::new(field, problem)]);
}

#[test]
fn a_wording_that_leaves_out_a_value_or_has_an_unknown_one_is_refused() {
    let missing = |name: &str| Problem::PlaceholderMissing { name: name.to_owned() };
    let unknown = |name: &str| Problem::PlaceholderUnknown { name: name.to_owned() };
    for (text, words, problems) in [
        ("slip-at", "{day}, {weekday} kl. {time}", vec![]),
        ("slip-at", "{weekday} kl. {time}", vec![missing("{day}")]),
        ("slip-at", "{weekday} {day} kl. {tid}", vec![missing("{time}"), unknown("{tid}")]),
        ("slip-meet-office-at", "Kl. { time }", vec![missing("{time}"), unknown("{ time }")]),
        ("slip-meet-office-at", "Kl. {time} {her", vec![unknown("{her")]),
        ("slip-questions", "Ring {name}", vec![unknown("{name}")]),
        ("slip-questions", "Vi er i 1. etasje :-}", vec![]),
        ("slip-questions", "", vec![Problem::Missing]),
    ] {
        let wording = body(json!({ "words": words, "language": "nb", "text": text }));
        let issues = kind("wording").unwrap().check(&wording, today(), |_| true);
        let found: Vec<_> = issues.iter().map(|it| (it.field.as_str(), &it.problem)).collect();
        let expected: Vec<_> = problems.iter().map(|it| ("words", it)).collect();
        assert_eq!(found, expected, "{words}");
    }
}

#[test]
fn an_idea_needs_no_day() {
    let idea = body(json!({ "title": "Grilling", "status": "idea" }));
    assert_eq!(kind("activity").unwrap().check(&idea, today(), |_| true), []);
}

#[test]
fn a_record_is_named_by_what_must_be_filled_and_timed_by_what_orders_it() {
    let names = ["appointment", "incident", "referral", "follow-up", "activity"]
        .map(|it| kind(it).unwrap().title(&sample(it)).to_owned());
    let expected = [
        "Legetime",
        "Røyklukt i 3. etasje",
        "Kald radiator",
        "Spør Boligbygg om radiatoren",
        "Båttur i Oslofjorden",
    ];
    assert_eq!(names, expected);
    let times = ["appointment", "referral", "follow-up"]
        .map(|it| kind(it).unwrap().moment(&sample(it)).map(|at| at.to_rfc3339()));
    let expected = [Some("2024-03-14T09:30:00+00:00"), None, Some("2024-03-15T12:00:00+00:00")];
    assert_eq!(times, expected.map(|it| it.map(str::to_owned)));
}

#[test]
fn a_value_of_a_newer_version_reads_as_empty_and_is_none_of_this_ones_business() {
    let newer =
        body(json!({ "at": "2024-03-14T09:50:00Z", "topics": ["nav"], "place": "hologram" }));
    assert_eq!(read::<Visit>(&newer).place, None);
    assert_eq!(read::<Visit>(&newer).topics.len(), 1);
    assert_eq!(kind("visit").unwrap().check(&newer, today(), |field| field == "note"), []);
}

#[test]
fn a_text_of_one_mebibyte_is_refused_with_the_length_that_fits() {
    let long = "å".repeat(1 << 20);
    let issues = kind("visit").unwrap().check(
        &body(json!({ "at": "2024-03-14T09:50:00Z", "topics": ["nav"], "note": long })),
        today(),
        |_| true,
    );
    assert_eq!(issues, [Issue::new("note", Problem::TooLong { most: 100_000 })]);
}

#[test]
fn only_what_people_wrote_or_picked_from_a_list_is_searched() {
    for field in KINDS.iter().flat_map(|it| it.fields).filter(|it| it.searched) {
        let written =
            matches!(field.ty, Type::Line | Type::Phone | Type::Text | Type::Number { .. })
                || matches!(field.ty, Type::Texts | Type::Steps | Type::Agenda);
        let picked = matches!(field.ty, Type::Choice(_) | Type::Choices(_) | Type::Languages);
        assert!(written || picked, "{}", field.name);
    }
}
