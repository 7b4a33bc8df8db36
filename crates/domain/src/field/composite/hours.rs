//! Hours on days of the week.

use serde_json::Value;

use crate::field::composite::{FROM, TO};
use crate::field::value::{each, elements, is_time, unless};
use crate::issue::Problem;

/// The key of the day of some hours.
pub const DAY: &str = "day";

/// Days of the week in a row that have the same hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    /// The first day, Monday being 1.
    pub first: u64,
    /// The last day.
    pub last: u64,
    /// When they begin, `HH:MM`.
    pub from: &'a str,
    /// When they end, `HH:MM`.
    pub to: &'a str,
}

/// Hours in the order of the week, those of neighbouring days together.
pub fn spans(hours: &Value) -> Vec<Span<'_>> {
    let span = |it| {
        let (day, from, to) = one(it)?;
        Some(Span { first: day, last: day, from, to })
    };
    let mut single: Vec<_> = elements(hours).filter_map(span).collect();
    single.sort_by_key(|it| (it.from, it.to, it.first));
    let mut spans: Vec<Span> = Vec::new();
    for next in single {
        match spans.last_mut() {
            Some(it) if it.last + 1 == next.first && (it.from, it.to) == (next.from, next.to) => {
                it.last = next.last;
            }
            _ => spans.push(next),
        }
    }
    spans.sort_by_key(|it| (it.first, it.from));
    spans
}

fn one(hours: &Value) -> Option<(u64, &str, &str)> {
    let day = hours[DAY].as_u64().filter(|it| (1..=7).contains(it))?;
    Some((day, hours[FROM].as_str()?, hours[TO].as_str()?))
}

/// What is wrong with hours.
pub fn hours(value: &Value) -> Option<Problem> {
    each(value, |it| {
        let day = it[DAY].as_u64().is_some_and(|it| (1..=7).contains(&it));
        let time = |key: &str| it[key].as_str().filter(|it| is_time(it));
        let Some((from, to)) = time(FROM).zip(time(TO)).filter(|_| day) else {
            return Some(Problem::NotATime);
        };
        unless(from < to, Problem::EndsBeforeStart)
    })
}
