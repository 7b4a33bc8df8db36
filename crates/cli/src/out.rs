//! What is printed.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};

use domain::Fault;
use domain::fault::Result;

/// Prints a line. A reader that has heard enough, such as `head`, stops nothing: what was asked
/// for is carried out, and the rest of what there is to say goes nowhere.
pub fn line(text: impl Display) -> Result<()> {
    match writeln!(stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Fault::Storage { detail: error.to_string() })
        }
        _ => Ok(()),
    }
}
