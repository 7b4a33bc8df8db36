//! Activity plans as teams write them: a week, a weekday, a date without a year, and one text
//! that also says how sure it is. No row is lost; what is odd comes in with a warning. A plan may go
//! on after New Year: where its weeks fall from 52 to 1, the next year has begun.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use domain::field::week;
use domain::issue::Problem;
use domain::sheet::{SheetRow, Warning};
use domain::{Activity, Issue, Record, written};
use serde_json::json;

use crate::composite;
use crate::labels::plain;
use crate::sheet::Asked;
use crate::wording;

/// How many years back a plan may have been made.
const BACK: i32 = 10;
/// By more weeks than these no plan goes back: then it goes on in another year.
const HALF_A_YEAR: u32 = 26;
/// A year with a 29 February, and one with a week 53, for what may be of any year.
const LEAP_YEAR: i32 = 2024;
const LONG_YEAR: i32 = 2020;
/// What stands above the columns.
const WEEK: [&str; 3] = ["uke", "veke", "week"];
const WEEKDAY: [&str; 3] = ["dag", "ukedag", "vekedag"];
const DATE: [&str; 2] = ["dato", "date"];
const TEXT: [&str; 3] = ["tekst", "aktivitet", "tiltak"];
/// What a day in the plan is called on which nothing was written.
const OPEN: &str = "Ikke bestemt";

/// Where the columns of a plan stand.
#[derive(Debug)]
pub struct Plan {
    week: usize,
    weekday: Option<usize>,
    date: usize,
    text: usize,
    /// The year that its first dates are in.
    first: i32,
    /// How many years after those a line is.
    later: BTreeMap<u64, i32>,
    /// Whether nothing confirms the year of what comes after New Year.
    guessed: bool,
}

/// The rows of a file, with their lines.
type Rows<'a> = &'a [(u64, Vec<String>)];

/// The cells of a row that say when.
#[derive(Debug, Clone, Copy)]
struct When<'a> {
    week: &'a str,
    weekday: &'a str,
    date: &'a str,
}

impl Plan {
    /// The plan that a table is: one of activities that has a text, and a week beside a date.
    pub fn of(asked: &Asked, headings: &[String], rows: Rows) -> Option<Self> {
        let place = |words: &[&str]| {
            headings.iter().position(|it| words.iter().any(|word| plain(it) == plain(word)))
        };
        let (week, date, text) = (place(&WEEK)?, place(&DATE)?, place(&TEXT)?);
        if asked.kind.name != Activity::KIND {
            return None;
        }
        let (weekday, first, later) = (place(&WEEKDAY), asked.today.year(), BTreeMap::new());
        let mut plan = Self { week, weekday, date, text, first, later, guessed: false };
        plan.later = plan.turns(rows);
        plan.first = asked.year.unwrap_or_else(|| plan.likely_year(asked.today, rows));
        plan.guessed = asked.year.is_none() && !rows.iter().any(|it| plan.is_confirmed(it));
        Some(plan)
    }

    /// The years that its dates are in.
    pub fn years(&self) -> Vec<i32> {
        let later = self.later.values().max().copied().unwrap_or_default();
        (self.first..=self.first.saturating_add(later)).collect()
    }

