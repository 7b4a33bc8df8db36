//! From a file to rows that can be imported.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};
use domain::kind::Order;
use domain::sheet::{Column, Flaw, LISTED, Line, SAID, Sheet, SheetRow, Warning};
use domain::{Body, Issue, Kind, Type, Zone, written};
use serde_json::Value;

use crate::grid::Grid;
use crate::plan::Plan;
use crate::roll::Roll;
use crate::{cell, heading, parts};

/// Rows among which the headings are looked for: people write a title above them.
const TOP: usize = 10;

/// What a file is to be read as.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The kind that its rows are.
    pub kind: &'static Kind,
    /// The day on which it is read, for weeks and dates without a year.
    pub today: NaiveDate,
    /// The clock by which times are read that have no offset.
    pub zone: &'a Zone,
    /// The year of dates without one; found out when it isn't said.
    pub year: Option<i32>,
}

impl Asked<'_> {
    /// The year of a week without one.
    fn year(&self) -> i32 {
        self.year.unwrap_or_else(|| self.today.year())
    }
}

/// Reads a file.
pub fn read(bytes: &[u8], asked: &Asked) -> Result<Sheet, Flaw> {
    let mut grid = Grid::read(bytes)?;
    let top = headings(asked.kind, &grid)?;
    let rows = grid.rows.split_off(top + 1);
    let (_, headings) = grid.rows.pop().unwrap_or_default();
    if rows.is_empty() {
        return Err(Flaw::NoRows);
    }
    let (plan, roll) = (Plan::of(asked, &headings, &rows), Roll::of(asked, &headings));
    let mut reading = Reading { asked, columns: Vec::new(), plan, roll };
    reading.columns = reading.headed(&headings);
    let row = |(line, cells): (u64, Vec<String>)| {
        let mut row = reading.row(line, cells);
        row.warnings.extend(grid.formulas.contains(&line).then_some(Warning::Formula));
        row
    };
    let rows = rows.into_iter().map(row).collect();
    let years = reading.plan.map(|it| it.years()).unwrap_or_default();
    Ok(Sheet { columns: reading.columns, rows, years, others: grid.others })
}

/// The place of the row with most headings that mean something.
fn headings(kind: &'static Kind, grid: &Grid) -> Result<usize, Flaw> {
    let known = |row: &[String]| row.iter().filter(|it| heading::field(kind, it).is_some()).count();
    let top = grid.rows.iter().take(TOP).map(|(_, row)| known(row)).enumerate();
    let best = top.max_by_key(|(place, known)| (*known, Reverse(*place)));
    best.filter(|it| it.1 > 0).map(|it| it.0).ok_or_else(|| Flaw::OtherTable {
        headings: grid.rows.first().map(|it| it.1.clone()).unwrap_or_default(),
    })
}

fn known(kind: &'static Kind, text: &str) -> Option<&'static str> {
    let field = heading::field(kind, text).map(|it| it.name);
    field.or_else(|| (text == heading::ID).then_some(heading::ID))
}

struct Reading<'a> {
    asked: &'a Asked<'a>,
    columns: Vec<Column>,
    plan: Option<Plan>,
    roll: Option<Roll>,
}

