//! What is printed.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stderr, stdout};

use domain::Fault;
use domain::fault::Result;
use domain::views::Salvaged;

/// Says on standard error that the database was damaged, and what was saved of it.
pub fn salvaged(salvaged: Option<&Salvaged>) {
    let Some(Salvaged { kept, changes, drafts, unread }) = salvaged else { return };
    // Nobody may listen.
    let _ = writeln!(
        stderr(),
        "bomiljo: the database was damaged and was kept as {kept}; {changes} changes and {drafts} \
         drafts were brought over, {unread} of its pages could not be read"
    );
}

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
