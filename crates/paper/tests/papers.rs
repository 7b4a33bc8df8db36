//! A sheet as a file: what a reader, a screen reader and an archive find in it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::{DateTime, Utc};
use paper::sheet::{Block, Look, Sheet, Words};
use serde::Deserialize;
use tempfile::TempDir;

/// 60 letters, as the longest names that were met.
const LONG_NAME: &str = "Abdirahman-Mohamud Abdullahi-Nuruddiin Xuseen-Cabdiraxmaan S";
/// 40 Ethiopic letters without a space.
const ETHIOPIC_NAME: &str = "ተስፋሚካኤልገብረእግዚአብሔርወልደሥላሴኃይለማርያምተክለሃይማኖትአ";
const ARABIC: &str = "يوم الجمعة هو آخر يوم نعمل فيه هنا.";
const DARI: &str = "جمعه آخرین روز کار ما در اینجا است.";
const TIGRINYA: &str = "ዓርቢ ኣብዚ እንሰርሓሉ ናይ መወዳእታ መዓልቲ እዩ።";

/// What `look.py` tells of a file.
#[derive(Debug, Deserialize)]
struct Looked {
    title: String,
    shows_title: bool,
    language: String,
    marked: bool,
    standards: [String; 3],
    pages: u32,
    tags: Vec<(String, String, Option<String>)>,
}

fn at() -> DateTime<Utc> {
    "2026-11-30T08:00:00Z".parse().unwrap()
}

fn sheet(blocks: Vec<Block>) -> Sheet {
    let mut sheet =
        Sheet::new(Words::new("nb", "Oppsummering"), Words::new("nb", "Bredtvetveien 2"));
    sheet.blocks = blocks;
    sheet
}

fn print(sheet: &Sheet) -> (TempDir, Looked) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("it.pdf");
    fs::write(&file, paper::pdf(sheet, at()).unwrap()).unwrap();
    let looking = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/look.py");
    let looked = ran(Command::new("/usr/bin/python3").arg(looking).arg(&file));
    (folder, serde_json::from_str(&looked).unwrap())
}

