//! The members of the team, and the names of authors.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::entry::{Choice, Signed, Wording};
use domain::fault::Result;
use domain::fold::fold;
use domain::kind::Record;
use domain::merge::{Conflict, Mark, Merged};
use domain::views::{Colleague, Page};
use domain::{Entry, Id, Member, Resident, kind, read};
use store::{Part, Records, Row};

use crate::calls::handover;

/// The members, whose each device is, and which of them this device's owner is.
pub struct People {
    /// What to call each member. No two are called alike.
    names: BTreeMap<Id, String>,
    /// The name of this device's owner as it was written.
    own_name: String,
    /// The members who have a record, as it stands.
    records: BTreeMap<Id, Member>,
    /// The member whose each device is.
    devices: BTreeMap<Id, Id>,
    /// The members who leave by a handover that is open.
    leaving: BTreeSet<Id>,
    me: Option<Id>,
}

impl People {
    /// The members of this device's space.
    pub fn of(records: Records) -> Result<Self> {
        let devices = records.space_id()?.map(|it| records.devices(it)).transpose()?;
        let devices = devices.unwrap_or_default();
        let rows = members(records)?;
        // A member is called by the record, or before it has arrived by what the device said.
        let named = devices.iter().filter(|it| !it.name.is_empty());
        let met = named.map(|it| (it.member, it.name.clone()));
        let mut called: BTreeMap<Id, (String, Mark)> =
            met.map(|(id, name)| (id, (name, Mark::default()))).collect();
        let record = |row: &Row| (row.id, (row.title.clone(), row.merged.made));
        called.extend(rows.iter().filter(|it| !it.title.is_empty()).map(record));
        let me = records.member()?;
        let own_name = me.and_then(|it| Some(called.get(&it)?.0.clone())).unwrap_or_default();
        Ok(Self {
            names: apart(&called),
            own_name,
            records: rows.iter().map(|it| (it.id, read(&it.merged.body))).collect(),
            devices: devices.iter().map(|it| (it.id, it.member)).collect(),
            leaving: handover::leaving(&records.handovers()?),
            me,
        })
    }

    /// The name of this device's owner, as it stands under a letter.
    pub fn own_name(&self) -> &str {
        &self.own_name
    }

    /// The member who owns this device.
    pub const fn me(&self) -> Option<Id> {
        self.me
    }

    /// Whether a member leads the team.
    pub fn leads(&self, member: Id) -> bool {
        self.records.get(&member).is_some_and(|it| it.lead)
    }

    /// Whether a value of a member field names this device's owner.
    pub fn is_me(&self, value: &str) -> bool {
        self.me.is_some() && value.parse().ok() == self.me
    }

    /// The name of the member that a value of a member field names; a name out of an import as it
    /// stands.
    pub fn named(&self, value: &str) -> String {
        value.parse().map_or_else(|_| value.to_owned(), |it| self.called(it))
    }

    /// The members who have not left by `today`: this device's owner first, the others by name.
    pub fn team(&self, today: NaiveDate) -> Vec<Colleague> {
        let left = |id: &Id| self.records.get(id).is_some_and(|it| it.has_left(today));
        let named = self.names.iter().filter(|(id, name)| !left(id) && !name.is_empty());
        let mut team: Vec<_> = named.map(|(id, name)| self.colleague(*id, name)).collect();
        team.sort_by_cached_key(|it| (self.me != Some(it.id), fold(&it.name), it.name.clone()));
        team
    }

    fn colleague(&self, id: Id, name: &str) -> Colleague {
        Colleague { id, name: name.to_owned(), leaves: self.leaving.contains(&id) }
    }

    /// A mark with its author's name.
    pub fn sign(&self, mark: Mark) -> Signed {
        let by = self.author(mark).map(|it| self.called(it)).unwrap_or_default();
        Signed { by, at: mark.clock.moment() }
    }

    /// The member whose device made a mark.
    pub fn author(&self, mark: Mark) -> Option<Id> {
        self.devices.get(&mark.device).copied()
    }

