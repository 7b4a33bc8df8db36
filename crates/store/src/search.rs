//! Search: FTS5 over folded text. The index follows the log: a save doesn't wait
//! for it, and whoever searches has it catch up first.

use domain::fold::{fold, words};
use domain::{Body, Kind, kind};
use rusqlite::{Connection, OptionalExtension};

use crate::queries::{Row, rows};
use crate::settings::{counter, set};
use crate::{Result, log, project};

/// How far in the log the index has come.
const SEARCHED: &str = "searched";

/// Changes that the index may be behind.
const BEHIND: u64 = 200;

/// Enters the records whose changes have arrived since the index was last touched.
pub fn catch_up(db: &Connection) -> Result<()> {
    project::catch_up(db)?;
    let (end, from) = (log::end(db)?, counter(db, SEARCHED)?);
    if end == from {
        return Ok(());
    }
    let mut statement = db.prepare_cached(include_str!("sql/unsearched.sql"))?;
    let stale = statement.query_map([i64::try_from(from).unwrap_or(i64::MAX)], |row| row.get(0))?;
    for row in stale.collect::<rusqlite::Result<Vec<i64>>>()? {
        refresh(db, row)?;
    }
    set(db, SEARCHED, &end.to_string())
}

/// The same once the index is far behind: up to then it costs a search less to wait for it than
/// it would whoever waits for what came.
pub fn keep_up(db: &Connection) -> Result<()> {
    let behind = log::end(db)?.saturating_sub(counter(db, SEARCHED)?);
    if behind > BEHIND { catch_up(db) } else { Ok(()) }
}

/// Has all records entered anew, by whoever searches next.
pub fn start_over(db: &Connection) -> Result<()> {
    set(db, SEARCHED, "0")
}

fn refresh(db: &Connection, row: i64) -> Result<()> {
    db.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
    let sql = "SELECT kind, body FROM record WHERE row = ?1 AND deleted = 0";
    let found: Option<(String, String)> = db
        .prepare_cached(sql)?
        .query_row([row], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((name, body)) = found else { return Ok(()) };
    match (kind(&name), serde_json::from_str(&body)) {
        (Some(kind), Ok(body)) => index(db, row, kind, &body),
        _ => Ok(()),
    }
}

fn index(db: &Connection, row: i64, kind: &Kind, body: &Body) -> Result<()> {
    let title = fold(kind.title(body));
    let mut searched = kind.fields.iter().filter(|it| it.searched).peekable();
    if searched.peek().is_none() {
        return Ok(());
    }
    let values = searched.filter_map(|it| body.get(it.name)?.as_str());
    let text = fold(&values.collect::<Vec<_>>().join("\n"));
    let mut insert =
        db.prepare_cached("INSERT INTO search (rowid, kind, title, text) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((row, word(kind.name), title, text))?;
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
    format!("kind : {} AND {{title text}} : ({})", word(kind), prefixes.join(" AND "))
}

/// A kind's name as one word, since the index knows words and not phrases.
fn word(kind: &str) -> String {
    kind.replace('-', "")
}
