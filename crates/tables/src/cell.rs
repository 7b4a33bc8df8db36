//! From what stands in a cell to the value of a field. Links stay names: only the core knows
//! what they point to, and it checks every value as it does when somebody saves.

use domain::choice::Choices;
use domain::field::UNKNOWN;
use domain::issue::Problem;
use domain::sheet::{LISTED, SAID};
use domain::zone::Zone;
use domain::{Id, Record, Resident, Type, amount, written};
use serde_json::{Value, json};

use crate::{composite, labels, language};

/// The value of a cell that isn't empty; a week without a year is of that one, and a time is on that
/// clock.
pub fn value(ty: &Type, cell: &str, year: i32, zone: &Zone) -> Result<Value, Problem> {
    let parts =
        |between: &'static [char]| cell.split(between).map(str::trim).filter(|it| !it.is_empty());
    let each = |read: &dyn Fn(&str) -> Result<Value, Problem>, between| {
        parts(between).map(read).collect::<Result<Vec<_>, _>>().map(Value::from)
    };
    match ty {
        Type::Line | Type::Phone | Type::Email | Type::Text | Type::Member | Type::Link(_) => {
            Ok(json!(cell))
        }
        Type::Number { least, most } => number(cell, *least, *most),
        Type::Tally { most } => number(cell, 0, *most),
        Type::Flag => flag(cell),
        Type::Day => written::day(cell).map(|it| json!(it)).ok_or(Problem::NotADay),
        Type::Time => time(cell),
        Type::Week => written::week(cell, year).map(Value::from).ok_or(Problem::NotAWeek),
        Type::Moment => moment(cell, zone),
        Type::Choice(choices) => choice(choices, cell),
        Type::Choices(choices) => each(&|it| choice(choices, it), &['|', ',', ';', '\n']),
        Type::Language => language::tag(cell).map(Value::from),
        Type::Languages => {
            each(&|it| language::tag(it).map(Value::from), &['|', ',', ';', '/', '\n'])
        }
        // A name may well have a comma in it.
        Type::Links(Resident::KIND) => each(&|it| Ok(json!(person(it))), &['|', '\n']),
        Type::Links(_) => each(&|it| Ok(json!(it)), &['|', '\n']),
        Type::Roles(Resident::KIND, roles) => each(&|it| part(roles, it), &['|', '\n']),
        Type::Roles(_, roles) => each(&|it| role(roles, it), &['|', '\n']),
        Type::Texts => Ok(composite::read_texts(cell)),
        Type::Hours => composite::read_hours(cell),
        Type::Steps | Type::Agenda => Ok(composite::read_lines(cell)),
        Type::Period(precision) => composite::read_period(cell, *precision, zone),
        Type::Money => amount::read(cell).map(Value::from).ok_or(Problem::NotAnAmount),
        Type::Blob => serde_json::from_str(cell).map_err(|_| Problem::WrongType),
        Type::Calls(_, roles) => each(&|it| call(roles, it, zone), &['|', '\n']),
    }
}

fn flag(cell: &str) -> Result<Value, Problem> {
    match cell.to_lowercase().as_str() {
        "yes" | "ja" | "true" | "1" | "x" | "✓" => Ok(json!(true)),
        "no" | "nei" | "false" | "0" => Ok(json!(false)),
        _ => Err(Problem::WrongType),
    }
}

fn number(cell: &str, least: i64, most: i64) -> Result<Value, Problem> {
    cell.parse::<i64>().map(Value::from).map_err(|_| Problem::OutOfRange { least, most })
}

fn time(cell: &str) -> Result<Value, Problem> {
    let time = written::time(cell).ok_or(Problem::NotATime)?;
    Ok(json!(time.format("%H:%M").to_string()))
}

fn moment(cell: &str, zone: &Zone) -> Result<Value, Problem> {
    let read = written::moment(cell, zone, written::day)?;
    Ok(json!(written::stored(read.at)))
}

