//! Activity plans as teams write them: a week, a weekday, a date without a year, and one text
//! that also says how sure it is. No row is lost; what is odd comes in with a warning.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::Issue;
use domain::issue::Problem;
use domain::sheet::{SheetRow, Warning};
use serde_json::json;

use crate::labels::plain;
use crate::sheet::Asked;
use crate::{day, wording};

/// How many years back a plan may have been made.
const BACK: i32 = 10;
/// What stands above the columns.
const WEEK: [&str; 3] = ["uke", "veke", "week"];
const WEEKDAY: [&str; 3] = ["dag", "ukedag", "vekedag"];
const DATE: [&str; 2] = ["dato", "date"];
const TEXT: [&str; 3] = ["tekst", "aktivitet", "tiltak"];
/// The days of the week from Monday on, each by its names.
const DAYS: [[&str; 3]; 7] = [
    ["mandag", "måndag", "monday"],
    ["tirsdag", "tysdag", "tuesday"],
    ["onsdag", "onsdag", "wednesday"],
    ["torsdag", "torsdag", "thursday"],
    ["fredag", "fredag", "friday"],
    ["lørdag", "laurdag", "saturday"],
    ["søndag", "sundag", "sunday"],
];
/// What a day in the plan is called on which nothing was written.
const OPEN: &str = "Ikke bestemt";

/// Where the columns of a plan stand.
#[derive(Debug)]
pub struct Plan {
    week: usize,
    weekday: Option<usize>,
    date: usize,
    text: usize,
    /// The year that its dates are in.
    pub year: i32,
}

/// The cells of a row that say when.
#[derive(Debug, Clone, Copy)]
struct When<'a> {
    week: &'a str,
    weekday: &'a str,
    date: &'a str,
}

impl Plan {
    /// The plan that a table is: one of activities that has a text, and a week beside a date.
    pub fn of(asked: &Asked, headings: &[String], rows: &[(u64, Vec<String>)]) -> Option<Self> {
        let place = |words: &[&str]| {
            headings.iter().position(|it| words.iter().any(|word| plain(it) == plain(word)))
        };
        let (week, date, text) = (place(&WEEK)?, place(&DATE)?, place(&TEXT)?);
        if asked.kind.name != "activity" {
            return None;
        }
        let plan = Self { week, weekday: place(&WEEKDAY), date, text, year: asked.today.year() };
        let year = asked.year.unwrap_or_else(|| plan.likely_year(asked.today.year(), rows));
        Some(Self { year, ..plan })
    }

    /// The field that a column of the plan fills.
    pub fn field(&self, place: usize) -> Option<&'static str> {
        match place {
            it if it == self.text => Some("title"),
            it if it == self.week => Some("week"),
            it if it == self.date || Some(it) == self.weekday => Some("day"),
            _ => None,
        }
    }

    /// Reads a row.
    pub fn read(&self, cells: &[String], row: &mut SheetRow) {
        let when = self.when(cells);
        let week = day::week(when.week, self.year);
        let date = day::day_of(when.date, self.year);
        let wording = wording::read(&cells[self.text]);
        let fields = &mut row.line.fields;
        let mut fill = |name: &str, value: Option<String>| {
            fields.extend(value.filter(|it| !it.is_empty()).map(|it| (name.to_owned(), json!(it))));
        };
        let title = if wording.title.is_empty() { OPEN.to_owned() } else { wording.title };
        fill("title", Some(title));
        fill("status", Some(wording.status.to_owned()));
        fill("time", wording.time);
        fill("why", Some(wording.why));
        fill("day", date.map(|it| it.to_string()));
        fill("week", week.filter(|_| date.is_none()));
        if date.is_none() && !when.date.is_empty() {
            row.line.issues.push(Issue::new("day", Problem::NotADay));
        }
        row.warnings.extend(when.oddities(date));
        row.warnings.extend(cells[self.text].is_empty().then_some(Warning::NoText));
    }

    fn when<'a>(&self, cells: &'a [String]) -> When<'a> {
        let at = |place: usize| cells.get(place).map_or("", String::as_str);
        When { week: at(self.week), weekday: self.weekday.map_or("", at), date: at(self.date) }
    }

    /// The year in which most dates fall in their weeks and on their weekdays, and of those
    /// the nearest to this year.
    fn likely_year(&self, this: i32, rows: &[(u64, Vec<String>)]) -> i32 {
        let fit = |year: i32| {
            let dates = rows.iter().filter_map(|(_, cells)| {
                let when = self.when(cells);
                day::day_of(when.date, year).map(|date| when.fit(date))
            });
            dates.sum::<usize>()
        };
        let years = this - BACK..=this + 1;
        years.max_by_key(|year| (fit(*year), -(this - year).abs())).unwrap_or(this)
    }
}

impl When<'_> {
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
        if day::week(self.week, day.iso_week().year()).is_some_and(|it| it != week) {
            oddities.push(Warning::OtherWeek { said: self.week.to_owned(), day });
        }
        oddities
    }
}

/// A day of the week by its name, or the first three letters of it.
fn weekday(text: &str) -> Option<Weekday> {
    let text = plain(text);
    let is_it = |name: &&str| {
        let name = plain(name);
        name == text || name.get(..3) == Some(text.as_str())
    };
    let number = DAYS.iter().position(|names| names.iter().any(is_it))?;
    Weekday::try_from(u8::try_from(number).ok()?).ok()
}
