//! Brings changes back from a database that was set aside: those that this device wrote there and
//! no other device has. They are written again under the device's present name.

use std::collections::BTreeMap;
use std::path::Path;

use domain::change::Seen;
use domain::views::Salvaged;
use domain::{Change, ChangeRef, Fault};
use rusqlite::types::Value;
use rusqlite::{Transaction, params_from_iter};

use crate::commit;
use crate::log::{self, text};
use crate::salvage::pages::Pages;
use crate::salvage::rescue::each_row;
use crate::salvage::shapes::{CHANGE, DRAFT, SETTING};
use crate::{Author, Error, Result, Store};

/// The new names of changes, by the old ones.
type Names = BTreeMap<ChangeRef, ChangeRef>;

impl Store {
    /// Brings back the changes and drafts that this device wrote in a database that was set aside
    /// and that are missing here. Sent changes come from the server, so fetch everything first. A
    /// second run finds nothing.
    ///
    /// Fails with [`Fault::WrongKey`] if the file belongs to another key, and with
    /// [`Fault::BadFile`] if it isn't there or belongs to another site.
    pub fn salvage(&mut self, file: &Path, author: Author) -> Result<Salvaged> {
        let kept = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bad = |detail: &str| Fault::BadFile { file: kept.clone(), detail: detail.to_owned() };
        let Some(place) = &self.place else { return Err(Error::Stored("place")) };
        if !crate::salvage::is_there(file) {
            return Err(bad("no such file").into());
        }
        let pages = Pages::of(file, place.key())?;
        if !pages.are_ours() {
            return Err(Fault::WrongKey.into());
        }
        let tx = self.db.transaction()?;
        let found = lay_beside(&tx, &pages)?;
        if is_of_another_site(&tx, author)? {
            return Err(bad("another site's").into());
        }
        let names = write_again(&tx, author, &found.device)?;
        let mut drafts = 0;
        for draft in found.drafts {
            drafts += bring_draft(&tx, draft, &names)?;
        }
        tx.execute("DROP TABLE temp.aside", ())?;
        tx.commit()?;
        let (changes, unread) = (names.len() as u64, u64::from(pages.broken()));
        Ok(Salvaged { kept, changes, drafts, unread })
    }
}

/// The content of a database besides its log.
#[derive(Default)]
struct Found {
    /// The device's name in it.
    device: String,
    drafts: Vec<Vec<Value>>,
}

/// Reads its log into a temporary table.
fn lay_beside(tx: &Transaction, pages: &Pages) -> Result<Found> {
    tx.execute_batch(
        "DROP TABLE IF EXISTS temp.aside;
         CREATE TEMP TABLE aside AS SELECT * FROM change LIMIT 0",
    )?;
    let sql = "INSERT INTO temp.aside VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let mut insert = tx.prepare(sql)?;
    let mut found = Found::default();
    each_row(pages, &mut |shape, values| {
        match (shape.table, &values[..]) {
            (CHANGE, _) => drop(insert.execute(params_from_iter(values))?),
            (DRAFT, _) => found.drafts.push(values),
            (SETTING, [Value::Text(key), Value::Text(value)]) if key == "device" => {
                found.device.clone_from(value);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

fn is_of_another_site(tx: &Transaction, author: Author) -> Result<bool> {
    let sql = "SELECT count(*) > 0 AND count(*) FILTER (WHERE space = ?1) = 0 FROM temp.aside";
    Ok(tx.query_row(sql, [text(author.space)], |row| row.get(0))?)
}

fn write_again(tx: &Transaction, author: Author, device: &str) -> Result<Names> {
    let mut statement = tx.prepare(include_str!("../sql/lacking.sql"))?;
    let mut rows = statement.query((text(author.space), device))?;
    let mut lacking = Vec::new();
    while let Some(row) = rows.next()? {
        lacking.push(log::read(row)?);
    }
    let (last, _) = commit::last(tx, author)?;
    let new = |seq| ChangeRef { device: author.device, seq };
    let names: Names = lacking.iter().map(|it| it.by).zip((last + 1..).map(new)).collect();
    let counts = log::group_counts(&lacking);
    for change in lacking {
        let group_count = counts.get(&change.group).copied().unwrap_or(1);
        log::append(tx, &renamed(Change { group_count, ..change }, &names))?;
    }
    Ok(names)
}

/// A change under its new name, with the new names in its bases.
fn renamed(mut change: Change, names: &Names) -> Change {
    let bases = change.payload.edits.iter_mut().flat_map(|it| &mut it.base);
    for name in bases.chain([&mut change.by]) {
        *name = names.get(name).copied().unwrap_or(*name);
    }
    change
}

/// Stores a draft, unless its record was saved since. Returns the number of drafts stored.
fn bring_draft(tx: &Transaction, mut draft: Vec<Value>, names: &Names) -> Result<u64> {
    if let Some(Value::Text(seen)) = draft.get_mut(3) {
        let mut read: Seen = serde_json::from_str(seen).map_err(|_| Error::Stored("draft"))?;
        for name in read.values_mut().flatten() {
            *name = names.get(name).copied().unwrap_or(*name);
        }
        *seen = serde_json::to_string(&read).map_err(|_| Error::Stored("draft"))?;
    }
    let sql = include_str!("../sql/draft_from_aside.sql");
    Ok(tx.execute(sql, params_from_iter(draft))? as u64)
}
