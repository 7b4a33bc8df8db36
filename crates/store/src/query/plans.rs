//! How SQLite goes about what every page asks: by an index, however many records there are.

use std::fs;
use std::path::Path;

use crate::Store;

/// What is asked while somebody waits, and the index that answers it.
const ASKED: &[(&str, &str)] = &[
    (include_str!("../sql/about.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/agenda.sql"), "record_by_time"),
    (include_str!("../sql/back.sql"), "record_by_state"),
    (include_str!("../sql/bin.sql"), "record_in_bin"),
    (include_str!("../sql/count_bin.sql"), "record_in_bin"),
    (include_str!("../sql/count_by_name.sql"), "record_by_name"),
    (include_str!("../sql/count_by_time.sql"), "record_by_time"),
    (include_str!("../sql/due.sql"), "record_by_state"),
    (include_str!("../sql/gathered.sql"), "record_by_state"),
    (include_str!("../sql/is_shared_name.sql"), "goes_by USING PRIMARY KEY"),
    (include_str!("../sql/last_recorded.sql"), "(space=? AND device=?"),
    (include_str!("../sql/last_visit.sql"), "link_met"),
    (include_str!("../sql/loose.sql"), "record_by_state"),
    (include_str!("../sql/namesakes.sql"), "goes_by USING PRIMARY KEY"),
    (include_str!("../sql/open.sql"), "record_by_state"),
    (include_str!("../sql/open_about.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/over.sql"), "record_over"),
    (include_str!("../sql/planned.sql"), "record_by_state"),
    (include_str!("../sql/pointing.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/report_topics.sql"), "record_by_time"),
    (include_str!("../sql/search.sql"), "sqlite_autoindex_record_1"),
    (include_str!("../sql/turned.sql"), "resident_same"),
    (include_str!("../sql/unsettled.sql"), "record_by_state"),
    (include_str!("../sql/unsearched.sql"), "change USING INTEGER PRIMARY KEY"),
    (include_str!("../sql/waiting.sql"), "(space=? AND device=?"),
    (include_str!("../sql/without_contact.sql"), "record_by_name"),
];

/// Queries that read a table whole: that of the residents who were registered twice, who are few.
const WHOLE: &[&str] = &["turned.sql", "withdraw.sql"];
/// Queries of a salvage or a renaming, over tables that are there only meanwhile.
const MEANWHILE: &str = "temp.";

#[test]
fn no_query_but_a_listed_one_reads_a_table_whole() {
    let store = Store::in_memory().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sql");
    let mut reading = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let sql = fs::read_to_string(&path).unwrap();
        if sql.contains(MEANWHILE) {
            continue;
        }
        let parts = sql.split(";\n").filter(|it| !it.trim().is_empty());
        if parts.flat_map(|it| steps(&store, it)).any(|step| reads_whole(&step)) {
            reading.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    reading.sort_unstable();
    assert_eq!(reading, WHOLE);
}

fn reads_whole(step: &str) -> bool {
    let tables = ["record", "link", "change", "goes_by", "same", "draft"];
    tables.iter().any(|it| step == format!("SCAN {it}"))
}

#[test]
fn what_a_page_asks_is_answered_by_its_own_index() {
    let store = Store::in_memory().unwrap();
    for (sql, index) in ASKED {
        let steps = steps(&store, sql);
        assert!(steps.iter().any(|it| it.contains(index)), "{sql}\n{steps:#?}");
    }
}

#[test]
fn how_many_match_a_search_is_counted_without_reading_a_record() {
    let store = Store::in_memory().unwrap();
    let steps = steps(&store, include_str!("../sql/count_matching.sql"));
    assert!(steps.iter().all(|it| it.starts_with("SCAN search VIRTUAL TABLE")), "{steps:#?}");
}

fn steps(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let (mut rows, mut steps) = (statement.raw_query(), Vec::new());
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get("detail").unwrap());
    }
    steps
}
