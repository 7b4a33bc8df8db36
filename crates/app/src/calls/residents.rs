//! List rows of residents.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calls::{self, Answers, ListResidents};
use domain::fault::Result;
use domain::fold::fold;
use domain::kind::Record;
use domain::views::{ResidentRow, Residents};
use domain::{Id, Resident, read};
use store::{Part, Records, Row};

use crate::App;
use crate::calls::time_zone;

/// Most residents that are found. The reply says how many more match; another letter finds them.
const FOUND: u32 = 500;

impl Answers<calls::ListResidents> for App {
    async fn answer(&self, call: calls::ListResidents) -> Result<Residents> {
        self.residents(&call)
    }
}

impl App {
    pub(crate) fn residents(&self, asked: &ListResidents) -> Result<Residents> {
        let mut store = self.store();
        let records = store.records()?;
        let today = self.today_in(records)?;
        if asked.text.trim().is_empty() {
            let part = Part::new(asked.limit, asked.skip);
            let (rows, total) = records.residents(asked.gone, &today.to_string(), part)?;
            return Ok(Residents { rows: lines(records, &rows, today)?, total, more: 0 });
        }
        let (mut found, more) = found(records, &asked.text, FOUND, (asked.gone, today))?;
        found.retain(|it| is_gone(&read(&it.merged.body), today) == asked.gone);
        found.sort_by_cached_key(|it| (fold(read::<Resident>(&it.merged.body).called()), it.id));
        let rows = lines(records, part(&found, asked), today)?;
        Ok(Residents { rows, total: found.len() as u64, more })
    }
}

fn part<'a>(found: &'a [Row], asked: &ListResidents) -> &'a [Row] {
    let [skip, limit] =
        [asked.skip, asked.limit].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
    let rest = found.get(skip..).unwrap_or_default();
    rest.get(..limit).unwrap_or(rest)
}

/// The residents whose record or door matches the typed text, in no order; and how many more match
/// of those who live here, or have `gone`, on a day.
pub fn found(
    records: Records,
    typed: &str,
    limit: u32,
    (gone, today): (bool, NaiveDate),
) -> Result<(Vec<Row>, u64)> {
    let asked = records.understand(Some(Resident::KIND), typed, &BTreeMap::new())?;
    let (found, total) = records.search(Resident::KIND, &asked, limit)?;
    if total == found.len() as u64 {
        return Ok((found, 0));
    }
    let here = found.iter().filter(|it| is_gone(&read(&it.merged.body), today) == gone).count();
    let all = records.count_residents(&asked, gone, &today.to_string())?;
    Ok((found, all.saturating_sub(here as u64)))
}

/// Their rows, with whether they have moved out and their last visit by the end of `today`.
pub fn lines(records: Records, rows: &[Row], today: NaiveDate) -> Result<Vec<ResidentRow>> {
    let (units, until) = (records.names(rows)?, time_zone::of(records)?.end_of(today));
    rows.iter().map(|row| line(records, row, &units, (today, until))).collect()
}

fn line(
    records: Records,
    row: &Row,
    units: &BTreeMap<Id, String>,
    (today, until): (NaiveDate, DateTime<Utc>),
) -> Result<ResidentRow> {
    let resident: Resident = read(&row.merged.body);
    Ok(ResidentRow {
        id: row.id,
        called: records.called(row)?,
        unit: resident.unit.and_then(|it| units.get(&it).cloned()).unwrap_or_default(),
        languages: resident.languages.clone(),
        last_visit: records.last_visit(row.id, until)?,
        gone: is_gone(&resident, today),
        name: records.full_name(row)?,
    })
}

/// Whether a resident has moved out by `today`.
pub fn is_gone(resident: &Resident, today: NaiveDate) -> bool {
    resident.moved_out.is_some_and(|it| it < today)
}
