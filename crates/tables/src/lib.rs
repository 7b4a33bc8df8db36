//! Files people have: tables of text, Excel workbooks and week plans, read into the rows that an
//! import takes; and records written as such files, and as a calendar.
//!
//! The core knows none of this: the window and the browser fetch it as a module of its own, only
//! when somebody picks or asks for a file, and the command line has it built in.

mod cell;
mod composite;
mod grid;
mod heading;
mod ics;
mod labels;
mod language;
mod parts;
mod plan;
mod roll;
mod rows;
mod sheet;
mod shift;
mod text;
mod wording;
mod workbook;
mod write;

pub use labels::label;
pub use rows::{minute, words};
pub use sheet::{Asked, read};
pub use shift::shift;
pub use workbook::Error;
pub use write::{Format, Way, write, write_rows};
