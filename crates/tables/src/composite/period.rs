//! From–to: `2026-07-01 – 2026-07-21`, `2026-07-01 09:00 –`.

use domain::field::composite::{FROM, Precision, TO};
use domain::issue::Problem;
use domain::written;
use domain::zone::Zone;
use serde_json::{Value, json};

use crate::rows::minute;

/// What stands between the ends.
const DASH: char = '–';

/// Reads a period. An end is a day or a moment on the site's clock.
pub fn read_period(cell: &str, precision: Precision, zone: &Zone) -> Result<Value, Problem> {
    let (from, to) = cell.split_once([DASH, '—']).unwrap_or((cell, ""));
    let from = end(from.trim(), precision, zone)?;
    if to.trim().is_empty() {
        return Ok(json!({ FROM: from }));
    }
    Ok(json!({ FROM: from, TO: end(to.trim(), precision, zone)? }))
}

fn end(text: &str, precision: Precision, zone: &Zone) -> Result<String, Problem> {
    match precision {
        Precision::Day => written::day(text).map(|it| it.to_string()).ok_or(Problem::NotADay),
        Precision::Moment => {
            written::moment(text, zone, written::day).map(|it| written::stored(it.at))
        }
    }
}

/// Writes a period.
pub fn write_period(value: &Value, precision: Precision, zone: &Zone) -> String {
    let end = |key: &str| {
        let text = value[key].as_str()?;
        match precision {
            Precision::Day => Some(text.to_owned()),
            Precision::Moment => text.parse().ok().map(|at| minute(at, zone)),
        }
    };
    match (end(FROM), end(TO)) {
        (Some(from), Some(to)) => format!("{from} {DASH} {to}"),
        (Some(from), None) => format!("{from} {DASH}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_was_written() {
        let zone = Zone::default();
        for (precision, value) in [
            (Precision::Day, json!({ "from": "2026-07-01", "to": "2026-07-21" })),
            (Precision::Day, json!({ "from": "2026-07-01" })),
            (
                Precision::Moment,
                json!({ "from": "2026-07-01T09:00:00.000Z", "to": "2026-07-01T15:30:00.000Z" }),
            ),
        ] {
            let written = write_period(&value, precision, &zone);
            assert_eq!(read_period(&written, precision, &zone), Ok(value), "{written}");
        }
        let read = |text| read_period(text, Precision::Day, &zone);
        assert_eq!(
            read("1.7.2026 – 21.7.2026"),
            Ok(json!({ "from": "2026-07-01", "to": "2026-07-21" }))
        );
        assert_eq!(read("i sommer"), Err(Problem::NotADay));
    }
}
