//! Values of several parts, as they stand in a cell: `norsk: Økonomi | engelsk: Money`, `man–fre
//! 08:00–15:30`, `2026-12-01 Bestill time ✓2026-12-01`.

mod hours;
mod lines;
mod period;
mod texts;

pub use hours::{read_hours, weekday, write_hours};
pub use lines::{read_lines, write_lines};
pub use period::{read_period, write_period};
pub use texts::{read_texts, write_texts};

/// What stands between two elements.
const BETWEEN: [char; 2] = ['|', '\n'];

/// The parts of a cell that are not empty.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(BETWEEN).map(str::trim).filter(|it| !it.is_empty())
}
