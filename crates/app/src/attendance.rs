//! Who is at an activity, ticked on several phones at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::calls::{Attend, GetAttendees};
use domain::fault::Result;
use domain::fold::fold;
use domain::kind::Record;
use domain::kinds::AttendanceStatus;
use domain::views::{Attendee, Attendees, Saved};
use domain::{Attendance, Entry, Id, Resident, read};
use store::{Part, Row, Store};

use crate::residents::{found, is_gone};
use crate::suggest::LIKELY;
use crate::{App, ids};

impl App {
    /// Notes it under an id made from the pair, so that two phones without a network agree.
    pub(crate) fn attend(&self, asked: &Attend) -> Result<Saved> {
        let Attend { activity, resident, status } = *asked;
        let [first, second] = [activity, resident].map(|it| it.to_string());
        let id = ids::made_of(Attendance::KIND, self.space()?.id, &[&first, &second]);
        if status.is_none() {
            return self.delete(id);
        }
        let (activity, resident) = (Some(activity), Some(resident));
        self.save(&Entry::new(id, &Attendance { activity, resident, status }))
    }

    pub(crate) fn attendees(&self, asked: &GetAttendees) -> Result<Attendees> {
        let today = self.date();
        let store = self.records()?;
        let noted = noted(&store, asked.activity)?;
        let (listed, others) = if asked.text.trim().is_empty() {
            let names = store.names_of(noted.keys().copied())?;
            (names.into_iter().collect(), likely(&store, today)?)
        } else {
            matching(&store, asked, &noted, today)?
        };
        let count = |status| noted.values().filter(|it| **it == status).count() as u64;
        Ok(Attendees {
            came: count(AttendanceStatus::Came),
            signed_up: count(AttendanceStatus::SignedUp),
            stayed_away: count(AttendanceStatus::DidNotCome),
            rows: rows(listed, others, &noted, asked.limit as usize),
        })
    }
}

type Noted = BTreeMap<Id, AttendanceStatus>;
/// A resident, and what to call them.
type Named = (Id, String);

fn noted(store: &Store, activity: Id) -> Result<Noted> {
    let rows = store.attendances(activity)?;
    let pair = |row: &Row| {
        let attendance: Attendance = read(&row.merged.body);
        Some((attendance.resident?, attendance.status?))
    };
    Ok(rows.iter().filter_map(pair).collect())
}

/// Everybody who lives here, those first who are met most.
fn likely(store: &Store, today: NaiveDate) -> Result<Vec<Named>> {
    let mut rows = store.likely_residents(LIKELY)?;
    rows.extend(store.residents(false, &today.to_string(), Part::new(u32::MAX, 0))?.0);
    Ok(rows.iter().filter_map(|it| living(it, today)).collect())
}

/// Those who match what was typed: the noted ones, and those who live here, by name.
fn matching(
    store: &Store,
    asked: &GetAttendees,
    noted: &Noted,
    today: NaiveDate,
) -> Result<(Vec<Named>, Vec<Named>)> {
    let found = found(store, &asked.text, asked.limit)?;
    let (listed, others): (Vec<_>, Vec<_>) =
        found.iter().partition(|it| noted.contains_key(&it.id));
    let listed = listed.into_iter().map(|it| (it.id, called(it))).collect();
    let mut others: Vec<Named> = others.into_iter().filter_map(|it| living(it, today)).collect();
    others.sort_by_cached_key(|(id, name)| (fold(name), *id));
    Ok((listed, others))
}

fn living(row: &Row, today: NaiveDate) -> Option<Named> {
    (!is_gone(&read(&row.merged.body), today)).then(|| (row.id, called(row)))
}

fn called(row: &Row) -> String {
    read::<Resident>(&row.merged.body).called().to_owned()
}

/// All who are listed, and others up to `limit`.
fn rows(mut listed: Vec<Named>, others: Vec<Named>, noted: &Noted, limit: usize) -> Vec<Attendee> {
    listed.sort_by_cached_key(|(id, name)| (fold(name), *id));
    let room = limit.saturating_sub(listed.len());
    let mut met: BTreeSet<Id> = noted.keys().copied().collect();
    let others = others.into_iter().filter(|(id, _)| met.insert(*id)).take(room);
    let row = |(id, called)| Attendee { id, called, status: noted.get(&id).copied() };
    listed.into_iter().chain(others).map(row).collect()
}
