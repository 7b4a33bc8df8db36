//! Everything that a site has recorded, with its history.

use std::collections::BTreeSet;

use app::App;
use chrono::{DateTime, Utc};
use domain::entry::Signed;
use domain::fault::Result;
use domain::views::{Page, Revision};
use domain::{Entry, Fault, Id, KINDS, Kind, Record, Resident, Zone, calls, kind};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Terms;

/// Most deleted records that one call answers with.
const MOST: u32 = 500;

/// Everything of a site.
pub struct Everything {
    /// The archive's id.
    pub id: Id,
    /// What people call the site.
    pub site: String,
    /// The member who makes the archive.
    pub by: String,
    /// When it is made.
    pub made: DateTime<Utc>,
    /// The site's clock.
    pub zone: Zone,
    /// Who made the records.
    pub creator: String,
    /// Who takes the archive.
    pub depot: String,
    /// The language of what people read.
    pub locale: String,
    /// The records, kind by kind.
    pub records: Vec<Kept>,
    residents: BTreeSet<Id>,
}

/// A record with its history.
pub struct Kept {
    /// Its kind.
    pub kind: &'static Kind,
    /// The record alone on a page, with the names of all that it has ever pointed to.
    pub page: Page,
    /// Its history.
    pub history: Vec<Revision>,
}

impl Everything {
    /// Everything of the device's site.
    pub async fn of(app: &App, terms: &Terms) -> Result<Self> {
        let clock = app.run(calls::GetClock {}).await?;
        let status = app.run(calls::GetStatus {}).await?;
        let site = status.site.ok_or(Fault::NoSite)?;
        if status.unread > 0 {
            return Err(Fault::Unread);
        }
        let secret =
            app.package_secret(&format!("archive {}", clock.now), site.space, Id::nil())?;
        let mut records = Vec::new();
        for (kind, id) in ids(app).await? {
            let mut page = app.run(calls::Get { id }).await?;
            page.topics.clone_from(&status.topics);
            let history = app.run(calls::History { id }).await?;
            if !page.entries.is_empty() {
                records.push(Kept { kind, page, history });
            }
        }
        forget_deleted(&mut records);
        let residents = records.iter().filter(|it| is_resident(it)).map(|it| it.entry().id);
        let residents = residents.collect();
        let or_site = |it: &str| if it.trim().is_empty() { &site.name } else { it }.to_owned();
        Ok(Self {
            id: derived(&secret),
            creator: or_site(&terms.creator),
            depot: or_site(&terms.depot),
            site: site.name,
            by: status.me,
            made: clock.now,
            zone: clock.zone,
            locale: terms.locale.clone(),
            records,
            residents,
        })
    }

    /// The id of a part of the archive that is no record.
    pub fn id_of(&self, part: &str) -> Id {
        derived(format!("{} {part}", self.id).as_bytes())
    }

    /// The records that are not deleted.
    pub fn kept(&self) -> impl Iterator<Item = &Kept> {
        self.records.iter().filter(|it| !it.entry().deleted)
    }

    /// The residents.
    pub fn residents(&self) -> impl Iterator<Item = &Kept> {
        self.records.iter().filter(|it| is_resident(it))
    }

    /// Whether a resident is in the archive.
    pub fn has_resident(&self, id: Id) -> bool {
        self.residents.contains(&id)
    }

    /// When the first record was made.
    pub fn begun(&self) -> DateTime<Utc> {
        self.records.iter().map(|it| it.entry().made.at).min().unwrap_or(self.made)
    }

    /// What a kind, a field of it or a value of a list is called.
    pub fn label<'a>(&self, list: &str, value: &'a str) -> &'a str {
        tables::label(&self.locale, list, value)
    }
}

impl Kept {
    /// The record.
    pub fn entry(&self) -> &Entry {
        // There is one on the page, or it would not have been kept.
        &self.page.entries[0]
    }

