//! A SQL view for each kind, made from its fields, for reports and for people who like SQL: `SELECT
//! at, note FROM visit`. The stored views also show whether this version reads the log by other
//! rules than the last one did.

use std::hash::{DefaultHasher, Hash, Hasher};

use domain::{KINDS, Kind};
use rusqlite::{Connection, OptionalExtension};

use crate::Result;
use crate::settings;

/// Raised by hand when the same changes merge into another record, or are found by other words. A test
/// over a merged log tells when. What the kinds declare has a fingerprint of its own.
const RULES: u32 = 8;

/// Makes the views again if the kinds or the rules have changed. Returns whether an older version
/// had made them: its records then no longer match the log.
pub fn refresh(db: &Connection) -> Result<bool> {
    let views: String = KINDS.iter().map(view).collect();
    let sql = format!("-- Rules {RULES}, kinds {:016x}\n{views}", fingerprint());
    let kept: Option<String> = db
        .query_row("SELECT value FROM setting WHERE key = 'views'", (), |row| row.get(0))
        .optional()?;
    if kept.as_deref() != Some(&sql) {
        db.execute_batch(&sql)?;
        settings::set(db, "views", &sql)?;
    }
    Ok(kept.is_some_and(|it| it != sql))
}

/// Differs when the kinds are declared otherwise. Another compiler may give another one: then the
/// records are made anew once more than needed.
fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    KINDS.hash(&mut hasher);
    hasher.finish()
}

fn view(kind: &Kind) -> String {
    let name = kind.name;
    let column = |field: &str| format!(", body ->> '$.{field}' AS \"{field}\"");
    let columns: String = kind.fields.iter().map(|it| column(it.name)).collect();
    format!(
        "DROP VIEW IF EXISTS \"{name}\";\n\
         CREATE VIEW \"{name}\" AS SELECT id{columns} FROM record \
         WHERE kind = '{name}' AND deleted = 0;\n"
    )
}

#[cfg(test)]
mod tests;
