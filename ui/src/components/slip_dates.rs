//! Days and times as residents write them: by the browser's `Intl` where that knows the
//! language, in figures where it doesn't.

use chrono::{DateTime, Utc};
use js_sys::Date;

use crate::format::{capital, local, year};
use crate::intl;
use crate::resident_texts::Texts;

/// The days of the week by the names of their texts, as JavaScript counts them.
const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// `Torsdag 14. mars kl. 10.30`, with the year when it is another.
pub fn moment(texts: &Texts, at: DateTime<Utc>) -> String {
    let weekday = usize::try_from(local(at).get_day()).ok().and_then(|it| WEEKDAYS.get(it));
    let weekday = weekday.map(|it| texts.say(&format!("weekday.{it}"))).unwrap_or_default();
    let (day, time) = (day(texts.language, at), time(texts.language, at));
    capital(&texts.with("slip-at", &[("weekday", &weekday), ("day", &day), ("time", &time)]))
}

/// `10.30`.
pub fn time(language: &str, at: DateTime<Utc>) -> String {
    let fields = [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
    let date = local(at);
    let time = written(language, &date, &fields);
    let time = time.unwrap_or_else(|| format!("{:02}:{:02}", date.get_hours(), date.get_minutes()));
    // `Intl` writes Norwegian times as the English do.
    if matches!(language, "nb" | "nn") { time.replace(':', ".") } else { time }
}

fn day(language: &str, at: DateTime<Utc>) -> String {
    let date = local(at);
    let fields = [("day", "numeric"), ("month", "long"), year(at)];
    written(language, &date, &fields).unwrap_or_else(|| {
        let year =
            if year(at).1.is_empty() { String::new() } else { date.get_full_year().to_string() };
        format!("{}.{}.{year}", date.get_date(), date.get_month() + 1)
    })
}

/// The date as it is written in a language; nothing when the browser would write it in another.
/// By the calendar in use here, whichever the language is used to.
fn written(language: &str, date: &Date, fields: &[(&str, &str)]) -> Option<String> {
    if !intl::knows(language) {
        return None;
    }
    let locale = match language {
        // Most of those who read Arabic here are used to its own figures; plain `ar` may have ours.
        "ar" => "ar-u-ca-gregory-nu-arab".to_owned(),
        "en" => "en-GB".to_owned(),
        other => format!("{other}-u-ca-gregory"),
    };
    intl::date(&locale, date, fields)
}
