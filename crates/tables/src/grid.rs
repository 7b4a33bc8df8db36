//! The cells of a file, whatever it is. What it is shows from what is in it, not from its name.

use std::collections::BTreeSet;

use domain::sheet::{FILE_LIMIT, Flaw, ROW_LIMIT};

use crate::{text, workbook};

/// The rows of a file that hold anything.
#[derive(Debug, Default)]
pub struct Grid {
    /// Rows with their line in the file, the first being 1.
    pub rows: Vec<(u64, Vec<String>)>,
    /// The lines in which a cell is worked out by a formula.
    pub formulas: BTreeSet<u64>,
    /// Further sheets of the workbook, which were not read.
    pub others: Vec<String>,
}

impl Grid {
    /// Reads a file.
    pub fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        if bytes.len() > FILE_LIMIT {
            return Err(Flaw::TooLarge { most: FILE_LIMIT >> 20 });
        }
        let grid = match bytes {
            [b'P', b'K', 3, 4, ..] => workbook::read(bytes)?,
            // The formats of Excel until 2003, and of workbooks that are locked.
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Flaw::OtherWorkbook),
            _ => text::read(bytes)?,
        };
        if grid.rows.is_empty() { Err(Flaw::Empty) } else { Ok(grid) }
    }

    /// Adds a row, unless it is empty.
    pub fn add(&mut self, line: u64, cells: &[String]) -> Result<(), Flaw> {
        let cells: Vec<_> = cells.iter().map(|it| trimmed(it)).collect();
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        // One more, for the headings.
        if self.rows.len() > ROW_LIMIT {
            return Err(Flaw::TooManyRows { most: ROW_LIMIT });
        }
        self.rows.push((line, cells));
        Ok(())
    }
}

/// A cell without blanks around it, and without the apostrophe that tells a spreadsheet
/// that what follows is no formula.
fn trimmed(cell: &str) -> String {
    let cell = cell.trim();
    let guarded = cell.strip_prefix('\'').filter(|it| it.starts_with(['=', '+', '-', '@']));
    guarded.unwrap_or(cell).to_owned()
}
