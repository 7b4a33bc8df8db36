//! Everything that a site has recorded, with its history.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Who takes the archive; empty where that is not said.
    pub depot: String,
    /// The language of what people read.
    pub locale: String,
    /// The records, kind by kind.
    pub records: Vec<Kept>,
    /// The residents, each by all the records under which they were registered; the last of them is the one that
    /// stands for all.
    residents: BTreeMap<Id, Id>,
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
        forget_deleted(&mut records, &terms.locale);
        let residents = registered(app, &records).await?;
        let or_site = |it: &str| if it.trim().is_empty() { &site.name } else { it }.to_owned();
        Ok(Self {
            id: derived(&secret),
            creator: or_site(&terms.creator),
            depot: terms.depot.trim().to_owned(),
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

    /// The residents, each by the record that stands for them.
    pub fn residents(&self) -> impl Iterator<Item = &Kept> {
        let stands = |it: &&Kept| self.resident(it.entry().id) == Some(it.entry().id);
        self.records.iter().filter(stands)
    }

    /// The record that stands for a resident, whichever of theirs it is; none if there is no such resident.
    pub fn resident(&self, id: Id) -> Option<Id> {
        self.residents.get(&id).copied()
    }

    /// The residents whom a record concerns, as it names them. One who was registered twice is one; the record
    /// that no longer counts concerns them.
    pub fn concerned(&self, record: &Kept) -> Vec<Id> {
        let own = record.entry().id;
        let named = match self.resident(own) {
            Some(stands) if stands == own => Vec::new(),
            Some(stands) => vec![stands],
            None => record.links().into_iter().filter_map(|it| self.resident(it)).collect(),
        };
        let mut known = BTreeSet::new();
        named.into_iter().filter(|it| known.insert(*it)).collect()
    }

    /// One of three words, in the language of what people read.
    pub fn word<'a>(&self, [nb, nn, en]: [&'a str; 3]) -> &'a str {
        in_language(&self.locale, [nb, nn, en])
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

    /// The residents whom it names.
    fn links(&self) -> Vec<Id> {
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

/// The residents, with the record that stands for each of those under which they were registered.
async fn registered(app: &App, records: &[Kept]) -> Result<BTreeMap<Id, Id>> {
    let mut registered = BTreeMap::new();
    let residents = records.iter().map(Kept::entry).filter(|it| it.kind == Resident::KIND);
    for one in residents.filter(|it| !it.deleted) {
        let same = app.run(calls::GetSame { id: one.id }).await?;
        registered.insert(one.id, same.entries.first().map_or(one.id, |it| it.id));
    }
    Ok(registered)
}

fn in_language<'a>(locale: &str, [nb, nn, en]: [&'a str; 3]) -> &'a str {
    match locale.get(..2) {
        Some("nn") => nn,
        Some("en") => en,
        _ => nb,
    }
}

/// Takes the names of what is deleted out of the records that point to it.
fn forget_deleted(records: &mut [Kept], locale: &str) {
    let said = in_language(locale, ["slettet", "sletta", "deleted"]);
    let deleted = records.iter().filter(|it| it.entry().deleted).map(|it| it.entry().id);
    let deleted: BTreeSet<Id> = deleted.collect();
    for (id, name) in records.iter_mut().flat_map(|it| &mut it.page.names) {
        if deleted.contains(id) {
            said.clone_into(name);
        }
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
