//! What a name in a list stands for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::fault::Result;
use domain::field::ANY;
use domain::fold::{fold, words};
use domain::kind::Record;
use domain::zone::week;
use domain::{Activity, Id, Problem, Resident, Unit, read};
use store::{Asked, Part, Row, Store};

use crate::calls::residents;

/// The record that a name stands for, or why nobody can say.
pub type Found = std::result::Result<Id, Problem>;

/// Names looked up in the records, each once.
pub struct Names<'a> {
    store: &'a Store,
    today: NaiveDate,
    known: BTreeMap<(&'static str, String), Found>,
}

impl<'a> Names<'a> {
    /// Names as they are used on that day.
    pub fn new(store: &'a Store, today: NaiveDate) -> Self {
        Self { store, today, known: BTreeMap::new() }
    }

    /// The record of a kind that goes by a name or an id. What tells those of one name apart
    /// may follow: the day of an activity, `Sognsvann@2024-03-14`, the door of a resident,
    /// `Ali@H0304`, or whatever the app itself tells residents apart by, `Ali (H0304, 1987)`.
    pub fn find(&mut self, kind: &'static str, name: &str) -> Result<Found> {
        let asked = (kind, name.to_owned());
        if let Some(known) = self.known.get(&asked) {
            return Ok(known.clone());
        }
        let found = only(&self.look_up(kind, name)?);
        self.known.insert(asked, found.clone());
        Ok(found)
    }

    fn look_up(&self, kind: &str, name: &str) -> Result<Vec<Id>> {
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
        let is_kind = |it: &Row| kind == ANY || it.merged.kind == kind;
        let there = self.store.get(id)?.filter(|it| is_kind(it) && !it.merged.deleted);
        Ok(there.map(|it| it.id).into_iter().collect())
    }

    fn called(&self, kind: &str, name: &str) -> Result<Vec<Id>> {
        let found = self.store.named(kind, name)?;
        if !found.is_empty() || ![Resident::KIND, Activity::KIND].contains(&kind) {
            return Ok(found);
        }
        // By what the team calls a resident, and activities by their title.
        let called = |row: &Row| match kind {
            Resident::KIND => fold(read::<Resident>(&row.merged.body).called()) == fold(name),
            _ => fold(&row.title) == fold(name),
        };
        let found = those(self.store.search(kind, &Asked::plainly(name), u32::MAX)?.0, called);
        if found.is_empty() && kind == Resident::KIND {
            return Ok(self.store.told_apart(name)?);
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

    /// Those behind a door with all words of the name in theirs; without a name, those who live
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
        for unit in self.store.named(Unit::KIND, door)? {
            found.extend(those(self.store.about(unit, Part::new(u32::MAX, 0))?.0, fits));
        }
        Ok(found)
    }

    /// The activities of that title on a day, or in its week where the day was never decided;
    /// without a title, all of them.
    fn on_day(&self, title: &str, day: &str) -> Result<Vec<Id>> {
        let Ok(day) = day.parse::<NaiveDate>() else { return Ok(Vec::new()) };
        let rows = self.store.activities([day; 2], [day; 2].map(week))?;
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
