//! What the pages show.

use chrono::{DateTime, Utc};
use domain::calls::{GetToday, ListResidents};
use domain::fault::Result;
use domain::views::{
    Draft, Hit, Page, ResidentRow, Residents, Revision, Suggestion, Today, Verified,
};
use domain::{Body, Fault, Id, KINDS, Resident, Visit, kind, read};
use store::{Part, Row, Store};

use crate::App;
use crate::people::People;

/// Residents proposed for a conversation.
const LIKELY: u32 = 12;
/// Doors looked behind while somebody types a number.
const DOORS: u32 = 50;
/// Records of a sort on the start page.
const SHOWN: u32 = 10;

impl App {
    pub(crate) fn get(&self, id: Id) -> Result<Page> {
        let store = self.records()?;
        let row = store.get(id)?.ok_or(Fault::NotFound)?;
        let mut page = People::of(&store)?.page(&store, &[row], 1)?;
        page.entries[0].seen = store.seen(id)?;
        Ok(page)
    }

    pub(crate) fn history(&self, id: Id) -> Result<Vec<Revision>> {
        let store = self.records()?;
        let people = People::of(&store)?;
        let revision = |change: domain::Change| Revision {
            signed: people
                .sign(domain::merge::Mark { clock: change.clock, device: change.by.device }),
            fields: change.payload.edits.iter().map(|it| (it.field.clone(), it.json())).collect(),
            group: change.group,
        };
        Ok(store.history(id)?.into_iter().map(revision).collect())
    }

