//! The start page.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use domain::calls::{GetAppointments, GetToday};
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

impl App {
    pub(crate) fn today(&self, asked: &GetToday) -> Result<Today> {
        let (store, device) = (self.records()?, self.device());
        let people = People::of(&store)?;
        let drafts = store.drafts()?.into_iter().map(|it| described(&store, device, it));
        let page = |(rows, total): (Vec<Row>, u64)| people.page(&store, &rows, total);
        let recent = recent(&store)?;
        let until = oslo::days(asked.date, asked.date).until;
        let mut due = cases(&store, &people, &store.due(asked.date)?)?;
        due.sort_by_key(|it| (it.due, it.at));
        Ok(Today {
            living: store.residents(false, &asked.date.to_string(), Part::new(0, 0))?.1,
            visits_today: store.visits(Period { from: asked.day, until })?,
            visits_this_week: store.visits(Period { from: asked.week, until })?,
            drafts: drafts.collect::<Result<_>>()?,
            agenda: agenda(&store, &people, asked)?,
            coming: page(store.coming(until, Part::new(COMING, 0))?)?,
            due,
            back: cases(&store, &people, &store.answered_referrals()?)?,
            conflicts: page(store.conflicts(SHOWN)?)?,
            open: page(store.open_visits(SHOWN)?)?,
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

fn agenda(store: &Store, people: &People, asked: &GetToday) -> Result<Page> {
    let mut rows = store.agenda(asked.date, oslo::days(asked.date, asked.date))?;
    rows.sort_by_cached_key(begins);
    people.page(store, &rows, rows.len() as u64)
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