    fn called(&self, member: Id) -> String {
        self.names.get(&member).cloned().unwrap_or_default()
    }

    /// What to call the records that `rows` point to.
    pub fn names<'a>(
        &self,
        records: Records,
        rows: impl IntoIterator<Item = &'a Row>,
    ) -> Result<BTreeMap<Id, String>> {
        self.names_of(records, rows.into_iter().flat_map(Row::linked).collect())
    }

    /// What to call some records.
    pub fn names_of(&self, records: Records, ids: BTreeSet<Id>) -> Result<BTreeMap<Id, String>> {
        let known = |it: &Id| self.names.get(it).filter(|name| !name.is_empty()).cloned();
        let members = ids.iter().filter_map(|it| Some((*it, known(it)?)));
        let members: Vec<_> = members.collect();
        let mut names = records.names_of(ids)?;
        names.extend(members);
        Ok(names)
    }

    /// A record in the form that shells get.
    pub fn entry(&self, id: Id, merged: &Merged) -> Entry {
        Entry {
            id,
            kind: merged.kind.clone(),
            name: String::new(),
            fields: merged.body.clone(),
            seen: Some(merged.seen.clone()),
            conflicts: merged.conflicts.iter().map(|it| self.choice(it)).collect(),
            at: None,
            deleted: merged.deleted,
            made: self.sign(merged.made),
            changed: self.sign(merged.changed),
        }
    }

    fn choice(&self, conflict: &Conflict) -> Choice {
        let versions = conflict.versions.iter();
        let wording = |it: &domain::merge::Version| Wording {
            value: it.value.clone(),
            signed: self.sign(it.mark),
        };
        Choice { field: conflict.field.clone(), versions: versions.map(wording).collect() }
    }

    /// A page of stored records, with the names of the records they point to and of the people
    /// among them.
    pub fn page(&self, records: Records, rows: &[Row], total: u64) -> Result<Page> {
        let mut names = self.names(records, rows)?;
        let entries = rows.iter().map(|row| {
            let (at, mut entry) = (records.occasion(row)?, self.entry(row.id, &row.merged));
            if let Some((called, full)) = self.person(records, row)? {
                names.insert(row.id, called);
                entry.name = full;
            }
            Ok(Entry { at, seen: None, ..entry })
        });
        let entries = entries.collect::<Result<_>>()?;
        Ok(Page { entries, names, total, ..Page::default() })
    }

    /// What to call a person, and the full name, both told apart from others; none for what is no
    /// person.
    pub fn person(&self, records: Records, row: &Row) -> Result<Option<(String, String)>> {
        Ok(match row.merged.kind.as_str() {
            Resident::KIND => Some((records.called(row)?, records.full_name(row)?)),
            Member::KIND => {
                let name = self.names.get(&row.id).unwrap_or(&row.title);
                Some((name.clone(), name.clone()))
            }
            _ => None,
        })
    }
}

fn members(records: Records) -> Result<Vec<Row>> {
    let Some(kind) = kind(Member::KIND) else { return Ok(Vec::new()) };
    Ok(records.list(kind, Part::new(u32::MAX, 0))?.0)
}

/// What to call each of some people. Those of one name are numbered in the order in which their
/// records were made, which is the same on every device.
fn apart(called: &BTreeMap<Id, (String, Mark)>) -> BTreeMap<Id, String> {
    let mut alike: BTreeMap<String, Vec<(Mark, Id)>> = BTreeMap::new();
    for (id, (name, made)) in called {
        alike.entry(fold(name.trim())).or_default().push((*made, *id));
    }
    let mut names = BTreeMap::new();
    for mut same in alike.into_values() {
        same.sort_unstable();
        let several = same.len() > 1;
        for (number, (_, id)) in (1..).zip(same) {
            let Some((name, _)) = called.get(&id) else { continue };
            let numbered = several && !name.is_empty();
            let name = if numbered { format!("{name} ({number})") } else { name.clone() };
            names.insert(id, name);
        }
    }
    names
}
