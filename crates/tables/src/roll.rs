//! Attendance lists as teams keep them: an activity by its title and its day, and who came by name
//! and door. Only the core knows whom that means, so what tells those of one name apart follows
//! the name: `Sognsvann@2024-03-14`, `Ali@H0304`.

use chrono::{Datelike, NaiveDate};
use domain::kind::Record;
use domain::kinds::AttendanceStatus;
use domain::sheet::SheetRow;
use domain::{Attendance, Id, Issue, Problem, Resident, Zone, kind, written};
use serde_json::{Value, json};

use crate::labels::plain;
use crate::sheet::Asked;
use crate::{cell, heading};

/// What stands above the column of days.
const DATE: [&str; 5] = ["dato", "dag", "når", "date", "day"];
/// How people tick that somebody came.
const CAME: [&str; 7] = ["x", "✓", "1", "ja", "yes", "kom", "møtt"];
/// How they note that somebody didn't.
const STAYED_AWAY: [&str; 4] = ["-", "0", "nei", "no"];

/// Where the columns stand that are not simply fields.
#[derive(Debug)]
pub struct Roll {
    day: Option<usize>,
    door: Option<usize>,
    status: Option<usize>,
    today: NaiveDate,
    year: Option<i32>,
}

impl Roll {
    /// The list that a table is, if it is to be read as attendance.
    pub fn of(asked: &Asked, headings: &[String]) -> Option<Self> {
        if asked.kind.name != Attendance::KIND {
            return None;
        }
        let place = |is_it: &dyn Fn(&str) -> bool| headings.iter().position(|it| is_it(it));
        let resident = kind(Resident::KIND)?;
        Some(Self {
            day: place(&|it| DATE.iter().any(|word| plain(word) == plain(it))),
            door: place(&|it| {
                heading::field(resident, it).is_some_and(|it| it.name == Resident::UNIT)
            }),
            status: place(&|it| {
                heading::field(asked.kind, it).is_some_and(|it| it.name == Attendance::STATUS)
            }),
            today: asked.today,
            year: asked.year,
        })
    }

    /// The field that a column fills, or helps to.
    pub fn field(&self, place: usize) -> Option<&'static str> {
        match Some(place) {
            it if it == self.day => Some(Attendance::ACTIVITY),
            it if it == self.door => Some(Attendance::RESIDENT),
            it if it == self.status => Some(Attendance::STATUS),
            _ => None,
        }
    }

    /// Adds to a row what these columns say. Where no column says it, whoever is listed came.
    pub fn read(&self, cells: &[String], row: &mut SheetRow) {
        let at =
            |place: Option<usize>| place.and_then(|it| cells.get(it)).map_or("", String::as_str);
        match (at(self.day), self.day(at(self.day))) {
            ("", _) => {}
            (_, Some(day)) => specify(row, Attendance::ACTIVITY, &day.to_string()),
            (_, None) => row.line.issues.push(Issue::new(Attendance::ACTIVITY, Problem::NotADay)),
        }
        if !at(self.door).is_empty() {
            specify(row, Attendance::RESIDENT, at(self.door));
        }
        let said = if self.status.is_some() { at(self.status) } else { "x" };
        match status(said) {
            _ if said.is_empty() => {}
            Ok(status) => drop(row.line.fields.insert(Attendance::STATUS.to_owned(), status)),
            Err(problem) => row.line.issues.push(Issue::new(Attendance::STATUS, problem)),
        }
    }

    /// A day; without a year, the last such day that has come.
    fn day(&self, text: &str) -> Option<NaiveDate> {
        let this = self.year.unwrap_or_else(|| self.today.year());
        let day = written::day_of(text, this)?;
        if self.year.is_some() || day <= self.today {
            return Some(day);
        }
        written::day_of(text, this - 1)
    }
}

/// Has something follow a name that tells it from others; an id is told apart already.
fn specify(row: &mut SheetRow, field: &str, more: &str) {
    let name = row.line.fields.get(field).and_then(Value::as_str).unwrap_or_default();
    if name.parse::<Id>().is_err() {
        let name = format!("{name}@{more}");
        row.line.fields.insert(field.to_owned(), json!(name));
    }
}

fn status(said: &str) -> Result<Value, Problem> {
    let is_one_of = |words: &[&str]| words.contains(&said.to_lowercase().as_str());
    match kind(Attendance::KIND).and_then(|it| it.field(Attendance::STATUS)) {
        _ if is_one_of(&CAME) => Ok(json!(AttendanceStatus::Came)),
        _ if is_one_of(&STAYED_AWAY) => Ok(json!(AttendanceStatus::DidNotCome)),
        Some(field) => cell::value(&field.ty, said, 0, &Zone::default()),
        None => Err(Problem::WrongType),
    }
}