impl Reading<'_> {
    fn headed(&self, headings: &[String]) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for (place, heading) in headings.iter().enumerate() {
            let own = self.own(place);
            let continues = parts::continued(heading)
                .filter(|whole| columns.iter().any(|it| it.heading == *whole));
            let field = own.or_else(|| known(self.asked.kind, continues.unwrap_or(heading)));
            // Of two columns that mean the same, the first counts; but a name may be in halves,
            // and a long text in parts.
            let apart = own.is_some() || continues.is_some() || heading::is_half(heading);
            let twice = !apart && columns.iter().any(|it| it.field.as_deref() == field);
            let field = field.filter(|_| !twice).map(str::to_owned);
            columns.push(Column { heading: heading.clone(), field });
        }
        columns
    }

    /// The field of a column that a plan or an attendance list reads in its own way.
    fn own(&self, place: usize) -> Option<&'static str> {
        let planned = self.plan.as_ref().and_then(|it| it.field(place));
        planned.or_else(|| self.roll.as_ref()?.field(place))
    }

    /// The cells with the parts of long texts put together in the first.
    fn whole(&self, cells: &[String]) -> Vec<String> {
        let mut whole = cells.to_vec();
        for (place, column) in self.columns.iter().enumerate() {
            let Some(heading) = parts::continued(&column.heading) else { continue };
            let first = self.columns.iter().position(|it| it.heading == heading);
            let Some(first) = first.filter(|it| *it < place) else { continue };
            let part = whole.get_mut(place).map(std::mem::take).unwrap_or_default();
            if let Some(text) = whole.get_mut(first).filter(|_| !part.is_empty()) {
                *text = parts::joined(text, &part);
            }
        }
        whole
    }

    fn row(&self, row: u64, mut cells: Vec<String>) -> SheetRow {
        let mut read = SheetRow { line: Line { row, ..Line::default() }, ..SheetRow::default() };
        let beyond = cells.split_off(cells.len().min(self.columns.len()));
        let unheaded =
            |(cell, column): (&String, &Column)| column.heading.is_empty() && !cell.is_empty();
        if beyond.iter().any(|it| !it.is_empty()) || cells.iter().zip(&self.columns).any(unheaded) {
            read.warnings.push(Warning::MoreCells);
        }
        cells.resize(self.columns.len(), String::new());
        if let Some(plan) = &self.plan {
            plan.read(&cells, &mut read);
        }
        for (place, cell) in self.whole(&cells).iter().enumerate().filter(|it| !it.1.is_empty()) {
            if self.own(place).is_none() {
                self.cell(place, cell, &mut read);
            }
        }
        if let Some(roll) = &self.roll {
            roll.read(&cells, &mut read);
        }
        if read.line.key.is_empty() {
            read.line.key = key(self.asked.kind, &read.line.fields);
        }
        SheetRow { cells, ..read }
    }

    fn cell(&self, place: usize, cell: &str, read: &mut SheetRow) {
        let name = self.columns[place].field.as_deref().unwrap_or_default();
        if name == heading::ID {
            cell.clone_into(&mut read.line.key);
        }
        let Some(field) = self.asked.kind.field(name) else { return };
        let heading = &self.columns[place].heading;
        match cell::value(&field.ty, cell, self.asked.year(), self.asked.zone) {
            Ok(value) => {
                let other = read.line.fields.remove(name);
                let half = other.as_ref().and_then(|it| it.as_str());
                let half = half.filter(|_| heading::is_half(heading));
                let whole = half.map(|it| heading::whole_name(heading, cell, it).into());
                read.line.fields.insert(name.to_owned(), whole.unwrap_or(value));
            }
            Err(problem) => read.line.issues.push(Issue::new(name, problem)),
        }
        if field.ty == Type::Moment {
            read.warnings.extend(odd(cell, self.asked.zone));
        }
    }
}

/// What is odd about a moment.
fn odd(cell: &str, zone: &Zone) -> Option<Warning> {
    let read = written::moment(cell, zone, written::day).ok()?;
    let twice = read.twice.then_some(Warning::HourTwice);
    if read.timed { twice } else { Some(Warning::NoTime) }
}

/// What happens is told apart by the whole row, what is by its name. A value of a list that sites make
/// their own counts as the one that every site has, whatever its label.
fn key(kind: &Kind, fields: &Body) -> String {
    let name = kind.title(fields);
    if kind.order == Order::Name && !name.is_empty() {
        return domain::fold::fold(name);
    }
    let plain = fields.iter().map(|(field, value)| (field.clone(), plain(value)));
    serde_json::to_string(&plain.collect::<Body>()).unwrap_or_default()
}

fn plain(value: &Value) -> Value {
    let listed =
        |it: &Value| Some(it.get(LISTED)?.as_str()?.to_owned()).filter(|it| !it.is_empty());
    match value {
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Object(said) if said.contains_key(SAID) => {
            listed(value).map_or_else(|| value[SAID].clone(), Value::from)
        }
        other => other.clone(),
    }
}
