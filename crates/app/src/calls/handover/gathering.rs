//! What a handover gathers, and whose it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use domain::fault::Result;
use domain::kinds::Scope;
use domain::merge::Mark;
use domain::views::Why;
use domain::{Handover, Id, Pin, Record, Resident, kind, read};
use store::{Part, Records, Row};

use crate::calls::authors::People;
use crate::calls::cases::text;
use crate::calls::time_zone;

/// After so many days without contact a resident is a matter.
const WITHOUT_CONTACT: u64 = 30;

/// A matter, and why it is one.
pub struct Gathered {
    pub row: Row,
    pub why: BTreeSet<Why>,
}

/// The matters of a handover by their ids, the untold residents aside; `open` is all that is not
/// settled.
pub fn of(
    records: Records,
    people: &People,
    handover: &Handover,
    open: Vec<Row>,
    today: NaiveDate,
) -> Result<BTreeMap<Id, Gathered>> {
    let mut found = BTreeMap::new();
    for (rows, why) in [(open, Why::Open), (pinned(records)?, Why::Pinned)] {
        for row in rows {
            if concerns(records, handover, &row, people)? {
                add(&mut found, row, why);
            }
        }
    }
    if handover.scope == Some(Scope::Building) {
        let silent = without_contact(records, today)?;
        for row in silent {
            add(&mut found, row, Why::NoContact);
        }
    }
    Ok(found)
}

/// Adds a reason why a record is a matter.
pub fn add(found: &mut BTreeMap<Id, Gathered>, row: Row, why: Why) {
    let id = row.id;
    found.entry(id).or_insert_with(|| Gathered { row, why: BTreeSet::new() }).why.insert(why);
}

/// Takes away a reason that does not hold after all.
pub fn remove(found: &mut BTreeMap<Id, Gathered>, id: Id, why: Why) {
    if let Some(it) = found.get_mut(&id) {
        it.why.remove(&why);
    }
}

/// Whether a handover is about a record that is not settled, or pinned.
fn concerns(
    records: Records,
    handover: &Handover,
    row: &Row,
    people: &People,
) -> store::Result<bool> {
    let moves = |id: Id| -> store::Result<bool> {
        let of = row.residents().into_iter().map(|it| records.stands_for(it));
        Ok(of.collect::<store::Result<Vec<_>>>()?.contains(&records.stands_for(id)?))
    };
    match handover.scope {
        Some(Scope::Member) => {
            let owner = owner(row, |it| people.author(it));
            Ok(owner.is_some_and(|it| handover.leaving.contains(&it)))
        }
        Some(Scope::Resident) => handover.resident.map_or(Ok(false), moves),
        Some(Scope::Building) | None => Ok(true),
    }
}

/// The member whose a record is: whom it names, or else its author.
pub fn owner(row: &Row, author: impl Fn(Mark) -> Option<Id>) -> Option<Id> {
    let field = kind(&row.merged.kind).and_then(|it| it.life?.owner);
    let named = field.map(|it| text(&row.merged.body, it)).unwrap_or_default();
    if named.is_empty() { author(row.merged.made) } else { named.parse().ok() }
}

/// The notes that colleagues have pinned.
pub fn pinned(records: Records) -> Result<Vec<Row>> {
    let Some(kind) = kind(Pin::KIND) else { return Ok(Vec::new()) };
    let pins = whole(|part| records.list(kind, part))?;
    let notes = pins.iter().filter_map(|it| read::<Pin>(&it.merged.body).note);
    let rows = notes.map(|it| records.get(it)).collect::<store::Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().filter(|it| !it.merged.deleted).collect())
}

/// All of a list, page by page.
pub fn whole(list: impl Fn(Part) -> store::Result<(Vec<Row>, u64)>) -> store::Result<Vec<Row>> {
    let mut all: Vec<Row> = Vec::new();
    loop {
        let skip = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let (rows, total) = list(Part::new(u32::MAX, skip))?;
        let none = rows.is_empty();
        all.extend(rows);
        if none || all.len() as u64 >= total {
            return Ok(all);
        }
    }
}

fn without_contact(records: Records, today: NaiveDate) -> Result<Vec<Row>> {
    let since = today - Days::new(WITHOUT_CONTACT);
    let period = time_zone::days(&*time_zone::of(records)?, since, today);
    let lived_here_then = |it: &Row| text(&it.merged.body, Resident::MOVED_IN) <= since.to_string();
    let mut rows = records.without_contact(period, today)?;
    rows.retain(lived_here_then);
    Ok(rows)
}
