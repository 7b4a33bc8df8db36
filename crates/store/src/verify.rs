//! Checks that the projection follows from the log: rebuilds every record, compares it, and looks
//! for numbers missing from a device's sequence.

use domain::Id;
use domain::merge::Merged;
use domain::views::Verified;

use crate::log::id;
use crate::project::{Columns, merged, moment};
use crate::{Records, Result};

impl Records<'_> {
    /// Rebuilds and compares; changes nothing. For a damaged file, only the damage is reported.
    pub fn verify(self) -> Result<Verified> {
        let damage = self.damage()?;
        if !damage.is_empty() {
            return Ok(Verified { damage, cipher: self.cipher()?, ..Verified::default() });
        }
        let records = self.record_ids()?;
        let mut differing = Vec::new();
        for record in &records {
            if !self.agrees(*record)? {
                differing.push(*record);
            }
        }
        let changes: i64 =
            self.db.query_row("SELECT count(*) FROM change", (), |row| row.get(0))?;
        Ok(Verified {
            changes: changes.unsigned_abs(),
            records: records.len() as u64,
            differing,
            gaps: self.gaps()?,
            damage,
            cipher: self.cipher()?,
        })
    }

    /// Checks the authentication of every page and, if all pass, their content.
    fn damage(self) -> Result<Vec<String>> {
        let broken = self.complaints("PRAGMA cipher_integrity_check")?;
        if broken.is_empty() { self.complaints("PRAGMA integrity_check") } else { Ok(broken) }
    }

    fn complaints(self, check: &str) -> Result<Vec<String>> {
        let mut statement = self.db.prepare(check)?;
        let said = statement.query_map((), |row| row.get(0))?;
        let said: Vec<String> = said.collect::<rusqlite::Result<_>>()?;
        Ok(said.into_iter().filter(|it| it != "ok").collect())
    }

    fn record_ids(self) -> Result<Vec<Id>> {
        let sql = "SELECT DISTINCT record AS id FROM change UNION SELECT id FROM record";
        let mut statement = self.db.prepare(sql)?;
        let mut rows = statement.query(())?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(id(row, "id")?);
        }
        Ok(ids)
    }

    fn agrees(self, record: Id) -> Result<bool> {
        let merged = match merged(&self.db, record) {
            Err(error) if error.is_about_content() => None,
            merged => merged?,
        };
        let (Some((_, merged)), Some(row)) = (merged, self.get(record)?) else {
            return Ok(false);
        };
        let columns = Columns::of(&merged);
        let stored = Merged { seen: merged.seen.clone(), ..row.merged };
        Ok(stored == merged && row.title == columns.title && moment(row.at) == columns.at)
    }

    fn gaps(self) -> Result<Vec<String>> {
        let mut statement = self.db.prepare(include_str!("sql/gaps.sql"))?;
        let gaps = statement.query_map((), |row| row.get(0))?;
        Ok(gaps.collect::<rusqlite::Result<_>>()?)
    }
}
