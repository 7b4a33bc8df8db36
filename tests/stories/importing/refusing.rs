//! What cannot come in says why, and what can may be large.

use domain::sheet::{Flaw, Line};
use domain::{Fault, calls};
use tests::World;

use super::{counts, import, read};

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let headings = |headings: &[&str]| Flaw::OtherTable {
        headings: headings.iter().map(|it| (*it).to_owned()).collect(),
    };
    let rows = "Navn\n".to_owned() + &"A\n".repeat(10_001);
    let large = "a".repeat((10 << 20) + 1);
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for (bytes, flaw) in [
        (&b""[..], Flaw::Empty),
        (b"\n;;\n", Flaw::Empty),
        (b"Navn;Telefon\n", Flaw::NoRows),
        (b"Fugl;Vekt\nSpurv;30\n", headings(&["Fugl", "Vekt"])),
        (b"Navn;Telefon\nA;\"1\nB;2\n", Flaw::OpenQuote { row: 2 }),
        (picture, Flaw::NoTable),
        (b"PK\x03\x04 and no more", Flaw::BrokenWorkbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Flaw::OtherWorkbook),
        (rows.as_bytes(), Flaw::TooManyRows { most: 10_000 }),
        (large.as_bytes(), Flaw::TooLarge { most: 10 }),
    ] {
        assert_eq!(read("resident", bytes), Err(flaw));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_than_fit_are_refused_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let lines = vec![Line::default(); 10_001];
    let asked = calls::Import { kind: "visit".into(), lines };
    assert!(matches!(aisha.run(asked).await, Err(Fault::TooLarge { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_comes_in_whole() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let rows: Vec<_> = (0..2_500).map(|it| format!("Beboer {it}")).collect();
    let csv = format!("Navn\n{}\n", rows.join("\n"));
    assert_eq!(counts(&import(&aisha, "resident", &csv).await), [2_500, 0, 0]);
    assert_eq!(counts(&import(&aisha, "resident", &csv).await), [0, 2_500, 0]);
}
