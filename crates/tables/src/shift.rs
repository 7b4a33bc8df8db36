//! Moving what happened by whole weeks, so that a demonstration is never old.

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::Kind;
use domain::field::{Type, week};
use domain::sheet::Line;
use serde_json::{Value, json};

use crate::day;

/// Moves every day, week and moment of a row. What tells it from other rows stays, so that it is
/// the same row whenever it is imported.
pub fn shift(kind: &Kind, line: &mut Line, weeks: i32) {
    let by = TimeDelta::weeks(i64::from(weeks));
    for field in kind.fields {
        let Some(value) = line.fields.get_mut(field.name) else { continue };
        match field.ty {
            Type::Calls(..) => {
                let calls = value.as_array_mut().into_iter().flatten();
                calls.filter_map(|it| it.get_mut("at")).for_each(|at| put(at, Type::Moment, by));
            }
            ty => put(value, ty, by),
        }
    }
}

fn put(value: &mut Value, ty: Type, by: TimeDelta) {
    let moved = value.as_str().and_then(|text| moved(text, ty, by));
    if let Some(moved) = moved {
        *value = json!(moved);
    }
}

fn moved(text: &str, ty: Type, by: TimeDelta) -> Option<String> {
    match ty {
        Type::Day => {
            let day: NaiveDate = text.parse().ok()?;
            Some(day.checked_add_signed(by)?.to_string())
        }
        Type::Week => Some(week(text)?.checked_add_signed(by)?.format("%G-W%V").to_string()),
        // The time of day stays, also across the change to summer time.
        Type::Moment => {
            let at = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
            Some(day::stored(day::here(day::local(at).checked_add_signed(by)?)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::kind;

    use super::*;

    #[test]
    fn days_weeks_and_moments_move_and_the_time_of_day_stays() {
        let mut line = Line::default();
        line.fields.insert("at".into(), json!("2024-03-14T09:00:00.000Z"));
        line.fields.insert("note".into(), json!("2024-03-14"));
        shift(kind("visit").unwrap(), &mut line, 4);
        assert_eq!(line.fields["at"], "2024-04-11T08:00:00.000Z");
        assert_eq!(line.fields["note"], "2024-03-14");
        let mut line = Line::default();
        line.fields.insert("week".into(), json!("2024-W13"));
        shift(kind("activity").unwrap(), &mut line, 40);
        assert_eq!(line.fields["week"], "2025-W01");
    }
}
