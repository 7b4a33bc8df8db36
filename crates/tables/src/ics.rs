//! Activities as a calendar that other programs show (RFC 5545).
//!
//! Such a file leaves the team and often lands in a calendar that others see, so an event says
//! what the week plan on the wall says, and no more: what, how sure it is, when and where. Why
//! something was postponed, remarks, who came and which worker sees to it stay here.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::Activity;
use domain::entry::Entry;
use domain::field::week;
use domain::kinds::ActivityStatus;
use domain::written;
use domain::zone::Zone;

use crate::labels::label;

/// Most bytes in a line.
const LINE: usize = 75;

/// The calendar. An idea for some day has no place in one; what has a week only, fills it.
pub fn calendar(activities: &[Entry], locale: &str, zone: &Zone) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bomiljo//Bomiljo//NO"].map(Into::into).into();
    lines.extend(activities.iter().filter_map(|it| event(it, locale, zone)).flatten());
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|it| folded(it)).collect()
}

fn event(activity: &Entry, locale: &str, zone: &Zone) -> Option<Vec<String>> {
    use ActivityStatus::{Booked, Cancelled, Confirmed, Done, Planned, Postponed};
    let text =
        |field: &str| activity.fields.get(field).and_then(|it| it.as_str()).unwrap_or_default();
    let mut lines = vec!["BEGIN:VEVENT".to_owned(), format!("UID:{}@bomiljo", activity.id)];
    lines.push(format!("DTSTAMP:{}", utc(activity.changed.at)));
    lines.extend(times(text(Activity::DAY), text(Activity::TIME), text(Activity::WEEK), zone)?);
    let status = label(locale, ActivityStatus::CHOICES.name, text(Activity::STATUS));
    let (certainty, title) = match text(Activity::STATUS).parse().ok() {
        Some(Postponed | Cancelled) => {
            ("CANCELLED", format!("{status}: {}", text(Activity::TITLE)))
        }
        Some(Planned | Booked | Confirmed | Done) => {
            ("CONFIRMED", text(Activity::TITLE).to_owned())
        }
        _ => ("TENTATIVE", format!("{} ({status})", text(Activity::TITLE))),
    };
    lines.push(format!("STATUS:{certainty}"));
    for (name, value) in [("SUMMARY", title.as_str()), ("LOCATION", text(Activity::PLACE))] {
        if !value.is_empty() {
            lines.push(format!("{name}:{}", escaped(value)));
        }
    }
    lines.push("END:VEVENT".to_owned());
    Some(lines)
}

/// When it is: at a time, all day, or all week. The end is the day after the last.
fn times(date: &str, time: &str, whole_week: &str, zone: &Zone) -> Option<Vec<String>> {
    let days = |first: NaiveDate, count: u64| {
        let after = first.checked_add_days(Days::new(count))?;
        let (first, after) = (first.format("%Y%m%d"), after.format("%Y%m%d"));
        Some(vec![format!("DTSTART;VALUE=DATE:{first}"), format!("DTEND;VALUE=DATE:{after}")])
    };
    let Ok(date) = date.parse::<NaiveDate>() else { return days(week(whole_week)?, 7) };
    let start = written::time(time).map(|time| zone.moment(date.and_time(time)));
    start.map_or_else(|| days(date, 1), |start| Some(vec![format!("DTSTART:{}", utc(start))]))
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\r', '\n'], "\\n")
}

/// A line with its end; a long one goes on after a blank, and no letter is cut in two.
fn folded(line: &str) -> String {
    let (mut folded, mut length) = (String::new(), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        length += letter.len_utf8();
        folded.push(letter);
    }
    folded + "\r\n"
}
