//! Records as files: tables for people and their spreadsheets, JSON with everything as it is
//! stored, and a calendar.

use domain::entry::Entry;
use domain::views::Page;
use domain::{Kind, Zone};
use serde_json::json;

use crate::ics;
use crate::labels::label;
use crate::rows::{Cell, table};
use crate::workbook::{self, Error};

/// What sort of file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table of text, such as spreadsheets open with a double click.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// Everything as it is stored.
    Json,
    /// A calendar, of activities alone.
    Ics,
}

impl Format {
    /// The format whose files' names end so.
    pub fn of(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "json" => Some(Self::Json),
            "ics" => Some(Self::Ics),
            _ => None,
        }
    }
}

/// In which way records are written.
#[derive(Debug, Clone, Copy)]
pub struct Way<'a> {
    /// The sort of file.
    pub format: Format,
    /// The language of the words that people read.
    pub locale: &'a str,
    /// The clock that times are written by.
    pub zone: &'a Zone,
}

/// Writes the records of a kind.
pub fn write(kind: &Kind, page: &Page, way: &Way) -> Result<Vec<u8>, Error> {
    let Way { format, locale, zone } = *way;
    let table = || table(kind, page, locale, zone);
    match format {
        Format::Csv => Ok(csv(&table()).into_bytes()),
        Format::Xlsx => workbook::write(label(locale, kind.name, ""), table()),
        Format::Json => Ok(json(kind, page).into_bytes()),
        Format::Ics => Ok(ics::calendar(&page.entries, locale, zone).into_bytes()),
    }
}

/// Writes rows of text, the first one the heading, in a format that is a table.
pub fn write_rows(title: &str, rows: &[Vec<String>], format: Format) -> Result<Vec<u8>, Error> {
    let cell = |it: &String| it.parse().map_or_else(|_| Cell::Text(it.clone()), Cell::Number);
    let table: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    match format {
        Format::Xlsx => workbook::write(title, table),
        Format::Csv | Format::Json | Format::Ics => Ok(csv(&table).into_bytes()),
    }
}

/// Semicolons, and the mark by which Excel knows that it is UTF-8.
fn csv(table: &[Vec<Cell>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in table {
        let cells: Vec<_> = row.iter().map(plain).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        other => other.to_string(),
    }
}

/// A spreadsheet runs what begins like a formula, whoever wrote it. A telephone number with its
/// plus is none.
fn harmless(text: &str) -> String {
    let is_number = |it: &str| it.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let number = text.strip_prefix(['+', '-']).is_some_and(is_number);
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number;
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

fn json(kind: &Kind, page: &Page) -> String {
    let record = |it: &Entry| json!({ "id": it.id, "fields": it.fields, "made": it.made, "changed": it.changed });
    let records: Vec<_> = page.entries.iter().map(record).collect();
    let all = json!({ "kind": kind.name, "records": records, "names": page.names });
    serde_json::to_string_pretty(&all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_text_keep_their_numbers_and_run_nothing() {
        let rows = [vec!["=1+1".to_owned()], vec!["Bolig".to_owned(), "22".to_owned()]];
        let table = write_rows("Rapport", &rows, Format::Csv).map(String::from_utf8);
        assert_eq!(table.expect("a table"), Ok("\u{feff}'=1+1\r\nBolig;22\r\n".to_owned()));
    }

    #[test]
    fn no_cell_is_run_as_a_formula_and_telephone_numbers_stay() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+2", "'-1+2"),
            ("+47 000 20 101", "+47 000 20 101"),
            ("-1", "-1"),
            ("Åse; bor i H0101", "Åse; bor i H0101"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }
}
