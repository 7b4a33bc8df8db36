//! Attendance at an activity, ticked on several phones at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::calls::{self, Answers, Attend, CountOn, GetAttendees, Untick};
use domain::change::DELETED;
use domain::fault::Result;
use domain::fold::fold;
use domain::kind::Record;
use domain::kinds::AttendanceStatus;
use domain::merge::Merged;
use domain::views::{Attendee, Attendees, Saved};
use domain::{Activity, Attendance, Body, Change, Edit, Entry, Fault, Id, Type, read, tally};
use serde_json::Value;
use store::{Act, Part, Records, Row, Space};

use crate::App;
use crate::calls::bin::deletion;
use crate::calls::residents::{found, is_gone};
use crate::calls::suggestion::LIKELY;
use crate::ids;

impl Answers<calls::GetAttendees> for App {
    async fn answer(&self, call: calls::GetAttendees) -> Result<Attendees> {
        self.attendees(&call)
    }
}

impl Answers<calls::Attend> for App {
    async fn answer(&self, call: calls::Attend) -> Result<Saved> {
        self.attend(&call)
    }
}

impl Answers<calls::Untick> for App {
    async fn answer(&self, call: calls::Untick) -> Result<Saved> {
        self.untick(&call)
    }
}

impl Answers<calls::CountOn> for App {
    async fn answer(&self, call: calls::CountOn) -> Result<Saved> {
        self.count_on(&call)
    }
}

impl App {
    /// Sets the status in a record whose id is derived from the pair, so that two phones without a
    /// network write the same record.
    pub(crate) fn attend(&self, asked: &Attend) -> Result<Saved> {
        let Attend { activity, resident, status } = *asked;
        let id = id_of(&self.space()?, activity, resident);
        if status.is_none() {
            return self.take_off(activity, resident);
        }
        let (activity, resident) = (Some(activity), Some(resident));
        self.replace(&Entry::new(id, &Attendance { activity, resident, status }))
    }

    /// Deletes a resident's attendance, under each of the resident's records.
    fn take_off(&self, activity: Id, resident: Id) -> Result<Saved> {
        let (space, others) = (self.space()?, self.store().records()?.same(resident)?);
        let mut outcome = self.delete(id_of(&space, activity, resident), None);
        for other in others.iter().filter(|it| it.id != resident) {
            match self.delete(id_of(&space, activity, other.id), None) {
                Err(Fault::NotFound) => {}
                done => outcome = done,
            }
        }
        outcome
    }

    /// Sets each attendance record of the resident back to its earlier status.
    pub(crate) fn untick(&self, asked: &Untick) -> Result<Saved> {
        let Untick { activity, resident, status } = *asked;
        let (space, mut same) = (self.space()?, self.store().records()?.same(resident)?);
        same.retain(|it| it.id != resident);
        let others = same.iter().map(|it| it.id);
        let all = std::iter::once(resident).chain(others).map(|it| id_of(&space, activity, it));
        let own = id_of(&space, activity, resident);
        self.change(own, |act| {
            let stood = act.merged(own)?.unwrap_or_default();
            all.into_iter().try_for_each(|it| set_back(act, it, status))?;
            Ok(stood)
        })
    }

    /// Writes the step and not the resulting number. The step is cut to the bounds.
    pub(crate) fn count_on(&self, asked: &CountOn) -> Result<Saved> {
        self.change(asked.activity, |act| {
            let activity = act.merged(asked.activity)?;
            let activity = activity.filter(|it| it.kind == Activity::KIND && !it.deleted);
            let activity = activity.ok_or(Fault::NotFound)?;
            let step = step_of(Activity::KIND, Activity::HEADCOUNT, &activity, asked.by);
            let edits = step.into_iter().collect();
            act.write(asked.activity, Activity::KIND, edits)?;
            Ok(activity)
        })
    }

    pub(crate) fn attendees(&self, asked: &GetAttendees) -> Result<Attendees> {
        let mut store = self.store();
        let records = store.records()?;
        let today = self.today_in(records)?;
        let noted = noted(records, asked.activity)?;
        let (listed, (others, unlisted)) = if asked.text.trim().is_empty() {
            let names = records.names_of(noted.keys().copied())?;
            (names.into_iter().collect(), likely(records, today)?)
        } else {
            matching(records, asked, &noted, today)?
        };
        let count = |status| noted.values().filter(|it| **it == status).count() as u64;
        Ok(Attendees {
            came: count(AttendanceStatus::Came),
            signed_up: count(AttendanceStatus::SignedUp),
            stayed_away: count(AttendanceStatus::DidNotCome),
            total: everybody(&listed, &others) + unlisted,
            rows: rows(listed, others, &noted, asked.limit as usize),
        })
    }
}

/// Sets a record with `status` back to the status before it, or takes the resident off the list.
fn set_back(act: &mut Act, record: Id, status: AttendanceStatus) -> store::Result<()> {
    let Some(noted) = act.merged(record)?.filter(|it| !it.deleted) else { return Ok(()) };
    if read::<Attendance>(&noted.body).status != Some(status) {
        return Ok(());
    }
    let mut history = act.changes(record)?;
    history.sort_by_key(|it| (it.clock, it.by));
    let heads = noted.seen.get(Attendance::STATUS).cloned().unwrap_or_default();
    let edit = match before(&history, noted.body.get(Attendance::STATUS).unwrap_or(&Value::Null)) {
        Value::Null => deletion(&noted.seen),
        before => Edit::new(Attendance::STATUS, &before, heads),
    };
    act.write(record, Attendance::KIND, vec![edit])
}