    /// The residents whom it concerns.
    pub fn residents(&self) -> BTreeSet<Id> {
        let links = self
            .kind
            .fields
            .iter()
            .filter(|it| it.names_people() || it.ty == domain::Type::Link(Resident::KIND));
        let value = |name| self.entry().fields.get(name).unwrap_or(&Value::Null);
        links.flat_map(|it| it.ty.links(value(it.name))).collect()
    }

    /// What it is called: its title, or what of it people read first.
    pub fn title(&self) -> &str {
        let entry = self.entry();
        let own = if entry.name.is_empty() { self.kind.title(&entry.fields) } else { &entry.name };
        own.lines().next().unwrap_or_default().trim()
    }

    /// When it happened, or was made.
    pub fn at(&self) -> DateTime<Utc> {
        let entry = self.entry();
        entry.at.or_else(|| self.kind.moment(&entry.fields)).unwrap_or(entry.made.at)
    }

    /// Its values in words, each with its label; what is empty is left out.
    pub fn words(&self, all: &Everything) -> Vec<[String; 2]> {
        let mut rows = tables::words(self.kind, &self.page, &all.locale, &all.zone);
        if rows.is_empty() { Vec::new() } else { rows.swap_remove(0) }
    }

    /// What a revision changed, in words by the fields' names.
    pub fn changed(&self, all: &Everything, step: &Revision) -> Vec<(String, String)> {
        let (names, topics) = (self.page.names.clone(), self.page.topics.clone());
        let one = |(name, value): (&String, &Value)| {
            let fields = [(name.clone(), value.clone())].into_iter().collect();
            let entry = Entry { fields, ..Entry::default() };
            let (names, topics) = (names.clone(), topics.clone());
            let page = Page { entries: vec![entry], names, topics, total: 1 };
            let words = tables::words(self.kind, &page, &all.locale, &all.zone);
            let word = words.into_iter().flatten().next().map(|[_, word]| word);
            (name.clone(), word.unwrap_or_else(|| plain(self.kind, name, value)))
        };
        step.fields.iter().map(one).collect()
    }
}

fn is_resident(record: &Kept) -> bool {
    record.kind.name == Resident::KIND && !record.entry().deleted
}

/// Takes the names of what is deleted out of the records that point to it.
fn forget_deleted(records: &mut [Kept]) {
    let deleted = records.iter().filter(|it| it.entry().deleted).map(|it| it.entry().id);
    let deleted: BTreeSet<Id> = deleted.collect();
    for record in records {
        record.page.names.retain(|it, _| !deleted.contains(it));
    }
}

/// A value that this version has no words for, as it is stored.
fn plain(kind: &Kind, name: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        _ if kind.field(name).is_some() => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// All records, kind by kind; those in the bin last.
async fn ids(app: &App) -> Result<Vec<(&'static Kind, Id)>> {
    let mut ids = Vec::new();
    for kind in KINDS {
        let page = app.run(calls::Export { kind: kind.name.to_owned() }).await?;
        ids.extend(page.entries.iter().map(|it| (kind, it.id)));
    }
    let mut skip = 0;
    loop {
        let page = app.run(calls::Bin { limit: MOST, skip }).await?;
        let Some(read) = u32::try_from(page.entries.len()).ok().filter(|it| *it > 0) else { break };
        ids.extend(page.entries.iter().filter_map(|it| Some((kind(&it.kind)?, it.id))));
        skip += read;
    }
    let mut known = BTreeSet::new();
    ids.retain(|it| known.insert(it.1));
    Ok(ids)
}

fn derived(from: &[u8]) -> Id {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(from)[..16]);
    Id::new_v8(bytes)
}

/// Who did something; a device that nobody here knows has no name.
pub fn who(signed: &Signed) -> String {
    let by = crate::xml::text(signed.by.trim());
    if by.is_empty() { "Ukjent".to_owned() } else { by }
}

/// A moment as XML has it.
pub fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
