//! Times, days and languages as people here write them, by the browser's `Intl`
//! and in the browser's time zone.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use js_sys::Intl::Collator;
use js_sys::{Array, Date, JsString, Object};
use wasm_bindgen::JsValue;

use crate::intl;
use crate::text::{locale, t, tn, tv};

/// The languages spoken most in the buildings, for choosing from; any other is kept too.
pub const LANGUAGES: [&str; 16] = [
    "nb", "en", "uk", "ru", "ar", "ti", "am", "so", "fa-AF", "fa", "ps", "ckb", "kmr", "tr", "sw",
    "fr",
];

const DAY: f64 = 24.0 * 60.0 * 60.0 * 1000.0;

/// The time now, by the device's clock.
pub fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// When the day of `at` began here.
pub fn start_of_day(at: DateTime<Utc>) -> DateTime<Utc> {
    let date = local(at);
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    utc(&date)
}

/// When the ISO week of `at` began here: on a Monday.
pub fn start_of_week(at: DateTime<Utc>) -> DateTime<Utc> {
    let since_monday = (local(at).get_day() + 6) % 7;
    // Noon lies in the right day even when the clocks change in between.
    let noon = start_of_day(at) + TimeDelta::hours(12);
    start_of_day(noon - TimeDelta::days(i64::from(since_monday)))
}

/// How many midnights lie between `at` and now; negative when it is to come.
pub fn days_since(at: DateTime<Utc>) -> i64 {
    let millis = local(start_of_day(now())).get_time() - local(start_of_day(at)).get_time();
    #[expect(clippy::cast_possible_truncation, reason = "a count of days")]
    let days = (millis / DAY).round() as i64;
    days
}

/// `14.02`, and in English `14:02`.
pub fn time(at: DateTime<Utc>) -> String {
    let date = local(at);
    let between = if locale() == "en" { ':' } else { '.' };
    format!("{:02}{between}{:02}", date.get_hours(), date.get_minutes())
}

/// `tor. 14. mars kl. 12.00`, with the year when it is another.
pub fn moment(at: DateTime<Utc>) -> String {
    let day = in_words(
        &local(at),
        &[("weekday", "short"), ("day", "numeric"), ("month", "long"), year(at)],
    );
    tv("at-time", &[("day", &day), ("time", &time(at))])
}

/// `i dag 14.02`, `i går 09.50`, `tirsdag 14.05`, then the day alone: `8. mars`; of what is to
/// come `i morgen 10.00`, `torsdag 10.00`, `8. desember 10.00`.
pub fn recent(at: DateTime<Utc>) -> String {
    match days_since(at) {
        0 => day_time(&t("day-today"), at),
        1 => day_time(&t("day-yesterday"), at),
        -1 => day_time(&t("day-tomorrow"), at),
        -6..7 => day_time(&in_words(&local(at), &[("weekday", "long")]), at),
        days => {
            let day = in_words(&local(at), &[("day", "numeric"), ("month", "long"), year(at)]);
            // What is long over needs no time; one has to be there for what is to come.
            if days > 0 { day } else { day_time(&day, at) }
        }
    }
}

/// The same where what is planned stands too, and `søndag 13.00` would be read as the Sunday to
/// come: of the week that is over `søn. 22. november kl. 13.00`.
pub fn agreed(at: DateTime<Utc>) -> String {
    if (2..7).contains(&days_since(at)) { moment(at) } else { recent(at) }
}

fn day_time(day: &str, at: DateTime<Utc>) -> String {
    tv("day-time", &[("day", day), ("time", &time(at))])
}

/// The heading over a day: `I dag`, `I går`, `Tirsdag`, `Torsdag 14. mars`.
pub fn day_heading(at: DateTime<Utc>) -> String {
    capital(&match days_since(at) {
        0 => t("day-today"),
        1 => t("day-yesterday"),
        -1 => t("day-tomorrow"),
        2..7 => in_words(&local(at), &[("weekday", "long")]),
        _ => weekday_and_date(at),
    })
}

/// `Lørdag 21. november`.
pub fn long_day(at: DateTime<Utc>) -> String {
    capital(&weekday_and_date(at))
}

