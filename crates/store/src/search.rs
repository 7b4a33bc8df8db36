//! Search: FTS5 over folded text. The index follows the log. A save doesn't wait for it; the next
//! search updates it first.

mod asked;
mod words;

use domain::fold::spoken;
use domain::{Body, Kind, Record, Resident, Type, kind};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::Result;
use crate::query::{Row, count, rows};
pub use crate::search::asked::Asked;
use crate::settings::{counter, set};
use crate::{log, project};
use words::Words;

/// The setting with the arrival number up to which changes are indexed.
const SEARCHED: &str = "searched";

/// How many changes the index may be behind.
const BEHIND: u64 = 200;

/// Indexes the records with changes since the last update, and the records that mention one of them
/// by name. All of it or nothing.
pub fn bring_up_to_date(db: &Connection) -> Result<()> {
    let tx = db.unchecked_transaction()?;
    catch_up(&tx)?;
    Ok(tx.commit()?)
}

fn catch_up(db: &Connection) -> Result<()> {
    project::catch_up(db)?;
    let (end, from) = (log::end(db)?, counter(db, SEARCHED)?);
    if end == from {
        return Ok(());
    }
    let mut statement = db.prepare_cached(include_str!("sql/unsearched.sql"))?;
    let stale = statement.query_map([i64::try_from(from).unwrap_or(i64::MAX)], |row| row.get(0))?;
    let mut words = Words::default();
    for row in stale.collect::<rusqlite::Result<Vec<i64>>>()? {
        refresh(db, row, &mut words)?;
    }
    set(db, SEARCHED, &end.to_string())
}

/// Whether the index is so far behind that the next search would be slow.
pub fn is_far_behind(db: &Connection) -> Result<bool> {
    Ok(log::end(db)?.saturating_sub(counter(db, SEARCHED)?) > BEHIND)
}

/// Makes the next search index all records again.
pub fn start_over(db: &Connection) -> Result<()> {
    db.execute("DELETE FROM word", ())?;
    set(db, SEARCHED, "0")
}

fn refresh(db: &Connection, row: i64, words: &mut Words) -> Result<()> {
    db.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
    let sql = "SELECT kind, body FROM record WHERE row = ?1 AND deleted = 0";
    let found: Option<(String, String)> = db
        .prepare_cached(sql)?
        .query_row([row], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((name, body)) = found else { return Ok(()) };
    match (kind(&name), serde_json::from_str(&body)) {
        (Some(kind), Ok(body)) => index(db, row, kind, &body, words),
        _ => Ok(()),
    }
}

fn index(db: &Connection, row: i64, kind: &Kind, body: &Body, words: &mut Words) -> Result<()> {
    if !kind.fields.iter().any(|it| it.searched) {
        return Ok(());
    }
    let title = spoken(kind.title(body));
    let text = spoken(&format!("{}\n{}", written(kind, body), named(db, row)?));
    words.keep(db, [title.as_str(), text.as_str()])?;
    let text = format!("{text}\n{}", chosen(kind, body));
    let mut insert =
        db.prepare_cached("INSERT INTO search (rowid, kind, title, text) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((row, word(kind.name), title, text))?;
    Ok(())
}

/// The text that people wrote in a record.
fn written(kind: &Kind, body: &Body) -> String {
    let searched = kind.fields.iter().filter(|it| it.searched);
    let is_text = |it: &&domain::Field| list_of(it.ty).is_none();
    let values = searched.filter(is_text).filter_map(|it| match body.get(it.name)? {
        Value::Number(number) => Some(number.to_string()),
        value => Some(it.ty.words(value).join("\n")),
    });
    values.collect::<Vec<_>>().join("\n")
}

/// The names of the residents and partners that a record points to.
fn named(db: &Connection, row: i64) -> Result<String> {
    let mut statement = db.prepare_cached(include_str!("sql/named_by.sql"))?;
    let names = statement.query_map([row], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<Vec<String>>>()?.join("\n"))
}

/// The kind and the values chosen from lists, as words that can't be typed.
fn chosen(kind: &Kind, body: &Body) -> String {
    let mut words = vec![sign("kind", kind.name)];
    for field in kind.fields.iter().filter(|it| it.searched) {
        let Some(list) = list_of(field.ty) else { continue };
        let value = body.get(field.name).unwrap_or(&Value::Null);
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        words.extend(values.iter().filter_map(Value::as_str).map(|it| sign(list, it)));
    }
    words.join(" ")
}

/// The list from which a field's values come.
fn list_of(ty: Type) -> Option<&'static str> {
    match ty {
        Type::Choice(list) | Type::Choices(list) => Some(list.name),
        Type::Languages => Some("language"),
        _ => None,
    }
}

/// The word of a value of a list. It begins with a letter for private use.
pub(crate) fn sign(list: &str, value: &str) -> String {
    format!("\u{e000}{}", word(&format!("{list}{value}")))
}

/// Records of a kind that contain every word asked for, latest indexed first, and how many there
/// are.
pub fn find(db: &Connection, kind: &str, asked: &Asked, limit: u32) -> Result<(Vec<Row>, u64)> {
    let Some(expression) = asked.expression(&word(kind)) else { return Ok((Vec::new(), 0)) };
    let found = rows(db, include_str!("sql/search.sql"), (&expression, limit))?;
    let total = found.len() as u64;
    // Two hits on the records of one duplicate resident are one hit.
    if total + count(db, "SELECT count(*) FROM same", ())? < u64::from(limit) {
        return Ok((found, total));
    }
    // Only residents can be duplicates.
    let counted = match kind {
        Resident::KIND => include_str!("sql/count_found.sql"),
        _ => include_str!("sql/count_matching.sql"),
    };
    Ok((found, count(db, counted, [&expression])?))
}

/// How many of the residents that contain every word asked for live here, or have `gone`, on that
/// day.
pub fn count_residents(db: &Connection, asked: &Asked, gone: bool, today: &str) -> Result<u64> {
    let Some(expression) = asked.expression(&word(Resident::KIND)) else { return Ok(0) };
    count(db, include_str!("sql/count_found_residents.sql"), (expression, today, gone))
}

/// A field name as one word, because the index has words and not phrases.
fn word(name: &str) -> String {
    name.replace('-', "")
}
