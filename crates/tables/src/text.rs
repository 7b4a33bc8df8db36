//! Tables of text in the dialects that spreadsheets write: UTF-8, UTF-16 or Windows-1252, with
//! semicolons, commas or tabs between the cells.

use domain::sheet::Flaw;
use encoding_rs::{UTF_8, WINDOWS_1252};

use crate::grid::Grid;

/// Stands behind the last row; if it isn't read as a row, a quotation mark was left open.
const END: &str = "\u{3}";

/// Reads a table of text.
pub fn read(bytes: &[u8]) -> Result<Grid, Flaw> {
    let text = decoded(bytes)?;
    let mut grid = Grid::default();
    let whole = format!("{text}\n{END}");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(whole.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|_| Flaw::NoTable)?;
        let row = record.position().map_or(0, |it| line(&whole, it));
        if record.get(0) == Some(END) {
            return Ok(grid);
        }
        if record.iter().next_back().is_some_and(|it| it.ends_with(END)) {
            return Err(Flaw::OpenQuote { row });
        }
        let cells: Vec<_> = record.iter().map(str::to_owned).collect();
        grid.add(row, &cells)?;
    }
    Ok(grid)
}

/// The line where a row begins, behind the empty ones before it.
fn line(text: &str, position: &csv::Position) -> u64 {
    let at = usize::try_from(position.byte()).unwrap_or_default();
    let rest = text.get(at..).unwrap_or_default();
    position.line() + rest.bytes().take_while(|it| *it == b'\n').count() as u64
}

/// The text, whichever way it was written; a file that holds what no text does is something else.
fn decoded(bytes: &[u8]) -> Result<String, Flaw> {
    let (text, _, malformed) = UTF_8.decode(bytes);
    let text = if malformed { WINDOWS_1252.decode_without_bom_handling(bytes).0 } else { text };
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    // With one sign at the end of a line, lines are counted right.
    if text.contains(strange) { Err(Flaw::NoTable) } else { Ok(text.replace("\r\n", "\n")) }
}

/// What stands most between the cells of the first line that has any of it.
fn separator(text: &str) -> u8 {
    let most = |line: &str| {
        let count = |it: &u8| line.bytes().filter(|byte| byte == it).count();
        // Of those that are as many, the first here.
        [b',', b'\t', b';'].into_iter().max_by_key(count).filter(|it| count(it) > 0)
    };
    text.lines().find_map(most).unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap().rows.into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn every_dialect_reads_alike() {
        let expected = [["Navn", "Språk"], ["Åse Ærø", "norsk; engelsk"]];
        let utf16: Vec<u8> = "\u{feff}Navn\tSpråk\r\nÅse Ærø\tnorsk; engelsk\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let (latin, _, _) = WINDOWS_1252.encode("Navn;Språk\nÅse Ærø;\"norsk; engelsk\"");
        for bytes in [
            "Navn;Språk\nÅse Ærø;\"norsk; engelsk\"\n".as_bytes(),
            "\u{feff}Navn,Språk\r\n\r\nÅse Ærø,norsk; engelsk\r\n".as_bytes(),
            &utf16,
            &latin,
        ] {
            assert_eq!(cells(bytes), expected);
        }
    }

    #[test]
    fn a_quotation_mark_that_is_left_open_swallows_no_row() {
        let flaw = read(b"a;b\n1;2\n3;\"4\n5;6\n").unwrap_err();
        assert_eq!(flaw, Flaw::OpenQuote { row: 3 });
        let flaw = read(b"a;b\r\n1;2\r\n\r\n3;\"4\r\n5;6\r\n").unwrap_err();
        assert_eq!(flaw, Flaw::OpenQuote { row: 4 });
        assert_eq!(cells(b"a;b\n1;5\" pipe\n\"2\n3\";4\n").len(), 3);
    }

    #[test]
    fn a_picture_is_no_table_whatever_it_is_called() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err(), Flaw::NoTable);
    }
}