    /// The field that a column of the plan fills.
    pub fn field(&self, place: usize) -> Option<&'static str> {
        match place {
            it if it == self.text => Some(Activity::TITLE),
            it if it == self.week => Some(Activity::WEEK),
            it if it == self.date || Some(it) == self.weekday => Some(Activity::DAY),
            _ => None,
        }
    }

    /// Reads a row.
    pub fn read(&self, cells: &[String], row: &mut SheetRow) {
        let when = self.when(cells);
        let later = self.later(row.line.row);
        let year = self.first.saturating_add(later);
        let weekly = written::week(when.week, year);
        let date = written::day_of(when.date, year);
        let wording = wording::read(&cells[self.text]);
        let fields = &mut row.line.fields;
        let mut fill = |name: &str, value: Option<String>| {
            fields.extend(value.filter(|it| !it.is_empty()).map(|it| (name.to_owned(), json!(it))));
        };
        let title = if wording.title.is_empty() { OPEN.to_owned() } else { wording.title };
        fill(Activity::TITLE, Some(title));
        fill(Activity::STATUS, Some(wording.status.name().to_owned()));
        fill(Activity::TIME, wording.time);
        fill(Activity::WHY, Some(wording.why));
        fill(Activity::DAY, date.map(|it| it.to_string()));
        fill(Activity::WEEK, weekly.filter(|_| date.is_none()));
        if date.is_none() && !when.date.is_empty() {
            row.line.issues.push(Issue::new(Activity::DAY, Problem::NotADay));
        }
        let guessed = self.guessed && later > 0;
        row.warnings.extend(guessed.then_some(Warning::AfterNewYear { year }));
        row.warnings.extend(when.oddities(date));
        row.warnings.extend(cells[self.text].is_empty().then_some(Warning::NoText));
    }

    fn when<'a>(&self, cells: &'a [String]) -> When<'a> {
        let at = |place: usize| cells.get(place).map_or("", String::as_str);
        When { week: at(self.week), weekday: self.weekday.map_or("", at), date: at(self.date) }
    }

    /// How many New Years lie between the first row and each. Where the weeks rise by as much
    /// again, a row stands out of order.
    fn turns(&self, rows: Rows) -> BTreeMap<u64, i32> {
        let (mut turns, mut later, mut before) = (BTreeMap::new(), 0, None);
        for (line, cells) in rows {
            let now = self.when(cells).week_of_the_year();
            if let (Some(before), Some(now)) = (before, now) {
                if now + HALF_A_YEAR < before {
                    later += 1;
                } else if before + HALF_A_YEAR < now && later > 0 {
                    later -= 1;
                }
            }
            before = now.or(before);
            turns.insert(*line, later);
        }
        turns
    }

    fn later(&self, line: u64) -> i32 {
        self.later.get(&line).copied().unwrap_or_default()
    }

    /// The first year by which most dates fall in their weeks and on their weekdays, and of those
    /// the nearest to this year; of a plan that goes on after New Year, to this winter's.
    fn likely_year(&self, today: NaiveDate, rows: Rows) -> i32 {
        let winter = today - TimeDelta::weeks(i64::from(HALF_A_YEAR));
        let turns = self.later.values().any(|it| *it > 0);
        let this = if turns { winter.year() } else { today.year() };
        let fit = |year: i32| {
            let dates = rows.iter().filter_map(|(line, cells)| {
                let when = self.when(cells);
                written::day_of(when.date, year + self.later(*line)).map(|date| when.fit(date))
            });
            dates.sum::<usize>()
        };
        let years = this - BACK..=this + 1;
        years.max_by_key(|year| (fit(*year), -(this - year).abs())).unwrap_or(this)
    }

    /// Whether a row after New Year has a date that is in its week or on its weekday.
    fn is_confirmed(&self, (line, cells): &(u64, Vec<String>)) -> bool {
        let (when, later) = (self.when(cells), self.later(*line));
        let date = written::day_of(when.date, self.first + later);
        let told = written::week(when.week, LONG_YEAR).is_some() || weekday(when.weekday).is_some();
        later > 0 && told && date.is_some() && when.oddities(date).is_empty()
    }
}

impl When<'_> {
    /// About how far into a year it is, whichever that is.
    fn week_of_the_year(&self) -> Option<u32> {
        let date = written::day_of(self.date, LEAP_YEAR).map(|it| it.ordinal0() / 7 + 1);
        date.or_else(|| Some(week(&written::week(self.week, LONG_YEAR)?)?.iso_week().week()))
    }

    /// How much of what the row says is true of the date.
    fn fit(&self, date: NaiveDate) -> usize {
        let oddities = self.oddities(Some(date)).len();
        2_usize.saturating_sub(oddities)
    }

    fn oddities(&self, date: Option<NaiveDate>) -> Vec<Warning> {
        let Some(day) = date else { return vec![Warning::WeekOnly] };
        let mut oddities = Vec::new();
        if weekday(self.weekday).is_some_and(|it| it != day.weekday()) {
            oddities.push(Warning::OtherWeekday { said: self.weekday.to_owned(), day });
        }
        let week = format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week());
        if written::week(self.week, day.iso_week().year()).is_some_and(|it| it != week) {
            oddities.push(Warning::OtherWeek { said: self.week.to_owned(), day });
        }
        oddities
    }
}

/// A day of the week by its name, or the first three letters of it.
fn weekday(text: &str) -> Option<Weekday> {
    let day = composite::weekday(text)?;
    Weekday::try_from(u8::try_from(day - 1).ok()?).ok()
}
