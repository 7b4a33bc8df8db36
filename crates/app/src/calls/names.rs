//! Looks up records by name, for an import.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::fault::Result;
use domain::field::{kinds_behind, points_to};
use domain::fold::{fold, words};
use domain::kind::Record;
use domain::zone::week;
use domain::{Activity, Id, Problem, Resident, Unit, read};
use store::{Asked, Part, Records, Row};

use crate::calls::{residents, topics};

/// The record with a name, or why it can't be told.
pub type Found = std::result::Result<Id, Problem>;

/// A cache of names that were looked up.
pub struct Names<'a> {
    records: Records<'a>,
    today: NaiveDate,
    known: BTreeMap<(&'static str, String), Found>,
    /// The topics by each of the site's own names for them, once one was asked for.
    topics: Option<BTreeMap<String, Vec<String>>>,
}

impl<'a> Names<'a> {
    /// Names as of a day.
    pub fn new(records: Records<'a>, today: NaiveDate) -> Self {
        Self { records, today, known: BTreeMap::new(), topics: None }
    }

    /// The record of a kind with a name or an id. A name may be followed by what tells records of
    /// one name apart: the day of an activity, `Sognsvann@2024-03-14`, the door of a resident,
    /// `Ali@H0304`, or the traits that the app shows for a resident, `Ali (H0304, 1987)`.
    pub fn find(&mut self, kind: &'static str, name: &str) -> Result<Found> {
        let asked = (kind, name.to_owned());
        if let Some(known) = self.known.get(&asked) {
            return Ok(known.clone());
        }
        let found = only(&self.look_up(kind, name)?);
        self.known.insert(asked, found.clone());
        Ok(found)
    }

    /// The topic of that name, as it is stored: one of the site's own, or one that it has renamed.
    /// A name that is none of the site's means the topic that every site calls so, which is `listed`.
    pub fn topic(
        &mut self,
        name: &str,
        listed: &str,
    ) -> Result<std::result::Result<String, Problem>> {
        if self.topics.is_none() {
            self.topics = Some(topics::called(self.records)?);
        }
        let known = self.topics.iter().filter_map(|it| it.get(&fold(name.trim()))).flatten();
        let found: Vec<_> = known.collect();
        Ok(match found[..] {
            [] if listed.is_empty() => Err(Problem::UnknownChoice),
            [] => Ok(listed.to_owned()),
            [one] => Ok(one.clone()),
            _ => Err(Problem::Ambiguous),
        })
    }

    fn look_up(&self, kind: &'static str, name: &str) -> Result<Vec<Id>> {
        if let Ok(id) = name.parse() {
            return self.itself(kind, id);
        }
        let found = self.called(kind, name)?;
        match name.rsplit_once('@') {
            Some((name, more)) if found.is_empty() => {
                self.told_apart(kind, name.trim(), more.trim())
            }
            _ => Ok(found),
        }
    }

    fn itself(&self, kind: &str, id: Id) -> Result<Vec<Id>> {
        let is_kind = |it: &Row| points_to(kind, &it.merged.kind);
        let there = self.records.get(id)?.filter(|it| is_kind(it) && !it.merged.deleted);
        Ok(there.map(|it| it.id).into_iter().collect())
    }

    fn called(&self, kind: &'static str, name: &str) -> Result<Vec<Id>> {
        let mut found = Vec::new();
        for kind in kinds_behind(kind) {
            found.extend(self.records.named(kind, name)?);
        }
        if !found.is_empty() || ![Resident::KIND, Activity::KIND].contains(&kind) {
            return Ok(found);
        }
        // Residents are found by their short name too, activities by their title.
        let called = |row: &Row| match kind {
            Resident::KIND => fold(read::<Resident>(&row.merged.body).called()) == fold(name),
            _ => fold(&row.title) == fold(name),
        };
        let found = those(self.records.search(kind, &Asked::plainly(name), u32::MAX)?.0, called);
        if found.is_empty() && kind == Resident::KIND {
            return Ok(self.records.told_apart(name)?);
        }
        Ok(found)
    }

    fn told_apart(&self, kind: &str, name: &str, more: &str) -> Result<Vec<Id>> {
        match kind {
            Resident::KIND => self.behind_door(name, more),
            Activity::KIND => self.on_day(name, more),
            _ => Ok(Vec::new()),
        }
    }

    /// The residents behind a door whose name contains all the words; without words, those who live
    /// there now.
    fn behind_door(&self, name: &str, door: &str) -> Result<Vec<Id>> {
        let wanted = words(name);
        let fits = |row: &Row| {
            let resident: Resident = read(&row.merged.body);
            let theirs = words(&format!("{} {}", resident.name, resident.display_name));
            let gone = wanted.is_empty() && residents::is_gone(&resident, self.today);
            row.merged.kind == Resident::KIND
                && !gone
                && wanted.iter().all(|it| theirs.iter().any(|word| word.starts_with(it)))
        };
        let mut found = Vec::new();
        for unit in self.records.named(Unit::KIND, door)? {
            found.extend(those(self.records.about(unit, Part::new(u32::MAX, 0))?.0, fits));
        }
        Ok(found)
    }

    /// The activities of a title on a day, or in its week if an activity has only a week; without a
    /// title, all of them.
    fn on_day(&self, title: &str, day: &str) -> Result<Vec<Id>> {
        let Ok(day) = day.parse::<NaiveDate>() else { return Ok(Vec::new()) };
        let rows = self.records.activities([day; 2], [day; 2].map(week))?;
        Ok(those(rows, |it| title.is_empty() || fold(&it.title) == fold(title)))
    }
}

fn those(rows: Vec<Row>, wanted: impl Fn(&Row) -> bool) -> Vec<Id> {
    rows.into_iter().filter(|it| wanted(it)).map(|it| it.id).collect()
}

fn only(found: &[Id]) -> Found {
    match found {
        [] => Err(Problem::UnknownLink),
        [one] => Ok(*one),
        _ => Err(Problem::Ambiguous),
    }
}
