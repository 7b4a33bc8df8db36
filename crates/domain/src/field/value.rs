//! What a field holds, and what is wrong with a value of it.

use chrono::{DateTime, Datelike, NaiveDate, Weekday};
use serde_json::Value;

use crate::Id;
use crate::choice::Choices;
use crate::field::composite::{self, Precision};
use crate::issue::Problem;
use crate::kind::Record;
use crate::kinds::{Member, Partner};

/// Most characters in one line of text.
pub const LINE_LIMIT: usize = 200;
/// Most characters in a text people wrote; well under the 1 MiB that a change may weigh.
pub const TEXT_LIMIT: usize = 100_000;
/// Most elements in a list.
pub const LIST_LIMIT: usize = 500;

/// The largest amount of money, in øre.
const MOST_ORE: i64 = 100_000_000_000;

/// Stands for an unknown person among the residents that a field names. No record has this id.
pub const UNKNOWN: Id = Id::nil();

/// What a field holds, and so how it is checked, shown and merged.
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub enum Type {
    /// One line of text.
    Line,
    /// A number to call, with whatever else one has to know to call it.
    Phone,
    /// An address to write to.
    Email,
    /// Text of any number of lines that people wrote; concurrent versions are all kept.
    Text,
    /// A moment, RFC 3339 in UTC.
    Moment,
    /// A calendar day, `YYYY-MM-DD`.
    Day,
    /// A time of day at the building, `HH:MM`.
    Time,
    /// A week, `YYYY-Www` (ISO 8601).
    Week,
    /// A member of the team: the id of the record; or the name of a person as an import had it, where
    /// it named no member, or several.
    Member,
    /// A whole number within bounds, both included.
    Number {
        /// The smallest allowed.
        least: i64,
        /// The largest allowed.
        most: i64,
    },
    /// A whole number from zero that several devices count at once, so that steps add up.
    Tally {
        /// The largest allowed.
        most: i64,
    },
    /// Yes or no.
    Flag,
    /// One of a list.
    Choice(&'static Choices),
    /// Any of a list.
    Choices(&'static Choices),
    /// A record of the named kind.
    Link(&'static str),
    /// Records of the named kind.
    Links(&'static str),
    /// A language, as a BCP 47 tag.
    Language,
    /// Languages, as BCP 47 tags.
    Languages,
    /// Records of the named kind, each in a role: `{"who": id, "role": value}`.
    Roles(&'static str, &'static Choices),
    /// One text in several languages: `[{"language": BCP 47 tag, "text": text}]`. Each language merges by
    /// itself.
    Texts,
    /// Hours on days of the week: `[{"day": 1 to 7, "from": "HH:MM", "to": "HH:MM"}]`, Monday first.
    Hours,
    /// An amount of money, in øre.
    Money,
    /// From–to: `{"from": end, "to": end}`, where the second end may be missing.
    Period(Precision),
    /// Steps: `[{"id": id, "text": line, "day": day, "done": day}]`; the days may be missing.
    Steps,
    /// Lines of an agenda: `[{"id": id, "text": line, "record": id}]`; one of the last two may be missing.
    Agenda,
    /// A file: `{"hash": BLAKE3, "name": line, "media": type, "size": bytes}`.
    Blob,
    /// Records of the named kind that were called: `{"who": id, "role": value, "at": moment}`.
    Calls(&'static str, &'static Choices),
}

/// The target of a link that may point to a record of any kind.
pub const ANY: &str = "any";
/// The target of a link to a partner or a member, who can take over a matter.
pub const RECEIVER: &str = "receiver";

/// Whether a link with that target may point to a record of a kind.
pub fn points_to(target: &str, kind: &str) -> bool {
    match target {
        ANY => true,
        RECEIVER => matches!(kind, Partner::KIND | Member::KIND),
        target => target == kind,
    }
}

/// The kinds whose records a link with that target offers to choose from.
pub fn kinds_behind(target: &'static str) -> Vec<&'static str> {
    if target == RECEIVER { vec![Partner::KIND, Member::KIND] } else { vec![target] }
}

/// Whether a value counts as not filled in.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(parts) => parts.values().all(is_empty),
        _ => false,
    }
}

impl Type {
    /// Whether it is a set whose elements merge one by one.
    pub const fn is_set(&self) -> bool {
        matches!(
            self,
            Self::Choices(_)
                | Self::Links(_)
                | Self::Languages
                | Self::Roles(..)
                | Self::Calls(..)
                | Self::Texts
                | Self::Hours
                | Self::Steps
                | Self::Agenda
        )
    }

    /// The part of an element that no two elements of a set share; none where any may be together.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::Texts => Some(composite::LANGUAGE),
            Self::Steps | Self::Agenda => Some(composite::ID),
            _ => None,
        }
    }

    /// The words that people wrote in a value of this type, for search and for what no text may hold.
    pub fn words<'a>(&self, value: &'a Value) -> Vec<&'a str> {
        match self {
            Self::Texts | Self::Steps | Self::Agenda => {
                elements(value).filter_map(|it| it[composite::TEXT].as_str()).collect()
            }
            Self::Blob => value[composite::NAME].as_str().into_iter().collect(),
            Self::Line | Self::Text | Self::Phone | Self::Email | Self::Member => {
                value.as_str().into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The kind it points to, if it points.
    pub const fn target(&self) -> Option<&'static str> {
        match self {
            Self::Link(kind) | Self::Links(kind) | Self::Roles(kind, _) | Self::Calls(kind, _) => {
                Some(kind)
            }
            Self::Member => Some(Member::KIND),
            Self::Agenda => Some(ANY),
            Self::Choice(list) | Self::Choices(list) => list.records,
            _ => None,
        }
    }

    /// The records a value of this type points to; nobody unknown is among them.
    pub fn links(&self, value: &Value) -> Vec<Id> {
        let of = |value: &Value| id_in(value).filter(|it| *it != UNKNOWN);
        match self {
            Self::Link(_) | Self::Member => of(value).into_iter().collect(),
            Self::Choice(list) if list.records.is_some() => of(value).into_iter().collect(),
            Self::Choices(list) if list.records.is_some() => {
                elements(value).filter_map(of).collect()
            }
            Self::Links(_) => elements(value).filter_map(of).collect(),
            Self::Agenda => elements(value).filter_map(|it| of(&it[composite::RECORD])).collect(),
            Self::Roles(..) | Self::Calls(..) => {
                elements(value).filter_map(|it| of(&it["who"])).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(in crate::field) fn problem(&self, value: &Value) -> Option<Problem> {
        match self {
            Self::Line | Self::Member => line(value),
            Self::Phone => line(value).or_else(|| unless(is_phone(value), Problem::NotAPhone)),
            Self::Email => line(value).or_else(|| unless(is_email(value), Problem::NotAnEmail)),
            Self::Text => text(value, TEXT_LIMIT),
            Self::Moment => unless(value.as_str().is_some_and(is_moment), Problem::NotAMoment),
            Self::Day => unless(value.as_str().is_some_and(is_day), Problem::NotADay),
            Self::Time => unless(value.as_str().is_some_and(is_time), Problem::NotATime),
            Self::Week => unless(value.as_str().is_some_and(is_week), Problem::NotAWeek),
            Self::Number { least, most } => number(value, *least, *most),
            Self::Tally { most } => number(value, 0, *most),
            Self::Flag => unless(value.is_boolean(), Problem::WrongType),
            Self::Choice(choices) => choice(value, choices),
            Self::Choices(choices) => each(value, |it| choice(it, choices)),
            Self::Link(_) => link(value),
            Self::Links(_) => each(value, link),
            Self::Language => language(value),
            Self::Languages => each(value, language),
            Self::Texts => composite::texts(value),
            Self::Hours => composite::hours(value),
            Self::Money => unless(value.as_i64().is_some_and(is_amount), Problem::NotAnAmount),
            Self::Period(precision) => composite::period(value, *precision),
            Self::Steps => composite::steps(value),
            Self::Agenda => composite::agenda(value),
            Self::Blob => composite::blob(value),
            Self::Roles(_, roles) => {
                each(value, |it| link(&it["who"]).or_else(|| choice(&it["role"], roles)))
            }
            Self::Calls(_, roles) => each(value, |it| {
                let by_now = || Type::Moment.problem(&it["at"]);
                link(&it["who"]).or_else(|| choice(&it["role"], roles)).or_else(by_now)
            }),
        }
    }
}

/// Whether it can be an amount, in øre: none is negative.
fn is_amount(amount: i64) -> bool {
    (0..=MOST_ORE).contains(&amount)
}

fn id_in(value: &Value) -> Option<Id> {
    value.as_str()?.parse().ok()
}

/// Whether somebody unknown is named, alone, in a list or in a role.
pub fn names_unknown(value: &Value) -> bool {
    match value {
        Value::Array(list) => list.iter().any(names_unknown),
        Value::Object(role) => role.get("who").is_some_and(names_unknown),
        one => id_in(one) == Some(UNKNOWN),
    }
}

pub(in crate::field) fn elements(value: &Value) -> impl Iterator<Item = &Value> + Clone {
    value.as_array().into_iter().flatten()
}

pub(in crate::field) fn unless(holds: bool, problem: Problem) -> Option<Problem> {
    (!holds).then_some(problem)
}

pub(in crate::field) fn text(value: &Value, most: usize) -> Option<Problem> {
    match value.as_str() {
        None => Some(Problem::WrongType),
        Some(text) => unless(text.chars().count() <= most, Problem::TooLong { most }),
    }
}

pub(in crate::field) fn line(value: &Value) -> Option<Problem> {
    text(value, LINE_LIMIT).or_else(|| one_line(value))
}

/// As short as 110, or with words: `00010405, tast 2`.
fn is_phone(value: &Value) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    value.as_str().is_some_and(|it| digits(it) >= 3)
}

/// Whether it can be one; only writing to it tells.
fn is_email(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default().trim();
    let parts = text.split_once('@').filter(|(who, host)| !who.is_empty() && host.contains('.'));
    parts.is_some_and(|(_, host)| !host.contains('@') && !text.contains(' '))
}

fn one_line(value: &Value) -> Option<Problem> {
    unless(!value.as_str().is_some_and(|it| it.contains(['\n', '\r'])), Problem::NotOneLine)
}

/// Years that a record about people can be about; anything else is a typing error.
pub(crate) fn is_plausible(year: i32) -> bool {
    (1900..=2200).contains(&year)
}

fn is_moment(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok_and(|at| is_plausible(at.year()))
}

fn is_day(text: &str) -> bool {
    let day: Result<NaiveDate, _> = text.parse();
    day.is_ok_and(|day| is_plausible(day.year()) && day.to_string() == text)
}

pub(in crate::field) fn is_time(text: &str) -> bool {
    let below =
        |part: &str, end: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|it| it < end);
    // A sign is no digit, although a number may have one.
    let digits = text.chars().all(|it| it.is_ascii_digit() || it == ':');
    digits
        && text.split_once(':').is_some_and(|(hour, minute)| below(hour, 24) && below(minute, 60))
}

fn is_week(text: &str) -> bool {
    week(text).is_some_and(|monday| is_plausible(monday.year()))
}

/// The Monday of a week `YYYY-Www`, unless the year has no such week.
pub fn week(text: &str) -> Option<NaiveDate> {
    let (year, number) = text.split_once("-W")?;
    let digits = year.len() == 4 && number.len() == 2;
    let (year, number) = (year.parse().ok()?, number.parse().ok()?);
    digits.then(|| NaiveDate::from_isoywd_opt(year, number, Weekday::Mon))?
}

fn number(value: &Value, least: i64, most: i64) -> Option<Problem> {
    match value.as_i64() {
        None => Some(Problem::OutOfRange { least, most }),
        Some(it) => unless((least..=most).contains(&it), Problem::OutOfRange { least, most }),
    }
}

fn choice(value: &Value, choices: &Choices) -> Option<Problem> {
    unless(value.as_str().is_some_and(|it| choices.takes(it)), Problem::UnknownChoice)
}

pub(in crate::field) fn link(value: &Value) -> Option<Problem> {
    unless(value.as_str().is_some_and(|it| it.parse::<Id>().is_ok()), Problem::UnknownLink)
}

/// The shape of BCP 47: subtags of one to eight letters or digits, the first of letters.
pub(in crate::field) fn language(value: &Value) -> Option<Problem> {
    let plausible = |tag: &str| {
        let alphanumeric = |it: &str| it.chars().all(|c| c.is_ascii_alphanumeric());
        let first = tag.split('-').next().unwrap_or_default();
        (2..=8).contains(&first.len())
            && first.chars().all(|c| c.is_ascii_alphabetic())
            && tag.split('-').all(|it| (1..=8).contains(&it.len()) && alphanumeric(it))
    };
    unless(value.as_str().is_some_and(plausible), Problem::UnknownLanguage)
}

pub(in crate::field) fn each(
    value: &Value,
    problem: impl Fn(&Value) -> Option<Problem>,
) -> Option<Problem> {
    match value.as_array() {
        None => Some(Problem::WrongType),
        Some(list) if list.len() > LIST_LIMIT => Some(Problem::TooMany { most: LIST_LIMIT }),
        Some(list) => list.iter().find_map(problem),
    }
}
