//! A site as large as one may become, the same every time.

use std::time::Duration;

use app::App;
use domain::calls;
use domain::sheet::{Fate, Line};
use serde_json::json;

/// Rows in one import call.
const ROWS: usize = 10_000;

/// Logs so many conversations of varied text, in tens of thousands.
pub async fn fill(app: &App, words: &[String], records: usize) {
    let mut random = Random(1);
    for block in 0..records / ROWS {
        let lines = (0..ROWS).map(|row| {
            let (day, minute) = (1 + random.below(28), random.below(60));
            let note: Vec<_> = (0..12).map(|_| random.of(words)).collect();
            let (year, month) = (2015 + block, 1 + random.below(12));
            let fields = json!({
                "at": format!("{year}-{month:02}-{day:02}T10:{minute:02}:00.000Z"),
                "topics": ["nav"],
                "place": "office",
                "minutes": 10,
                "note": format!("{} {block}-{row}", note.join(" ")),
            });
            let fields = fields.as_object().cloned().unwrap();
            Line { row: row as u64, key: format!("{block}-{row}"), fields, issues: Vec::new() }
        });
        let asked = calls::Import { kind: "visit".into(), lines: lines.collect() };
        assert_eq!(app.run(asked).await.unwrap().count(Fate::Added), ROWS);
    }
}

/// The words of the demo's notes, and as many made by turning them around, so that text varies.
pub fn words() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/bredtvetveien2");
    let texts = ["visit.aisha.csv", "visit.bjorn.csv"];
    let texts = texts.map(|it| std::fs::read_to_string(format!("{folder}/{it}")).unwrap()).concat();
    let mut words = domain::fold::words(&texts);
    words.retain(|it| it.len() > 1 && it.chars().all(char::is_alphabetic));
    words.sort();
    words.dedup();
    let turned: Vec<String> = words.iter().map(|it| it.chars().rev().collect()).collect();
    words.extend(turned);
    words
}

/// The median.
pub fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A small generator (Knuth's MMIX constants): the same text every time.
pub struct Random(pub u64);

impl Random {
    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    /// One of the words.
    pub fn of<'a>(&mut self, words: &'a [String]) -> &'a str {
        &words[self.below(words.len())]
    }
}
