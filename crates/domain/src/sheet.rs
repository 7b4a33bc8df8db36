//! Tables from files: what was read, what an import makes of it, and what can be odd or wrong.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::issue::Issue;
use crate::kind::Body;

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
    /// The rows that hold anything.
    pub rows: Vec<SheetRow>,
    /// The years that dates without one were taken to be in, the earliest first: several of a
    /// plan that goes on after New Year, none where no date lacked one.
    pub years: Vec<i32>,
    /// The names of further sheets of the workbook, which were not read.
    pub others: Vec<String>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// The field it fills; none when nobody knows it, and then it is left out.
    pub field: Option<String>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetRow {
    /// Its cells as they stand in the file, in the order of the columns.
    pub cells: Vec<String>,
    /// What its reader should look at, although the row is taken.
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
    /// What tells it from other rows, the same wherever and however often it is read;
    /// the id of the record that was exported, if it was.
    pub key: String,
    /// Its values by field name; links are the names or ids of what they point to.
    pub fields: Body,
    /// Cells that can't be read, which the values lack.
    pub issues: Vec<Issue>,
}

/// Something odd about a row. Its Fluent message is `warning-` and the code.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr,
)]
#[serde(tag = "warning", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Warning {
    /// The weekday isn't that of the date, which counts.
    OtherWeekday {
        /// The weekday that stands there.
        said: String,
        /// The date.
        day: NaiveDate,
    },
    /// The week isn't that of the date, which counts.
    OtherWeek {
        /// The week that stands there.
        said: String,
        /// The date.
        day: NaiveDate,
    },
    /// The plan goes on after New Year, and nothing in it confirms the year that was taken.
    AfterNewYear {
        /// The year.
        year: i32,
    },
    /// There is a week but no date.
    WeekOnly,
    /// There is a date but nothing says what it is for.
    NoText,
    /// There is a date but no time of day; noon was taken.
    NoTime,
    /// The clock shows that time twice, being set back in between; the first was taken.
    HourTwice,
    /// A cell is worked out by a formula; what it came to when the file was saved was taken.
    Formula,
    /// There are more cells than headings; those beyond are left out.
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
    /// It has headings and nothing below.
    #[error("it has headings and no rows")]
    NoRows,
    /// No heading is a field of the kind, so it is a table of something else.
    #[error("none of its headings is a field of that kind: {headings:?}")]
    OtherTable {
        /// The headings.
        headings: Vec<String>,
    },
    /// It is neither text nor a workbook: a picture, say.
    #[error("it is neither a table of text nor an Excel workbook")]
    NoTable,
    /// It is a workbook of another format than .xlsx.
    #[error("it is a workbook of another format; save it as .xlsx")]
    OtherWorkbook,
    /// It says that it is a workbook, and can't be opened as one.
    #[error("the workbook is damaged or locked with a password")]
    BrokenWorkbook,
    /// A quotation mark is opened and never closed, so nobody knows where the cells end.
    #[error("the quotation mark in line {row} is never closed")]
    OpenQuote {
        /// The line where that row begins.
        row: u64,
    },
    /// It is larger than what is read.
    #[error("it is larger than {most} MB")]
    TooLarge {
        /// The most that is read, in megabytes.
        most: usize,
    },
    /// It has more rows than are read.
    #[error("it has more than {most} rows")]
    TooManyRows {
        /// The most that are read.
        most: usize,
    },
}

/// What becomes of the rows, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Imported {
    /// Every row.
    pub rows: Vec<Outcome>,
    /// What to undo to take it back; none when nothing was written, or more than fits in one action.
    pub group: Option<Id>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The line in the file, the header being 1.
    pub row: u64,
    /// Its fate.
    pub fate: Fate,
    /// What is wrong with it, where.
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
    /// It is here already.
    Known,
    /// Something is wrong with it, so it is left out.
    Refused,
}

impl Imported {
    /// How many rows share a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|it| it.fate == fate).count()
    }
}
