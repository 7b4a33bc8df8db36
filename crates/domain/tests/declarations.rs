//! What kinds declare fits together: nothing else checks it, and all generic code relies on it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use domain::field::{ANY, Begin, Take};
use domain::kind::{Identity, Order};
use domain::life::{DONE, OPEN, Standing};
use domain::{KINDS, Kind, Type};

fn type_of(kind: &Kind, field: &str) -> Type {
    let field = kind.field(field);
    field.unwrap_or_else(|| panic!("{} declares a field it has not", kind.name)).ty
}

#[test]
fn a_kind_has_a_state_for_each_value_of_its_status_and_no_other() {
    for kind in KINDS {
        let Some(life) = kind.life else { continue };
        let mut states: Vec<_> = life.states.iter().map(|it| it.name).collect();
        let mut values = match type_of(kind, life.field) {
            Type::Choice(list) => list.values.to_vec(),
            Type::Day => vec![OPEN, DONE],
            other => panic!("{} has a state by {other:?}", kind.name),
        };
        states.sort_unstable();
        values.sort_unstable();
        assert_eq!(states, values, "{}", kind.name);
    }
}

#[test]
fn a_record_that_says_no_status_begins_in_the_first_state_of_its_kind_or_has_none() {
    for kind in KINDS.iter().filter(|it| it.has_cases()) {
        let life = kind.life.unwrap();
        let field = kind.field(life.field).unwrap();
        let by_day = field.ty == Type::Day;
        assert!(by_day || field.otherwise == Some(life.states[0].name), "{}", kind.name);
    }
}

#[test]
fn what_is_due_is_due_on_a_day_and_what_weighs_weighs_by_a_choice() {
    for (kind, life) in KINDS.iter().filter_map(|it| Some((it, it.life?))) {
        assert!(life.due.is_none_or(|it| type_of(kind, it) == Type::Day), "{}", kind.name);
        let choice = |it: &str| matches!(type_of(kind, it), Type::Choice(_));
        assert!(life.weight.is_none_or(choice), "{}", kind.name);
    }
}

#[test]
fn what_is_never_over_is_no_case() {
    for (kind, life) in KINDS.iter().filter_map(|it| Some((it, it.life?))) {
        let is = |standing| move |it: &domain::life::State| it.standing == standing;
        let over = life.states.iter().any(is(Standing::Over));
        assert!(over || life.states.iter().all(is(Standing::Aside)), "{} never ends", kind.name);
    }
}

#[test]
fn titles_quotes_orders_and_identities_are_of_fields_that_the_kind_has() {
    for kind in KINDS {
        kind.card.title.iter().for_each(|it| assert!(kind.field(it).is_some(), "{}", kind.name));
        assert!(kind.card.quote.is_none_or(|it| type_of(kind, it) == Type::Text), "{}", kind.name);
        if let Order::When(field) | Order::Of(field) = kind.order {
            let dated = matches!(type_of(kind, field), Type::Moment | Type::Day | Type::Link(_));
            assert!(dated, "{} is in order by {field}", kind.name);
        }
        if let Identity::Of(fields) = kind.identity {
            let single = |it: &&str| {
                matches!(type_of(kind, it), Type::Link(_) | Type::Choice(_) | Type::Line)
            };
            assert!(fields.iter().all(single), "{}", kind.name);
        }
    }
}

#[test]
fn a_new_record_begins_with_values_that_its_fields_take() {
    for (kind, field) in KINDS.iter().flat_map(|k| k.fields.iter().map(move |f| (k, f))) {
        let fits = match field.begin {
            None => true,
            Some(Begin::Now | Begin::Tomorrow) => field.ty == Type::Moment,
            Some(Begin::InDays(_)) => field.ty == Type::Day,
            Some(Begin::Is(value)) => field.problem(&value.into()).is_none(),
        };
        assert!(fits, "{}.{} begins with {:?}", kind.name, field.name, field.begin);
    }
}

#[test]
fn what_is_taken_over_fits_and_a_kind_that_takes_over_names_where_from() {
    for kind in KINDS {
        let taking: Vec<_> = kind.fields.iter().filter(|it| !it.takes.is_empty()).collect();
        let from = kind.fields.iter().any(|it| it.ty == Type::Link(ANY));
        assert!(taking.is_empty() || from, "{} takes over from nowhere", kind.name);
        for field in taking {
            let fits = field.takes.iter().all(|take| match take {
                Take::Same => true,
                Take::Words => matches!(field.ty, Type::Line | Type::Text),
                Take::Topic => field.ty == Type::Line,
                Take::Theirs(partner) => {
                    matches!(field.ty, Type::Choice(_))
                        && matches!(type_of(kind, partner), Type::Link(_))
                }
            });
            assert!(fits, "{}.{} takes {:?}", kind.name, field.name, field.takes);
        }
    }
}
