//! What holds for every field of every kind, by property. A value is either valid or reported, and
//! a valid value survives writing and reading.

use chrono::NaiveDate;
use domain::field::Type;
use domain::field::composite::Precision;
use domain::{Body, Field, KINDS, Kind};
use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Any JSON that a newer version, a damaged row or a hostile colleague could leave.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{0,12}Z)?".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        let member = ("(who|role|[a-z]{1,5})", inner.clone());
        prop_oneof![
            vec(inner, 0..5).prop_map(Value::from),
            vec(member, 0..4).prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

fn any_kind() -> impl Strategy<Value = &'static Kind> {
    proptest::sample::select(KINDS.iter().collect::<Vec<_>>())
}

/// A kind, with arbitrary values in its fields and in one field of a newer version.
fn scribbled() -> impl Strategy<Value = (&'static Kind, Body)> {
    any_kind().prop_flat_map(|kind| {
        let names = kind.fields.iter().map(|it| it.name).chain(["from-the-future"]);
        let names: Vec<String> = names.map(str::to_owned).collect();
        let count = names.len();
        vec(anything(), count)
            .prop_map(move |values| (kind, names.iter().cloned().zip(values).collect()))
    })
}

fn id() -> impl Strategy<Value = String> {
    any::<u128>().prop_map(|it| domain::Id::from_u128(it).to_string())
}

/// From a day on, so many days.
fn period((from, days): (String, i64)) -> Value {
    let first: NaiveDate = from.parse().unwrap_or_default();
    json!({ "from": from, "to": (first + chrono::TimeDelta::days(days)).to_string() })
}

