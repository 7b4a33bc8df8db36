//! The start page.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use domain::calls::{GetAppointments, GetOpenVisits, GetToday, GetUnsettled};
use domain::fault::Result;
use domain::views::{Page, Today};
use domain::{Activity, kind, read};
use store::{Part, Period, Row, Store};

use crate::cases::cases;
use crate::drafts::described;
use crate::people::People;
use crate::{App, oslo};

/// Records of a sort shown.
const SHOWN: u32 = 10;
/// The kinds of what was logged last. What is to come stands elsewhere.
const LOGGED: [&str; 3] = ["visit", "incident", "referral"];
/// Appointments of the days after that are shown.
const COMING: u32 = 3;
/// Appointments of the days before, of which nobody has said how they went, that are shown.
const UNSETTLED: u32 = 50;

impl App {
    pub(crate) fn today(&self, asked: &GetToday) -> Result<Today> {
        let (store, device) = (self.records()?, self.device());
        let people = People::of(&store)?;
        let page = |(rows, total): (Vec<Row>, u64)| people.page(&store, &rows, total);
        let recent = recent(&store)?;
        let until = oslo::days(asked.date, asked.date).until;
        let (due, due_total) = store.due(asked.date)?;
        let mut due = cases(&store, &people, &due)?;
        due.sort_by_key(|it| (it.due, it.at));
        let (back, back_total) = store.answered_referrals()?;
        let (drafts, drafts_total) = store.drafts()?;
        let drafts = drafts.into_iter().map(|it| described(&store, device, it));
        let (agenda, unsettled) = agenda(&store, &people, asked)?;
        Ok(Today {
            living: store.residents(false, &asked.date.to_string(), Part::new(0, 0))?.1,
            visits_today: store.visits(Period { from: asked.day, until })?,
            visits_this_week: store.visits(Period { from: asked.week, until })?,
            drafts: drafts.collect::<Result<_>>()?,
            drafts_total,
            agenda,
            unsettled,
            coming: page(store.coming(until, Part::new(COMING, 0))?)?,
            due,
            due_total,
            back: cases(&store, &people, &back)?,
            back_total,
            conflicts: page(store.conflicts(SHOWN)?)?,
            open: page(store.open_visits(Part::new(SHOWN, 0))?)?,
            recent: people.page(&store, &recent, recent.len() as u64)?,
        })
    }
}

impl App {
    pub(crate) fn appointments(&self, asked: &GetAppointments) -> Result<Page> {
        let store = self.records()?;
        let until = oslo::days(asked.after, asked.after).until;
        let (rows, total) = store.coming(until, Part::new(asked.limit, 0))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn unsettled(&self, asked: &GetUnsettled) -> Result<Page> {
        let store = self.records()?;
        let before = oslo::days(asked.before, asked.before).from;
        let (rows, total) = store.unsettled(before, Part::new(asked.limit, 0))?;
        People::of(&store)?.page(&store, &rows, total)
    }

    pub(crate) fn open_visits(&self, asked: &GetOpenVisits) -> Result<Page> {
        let store = self.records()?;
        let (rows, total) = store.open_visits(Part::new(asked.limit, asked.skip))?;
        People::of(&store)?.page(&store, &rows, total)
    }
}

/// What was logged last and happened, or was asked of others.
fn recent(store: &Store) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for kind in LOGGED.into_iter().filter_map(kind) {
        rows.extend(store.latest(kind, SHOWN)?);
    }
    rows.sort_by_key(|it| (Reverse(it.at), it.id));
    rows.truncate(SHOWN as usize);
    Ok(rows)
}

/// The day, with the latest of what nobody has settled before it; and how many of those there are.
fn agenda(store: &Store, people: &People, asked: &GetToday) -> Result<(Page, u64)> {
    let day = oslo::days(asked.date, asked.date);
    let mut rows = store.agenda(asked.date, day)?;
    let today = rows.len() as u64;
    let (earlier, unsettled) = store.unsettled(day.from, Part::new(UNSETTLED, 0))?;
    rows.extend(earlier);
    rows.sort_by_cached_key(begins);
    Ok((people.page(store, &rows, today + unsettled)?, unsettled))
}

/// When something begins; an activity whose time isn't said, when its day does.
fn begins(row: &Row) -> DateTime<Utc> {
    let activity: Activity = read(&row.merged.body);
    let time = activity.time.as_deref().and_then(oslo::time);
    match activity.day {
        Some(day) if row.merged.kind == "activity" => oslo::moment(day, time.unwrap_or_default()),
        _ => row.at,
    }
}
