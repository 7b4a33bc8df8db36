//! Excel workbooks: of one that is read, the first sheet, and of a formula what it came to when
//! the file was saved.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime as Serial, Reader, Xlsx};
use chrono::{NaiveDateTime, TimeDelta, Timelike};
use domain::sheet::Flaw;
pub use rust_xlsxwriter::XlsxError as Error;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Workbook, Worksheet};

use crate::grid::Grid;
use crate::parts;
use crate::rows::Cell;

/// Most columns that are read.
const COLUMNS: u32 = 200;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Grid, Flaw> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Flaw::BrokenWorkbook)?;
    let mut names = book.sheet_names().into_iter();
    let first = names.next().ok_or(Flaw::Empty)?;
    let mut grid = Grid { others: names.collect(), ..Grid::default() };
    let mut cells = book.worksheet_cells_reader(&first).map_err(|_| Flaw::BrokenWorkbook)?;
    let (mut line, mut row) = (0, Vec::new());
    // Cell by cell: a sheet may claim to be sixteen thousand columns wide.
    while let Some(cell) = cells.next_cell_with_formula().map_err(|_| Flaw::BrokenWorkbook)? {
        let (below, column) = (u64::from(cell.pos.0) + 1, cell.pos.1);
        let text = shown(&cell.value);
        if text.is_empty() && cell.formula.is_none() || column >= COLUMNS {
            continue;
        }
        if below != line {
            grid.add(line, &std::mem::take(&mut row))?;
            line = below;
        }
        if cell.formula.is_some() {
            grid.formulas.insert(line);
        }
        row.resize(row.len().max(column as usize + 1), String::new());
        row[column as usize] = text;
    }
    grid.add(line, &row)?;
    Ok(grid)
}

/// A cell as people write it.
fn shown(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "ja" } else { "nei" }.to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(at) => moment(*at),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day, a time of day, or both.
fn moment(at: Serial) -> String {
    let Some(exact) = at.as_datetime() else { return at.as_f64().to_string() };
    let minute = to_the_minute(exact);
    let midnight = minute.hour() == 0 && minute.minute() == 0;
    let form = match at.as_f64() {
        time if time < 1.0 => "%H:%M",
        _ if midnight => "%Y-%m-%d",
        _ => "%Y-%m-%d %H:%M",
    };
    minute.format(form).to_string()
}

/// Spreadsheets keep moments as fractions of a day, which miss the minute by a hair.
fn to_the_minute(at: NaiveDateTime) -> NaiveDateTime {
    let near = at + TimeDelta::seconds(30);
    near.with_second(0).and_then(|it| it.with_nanosecond(0)).unwrap_or(near)
}

/// Writes a table, its first row the headings. A text that no cell holds takes several.
pub fn write(name: &str, table: Vec<Vec<Cell>>) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    let looks = Looks {
        heading: Look::new().set_bold(),
        day: Look::new().set_num_format("dd.mm.yyyy"),
        moment: Look::new().set_num_format("dd.mm.yyyy hh:mm"),
    };
    for (row, cells) in (0..).zip(&parts::fitting(table)) {
        for (column, cell) in (0..).zip(cells) {
            looks.put(sheet, (row, column), cell)?;
        }
    }
    sheet.autofit();
    book.save_to_buffer()
}

struct Looks {
    heading: Look,
    day: Look,
    moment: Look,
}

impl Looks {
    fn put(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
    ) -> Result<(), Error> {
        match cell {
            Cell::Text(text) if row == 0 => {
                sheet.write_string_with_format(row, column, text, &self.heading)
            }
            Cell::Text(text) if text.is_empty() => return Ok(()),
            Cell::Text(text) => sheet.write_string(row, column, text),
            Cell::Number(number) => sheet.write_number(row, column, *number),
            Cell::Day(day) => {
                let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                sheet.write_datetime_with_format(row, column, day, &self.day)
            }
            Cell::Moment(at) => {
                let at =
                    ExcelDateTime::parse_from_str(&at.format("%Y-%m-%dT%H:%M:%S").to_string())?;
                sheet.write_datetime_with_format(row, column, at, &self.moment)
            }
        }?;
        Ok(())
    }
}
