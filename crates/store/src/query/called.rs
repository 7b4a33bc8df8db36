//! What to call residents, so that no two of them look alike: the name, and where others share it,
//! as much more as tells them apart.

use std::collections::BTreeMap;

use domain::fold::words;
use domain::kind::Record;
use domain::merge::Merged;
use domain::{Id, Resident, read};
use rusqlite::Connection;

use crate::query::rows;
use crate::{Records, Result, Row};

/// Which of a resident's names is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// What the team calls them.
    Called,
    /// The full one.
    Full,
}

/// A resident among others of the same name.
struct Namesake {
    id: Id,
    name: String,
    /// What may tell them apart, the first choice first. What is not known is empty.
    traits: Vec<String>,
}

impl Records<'_> {
    /// What the team calls a resident. Where it calls several the same, the door, the year of birth,
    /// the full name and the first day here follow in brackets, as far as they are needed; a
    /// number, where all of these are equal.
    pub fn called(self, resident: &Row) -> Result<String> {
        self.apart(resident, Name::Called)
    }

    /// A resident's full name, likewise; what the team calls them comes first in the brackets.
    pub fn full_name(self, resident: &Row) -> Result<String> {
        self.apart(resident, Name::Full)
    }

    /// The residents whom a name with something in brackets means: those who are called just that,
    /// or else those of that name of whom all in the brackets holds.
    pub fn told_apart(self, text: &str) -> Result<Vec<Id>> {
        let text = text.trim();
        let Some((name, more)) = text.strip_suffix(')').and_then(|it| it.rsplit_once('(')) else {
            return Ok(Vec::new());
        };
        let [called, full] = [Name::Called, Name::Full].map(|it| self.namesakes(it, &key(name)));
        let groups = [called?, full?];
        let exact = groups.iter().flat_map(|it| labels(it)).filter(|it| key(&it.1) == key(text));
        let mut found: Vec<Id> = exact.map(|it| it.0).collect();
        if found.is_empty() {
            let fits = |it: &&Namesake| more.split(',').all(|part| it.has(part));
            found.extend(groups.iter().flatten().filter(fits).map(|it| it.id));
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn apart(self, resident: &Row, which: Name) -> Result<String> {
        let name = which.of(&read(&resident.merged.body));
        if !self.is_shared(&name)? {
            return Ok(name);
        }
        let all = self.namesakes(which, &key(&name))?;
        Ok(labels(&all).remove(&resident.id).unwrap_or(name))
    }

    /// Whether several residents go by a name.
    pub(crate) fn is_shared(self, name: &str) -> Result<bool> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/is_shared_name.sql"))?;
        Ok(statement.query_row([key(name)], |row| row.get(0))?)
    }

    fn namesakes(self, which: Name, name: &str) -> Result<Vec<Namesake>> {
        let mut all = Vec::new();
        for row in rows(&self.db, include_str!("../sql/namesakes.sql"), [name])? {
            let resident = read(&row.merged.body);
            // Others have it as their other name.
            if key(&which.of(&resident)) == name {
                all.push(self.namesake(row.id, which, &resident)?);
            }
        }
        Ok(all)
    }

    fn namesake(self, id: Id, which: Name, resident: &Resident) -> Result<Namesake> {
        let door = resident.unit.map(|it| self.get(it)).transpose()?.flatten();
        let door = door.map(|it| it.title).unwrap_or_default();
        let year = resident.birth_year.map(|it| it.to_string()).unwrap_or_default();
        let since = resident.moved_in.map(|it| it.to_string()).unwrap_or_default();
        let traits = match which {
            Name::Called => [door, year, resident.name.clone(), since],
            Name::Full => [resident.display_name.clone(), door, year, since],
        };
        Ok(Namesake { id, name: which.of(resident), traits: traits.into() })
    }
}

impl Name {
    fn of(self, resident: &Resident) -> String {
        match self {
            Self::Called => resident.called().trim().to_owned(),
            Self::Full => resident.name.trim().to_owned(),
        }
    }
}

impl Namesake {
    /// What tells them from as many of the others as can be.
    fn traits_apart_from(&self, all: &[Self]) -> Vec<String> {
        let mut rivals: Vec<_> = all.iter().filter(|it| it.id != self.id).collect();
        let mut apart = Vec::new();
        for (at, own) in self.traits.iter().enumerate() {
            let same = |it: &Self| it.traits.get(at).map(|it| key(it)) == Some(key(own));
            if !own.is_empty() && rivals.iter().any(|it| !same(it)) {
                rivals.retain(|it| same(it));
                apart.push(own.clone());
            }
        }
        apart
    }

    fn has(&self, text: &str) -> bool {
        self.traits.iter().any(|it| !it.is_empty() && key(it) == key(text))
    }
}

/// What to call each of several of one name. Those whom nothing tells apart are numbered in the
/// order of their ids, which is the same on every device and in every file.
fn labels(all: &[Namesake]) -> BTreeMap<Id, String> {
    let mut alike: BTreeMap<String, Vec<(&Namesake, Vec<String>)>> = BTreeMap::new();
    for one in all {
        let apart = one.traits_apart_from(all);
        alike.entry(key(&label(&one.name, &apart))).or_default().push((one, apart));
    }
    let mut labels = BTreeMap::new();
    for same in alike.into_values() {
        let several = same.len() > 1;
        for (number, (one, mut apart)) in (1..).zip(same) {
            apart.extend(several.then(|| number.to_string()));
            labels.insert(one.id, label(&one.name, &apart));
        }
    }
    labels
}

fn label(name: &str, apart: &[String]) -> String {
    if apart.is_empty() { name.to_owned() } else { format!("{name} ({})", apart.join(", ")) }
}

/// A name as it is compared: nobody tells two spellings of one apart at a glance. A name of signs alone
/// is compared as it stands.
fn key(name: &str) -> String {
    let words = words(name).join(" ");
    if words.is_empty() { name.trim().to_owned() } else { words }
}

/// Notes what a resident goes by, or that a record is no resident any more.
pub fn note(db: &Connection, row: i64, merged: &Merged) -> Result<()> {
    if merged.kind != Resident::KIND {
        return Ok(());
    }
    db.prepare_cached("DELETE FROM goes_by WHERE source = ?1")?.execute([row])?;
    let resident: Resident = read(&merged.body);
    let mut insert =
        db.prepare_cached("INSERT OR IGNORE INTO goes_by (name, source) VALUES (?1, ?2)")?;
    for which in [Name::Called, Name::Full] {
        insert.execute((key(&which.of(&resident)), row))?;
    }
    Ok(())
}
