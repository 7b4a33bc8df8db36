//! Days and times as residents write them: by the browser's `Intl` if it knows the language,
//! otherwise in figures.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use texts::residents::WEEKDAYS;

use crate::kit::format::{capital, local, year};
use crate::kit::{clock, intl};
use crate::record::resident_texts::Texts;

/// `Torsdag 14. mars kl. 10.30`, with the year unless it is this year.
pub fn moment(texts: &Texts, at: DateTime<Utc>) -> String {
    let date = local(at).date();
    let weekday = weekday(texts, date);
    let (day, time) = (day(texts.language, date), time(texts.language, at));
    capital(&texts.with("slip-at", &[("weekday", &weekday), ("day", &day), ("time", &time)]))
}

/// `10.30`; if the clock shows that twice, with the offset from UTC.
pub fn time(language: &str, at: DateTime<Utc>) -> String {
    let fields = [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
    let shown = local(at);
    let time = written(language, shown, &fields);
    let time = time.unwrap_or_else(|| format!("{:02}:{:02}", shown.hour(), shown.minute()));
    // `Intl` writes Norwegian times with a colon.
    let time = if matches!(language, "nb" | "nn") { time.replace(':', ".") } else { time };
    let offset = clock::with_zone(|it| it.twice(at).map(|_| it.written_offset(at)));
    offset.map_or(time.clone(), |offset| format!("{time} (UTC{offset})"))
}

/// `Fredag 29. mai`, with the year unless it is this year.
pub fn whole_day(texts: &Texts, date: NaiveDate) -> String {
    let weekday = weekday(texts, date);
    let day = day(texts.language, date);
    capital(&texts.with("notice-day", &[("weekday", &weekday), ("day", &day)]))
}

fn weekday(texts: &Texts, date: NaiveDate) -> String {
    let weekday = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize);
    weekday.map(|it| texts.say(&format!("weekday.{it}"))).unwrap_or_default()
}

fn day(language: &str, date: NaiveDate) -> String {
    let fields = [("day", "numeric"), ("month", "long"), year(date)];
    written(language, date.into(), &fields).unwrap_or_else(|| {
        let year = if year(date).1.is_empty() { String::new() } else { date.year().to_string() };
        format!("{}.{}.{year}", date.day(), date.month())
    })
}

/// A local time in a language; none if the browser would write it in another. Always by the
/// Gregorian calendar, whichever calendar the language is used to.
fn written(language: &str, shown: NaiveDateTime, fields: &[(&str, &str)]) -> Option<String> {
    if !intl::knows(language) {
        return None;
    }
    let locale = match language {
        // Most who read Arabic here are used to its own figures; plain `ar` may give Western ones.
        "ar" => "ar-u-ca-gregory-nu-arab".to_owned(),
        "en" => "en-GB".to_owned(),
        other => format!("{other}-u-ca-gregory"),
    };
    intl::date(&locale, shown, fields)
}
