//! Copies rows from a damaged database into a new one: the log, the drafts and the settings, from
//! whatever page they are on.

use std::collections::BTreeMap;

use domain::change::Seen;
use domain::views::Salvaged;
use domain::{ChangeRef, Id};
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};

use crate::log;
use crate::salvage::pages::Pages;
use crate::salvage::shapes::{CHANGE, DRAFT, SETTING, SHAPES, SPACE, Shape};
use crate::salvage::tree::{self, rows};
use crate::settings::{NUMBERED, PARTING, counter, set};
use crate::{Error, Result, Store};

/// The setting with the copy of the space.
const SPARE_SPACE: &str = "space";

/// Rows by their table.
type Rows = BTreeMap<&'static str, Vec<Vec<Value>>>;

impl Store {
    /// Enters everything readable of another database into this new one. None if the key of the
    /// space is lost, because this device can't continue without it.
    pub(super) fn rescue(&mut self, pages: &Pages) -> Result<Option<Salvaged>> {
        let whole = is_whole(pages);
        let tx = self.db.transaction()?;
        let mut facts = Rows::new();
        each_row(pages, &mut |shape, values| {
            if shape.table == CHANGE {
                return enter(&tx, CHANGE, values);
            }
            facts.entry(shape.table).or_default().push(values);
            Ok(())
        })?;
        let site = enter_facts(&tx, facts)?;
        if !whole && site {
            ask_again(&tx)?;
        }
        let count = |table: &str| count(&tx, table);
        let salvaged = Salvaged {
            kept: String::new(),
            changes: count(CHANGE)?,
            drafts: count(DRAFT)?,
            unread: u64::from(pages.broken()),
        };
        tx.commit()?;
        Ok((site || whole).then_some(salvaged))
    }
}

/// Each row of the tables that aren't projections, in any order.
pub fn each_row(
    pages: &Pages,
    take: &mut dyn FnMut(&'static Shape, Vec<Value>) -> Result<()>,
) -> Result<()> {
    for page in 1..=pages.count() {
        let Some(bytes) = pages.read(page) else { continue };
        for row in rows(pages, page, &bytes).into_iter().flatten() {
            if let Some((shape, values)) = Shape::of(row) {
                take(shape, values)?;
            }
        }
    }
    Ok(())
}

/// Whether every page of these tables is as it was last written.
fn is_whole(pages: &Pages) -> bool {
    let mut roots = BTreeMap::new();
    let schema = tree::walk(pages, 1, &mut |row| {
        if let [Value::Text(_), Value::Text(name), _, Value::Integer(root), ..] = &row.values[..] {
            roots.insert(name.clone(), u32::try_from(*root).unwrap_or_default());
        }
    });
    let is_whole = |shape: &Shape| {
        roots.get(shape.table).is_some_and(|it| tree::walk(pages, *it, &mut |_| ()))
    };
    schema && !pages.has_broken_log() && SHAPES.iter().all(is_whole)
}

/// Enters the rows that aren't changes. Returns whether there is a space.
fn enter_facts(tx: &Transaction, mut facts: Rows) -> Result<bool> {
    let settings = facts.remove(SETTING).unwrap_or_default();
    let is_space = |it: &[Value]| it.first() == Some(&Value::Text(SPARE_SPACE.into()));
    for values in settings.iter().filter(|it| !is_space(it)) {
        enter(tx, SETTING, values.clone())?;
    }
    for values in facts.remove(SPACE).unwrap_or_default() {
        enter(tx, SPACE, values)?;
    }
    for copy in settings.iter().filter(|it| is_space(it)).filter_map(|it| it.get(1)) {
        tx.execute(include_str!("../sql/space_from_spare.sql"), [copy])?;
    }
    let site = count(tx, SPACE)? > 0;
    // Members are left out if their space is lost; they are fetched again.
    for (table, rows) in facts.into_iter().filter(|(table, _)| site || *table == DRAFT) {
        rows.into_iter().try_for_each(|values| enter(tx, table, values))?;
    }
    Ok(site)
}

/// Prepares for missing changes: everything is fetched again, and this device takes another name
/// once the server has said which of its numbers it has.
fn ask_again(tx: &Transaction) -> Result<()> {
    set(tx, PARTING, "1")?;
    let numbered = highest(tx)?.max(counter(tx, NUMBERED)?);
    set(tx, NUMBERED, &numbered.to_string())?;
    tx.execute(include_str!("../sql/from_the_beginning.sql"), ())?;
    Ok(())
}

/// The highest of this device's numbers that any row names.
fn highest(tx: &Transaction) -> Result<u64> {
    let mut device = tx.prepare("SELECT value FROM setting WHERE key = 'device'")?;
    let device: Option<String> = device.query_map((), |row| row.get(0))?.next().transpose()?;
    let Some(device) = device.and_then(|it| it.parse::<Id>().ok()) else { return Ok(0) };
    let sent: i64 =
        tx.query_row("SELECT coalesce(max(sent), 0) FROM space", (), |row| row.get(0))?;
    let mut highest = sent.unsigned_abs();
    let mut name = |it: &ChangeRef| {
        if it.device == device {
            highest = highest.max(it.seq);
        }
    };
    let mut changes = tx.prepare("SELECT * FROM change")?;
    let mut rows = changes.query(())?;
    while let Some(row) = rows.next()? {
        let change = log::read(row)?;
        name(&change.by);
        change.payload.edits.iter().flat_map(|it| &it.base).for_each(&mut name);
    }
    let mut drafts = tx.prepare("SELECT seen FROM draft")?;
    for seen in drafts.query_map((), |row| row.get::<_, String>(0))? {
        let seen: Seen = serde_json::from_str(&seen?).map_err(|_| Error::Stored("draft"))?;
        seen.values().flatten().for_each(&mut name);
    }
    Ok(highest)
}

/// Enters a row unchanged, unless it is there.
fn enter(db: &Connection, table: &str, values: Vec<Value>) -> Result<()> {
    let places = vec!["?"; values.len()].join(", ");
    let sql = format!("INSERT OR IGNORE INTO {table} VALUES ({places})");
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

fn count(db: &Connection, table: &str) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM {table}");
    let count: i64 = db.query_row(&sql, (), |row| row.get(0))?;
    Ok(count.unsigned_abs())
}
