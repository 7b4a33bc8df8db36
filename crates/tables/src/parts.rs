//! Texts longer than a cell of a workbook holds: cut where the cell is full, with a mark that
//! shows it, and continued in columns of their own beside it. Nothing is left out, and whoever
//! reads the workbook again puts the parts together.

use crate::rows::Cell;

/// Most characters in a cell, as Excel counts: by UTF-16.
const CELL_LIMIT: usize = 32_767;
/// What stands where a text is cut, at the end of one part and the beginning of the next.
const CUT: &str = "[…]";
/// Room for the text itself beside two marks with their blanks.
const ROOM: usize = CELL_LIMIT - 8;

/// A table in which every text fits in its cell.
pub fn fitting(table: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    if !table.iter().flatten().any(is_long) {
        return table;
    }
    let mut rows: Vec<Vec<Vec<Cell>>> =
        table.into_iter().map(|row| row.into_iter().map(parts).collect()).collect();
    let widths = widths(&rows);
    if let Some(headings) = rows.first_mut() {
        headings.iter_mut().zip(&widths).for_each(|(heading, width)| continue_to(heading, *width));
    }
    let filled = |(mut cell, width): (Vec<Cell>, &usize)| {
        cell.resize_with(*width, || Cell::Text(String::new()));
        cell
    };
    rows.into_iter().map(|row| row.into_iter().zip(&widths).flat_map(filled).collect()).collect()
}

/// The number and the heading of a column that continues another: `Notat (2)`.
pub fn continued(heading: &str) -> Option<&str> {
    let (whole, number) = heading.strip_suffix(')')?.rsplit_once(" (")?;
    number.parse::<usize>().is_ok_and(|it| it > 1).then_some(whole)
}

/// A text whose parts stand in two cells.
pub fn joined(first: &str, next: &str) -> String {
    let first = first.strip_suffix(CUT).and_then(|it| it.strip_suffix(' ')).unwrap_or(first);
    let next = next.strip_prefix(CUT).and_then(|it| it.strip_prefix(' ')).unwrap_or(next);
    format!("{first}{next}")
}

fn is_long(cell: &Cell) -> bool {
    // No text has more of UTF-16 than it has bytes.
    matches!(cell, Cell::Text(text) if text.len() > CELL_LIMIT && length(text) > CELL_LIMIT)
}

fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn parts(cell: Cell) -> Vec<Cell> {
    let Cell::Text(text) = &cell else { return vec![cell] };
    if !is_long(&cell) {
        return vec![cell];
    }
    let mut parts: Vec<String> = pieces(text).map(str::to_owned).collect();
    let last = parts.len() - 1;
    for (at, part) in parts.iter_mut().enumerate() {
        let before = if at > 0 { format!("{CUT} ") } else { String::new() };
        let after = if at < last { format!(" {CUT}") } else { String::new() };
        *part = format!("{before}{part}{after}");
    }
    parts.into_iter().map(Cell::Text).collect()
}

/// The text in pieces that leave room for the marks.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut used = 0;
        let full = |(_, letter): &(usize, char)| {
            used += letter.len_utf16();
            used > ROOM
        };
        let end = rest.char_indices().find(full).map_or(rest.len(), |it| it.0);
        let (piece, later) = rest.split_at_checked(end)?;
        rest = later;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How many cells each column takes.
fn widths(rows: &[Vec<Vec<Cell>>]) -> Vec<usize> {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 1);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.len().max(*width);
        }
    }
    widths
}

fn continue_to(heading: &mut Vec<Cell>, width: usize) {
    let Some(Cell::Text(words)) = heading.first() else { return };
    let words = words.clone();
    heading.extend((heading.len() + 1..=width).map(|it| Cell::Text(format!("{words} ({it})"))));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(cells: &[Cell]) -> Vec<&str> {
        let mut words = Vec::new();
        for cell in cells {
            let Cell::Text(text) = cell else { continue };
            words.push(text.as_str());
        }
        words
    }

    fn table(rows: &[[&str; 2]]) -> Vec<Vec<Cell>> {
        rows.iter().map(|row| row.iter().map(|it| Cell::Text((*it).to_owned())).collect()).collect()
    }

    #[test]
    fn a_text_that_no_cell_holds_goes_on_in_the_next_and_nothing_is_lost() {
        let long = "Lang samtale 👩‍👩‍👧 \n".repeat(4_000);
        let long = long.trim();
        let fitting = fitting(table(&[["Notat", "Sted"], [long, "H0304"], ["Kort", ""]]));
        assert_eq!(words(&fitting[0]), ["Notat", "Notat (2)", "Notat (3)", "Sted"]);
        let row = words(&fitting[1]);
        assert!(row.iter().all(|it| length(it) <= CELL_LIMIT));
        assert!(row[0].ends_with(" […]") && row[1].starts_with("[…] ") && row[1].ends_with(" […]"));
        assert_eq!(joined(&joined(row[0], row[1]), row[2]), long);
        assert_eq!((row[3], words(&fitting[2])), ("H0304", vec!["Kort", "", "", ""]));
    }

    #[test]
    fn only_a_numbered_column_continues_another() {
        let headings = ["Notat (2)", "Notat", "Notat (a)", "Plass (1)"].map(continued);
        assert_eq!(headings, [Some("Notat"), None, None, None]);
    }
}