/// A value by its own name or by its label in any language. Of a list that sites make their own, the
/// words go along: only the core knows whether the site means something else by them.
fn choice(choices: &Choices, text: &str) -> Result<Value, Problem> {
    let mut known = choices.values.iter();
    if let Some(value) = known.find(|it| **it == text) {
        return Ok(Value::from(*value));
    }
    let labelled = labels::meant(choices.name, text).find(|it| !it.is_empty());
    match choices.records {
        Some(_) if text.parse::<Id>().is_ok() => Ok(text.into()),
        Some(_) => Ok(json!({ SAID: text, LISTED: labelled.unwrap_or_default() })),
        None => labelled.map(Value::from).ok_or(Problem::UnknownChoice),
    }
}

/// The name of a resident, or the id that stands for somebody unknown.
fn person(name: &str) -> String {
    let unknown = labels::meant(labels::UNKNOWN, name).next().is_some();
    if unknown { UNKNOWN.to_string() } else { name.to_owned() }
}

/// `role:Name` of a resident.
fn part(roles: &Choices, text: &str) -> Result<Value, Problem> {
    let mut part = role(roles, text)?;
    part["who"] = part["who"].as_str().map(person).into();
    Ok(part)
}

/// `role:Name`.
fn role(roles: &Choices, text: &str) -> Result<Value, Problem> {
    let (role, name) = text.split_once(':').ok_or(Problem::WrongType)?;
    Ok(json!({ "role": choice(roles, role.trim())?, "who": name.trim() }))
}

/// `role:Name@moment`.
fn call(roles: &Choices, text: &str, zone: &Zone) -> Result<Value, Problem> {
    let (called, at) = text.rsplit_once('@').ok_or(Problem::NotAMoment)?;
    let mut called = role(roles, called)?;
    called["at"] = moment(at.trim(), zone)?;
    Ok(called)
}

#[cfg(test)]
mod tests {
    use domain::kind;

    use super::*;

    fn read(name: &str, field: &str, cell: &str) -> Result<Value, Problem> {
        value(&kind(name).unwrap().field(field).unwrap().ty, cell, 2026, &Zone::default())
    }

    #[test]
    fn values_are_read_as_they_are_stored_or_as_they_are_shown() {
        for (name, field, cell, expected) in [
            ("resident", "languages", "ukrainsk, russisk", json!(["uk", "ru"])),
            ("resident", "languages", "ti|fa-AF", json!(["ti", "fa-AF"])),
            ("resident", "interpreter", "Alltid tolk", json!("always")),
            ("resident", "moved_in", "11.12.23", json!("2023-12-11")),
            (
                "resident",
                "contacts",
                "Fastlege:Bjerke legesenter|other:Frivilligsentralen",
                json!([
                    { "role": "gp", "who": "Bjerke legesenter" },
                    { "role": "other", "who": "Frivilligsentralen" },
                ]),
            ),
            (
                "visit",
                "topics",
                "Nav, Post og skjema, school",
                json!([
                    { "said": "Nav", "listed": "nav" },
                    { "said": "Post og skjema", "listed": "post-and-forms" },
                    "school",
                ]),
            ),
            ("unit", "accessible", "X", json!(true)),
            ("activity", "time", "kl. 14.30", json!("14:30")),
            ("activity", "week", "uke 11", json!("2026-W11")),
            (
                "incident",
                "notified",
                "reached:Boligbygg@2026-03-14 21:15",
                json!([
                    { "role": "reached", "who": "Boligbygg", "at": "2026-03-14T20:15:00.000Z" },
                ]),
            ),
        ] {
            assert_eq!(read(name, field, cell), Ok(expected), "{cell}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for (name, field, cell, problem) in [
            ("resident", "moved_in", "31.02.2024", Problem::NotADay),
            ("resident", "birth_year", "ung", Problem::OutOfRange { least: 1900, most: 2100 }),
            ("resident", "interpreter", "kanskje", Problem::UnknownChoice),
            ("resident", "contacts", "Bjerke legesenter", Problem::WrongType),
            ("visit", "at", "i går", Problem::NotAMoment),
            ("incident", "notified", "reached:Boligbygg", Problem::NotAMoment),
        ] {
            assert_eq!(read(name, field, cell), Err(problem), "{cell}");
        }
    }
}