/// `14. mars 2026`, of a day as it is stored.
pub fn date(day: &str) -> String {
    in_words(&noon(day), &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// `Mars 2026`, of a day in it as it is stored.
pub fn month(day: &str) -> String {
    capital(&in_words(&noon(day), &[("month", "long"), ("year", "numeric")]))
}

/// `14. mars`, of a day as it is stored, with the year when it is another.
pub fn day(day: &str) -> String {
    let at = utc(&noon(day));
    in_words(&local(at), &[("day", "numeric"), ("month", "long"), year(at)])
}

/// `i dag`, `i morgen`, `torsdag`, then the day alone: `12. mars`; of a day that is to come.
pub fn coming(it: &str) -> String {
    match -days_since_date(it) {
        0 => t("day-today"),
        1 => t("day-tomorrow"),
        2..7 => in_words(&noon(it), &[("weekday", "long")]),
        _ => day(it),
    }
}

/// The same, of the day of `at` here.
pub fn coming_day(at: DateTime<Utc>) -> String {
    coming(&day_of(at).to_string())
}

/// The calendar day here.
pub fn today() -> NaiveDate {
    day_of(now())
}

/// The calendar day of `at` here.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    let here = local(at);
    let year = i32::try_from(here.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, here.get_month() + 1, here.get_date()).unwrap_or_default()
}

/// How many days ago a calendar day was.
pub fn days_since_date(day: &str) -> i64 {
    days_since(utc(&noon(day)))
}

fn noon(day: &str) -> Date {
    Date::new(&format!("{day}T12:00").into())
}

/// `i dag`, `i går`, `12 dager`.
pub fn ago(at: DateTime<Utc>) -> String {
    match days_since(at) {
        0 => t("day-today"),
        1 => t("day-yesterday"),
        days => tn("residents-days", days),
    }
}

/// A moment as `datetime-local` fields hold it, in the browser's time zone.
pub fn to_input(at: DateTime<Utc>) -> String {
    let it = local(at);
    let (month, day) = (it.get_month() + 1, it.get_date());
    let (hours, minutes) = (it.get_hours(), it.get_minutes());
    format!("{:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}", it.get_full_year())
}

/// The moment a `datetime-local` field holds, if it holds one.
pub fn from_input(text: &str) -> Option<DateTime<Utc>> {
    let date = Date::new(&text.into());
    (!text.is_empty() && !date.get_time().is_nan()).then(|| utc(&date))
}

/// A moment as it is stored.
pub fn stored(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// The name of a spoken language in the language of the interface: `ukrainsk`. Nobody
/// speaks a written standard, so both of Norway's are `norsk`.
pub fn language(tag: &str) -> String {
    written_language(if matches!(tag, "nb" | "nn") { "no" } else { tag })
}

/// The same with Norway's two written standards apart.
pub fn written_language(tag: &str) -> String {
    match tag {
        // Those who speak them say neither «central» nor «northern».
        "ckb" => t("language-ckb"),
        "kmr" => t("language-kmr"),
        _ => intl::language(intl_locale(), tag).unwrap_or_else(|| tag.to_owned()),
    }
}

/// The name of a language as those who speak it write it.
pub fn own_name(tag: &str) -> String {
    intl::language(tag, tag).unwrap_or_else(|| tag.to_owned())
}

/// The text with a capital in front, as after a full stop.
pub fn capital(text: &str) -> String {
    let second = text.char_indices().nth(1).map_or(text.len(), |it| it.0);
    let (first, rest) = text.split_at(second);
    large(first) + rest
}

/// The text in capitals. By the browser, whose tables needn't be downloaded.
pub fn large(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

/// The text in small letters.
pub fn small(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

fn weekday_and_date(at: DateTime<Utc>) -> String {
    in_words(&local(at), &[("weekday", "long"), ("day", "numeric"), ("month", "long"), year(at)])
}

/// The option that has a date written with its year, where that is another than this.
pub fn year(at: DateTime<Utc>) -> (&'static str, &'static str) {
    let this = local(now()).get_full_year() == local(at).get_full_year();
    // An empty option is left out.
    if this { ("year", "") } else { ("year", "numeric") }
}

fn in_words(date: &Date, fields: &[(&str, &str)]) -> String {
    // A browser that cannot write this date writes it in its own way.
    let words = intl::date(intl_locale(), date, fields);
    let words = words.unwrap_or_else(|| date.to_date_string().into());
    if locale() == "nn" { in_nynorsk(words) } else { words }
}

/// Browsers without nynorsk write its weekdays in bokmål.
fn in_nynorsk(words: String) -> String {
    let weekdays = [("mandag", "måndag"), ("tirsdag", "tysdag"), ("lørdag", "laurdag")];
    let words = JsString::from(words);
    weekdays.iter().fold(words, |words, (bokmål, nynorsk)| words.replace(bokmål, nynorsk)).into()
}

/// Puts things in the order of their names, as a register in this language has them: in Norwegian
/// æ, ø and å last.
pub fn by_name<T>(all: &mut [T], name: impl Fn(&T) -> String) {
    let locales = Array::of1(&intl_locale().into());
    let compare = Collator::new(&locales, &Object::new()).compare();
    let order = |one: &T, two: &T| {
        let order = compare.call2(&JsValue::NULL, &name(one).into(), &name(two).into());
        order.ok().and_then(|it| it.as_f64()).and_then(|it| it.partial_cmp(&0.0))
    };
    all.sort_by(|one, two| order(one, two).unwrap_or(Ordering::Equal));
}

fn intl_locale() -> &'static str {
    match locale() {
        "nn" if intl::knows("nn-NO") => "nn-NO",
        "en" => "en-GB",
        _ => "nb-NO",
    }
}

/// A moment as the browser holds it, in its time zone.
pub fn local(at: DateTime<Utc>) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let millis = at.timestamp_millis() as f64;
    Date::new(&millis.into())
}

fn utc(date: &Date) -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    let millis = date.get_time() as i64;
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}
