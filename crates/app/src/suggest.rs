//! What a new conversation starts from.

use domain::fault::Result;
use domain::views::Suggestion;
use domain::{Body, Fault, kind};
use serde_json::Value;
use store::{Part, Store};

use crate::App;
use crate::{residents, topics};

/// Residents proposed.
pub const LIKELY: u32 = 12;

impl App {
    pub(crate) fn suggest(&self) -> Result<Suggestion> {
        let today = self.date();
        let store = self.records()?;
        let mut rows = store.likely_residents(LIKELY)?;
        if rows.is_empty() {
            rows = store.residents(false, &today.to_string(), Part::new(LIKELY, 0))?.0;
        }
        let mut residents = residents::lines(&store, &rows, today)?;
        residents.retain(|it| !it.gone);
        let last = last_visit_here(&store)?;
        let text = |field: &str| last.get(field).and_then(Value::as_str).map(str::to_owned);
        Ok(Suggestion {
            residents,
            topics: store.likely_topics()?,
            place: text("place"),
            language: text("language"),
            owners: topics::answers(&store)?,
        })
    }
}

/// The last conversation's values; the next one is likely to be alike.
fn last_visit_here(store: &Store) -> Result<Body> {
    let visit = kind("visit").ok_or(Fault::NotFound)?;
    Ok(store.latest(visit, 1)?.pop().map(|it| it.merged.body).unwrap_or_default())
}
