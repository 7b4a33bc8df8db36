//! Times and days of the site's clock, and languages, as people here write them, by the browser's
//! `Intl`.

use std::cmp::Ordering;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday,
};
use js_sys::Intl::Collator;
use js_sys::{Array, JsString, Object};
use wasm_bindgen::JsValue;

use crate::kit::text::{locale, t, tn, tv};
use crate::kit::{clock, intl};

/// The languages spoken most in the buildings, to choose from; other languages are kept too.
pub const LANGUAGES: [&str; 16] = [
    "nb", "en", "uk", "ru", "ar", "ti", "am", "so", "fa-AF", "fa", "ps", "ckb", "kmr", "tr", "sw",
    "fr",
];

/// The time now.
pub fn now() -> DateTime<Utc> {
    clock::now()
}

/// The site's local time at a moment.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    clock::with_zone(|it| it.local(at))
}

/// The moment at which it shows that; [`domain::Zone::moment`] tells what twice or never gives.
pub fn moment_of(local: NaiveDateTime) -> DateTime<Utc> {
    clock::with_zone(|it| it.moment(local))
}

/// When the day of `at` began at the site.
pub fn start_of_day(at: DateTime<Utc>) -> DateTime<Utc> {
    clock::with_zone(|it| it.start_of(it.day(at)))
}

/// The number of midnights between `at` and now; negative if `at` is in the future.
pub fn days_since(at: DateTime<Utc>) -> i64 {
    days_since_day(day_of(at))
}

/// `14.02`, and in English `14:02`; of a time that the clock shows twice, with which it is.
pub fn time(at: DateTime<Utc>) -> String {
    let time = plain_time(at);
    let Some([first, _]) = clock::with_zone(|it| it.twice(at)) else { return time };
    let which = if at == first { "clock-summer" } else { "clock-winter" };
    tv(which, &[("time", &time)])
}

/// The same, without telling the two apart.
pub fn plain_time(at: DateTime<Utc>) -> String {
    time_of_day(local(at).time())
}

/// `14.02`, and in English `14:02`.
pub fn time_of_day(time: NaiveTime) -> String {
    let between = if locale() == "en" { ':' } else { '.' };
    format!("{:02}{between}{:02}", time.hour(), time.minute())
}

/// `tor. 14. mars kl. 12.00`, with the year unless it is this year.
pub fn moment(at: DateTime<Utc>) -> String {
    let date = day_of(at);
    let fields = [("weekday", "short"), ("day", "numeric"), ("month", "long"), year(date)];
    tv("at-time", &[("day", &in_words(date, &fields)), ("time", &time(at))])
}

/// An amount of money as it stands in a field: `1250` or `1250,50`.
pub fn plain_amount(ore: i64) -> String {
    let point = if locale() == "en" { '.' } else { ',' };
    match ore % 100 {
        0 => (ore / 100).to_string(),
        rest => format!("{}{point}{rest:02}", ore / 100),
    }
}

/// The same with its currency.
pub fn amount(ore: i64) -> String {
    format!("{} kr", plain_amount(ore))
}

/// A day of the week by its name, Monday being 1: `mandag`.
pub fn weekday(day: u64) -> String {
    named_day(day, "long")
}

/// The same, shortened: `man.`.
pub fn short_weekday(day: u64) -> String {
    named_day(day, "short")
}

fn named_day(day: u64, length: &'static str) -> String {
    let monday = NaiveDate::from_isoywd_opt(2024, 1, Weekday::Mon).unwrap_or_default();
    let date = monday.checked_add_days(Days::new(day.saturating_sub(1))).unwrap_or(monday);
    in_words(date, &[("weekday", length)])
}

/// `i dag 14.02`, `i går 09.50`, `tirsdag 14.05`, then the day alone: `8. mars`; in the future
/// `i morgen 10.00`, `torsdag 10.00`, `8. desember 10.00`.
pub fn recent(at: DateTime<Utc>) -> String {
    let date = day_of(at);
    match days_since(at) {
        0 => day_time(&t("day-today"), at),
        1 => day_time(&t("day-yesterday"), at),
        -1 => day_time(&t("day-tomorrow"), at),
        -6..7 => day_time(&in_words(date, &[("weekday", "long")]), at),
        days => {
            let day = day_and_month(date);
            // A day long ago needs no time; a day in the future does, because one has to be there.
            if days > 0 { day } else { day_time(&day, at) }
        }
    }
}

/// The same for a list that also has planned times, where `søndag 13.00` would be read as next
/// Sunday: in the past week `søn. 22. november kl. 13.00`.
pub fn agreed(at: DateTime<Utc>) -> String {
    if (2..7).contains(&days_since(at)) { moment(at) } else { recent(at) }
}

fn day_time(day: &str, at: DateTime<Utc>) -> String {
    tv("day-time", &[("day", day), ("time", &time(at))])
}