/// The status before the record last got `status`; null if the resident was off the list.
fn before(history: &[Change], status: &Value) -> Value {
    let (mut said, mut off) = (Value::Null, false);
    let (mut stands, mut before) = (Value::Null, Value::Null);
    for edit in history.iter().flat_map(|it| &it.payload.edits) {
        match edit.field.as_str() {
            Attendance::STATUS => said = edit.json(),
            DELETED => off = edit.json() == true,
            _ => continue,
        }
        let now = if off { Value::Null } else { said.clone() };
        if now == *status && stands != now {
            before = stands;
        }
        stands = now;
    }
    before
}

/// The id of the record for an activity and a resident.
pub fn id_of(space: &Space, activity: Id, resident: Id) -> Id {
    ids::made_of_two(Attendance::KIND, space, [activity, resident])
}

/// Whether an imported list says more than a stored sign-up.
pub fn is_news(noted: &Merged, listed: &Body) -> bool {
    let signed_up = Some(AttendanceStatus::SignedUp);
    let [before, now] = [&noted.body, listed].map(|it| read::<Attendance>(it).status);
    noted.kind == Attendance::KIND && !noted.deleted && before == signed_up && now != signed_up
}

/// A step of a field that is counted, cut to its bounds; none where it goes nowhere.
pub fn step_of(kind: &str, field: &str, record: &Merged, by: i64) -> Option<Edit> {
    let Type::Tally { most } = domain::kind(kind)?.field(field)?.ty else { return None };
    let count = record.body.get(field).and_then(Value::as_i64).unwrap_or_default();
    let by = count.saturating_add(by).clamp(0, most) - count;
    let seen = record.seen.get(field).cloned().unwrap_or_default();
    (by != 0).then(|| Edit::new(field, &tally::step(by), seen))
}

type Noted = BTreeMap<Id, AttendanceStatus>;
/// A resident and their name.
type Named = (Id, String);

/// The residents with a status; the others, and how many more there are.
type Matching = (Vec<Named>, (Vec<Named>, u64));

fn noted(records: Records, activity: Id) -> Result<Noted> {
    let mut noted = Noted::new();
    for row in records.attendances(activity)? {
        let attendance: Attendance = read(&row.merged.body);
        if let (Some(resident), Some(status)) = (attendance.resident, attendance.status) {
            let stands = records.stands_for(resident)?;
            // A status under the surviving record takes precedence over one under a merged record.
            if stands == resident || !noted.contains_key(&stands) {
                noted.insert(stands, status);
            }
        }
    }
    Ok(noted)
}

/// All who live here, those with the most visits first, and how many more there are.
fn likely(records: Records, today: NaiveDate) -> Result<(Vec<Named>, u64)> {
    let mut rows = records.likely_residents(LIKELY)?;
    let (here, total) = records.residents(false, &today.to_string(), Part::new(u32::MAX, 0))?;
    let more = total.saturating_sub(here.len() as u64);
    rows.extend(here);
    let living = rows.iter().filter(|it| lives_here(it, today));
    Ok((living.map(|it| named(records, it)).collect::<Result<_>>()?, more))
}

/// Residents who match the typed text: those with a status, and those who live here, by name; and
/// how many more match.
fn matching(
    records: Records,
    asked: &GetAttendees,
    noted: &Noted,
    today: NaiveDate,
) -> Result<Matching> {
    let (found, more) = found(records, &asked.text, asked.limit, (false, today))?;
    let (listed, others): (Vec<_>, Vec<_>) =
        found.iter().partition(|it| noted.contains_key(&it.id));
    let listed = listed.into_iter().map(|it| named(records, it)).collect::<Result<_>>()?;
    let others = others.into_iter().filter(|it| lives_here(it, today));
    let mut others = others.map(|it| named(records, it)).collect::<Result<Vec<_>>>()?;
    others.sort_by_cached_key(|(id, name)| (fold(name), *id));
    Ok((listed, (others, more)))
}

fn lives_here(row: &Row, today: NaiveDate) -> bool {
    !is_gone(&read(&row.merged.body), today)
}

fn named(records: Records, row: &Row) -> Result<Named> {
    Ok((row.id, records.called(row)?))
}

/// How many there are in all. A resident may be in both lists.
fn everybody(listed: &[Named], others: &[Named]) -> u64 {
    let all: BTreeSet<Id> = listed.iter().chain(others).map(|it| it.0).collect();
    all.len() as u64
}

/// All with a status, and others up to `limit`.
fn rows(mut listed: Vec<Named>, others: Vec<Named>, noted: &Noted, limit: usize) -> Vec<Attendee> {
    listed.sort_by_cached_key(|(id, name)| (fold(name), *id));
    let room = limit.saturating_sub(listed.len());
    let mut met: BTreeSet<Id> = noted.keys().copied().collect();
    let others = others.into_iter().filter(|(id, _)| met.insert(*id)).take(room);
    let row = |(id, called)| Attendee { id, called, status: noted.get(&id).copied() };
    listed.into_iter().chain(others).map(row).collect()
}
