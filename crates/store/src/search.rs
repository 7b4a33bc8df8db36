//! Search: FTS5 over folded text.

use domain::fold::{fold, words};
use domain::{Body, Kind};
use rusqlite::Connection;

use crate::Result;
use crate::queries::{Row, rows};

/// Enters a record's text.
pub fn index(db: &Connection, row: i64, kind: &Kind, body: &Body) -> Result<()> {
    let title = fold(kind.title(body));
    let searched = kind.fields.iter().filter(|it| it.searched);
    let values = searched.filter_map(|it| body.get(it.name)?.as_str());
    let text = fold(&values.collect::<Vec<_>>().join("\n"));
    let mut insert =
        db.prepare_cached("INSERT INTO search (rowid, kind, title, text) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((row, kind.name, title, text))?;
    Ok(())
}

/// Records of a kind that hold all words, or words that begin so; latest entered first.
pub fn find(db: &Connection, kind: &str, typed: &str, limit: u32) -> Result<Vec<Row>> {
    let words = words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    rows(db, include_str!("sql/search.sql"), (expression(kind, &words), limit))
}

/// An FTS5 expression. Words are letters and digits only, so quoting them is enough.
pub fn expression(kind: &str, words: &[String]) -> String {
    let prefixes: Vec<_> = words.iter().map(|it| format!("\"{it}\"*")).collect();
    format!("kind : \"{kind}\" AND {{title text}} : ({})", prefixes.join(" AND "))
}