    pub(crate) fn list(&self, name: &str, limit: u32, skip: u32) -> Result<Page> {
        let kind = kind(name).ok_or_else(|| Fault::UnknownKind { kind: name.to_owned() })?;
        let store = self.records()?;
        let (rows, total) = store.list(kind, Part::new(limit, skip))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn about(&self, id: Id, limit: u32, skip: u32) -> Result<Page> {
        let store = self.records()?;
        let (rows, total) = store.about(id, Part::new(limit, skip))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn residents(&self, asked: &ListResidents) -> Result<Residents> {
        let today = self.0.host.moment().date_naive().to_string();
        let store = self.records()?;
        if asked.text.trim().is_empty() {
            let part = Part::new(asked.limit, asked.skip);
            let (rows, total) = store.residents(asked.gone, &today, part)?;
            return Ok(Residents { rows: resident_rows(&store, &rows, &today)?, total });
        }
        let mut found = store.search("resident", &asked.text, asked.limit)?;
        found.extend(behind_doors(&store, &asked.text)?);
        let mut rows = resident_rows(&store, &found, &today)?;
        rows.retain(|it| it.gone == asked.gone);
        rows.sort_by_cached_key(|it| (domain::fold::fold(&it.called), it.id));
        rows.dedup_by_key(|it| it.id);
        Ok(Residents { total: rows.len() as u64, rows })
    }

    pub(crate) fn suggest(&self) -> Result<Suggestion> {
        let today = self.0.host.moment().date_naive().to_string();
        let store = self.records()?;
        let mut rows = store.likely_residents(LIKELY)?;
        if rows.is_empty() {
            rows = store.residents(false, &today, Part::new(LIKELY, 0))?.0;
        }
        let mut residents = resident_rows(&store, &rows, &today)?;
        residents.retain(|it| !it.gone);
        let last = last_visit_here(&store)?;
        let text = |field: &str| last.get(field).and_then(|it| it.as_str()).map(str::to_owned);
        let (place, language) = (text("place"), text("language"));
        Ok(Suggestion { residents, topics: store.likely_topics()?, place, language })
    }

    pub(crate) fn today(&self, asked: &GetToday) -> Result<Today> {
        let day = self.0.host.moment().date_naive().to_string();
        let store = self.records()?;
        let people = People::of(&store)?;
        let page = |(rows, total): (Vec<Row>, u64)| people.page(&store, &rows, total);
        let visit = kind("visit").ok_or(Fault::NotFound)?;
        Ok(Today {
            living: store.residents(false, &day, Part::new(0, 0))?.1,
            visits_today: store.visits_since(asked.day)?,
            visits_this_week: store.visits_since(asked.week)?,
            drafts: named(&store, store.drafts()?)?,
            conflicts: page(store.conflicts(SHOWN)?)?,
            open: page(store.open_visits(SHOWN)?)?,
            recent: page(store.list(visit, Part::new(SHOWN, 0))?)?,
        })
    }

    pub(crate) fn draft(&self, id: Id) -> Result<Option<Draft>> {
        let store = self.records()?;
        Ok(named(&store, store.draft(id)?.into_iter().collect())?.pop())
    }

    pub(crate) fn verify(&self) -> Result<Verified> {
        Ok(self.records()?.verify()?)
    }

    pub(crate) fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let store = self.records()?;
        let mut hits = Vec::new();
        for kind in KINDS {
            let rows = store.search(kind.name, text, limit)?;
            let names = store.names(&rows)?;
            hits.extend(rows.iter().map(|row| hit(row, &names)));
        }
        Ok(hits)
    }
}

fn hit(row: &Row, names: &std::collections::BTreeMap<Id, String>) -> Hit {
    let visit: Visit =
        if row.merged.kind == "visit" { read(&row.merged.body) } else { Visit::default() };
    let about: Vec<_> = visit.residents.iter().filter_map(|it| names.get(it).cloned()).collect();
    let title = row.title.chars().take(120).collect();
    let at = (row.merged.kind == "visit").then_some(row.at);
    Hit { id: row.id, kind: row.merged.kind.clone(), title, about: about.join(", "), at }
}

/// The residents of the apartments whose door begins with what was typed.
fn behind_doors(store: &Store, typed: &str) -> Result<Vec<Row>> {
    let typed = domain::fold::fold(typed.trim());
    let mut residents = Vec::new();
    for unit in store.search("unit", &typed, DOORS)? {
        if domain::fold::fold(&unit.title).starts_with(&typed) {
            residents.extend(store.about(unit.id, Part::new(LIKELY, 0))?.0);
        }
    }
    residents.retain(|it| it.merged.kind == "resident");
    Ok(residents)
}

/// The last conversation's values; the next one is likely to be alike.
fn last_visit_here(store: &Store) -> Result<Body> {
    let visit = kind("visit").ok_or(Fault::NotFound)?;
    Ok(store.list(visit, Part::new(1, 0))?.0.pop().map(|it| it.merged.body).unwrap_or_default())
}

fn resident_rows(store: &Store, rows: &[Row], today: &str) -> Result<Vec<ResidentRow>> {
    let units = store.names(rows)?;
    rows.iter().map(|row| resident_row(store, row, &units, today)).collect()
}

fn resident_row(
    store: &Store,
    row: &Row,
    units: &std::collections::BTreeMap<Id, String>,
    today: &str,
) -> Result<ResidentRow> {
    let resident: Resident = read(&row.merged.body);
    let last_visit: Option<DateTime<Utc>> = store.last_visit(row.id)?;
    Ok(ResidentRow {
        id: row.id,
        called: resident.called().to_owned(),
        unit: resident.unit.and_then(|it| units.get(&it).cloned()).unwrap_or_default(),
        languages: resident.languages.clone(),
        last_visit,
        gone: resident.moved_out.is_some_and(|it| it.to_string().as_str() < today),
        name: resident.name,
    })
}

/// Drafts, with what to call the records they point to.
fn named(store: &Store, mut drafts: Vec<Draft>) -> Result<Vec<Draft>> {
    for draft in &mut drafts {
        let fields = kind(&draft.kind).map_or(&[][..], |it| it.fields);
        let value = |name| draft.fields.get(name).unwrap_or(&serde_json::Value::Null);
        let ids: Vec<Id> = fields.iter().flat_map(|it| it.ty.links(value(it.name))).collect();
        draft.names = store.names_of(ids)?;
    }
    Ok(drafts)
}