fn ran(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|it| panic!("{command:?}: {it}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a file in the order in which they are drawn, without line breaks and marks of direction.
fn words(folder: &TempDir) -> String {
    let file = folder.path().join("it.pdf");
    let text = ran(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-"));
    let marks = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{c}'];
    text.replace(marks, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(language: &str, text: &str) -> Block {
    Block::Paragraph { words: Words::new(language, text), look: Look::Plain }
}

#[test]
fn a_file_says_what_it_is_and_in_which_language_and_meets_both_standards() {
    let (_folder, looked) = print(&sheet(vec![plain("nb", "Alt er stabilt.")]));
    assert_eq!((looked.title.as_str(), looked.language.as_str()), ("Oppsummering", "nb"));
    assert!(looked.shows_title && looked.marked);
    assert_eq!(looked.standards, ["1", "2", "A"]);
    assert_eq!(looked.pages, 1);
}

#[test]
fn a_screen_reader_finds_headings_paragraphs_and_a_table_with_its_head_in_order() {
    let cell = |text: &str| vec![Words::new("nb", text)];
    let table = Block::Table {
        head: vec![cell("Sak"), cell("Hvem har saken")],
        rows: vec![vec![cell("Bolig"), cell("Boligbygg")]],
        widths: vec![1, 1],
    };
    let heading = Block::Heading { level: 1, words: cell("Oksana K.") };
    let (_folder, looked) = print(&sheet(vec![heading, plain("nb", "Alt er stabilt."), table]));
    let order: Vec<_> = looked.tags.iter().map(|it| it.0.as_str()).collect();
    let place =
        |tag: &str| order.iter().position(|it| *it == tag).unwrap_or_else(|| panic!("{order:?}"));
    assert!(place("H1") < place("H2") && place("H2") < place("Table"), "{order:?}");
    assert_eq!(order.iter().filter(|it| **it == "TH").count(), 2, "{order:?}");
    assert_eq!(order.iter().filter(|it| **it == "TD").count(), 2, "{order:?}");
    let scopes: Vec<_> =
        looked.tags.iter().filter(|it| it.0 == "TH").map(|it| it.2.clone()).collect();
    assert_eq!(scopes, [Some("/Column".to_owned()), Some("/Column".to_owned())]);
}

#[test]
fn each_language_is_told_to_a_screen_reader_where_it_is_spoken() {
    let (_folder, looked) = print(&sheet(vec![plain("ar", ARABIC), plain("ti", TIGRINYA)]));
    let spoken: Vec<_> = looked.tags.iter().map(|it| it.1.as_str()).collect();
    assert!(spoken.contains(&"ar") && spoken.contains(&"ti"), "{:?}", looked.tags);
}

#[test]
fn the_longest_names_stand_whole_in_a_heading_a_cell_and_a_fact() {
    for (language, name) in [("nb", LONG_NAME), ("ti", ETHIOPIC_NAME)] {
        let cell = || vec![Words::new(language, name)];
        let narrow = Block::Table {
            head: vec![cell(), vec![Words::new("nb", "Frist")]],
            rows: vec![vec![cell(), vec![Words::new("nb", "i dag")]]],
            widths: vec![2, 3],
        };
        let facts =
            Block::Facts { rows: vec![[Words::new("nb", "Hvem"), Words::new(language, name)]] };
        let heading = Block::Heading { level: 1, words: cell() };
        let (folder, looked) = print(&sheet(vec![heading, facts, narrow]));
        // A line may end at a hyphen or a space in the name.
        let (found, name) = (words(&folder).replace(' ', ""), name.replace(' ', ""));
        assert_eq!(found.matches(&name).count(), 4, "{found}");
        assert_eq!(looked.pages, 1);
    }
}

#[test]
fn letters_of_every_language_that_residents_read_are_in_the_file() {
    let said = [
        ("ar", ARABIC),
        ("fa-AF", DARI),
        ("ti", TIGRINYA),
        ("uk", "Запитання? Їжак, ґанок."),
        ("so", "Su'aal? Na weydii."),
    ];
    for (language, text) in said {
        let (folder, _) = print(&sheet(vec![plain(language, text)]));
        let found = words(&folder);
        // The order of letters that run from right to left depends on the reader; that they are there does not.
        let words = text.split_whitespace().map(|it| it.trim_matches(['.', '?', ',', '።']));
        for word in words {
            let backwards: String = word.chars().rev().collect();
            assert!(
                found.contains(word) || found.contains(&backwards),
                "{word} of {language}: {found}"
            );
        }
    }
}

#[test]
fn the_same_sheet_at_the_same_moment_is_the_same_file() {
    let it = sheet(vec![plain("nb", "Alt er stabilt."), plain("ar", ARABIC)]);
    assert_eq!(paper::pdf(&it, at()).unwrap(), paper::pdf(&it, at()).unwrap());
}

#[test]
fn what_a_person_wrote_is_text_and_never_a_command() {
    let written = "#import \"x\" *ikke fet* $x$ \\ <a> @b // bort\nNy linje: [hake] {krøll}";
    let (folder, _) = print(&sheet(vec![plain("nb", written)]));
    let found = words(&folder);
    assert!(found.contains("#import \"x\" *ikke fet* $x$ \\ <a> @b // bort"), "{found}");
    assert!(found.contains("Ny linje: [hake] {krøll}"), "{found}");
}

#[test]
fn a_character_that_no_font_has_is_replaced_and_said_so() {
    let mut it = sheet(vec![plain("nb", "Ring → Nav ✓ ☎ 😊 \u{b} 中 ♥ ≥ שלום")]);
    it.odd = Words::new("nb", "Noen tegn mangler.");
    let (folder, _) = print(&it);
    let found = words(&folder);
    assert!(found.contains("Ring → Nav ✓"), "{found}");
    assert!(found.contains("Noen tegn mangler."), "{found}");
    it.blocks = vec![plain("nb", "Ring → Nav")];
    let (folder, _) = print(&it);
    assert!(!words(&folder).contains("Noen tegn mangler."));
}

#[test]
fn a_word_that_is_longer_than_a_line_is_broken_rather_than_made_unreadable() {
    let address = format!("https://example.no/{}", "a1b2c3d4".repeat(20));
    let (folder, looked) = print(&sheet(vec![plain("nb", &format!("Se {address} for mer"))]));
    assert!(words(&folder).replace(' ', "").contains(&address), "{}", words(&folder));
    assert_eq!(looked.pages, 1);
}
