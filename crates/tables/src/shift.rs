//! Moving what happened by whole weeks, so that a demonstration is never old.

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::field::{Type, week};
use domain::sheet::Line;
use domain::{Kind, written, zone, zone::Zone};
use serde_json::{Value, json};

/// Moves every day, week and moment of a row. What tells it from other rows stays, so that it is
/// the same row whenever it is imported.
pub fn shift(kind: &Kind, line: &mut Line, weeks: i32, zone: &Zone) {
    let by = By { weeks: TimeDelta::weeks(i64::from(weeks)), zone };
    for field in kind.fields {
        let Some(value) = line.fields.get_mut(field.name) else { continue };
        match field.ty {
            Type::Calls(..) => {
                let calls = value.as_array_mut().into_iter().flatten();
                calls.filter_map(|it| it.get_mut("at")).for_each(|at| by.put(at, Type::Moment));
            }
            ty => by.put(value, ty),
        }
    }
}

/// How far, by which clock.
struct By<'a> {
    weeks: TimeDelta,
    zone: &'a Zone,
}

impl By<'_> {
    fn put(&self, value: &mut Value, ty: Type) {
        let moved = value.as_str().and_then(|text| self.moved(text, ty));
        if let Some(moved) = moved {
            *value = json!(moved);
        }
    }

    fn moved(&self, text: &str, ty: Type) -> Option<String> {
        let Self { weeks, zone } = *self;
        match ty {
            Type::Day => {
                let day: NaiveDate = text.parse().ok()?;
                Some(day.checked_add_signed(weeks)?.to_string())
            }
            Type::Week => Some(zone::week(week(text)?.checked_add_signed(weeks)?)),
            // The time of day stays, also across the change to summer time.
            Type::Moment => {
                let at = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
                let local = zone.local(at).checked_add_signed(weeks)?;
                Some(written::stored(zone.moment(local)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::kind;

    use domain::zone::Turn;

    use super::*;

    /// Where summer time began on 31 March 2024.
    fn oslo() -> Zone {
        let turns = vec![Turn { at: 1_711_846_800, offset: 7_200 }];
        Zone { turns, ..Zone::default() }
    }

    #[test]
    fn days_weeks_and_moments_move_and_the_time_of_day_stays() {
        let mut line = Line::default();
        line.fields.insert("at".into(), json!("2024-03-14T09:00:00.000Z"));
        line.fields.insert("note".into(), json!("2024-03-14"));
        shift(kind("visit").unwrap(), &mut line, 4, &oslo());
        assert_eq!(line.fields["at"], "2024-04-11T08:00:00.000Z");
        assert_eq!(line.fields["note"], "2024-03-14");
        let mut line = Line::default();
        line.fields.insert("week".into(), json!("2024-W13"));
        shift(kind("activity").unwrap(), &mut line, 40, &oslo());
        assert_eq!(line.fields["week"], "2025-W01");
    }
}
