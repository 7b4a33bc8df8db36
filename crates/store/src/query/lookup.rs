//! Small look-ups: whether a record is there, and what to call it.

use std::collections::{BTreeMap, BTreeSet};

use domain::field::points_to;
use domain::{Field, Id, Record, Resident, kind};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::log::{id, text};
use crate::{Records, Result, Row};

/// Whether a record of a kind that a link with that target may point to is there and not in the bin.
pub fn exists(db: &Connection, record: Id, kind: &str) -> Result<bool> {
    let sql = "SELECT kind FROM record WHERE id = ?1 AND deleted = 0";
    let mut statement = db.prepare_cached(sql)?;
    let found: Option<String> = statement.query_row([text(record)], |row| row.get(0)).optional()?;
    Ok(found.is_some_and(|it| points_to(kind, &it)))
}

impl Row {
    /// The residents it concerns, in the order they were named.
    pub fn residents(&self) -> Vec<Id> {
        targets(self, |field| field.ty.target() == Some(Resident::KIND))
    }

    /// All records that it points to.
    pub fn linked(&self) -> Vec<Id> {
        targets(self, |_| true)
    }
}

impl Records<'_> {
    /// What to call the records that `rows` point to. A resident goes by the display name.
    pub fn names<'a>(
        self,
        rows: impl IntoIterator<Item = &'a Row>,
    ) -> Result<BTreeMap<Id, String>> {
        self.names_of(rows.into_iter().flat_map(Row::linked).collect::<BTreeSet<Id>>())
    }

    /// What to call some records; one that has only a text is called by its beginning.
    pub fn names_of(self, ids: impl IntoIterator<Item = Id>) -> Result<BTreeMap<Id, String>> {
        let mut names = BTreeMap::new();
        for id in ids {
            names.extend(self.name_of(id)?.map(|name| (id, name)));
        }
        Ok(names)
    }

    fn name_of(self, id: Id) -> Result<Option<String>> {
        let sql =
            "SELECT substr(coalesce(nullif(body ->> '$.display_name', ''), title), 1, 200), kind
                   FROM record WHERE id = coalesce((SELECT root FROM same WHERE id = ?1), ?1)";
        let mut statement = self.db.prepare_cached(sql)?;
        let named = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?));
        let Some((name, kind)) = statement.query_row([text(id)], named).optional()? else {
            return Ok(None);
        };
        let (name, kind): (String, String) = (name, kind);
        if kind != Resident::KIND || !self.is_shared(&name)? {
            return Ok(Some(name));
        }
        let resident = self.get(self.stands_for(id)?)?;
        resident.map(|it| self.called(&it)).transpose()
    }

    /// The record of a kind that goes by that name, whatever its spelling; none when several do.
    pub fn by_name(self, kind: &str, name: &str) -> Result<Option<Id>> {
        let found = self.named(kind, name)?;
        Ok(if let [one] = found[..] { Some(one) } else { None })
    }

    /// The records of a kind that go by that name, whatever its spelling; of several, two.
    pub fn named(self, kind: &str, name: &str) -> Result<Vec<Id>> {
        let sql =
            "SELECT id FROM record WHERE kind = ?1 AND sort = ?2 AND ?2 <> '' AND listed = 'name' AND deleted = 0
                   UNION SELECT root FROM same WHERE ?1 = 'resident' AND name = ?2 AND name <> '' LIMIT 2";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query((kind, domain::fold::fold(name)))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(id(row, "id")?);
        }
        Ok(found)
    }
}

/// What a record points to in some of its fields.
fn targets(row: &Row, wanted: impl Fn(&Field) -> bool) -> Vec<Id> {
    let fields = kind(&row.merged.kind).map_or(&[][..], |it| it.fields).iter();
    let value = |field: &Field| row.merged.body.get(field.name).unwrap_or(&Value::Null);
    fields.filter(|it| wanted(it)).flat_map(|it| it.ty.links(value(it))).collect()
}
