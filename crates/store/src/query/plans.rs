//! How SQLite goes about what every page asks: by an index, however many records there are.

use crate::Store;

/// What is asked while somebody waits, and the index that answers it.
const ASKED: &[(&str, &str)] = &[
    (include_str!("../sql/about.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/agenda.sql"), "record_by_time"),
    (include_str!("../sql/attendances.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/back.sql"), "record_by_state"),
    (include_str!("../sql/bin.sql"), "record_in_bin"),
    (include_str!("../sql/count_bin.sql"), "record_in_bin"),
    (include_str!("../sql/count_by_name.sql"), "record_by_name"),
    (include_str!("../sql/count_by_time.sql"), "record_by_time"),
    (include_str!("../sql/due.sql"), "record_by_state"),
    (include_str!("../sql/is_shared_name.sql"), "goes_by USING PRIMARY KEY"),
    (include_str!("../sql/last_visit.sql"), "link_met"),
    (include_str!("../sql/loose.sql"), "record_by_state"),
    (include_str!("../sql/namesakes.sql"), "goes_by USING PRIMARY KEY"),
    (include_str!("../sql/open.sql"), "record_by_state"),
    (include_str!("../sql/open_about.sql"), "link USING PRIMARY KEY"),
    (include_str!("../sql/over.sql"), "record_over"),
    (include_str!("../sql/planned.sql"), "record_by_state"),
    (include_str!("../sql/report_topics.sql"), "record_by_time"),
    (include_str!("../sql/search.sql"), "sqlite_autoindex_record_1"),
    (include_str!("../sql/turned.sql"), "resident_same"),
    (include_str!("../sql/unsettled.sql"), "record_by_state"),
    (include_str!("../sql/unsearched.sql"), "change USING INTEGER PRIMARY KEY"),
    (include_str!("../sql/waiting.sql"), "(space=? AND device=?"),
    (include_str!("../sql/without_contact.sql"), "record_by_name"),
];

#[test]
fn what_a_page_asks_is_answered_by_an_index_and_no_table_is_read_whole() {
    let store = Store::in_memory().unwrap();
    for (sql, index) in ASKED {
        let steps = steps(&store, sql);
        let whole = |step: &String| {
            ["record", "link", "change"].iter().any(|it| *step == format!("SCAN {it}"))
        };
        assert!(steps.iter().any(|it| it.contains(index)), "{sql}\n{steps:#?}");
        assert!(!steps.iter().any(whole), "{sql}\n{steps:#?}");
    }
}

fn steps(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let (mut rows, mut steps) = (statement.raw_query(), Vec::new());
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get("detail").unwrap());
    }
    steps
}
