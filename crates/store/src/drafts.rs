//! Drafts: unfinished forms. They never leave the device.

use domain::views::Draft;
use domain::{Body, Clock, Fault, Id};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::commit::CHANGE_LIMIT;
use crate::log::{id, number, text, unsigned};
use crate::{Error, Result, Store};

/// Most drafts in a list; older ones are kept.
const SHOWN: u32 = 50;

impl Store {
    /// Stores the draft of a form. Fails with [`Fault::TooLarge`] if it could never be saved.
    pub fn keep_draft(&mut self, draft: &Draft, now: u64) -> Result<()> {
        let fields = serde_json::Value::Object(draft.fields.clone()).to_string();
        if fields.len() > CHANGE_LIMIT {
            return Err(Fault::TooLarge { size: fields.len(), most: CHANGE_LIMIT }.into());
        }
        let sql = "INSERT INTO draft (id, kind, fields, seen, kept, sheet) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (id) DO UPDATE SET fields = excluded.fields, seen = excluded.seen, kept = excluded.kept,
                       sheet = excluded.sheet";
        let seen = serde_json::to_string(&draft.seen).map_err(|_| Error::Stored("draft"))?;
        let mut keep = self.db.prepare_cached(sql)?;
        keep.execute((text(draft.id), &draft.kind, fields, seen, number(now), &draft.sheet))?;
        Ok(())
    }

    /// The draft of one record.
    pub fn draft(&self, record: Id) -> Result<Option<Draft>> {
        let mut statement = self.db.prepare_cached("SELECT * FROM draft WHERE id = ?1")?;
        let mut rows = statement.query([text(record)])?;
        rows.next()?.map(read).transpose()
    }

    /// The drafts, latest first, and how many there are.
    pub fn drafts(&self) -> Result<(Vec<Draft>, u64)> {
        let sql = "SELECT * FROM draft ORDER BY kept DESC LIMIT ?1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([SHOWN])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            drafts.push(read(row)?);
        }
        Ok((drafts, self.count("SELECT count(*) FROM draft", ())?))
    }

    /// Throws a draft away. Returns whether there was one.
    pub fn drop_draft(&mut self, record: Id) -> Result<bool> {
        drop(&self.db, record)
    }
}

/// Removes the saved values from a record's draft, and the draft if none are left. Returns whether
/// there was one.
pub fn leave(db: &Connection, record: Id, saved: &Body) -> Result<bool> {
    let mut find = db.prepare_cached("SELECT fields FROM draft WHERE id = ?1")?;
    let kept: Option<String> = find.query_row([text(record)], |row| row.get(0)).optional()?;
    let Some(kept) = kept else { return Ok(false) };
    let mut rest: Body = serde_json::from_str(&kept).map_err(|_| Error::Stored("draft"))?;
    rest.retain(|field, _| !saved.contains_key(field));
    if rest.is_empty() {
        return drop(db, record);
    }
    let rest = serde_json::Value::Object(rest).to_string();
    let mut keep = db.prepare_cached("UPDATE draft SET fields = ?2 WHERE id = ?1")?;
    Ok(keep.execute((text(record), rest))? > 0)
}

/// Throws a draft away, within a transaction or without. Returns whether there was one.
pub fn drop(db: &Connection, record: Id) -> Result<bool> {
    Ok(db.prepare_cached("DELETE FROM draft WHERE id = ?1")?.execute([text(record)])? > 0)
}

fn read(row: &Row) -> Result<Draft> {
    let (fields, seen): (String, String) = (row.get("fields")?, row.get("seen")?);
    Ok(Draft {
        id: id(row, "id")?,
        kind: row.get("kind")?,
        fields: serde_json::from_str(&fields).map_err(|_| Error::Stored("draft"))?,
        seen: serde_json::from_str(&seen).map_err(|_| Error::Stored("draft"))?,
        kept: Clock::at(unsigned(row, "kept")?).moment(),
        sheet: row.get("sheet")?,
        ..Draft::default()
    })
}
