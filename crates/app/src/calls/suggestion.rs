//! The starting values of a new visit.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::kind::Record;
use domain::views::Suggestion;
use domain::{Body, Fault, Id, Resident, Visit, kind, read};
use serde_json::Value;
use store::{Part, Records, Row};

use crate::App;
use crate::calls::{residents, topics};

/// How many of a resident's latest records are examined for a visit.
const LATELY: u32 = 20;
/// How many residents are proposed.
pub const LIKELY: u32 = 12;

impl Answers<calls::Suggest> for App {
    async fn answer(&self, _: calls::Suggest) -> Result<Suggestion> {
        self.suggest()
    }
}

impl Answers<calls::GuessLanguage> for App {
    async fn answer(&self, call: calls::GuessLanguage) -> Result<Option<String>> {
        self.guess_language(call.resident)
    }
}

impl App {
    /// The language of the last visit with a resident, else the one they speak best.
    pub(crate) fn guess_language(&self, resident: Id) -> Result<Option<String>> {
        let mut store = self.store();
        let records = store.records()?;
        let text = |it: &Row| Some(it.merged.body.get(Visit::LANGUAGE)?.as_str()?.to_owned());
        let (lately, _) = records.about(resident, Part::new(LATELY, 0))?;
        let spoken = lately.iter().filter(|it| it.merged.kind == Visit::KIND).find_map(text);
        let row = records.get(resident)?;
        let best =
            row.and_then(|it| read::<Resident>(&it.merged.body).languages.into_iter().next());
        Ok(spoken.or(best))
    }

    pub(crate) fn suggest(&self) -> Result<Suggestion> {
        let mut store = self.store();
        let records = store.records()?;
        let today = self.today_in(records)?;
        let mut residents = residents::lines(records, &likely(records, today)?, today)?;
        residents.retain(|it| !it.gone);
        let last = last_visit_here(records)?;
        Ok(Suggestion {
            residents,
            topics: topics::offered(records)?,
            place: last.get(Visit::PLACE).and_then(Value::as_str).map(str::to_owned),
            owners: topics::answers_by_topic(records)?,
        })
    }
}

/// The residents with recent visits and, if they are few, others who live here.
fn likely(records: Records, today: NaiveDate) -> Result<Vec<Row>> {
    let mut rows = records.likely_residents(LIKELY)?;
    let met: BTreeSet<_> = rows.iter().map(|it| it.id).collect();
    if rows.len() < LIKELY as usize {
        let (others, _) = records.residents(false, &today.to_string(), Part::new(2 * LIKELY, 0))?;
        rows.extend(others.into_iter().filter(|it| !met.contains(&it.id)));
        rows.truncate(LIKELY as usize);
    }
    Ok(rows)
}

/// The last visit's values, because the next one is likely to be similar.
fn last_visit_here(records: Records) -> Result<Body> {
    let visit = kind(Visit::KIND).ok_or(Fault::NotFound)?;
    Ok(records.latest(visit, 1)?.pop().map(|it| it.merged.body).unwrap_or_default())
}
