//! Lines that are told apart by an id: steps with dates, and an agenda.

use serde_json::Value;

use crate::field::composite::{TEXT, are_apart, hours::DAY};
use crate::field::value::{LINE_LIMIT, Type, each, link, text, unless};
use crate::issue::Problem;

/// The key of the id of a line.
pub const ID: &str = "id";
/// The key of the day on which a step was taken.
pub const DONE: &str = "done";
/// The key of the record that a line of an agenda is about.
pub const RECORD: &str = "record";

/// What is wrong with steps: each has a text, perhaps a day by which, perhaps the day on which it was done.
pub fn steps(value: &Value) -> Option<Problem> {
    let day = |it: &Value| if it.is_null() { None } else { Type::Day.problem(it) };
    lines(value, |it| written(it).or_else(|| day(&it[DAY])).or_else(|| day(&it[DONE])))
}

/// What is wrong with an agenda: each line has a text, or a record that it is about, or both.
pub fn agenda(value: &Value) -> Option<Problem> {
    lines(value, |it| match &it[RECORD] {
        Value::Null => written(it),
        record if it[TEXT].is_null() => link(record),
        record => link(record).or_else(|| written(it)),
    })
}

fn written(line: &Value) -> Option<Problem> {
    let empty = line[TEXT].as_str().is_some_and(|it| it.trim().is_empty());
    text(&line[TEXT], LINE_LIMIT).or_else(|| unless(!empty, Problem::Missing))
}

fn lines(value: &Value, problem: impl Fn(&Value) -> Option<Problem>) -> Option<Problem> {
    let one = |it: &Value| link(&it[ID]).and(Some(Problem::WrongType)).or_else(|| problem(it));
    each(value, one).or_else(|| unless(are_apart(value, ID), Problem::Taken))
}
