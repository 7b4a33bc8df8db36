//! Small look-ups: whether a record is there, and what to call it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Id, KINDS};
use rusqlite::{Connection, OptionalExtension};

use crate::log::text;
use crate::{Result, Row, Store};

/// Whether a record of that kind is there and not in the bin.
pub fn exists(db: &Connection, record: Id, kind: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM record WHERE id = ?1 AND kind = ?2 AND deleted = 0";
    let found: Option<i64> =
        db.prepare_cached(sql)?.query_row((text(record), kind), |row| row.get(0)).optional()?;
    Ok(found.is_some())
}

impl Store {
    /// What to call the records that `rows` point to. A resident goes by the display name.
    pub fn names<'a>(
        &self,
        rows: impl IntoIterator<Item = &'a Row>,
    ) -> Result<BTreeMap<Id, String>> {
        let targets: BTreeSet<Id> = rows.into_iter().flat_map(links).collect();
        self.names_of(targets)
    }

    /// What to call some records.
    pub fn names_of(&self, ids: impl IntoIterator<Item = Id>) -> Result<BTreeMap<Id, String>> {
        let sql = "SELECT coalesce(nullif(body ->> '$.display_name', ''), title)
                   FROM record WHERE id = ?1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut names = BTreeMap::new();
        for id in ids {
            let name = statement.query_row([text(id)], |row| row.get(0)).optional()?;
            names.extend(name.map(|name| (id, name)));
        }
        Ok(names)
    }

    /// The record of a kind that goes by that name, whatever its spelling.
    pub fn by_name(&self, kind: &str, name: &str) -> Result<Option<Id>> {
        let sql = "SELECT id FROM record WHERE kind = ?1 AND sort = ?2 AND sort <> '' AND deleted = 0 LIMIT 1";
        let found: Option<String> = self
            .db
            .prepare_cached(sql)?
            .query_row((kind, domain::fold::fold(name)), |row| row.get(0))
            .optional()?;
        Ok(found.and_then(|it| it.parse().ok()))
    }

    /// Whether a record was ever made here, in the bin or not.
    pub fn is_known(&self, record: Id) -> Result<bool> {
        let sql = "SELECT 1 FROM record WHERE id = ?1";
        let found: Option<i64> =
            self.db.prepare_cached(sql)?.query_row([text(record)], |row| row.get(0)).optional()?;
        Ok(found.is_some())
    }
}

fn links(row: &Row) -> Vec<Id> {
    let fields = KINDS.iter().filter(|it| it.name == row.merged.kind).flat_map(|it| it.fields);
    fields
        .flat_map(|it| row.merged.body.get(it.name).map_or(Vec::new(), |value| it.ty.links(value)))
        .collect()
}
