//! Every record of a kind, for a file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::kind::Record;
use domain::views::Page;
use domain::{Activity, Fault, Id, Resident, kind, read};
use store::{Part, Records, Row};

use crate::App;
use crate::calls::authors::People;
use crate::calls::names::Names;
use crate::calls::topics;

impl Answers<calls::Export> for App {
    async fn answer(&self, call: calls::Export) -> Result<Page> {
        self.export(&call.kind)
    }
}

impl App {
    /// All records of a kind at one moment, in the order of their list.
    pub(crate) fn export(&self, name: &str) -> Result<Page> {
        let kind = kind(name).ok_or_else(|| Fault::UnknownKind { kind: name.to_owned() })?;
        let mut store = self.store();
        let records = store.records()?;
        let mut rows = Vec::new();
        loop {
            let skip = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let (part, total) = records.list(kind, Part::new(u32::MAX, skip))?;
            let end = part.is_empty();
            rows.extend(part);
            if end {
                rows.extend(records.withdrawn(kind)?);
                let mut page = People::of(records)?.page(records, &rows, total)?;
                page.names = names(records, &rows, self.today_in(records)?)?;
                page.topics = topics::names(records)?;
                return Ok(page);
            }
        }
    }
}

/// The names by which an import finds the records that are pointed to: activities of one title with
/// their day, residents of one name with their traits. Other records are left out and exported by
/// id if their name is empty, shared, or would be read as two names.
fn names(records: Records, rows: &[Row], today: NaiveDate) -> Result<BTreeMap<Id, String>> {
    let (mut names, mut finder) = (BTreeMap::new(), Names::new(records, today));
    for id in records.names(rows)?.into_keys() {
        let stands = records.stands_for(id)?;
        let Some(target) = records.get(stands)? else { continue };
        let by_name = records.by_name(&target.merged.kind, &target.title)?;
        if target.title.contains('|') {
            continue;
        }
        if by_name == Some(stands) {
            names.insert(id, target.title);
        } else if target.merged.kind == Resident::KIND {
            names.extend(told_apart(&mut finder, records, &target)?.map(|name| (id, name)));
        } else if target.merged.kind == Activity::KIND {
            names.extend(found_by(&mut finder, &target)?.map(|name| (id, name)));
        }
    }
    Ok(names)
}

/// The name by which an import finds a resident who shares a name.
fn told_apart(finder: &mut Names, records: Records, resident: &Row) -> Result<Option<String>> {
    let name = records.full_name(resident)?;
    let found = !name.contains('|') && finder.find(Resident::KIND, &name)? == Ok(resident.id);
    Ok(found.then_some(name))
}

/// The name by which an import finds an activity: title and day, or the title alone.
fn found_by(finder: &mut Names, activity: &Row) -> Result<Option<String>> {
    let day = read::<Activity>(&activity.merged.body).day;
    let dated = day.map(|day| format!("{}@{day}", activity.title));
    for name in dated.into_iter().chain([activity.title.clone()]) {
        if finder.find(Activity::KIND, &name)? == Ok(activity.id) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}
