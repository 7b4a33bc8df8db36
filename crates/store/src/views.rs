//! A SQL view for each kind, made from its fields, for reports and for people who
//! like SQL: `SELECT at, note FROM visit`.

use domain::{KINDS, Kind};
use rusqlite::Connection;

use crate::{Result, settings};

/// Makes the views anew when the kinds have changed since they were made.
pub fn refresh(db: &Connection) -> Result<()> {
    let sql: String = KINDS.iter().map(view).collect();
    let sql_now = sql.as_str();
    let kept: Option<String> = db
        .query_row("SELECT value FROM setting WHERE key = 'views'", (), |row| row.get(0))
        .unwrap_or_default();
    if kept.as_deref() != Some(sql_now) {
        db.execute_batch(sql_now)?;
        settings::set(db, "views", sql_now)?;
    }
    Ok(())
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
