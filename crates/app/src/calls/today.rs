//! The start page.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calls::{self, Answers, GetAppointments, GetOpenVisits, GetUnsettled};
use domain::fault::Result;
use domain::views::{Page, Today};
use domain::written::time;
use domain::zone::monday;
use domain::{Activity, Appointment, KINDS, Record, Zone, read};
use store::{Part, Records, Row};

use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::cases;
use crate::calls::drafts::described;
use crate::calls::{handover, time_zone};

/// Most records in each section.
const SHOWN: u32 = 10;
/// Most appointments after today.
const COMING: u32 = 3;
/// Most earlier appointments without an outcome.
const UNSETTLED: u32 = 50;

impl Answers<calls::GetToday> for App {
    async fn answer(&self, _: calls::GetToday) -> Result<Today> {
        self.today()
    }
}

impl Answers<calls::GetAppointments> for App {
    async fn answer(&self, call: calls::GetAppointments) -> Result<Page> {
        self.appointments(&call)
    }
}

impl Answers<calls::GetUnsettled> for App {
    async fn answer(&self, call: calls::GetUnsettled) -> Result<Page> {
        self.unsettled(&call)
    }
}

impl Answers<calls::GetOpenVisits> for App {
    async fn answer(&self, call: calls::GetOpenVisits) -> Result<Page> {
        self.open_visits(&call)
    }
}

impl App {
    pub(crate) fn today(&self) -> Result<Today> {
        let (mut store, device) = (self.store(), self.device());
        let records = store.records()?;
        let (zone, date) = (time_zone::of(records)?, self.today_in(records)?);
        let (day, this_week) =
            (time_zone::days(&zone, date, date), time_zone::days(&zone, monday(date), date));
        let people = People::of(records)?;
        let page = |(rows, total): (Vec<Row>, u64)| people.page(records, &rows, total);
        let recent = recent(records)?;
        let (due, due_total) = records.due(date)?;
        let mut due = cases(records, &people, &due)?;
        due.sort_by_key(|it| (it.due, it.at));
        let (back, back_total) = records.back()?;
        let (drafts, drafts_total) = records.drafts()?;
        let drafts = drafts.into_iter().map(|it| described(records, &people, device, it));
        let (agenda, unsettled) = agenda(records, &people, &zone, date)?;
        Ok(Today {
            date,
            living: records.residents(false, &date.to_string(), Part::new(0, 0))?.1,
            visits_today: records.visits(day)?,
            visits_this_week: records.visits(this_week)?,
            drafts: drafts.collect::<Result<_>>()?,
            drafts_total,
            agenda,
            unsettled,
            coming: page(records.planned(Appointment::KIND, day.until, Part::new(COMING, 0))?)?,
            due,
            due_total,
            back: cases(records, &people, &back)?,
            back_total,
            handovers: handover::today(records, &people, date)?,
            conflicts: page(records.conflicts(SHOWN)?)?,
            open: page(records.loose(Part::new(SHOWN, 0))?)?,
            recent: people.page(records, &recent, recent.len() as u64)?,
        })
    }
}

impl App {
    pub(crate) fn appointments(&self, asked: &GetAppointments) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let until = time_zone::of(records)?.end_of(self.today_in(records)?);
        let (rows, total) = records.planned(Appointment::KIND, until, Part::new(asked.limit, 0))?;
        People::of(records)?.page(records, &rows, total)
    }

    pub(crate) fn unsettled(&self, asked: &GetUnsettled) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let before = time_zone::of(records)?.start_of(self.today_in(records)?);
        let (rows, total) =
            records.unsettled(Appointment::KIND, before, Part::new(asked.limit, 0))?;
        People::of(records)?.page(records, &rows, total)
    }

    pub(crate) fn open_visits(&self, asked: &GetOpenVisits) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let (rows, total) = records.loose(Part::new(asked.limit, asked.skip))?;
        People::of(records)?.page(records, &rows, total)
    }
}

/// What was logged last, if it has happened or was asked of a partner.
fn recent(records: Records) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for kind in KINDS.iter().filter(|it| it.is_logged()) {
        rows.extend(records.latest(kind, SHOWN)?);
    }
    rows.sort_by_key(|it| (Reverse(it.at), it.id));
    rows.truncate(SHOWN as usize);
    Ok(rows)
}

/// Today's agenda with the latest earlier appointments without an outcome, and how many of those
/// there are.
fn agenda(records: Records, people: &People, zone: &Zone, date: NaiveDate) -> Result<(Page, u64)> {
    let day = time_zone::days(zone, date, date);
    let mut rows = records.agenda(date, day)?;
    let today = rows.len() as u64;
    let (earlier, unsettled) =
        records.unsettled(Appointment::KIND, day.from, Part::new(UNSETTLED, 0))?;
    rows.extend(earlier);
    rows.sort_by_cached_key(|it| begins(zone, it));
    Ok((people.page(records, &rows, today + unsettled)?, unsettled))
}

/// When something begins; for an activity without a time, the start of its day.
fn begins(zone: &Zone, row: &Row) -> DateTime<Utc> {
    let activity: Activity = read(&row.merged.body);
    let time = activity.time.as_deref().and_then(time);
    match activity.day {
        Some(day) if row.merged.kind == Activity::KIND => {
            zone.moment(day.and_time(time.unwrap_or_default()))
        }
        _ => row.at,
    }
}