/// A value that a form sends.
fn sound(ty: Type) -> BoxedStrategy<Value> {
    let day = || (1990..2090, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let moment =
        || (day(), 0..24, 0..60).prop_map(|(day, h, m)| format!("{day}T{h:02}:{m:02}:00Z"));
    let language = || "[a-z]{2,3}(-[A-Z]{2})?";
    let of = |values: &'static [&'static str]| proptest::sample::select(values);
    match ty {
        Type::Line => "[^\\p{C}\\s][^\\p{C}\\p{Z}]{0,60}".prop_map(Value::from).boxed(),
        Type::Member => prop_oneof![id(), "[A-ZÅa-zå]{1,20}"].prop_map(Value::from).boxed(),
        Type::Phone => "\\+?[0-9]{3,12}( [a-z]{1,9})?".prop_map(Value::from).boxed(),
        Type::Email => "[a-z.]{1,9}@[a-z]{1,9}\\.no".prop_map(Value::from).boxed(),
        Type::Text => "\\PC{1,60}[a-zå\n]{1,60}x".prop_map(Value::from).boxed(),
        Type::Day => day().prop_map(Value::from).boxed(),
        Type::Time => (0..24, 0..60).prop_map(|(h, m)| json!(format!("{h:02}:{m:02}"))).boxed(),
        Type::Week => (1990..2090, 1..=52).prop_map(|(y, w)| json!(format!("{y}-W{w:02}"))).boxed(),
        Type::Moment => moment().prop_map(Value::from).boxed(),
        Type::Tally { most } => (0..=most).prop_map(Value::from).boxed(),
        Type::Number { least, most } => (least..=most).prop_map(Value::from).boxed(),
        Type::Flag => any::<bool>().prop_map(Value::from).boxed(),
        Type::Choice(choices) => of(choices.values).prop_map(Value::from).boxed(),
        Type::Choices(choices) => vec(of(choices.values), 1..4).prop_map(|it| json!(it)).boxed(),
        Type::Link(_) => id().prop_map(Value::from).boxed(),
        Type::Links(_) => vec(id(), 1..4).prop_map(|it| json!(it)).boxed(),
        Type::Language => language().prop_map(Value::from).boxed(),
        Type::Languages => vec(language(), 1..4).prop_map(|it| json!(it)).boxed(),
        Type::Roles(_, choices) => vec((id(), of(choices.values)), 1..4)
            .prop_map(|it| {
                it.iter().map(|(who, role)| json!({ "who": who, "role": role })).collect()
            })
            .boxed(),
        Type::Texts => hash_map("(nb|nn|en|uk|fa-AF)", "[A-ZÅa-zå]{1,30}", 1..4)
            .prop_map(|it| {
                let one = |(language, text)| json!({ "language": language, "text": text });
                it.into_iter().map(one).collect()
            })
            .boxed(),
        Type::Hours => vec((1..=7, 0..12, 12..24), 1..6)
            .prop_map(|it| {
                let time = |hour: i32| format!("{hour:02}:30");
                let one = |(day, from, to)| json!({ "day": day, "from": time(from), "to": time(to) });
                it.into_iter().map(one).collect()
            })
            .boxed(),
        Type::Money => (0..=100_000_000_000_i64).prop_map(Value::from).boxed(),
        Type::Period(Precision::Day) => (day(), 0..90_i64).prop_map(period).boxed(),
        Type::Period(Precision::Moment) => (moment(), proptest::option::of(Just("2199-01-01T00:00:00Z")))
            .prop_map(|(from, to)| to.map_or_else(|| json!({ "from": from }), |to| json!({ "from": from, "to": to })))
            .boxed(),
        Type::Steps => hash_map(id(), ("[A-ZÅa-zå]{1,30}", day()), 1..4)
            .prop_map(|it| {
                let one = |(id, (text, day))| json!({ "id": id, "text": text, "day": day });
                it.into_iter().map(one).collect()
            })
            .boxed(),
        Type::Agenda => hash_map(id(), ("[A-ZÅa-zå]{1,30}", id()), 1..4)
            .prop_map(|it| {
                let one = |(id, (text, record))| json!({ "id": id, "text": text, "record": record });
                it.into_iter().map(one).collect()
            })
            .boxed(),
        Type::Blob => ("[0-9a-f]{64}", "[a-z]{1,20}\\.jpg", 0..25_000_000_u64)
            .prop_map(|(hash, name, size)| {
                json!({ "hash": hash, "name": name, "media": "image/jpeg", "size": size })
            })
            .boxed(),
        Type::Calls(_, choices) => vec((id(), of(choices.values), moment()), 1..4)
            .prop_map(|it| {
                let call = |(who, role, at)| json!({ "who": who, "role": role, "at": at });
                it.into_iter().map(call).collect()
            })
            .boxed(),
    }
}

/// A kind, one of its fields, and a valid value for it.
fn filled() -> impl Strategy<Value = (&'static Kind, &'static Field, Value)> {
    let fields: Vec<_> = KINDS.iter().flat_map(|k| k.fields.iter().map(move |f| (k, f))).collect();
    proptest::sample::select(fields)
        .prop_flat_map(|(kind, field)| sound(field.ty).prop_map(move |it| (kind, field, it)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_stands_in_a_field_is_read_without_a_fall((kind, body) in scribbled()) {
        kind.retyped(&body);
        let _ = (kind.title(&body), kind.moment(&body));
    }

    #[test]
    fn a_problem_is_always_named_by_a_field_of_the_kind((kind, body) in scribbled()) {
        for issue in kind.check(&body, NaiveDate::default(), |_| true) {
            prop_assert!(kind.field(&issue.field).is_some(), "{}.{}", kind.name, issue.field);
        }
    }

    #[test]
    fn what_a_form_sends_is_sound((_, field, value) in filled()) {
        prop_assert_eq!(field.problem(&value), None);
    }

    #[test]
    fn what_is_sound_is_the_same_after_being_read_and_written((kind, field, value) in filled()) {
        let body: Body = [(field.name.to_owned(), value.clone())].into_iter().collect();
        let written = kind.retyped(&body);
        prop_assert_eq!(written.get(field.name), Some(&value));
    }
}