/// The heading over a day: `I dag`, `I går`, `Tirsdag`, `Torsdag 14. mars`.
pub fn day_heading(at: DateTime<Utc>) -> String {
    let date = day_of(at);
    capital(&match days_since(at) {
        0 => t("day-today"),
        1 => t("day-yesterday"),
        -1 => t("day-tomorrow"),
        2..7 => in_words(date, &[("weekday", "long")]),
        _ => weekday_and_date(date),
    })
}

/// `Lørdag 21. november`.
pub fn long_day(day: NaiveDate) -> String {
    capital(&weekday_and_date(day))
}

/// `14. mars 2026`, from a stored day.
pub fn date(day: &str) -> String {
    written(day, |it| in_words(it, &[("day", "numeric"), ("month", "long"), ("year", "numeric")]))
}

/// `Mars 2026`, from a stored day.
pub fn month(day: &str) -> String {
    capital(&written(day, |it| in_words(it, &[("month", "long"), ("year", "numeric")])))
}

/// `14. mars`, from a stored day, with the year unless it is this year.
pub fn day(day: &str) -> String {
    written(day, day_and_month)
}

/// `i dag`, `i morgen`, `torsdag`, then the day alone: `12. mars`; from a stored day in the future.
pub fn coming(day: &str) -> String {
    written(day, coming_date)
}

/// The same from a moment, by its day at the site.
pub fn coming_day(at: DateTime<Utc>) -> String {
    coming_date(day_of(at))
}

fn coming_date(day: NaiveDate) -> String {
    match -days_since_day(day) {
        0 => t("day-today"),
        1 => t("day-tomorrow"),
        2..7 => in_words(day, &[("weekday", "long")]),
        _ => day_and_month(day),
    }
}

/// The calendar day at the site.
pub fn today() -> NaiveDate {
    day_of(now())
}

/// The calendar day of `at` at the site.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    clock::with_zone(|it| it.day(at))
}

/// How many days ago a calendar day was.
pub fn days_since_date(day: &str) -> i64 {
    day.parse().map(days_since_day).unwrap_or_default()
}

fn days_since_day(day: NaiveDate) -> i64 {
    (today() - day).num_days()
}

/// A stored day in words; a text that is no day stays as it is.
fn written(day: &str, words: impl FnOnce(NaiveDate) -> String) -> String {
    day.parse().map_or_else(|_| day.to_owned(), words)
}

/// `i dag`, `i går`, `12 dager`.
pub fn ago(at: DateTime<Utc>) -> String {
    match days_since(at) {
        0 => t("day-today"),
        1 => t("day-yesterday"),
        days => tn("residents-days", days),
    }
}

/// A moment in stored form.
pub fn stored(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// The name of a spoken language in the language of the interface: `ukrainsk`. Both of Norway's
/// written standards are `norsk`, because neither is spoken.
pub fn language(tag: &str) -> String {
    written_language(if matches!(tag, "nb" | "nn") { "no" } else { tag })
}

/// The same, but with Norway's two written standards apart.
pub fn written_language(tag: &str) -> String {
    match tag {
        // Their speakers say neither «central» nor «northern».
        "ckb" => t("language-ckb"),
        "kmr" => t("language-kmr"),
        _ => intl::language(intl_locale(), tag).unwrap_or_else(|| tag.to_owned()),
    }
}

/// The name of a language in that language.
pub fn own_name(tag: &str) -> String {
    intl::language(tag, tag).unwrap_or_else(|| tag.to_owned())
}

/// The text with a capital in front, as after a full stop.
pub fn capital(text: &str) -> String {
    let second = text.char_indices().nth(1).map_or(text.len(), |it| it.0);
    let (first, rest) = text.split_at(second);
    large(first) + rest
}

/// The text in capitals, by the browser, whose tables needn't be downloaded.
pub fn large(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

/// The text in lower case.
pub fn small(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

fn weekday_and_date(day: NaiveDate) -> String {
    in_words(day, &[("weekday", "long"), ("day", "numeric"), ("month", "long"), year(day)])
}

fn day_and_month(day: NaiveDate) -> String {
    in_words(day, &[("day", "numeric"), ("month", "long"), year(day)])
}

/// The option that adds the year to a date, unless it is this year.
pub fn year(day: NaiveDate) -> (&'static str, &'static str) {
    // An empty option is left out.
    if day.year() == today().year() { ("year", "") } else { ("year", "numeric") }
}

fn in_words(day: NaiveDate, fields: &[(&str, &str)]) -> String {
    // A browser that cannot write this date shows it in figures.
    let words = intl::date(intl_locale(), day.into(), fields);
    let words = words.unwrap_or_else(|| day.to_string());
    if locale() == "nn" { in_nynorsk(words) } else { words }
}

/// Browsers without nynorsk write the weekdays in bokmål.
fn in_nynorsk(words: String) -> String {
    let weekdays = [("mandag", "måndag"), ("tirsdag", "tysdag"), ("lørdag", "laurdag")];
    let words = JsString::from(words);
    weekdays.iter().fold(words, |words, (bokmål, nynorsk)| words.replace(bokmål, nynorsk)).into()
}

/// Sorts things by name, in the alphabetical order of the language: in Norwegian æ, ø and å last.
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
