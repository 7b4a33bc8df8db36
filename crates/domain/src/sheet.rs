//! Tables from files: what was read, what an import makes of it, and warnings and errors.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::issue::Issue;
use crate::kind::Body;

/// The key of the words that a cell has for a value of a list which sites make their own.
pub const SAID: &str = "said";
/// The key of the value that every site's list calls so; empty if none.
pub const LISTED: &str = "listed";
/// Most bytes of a file that is read.
pub const FILE_LIMIT: usize = 10 << 20;
/// Most rows of a file that are read.
pub const ROW_LIMIT: usize = 10_000;

/// A file as it was read, before anything is written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// The columns, in the file's order.
    pub columns: Vec<Column>,
    /// The rows that are not empty.
    pub rows: Vec<SheetRow>,
    /// The years that were assumed for dates without one, the earliest first. A plan that continues
    /// after New Year has several; a file whose dates all have a year has none.
    pub years: Vec<i32>,
    /// The names of further sheets of the workbook, which were not read.
    pub others: Vec<String>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// The field it fills; none for an unknown heading, whose column is ignored.
    pub field: Option<String>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetRow {
    /// Its cells as written in the file, in the order of the columns.
    pub cells: Vec<String>,
    /// Warnings for the user. The row is imported all the same.
    pub warnings: Vec<Warning>,
    /// What is imported.
    pub line: Line,
}

/// A row as an import takes it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// The line in the file, the header being 1.
    pub row: u64,
    /// Identifies the row, however often and in whatever file it is read: the id of the exported
    /// record, if the row has one.
    pub key: String,
    /// Its values by field name; links are the names or ids of what they point to.
    pub fields: Body,
    /// Cells that can't be read. `fields` lacks them.
    pub issues: Vec<Issue>,
}

/// A warning about a row. Its Fluent message is `warning-` and the code.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr,
)]
#[serde(tag = "warning", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Warning {
    /// The weekday does not match the date. The date is used.
    OtherWeekday {
        /// The weekday as written.
        said: String,
        /// The date.
        day: NaiveDate,
    },
    /// The week does not match the date. The date is used.
    OtherWeek {
        /// The week as written.
        said: String,
        /// The date.
        day: NaiveDate,
    },
    /// The plan continues after New Year, and nothing in it confirms the assumed year.
    AfterNewYear {
        /// The year.
        year: i32,
    },
    /// There is a week but no date.
    WeekOnly,
    /// There is a date but no text.
    NoText,
    /// There is a date but no time of day. Noon is used.
    NoTime,
    /// The time occurs twice, because the clock is set back. The first is used.
    HourTwice,
    /// A cell is a formula. The value saved in the file is used.
    Formula,
    /// There are more cells than headings. The extra cells are ignored.
    MoreCells,
}

/// Why a file can't be imported at all. Its Fluent message is `flaw-` and the code.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::VariantNames,
    strum::IntoStaticStr,
    thiserror::Error,
)]
#[serde(tag = "flaw", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Flaw {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It has headings but no rows.
    #[error("it has headings and no rows")]
    NoRows,
    /// No heading is a field of the kind, so it is a table of something else.
    #[error("none of its headings is a field of that kind: {headings:?}")]
    OtherTable {
        /// The headings.
        headings: Vec<String>,
    },
    /// It is neither text nor a workbook, but a picture for example.
    #[error("it is neither a table of text nor an Excel workbook")]
    NoTable,
    /// It is a workbook of another format than .xlsx.
    #[error("it is a workbook of another format; save it as .xlsx")]
    OtherWorkbook,
    /// It claims to be a workbook but can't be opened as one.
    #[error("the workbook is damaged or locked with a password")]
    BrokenWorkbook,
    /// A quotation mark is never closed, so the ends of the cells are unknown.
    #[error("the quotation mark in line {row} is never closed")]
    OpenQuote {
        /// The line where that row begins.
        row: u64,
    },
    /// It is larger than the limit.
    #[error("it is larger than {most} MB")]
    TooLarge {
        /// The limit in megabytes.
        most: usize,
    },
    /// It has more rows than the limit.
    #[error("it has more than {most} rows")]
    TooManyRows {
        /// The limit.
        most: usize,
    },
}

/// The outcome of an import, row by row in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Imported {
    /// Every row.
    pub rows: Vec<Outcome>,
    /// The group to undo; none if nothing was written, or more than fits in one group.
    pub group: Option<Id>,
}

/// The outcome of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The line in the file, the header being 1.
    pub row: u64,
    /// Its fate.
    pub fate: Fate,
    /// The problems of the row, by field.
    #[serde(default)]
    pub issues: Vec<Issue>,
}

/// The fate of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Fate {
    /// It becomes a record.
    Added,
    /// Its record exists already.
    Known,
    /// It has a problem and is left out.
    Refused,
}

impl Imported {
    /// How many rows share a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|it| it.fate == fate).count()
    }
}
