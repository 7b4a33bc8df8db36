//! What the start page asks for: the day's appointments and activities, and what is left to do.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, named_params};

use crate::project::moment;
use crate::query::{PAGE, Row, listed, rows};
use crate::{Part, Period, Result, Store};

/// Most matters of a sort on the start page.
const SHOWN: u32 = 50;

impl Store {
    /// The appointments of a day, which lasts 23 or 25 hours when the clocks change, and the
    /// activities of that date; in no order.
    pub fn agenda(&self, date: NaiveDate, day: Period) -> Result<Vec<Row>> {
        let params = named_params! {
            ":date": date.to_string(),
            ":day": moment(day.from),
            ":next_day": moment(day.until),
            ":limit": PAGE,
        };
        rows(&self.db, include_str!("../sql/agenda.sql"), params)
    }

    /// Appointments before a moment of which nobody has said how they went, however long ago, the
    /// latest first, and how many.
    pub fn unsettled(&self, before: DateTime<Utc>, part: Part) -> Result<(Vec<Row>, u64)> {
        let (sql, before) = (include_str!("../sql/unsettled.sql"), moment(before));
        listed(&self.db, sql, part, |limit, skip| (before.clone(), limit, skip))
    }

    /// Appointments that are still to come from a moment on, the soonest first, and how many.
    pub fn coming(&self, from: DateTime<Utc>, part: Part) -> Result<(Vec<Row>, u64)> {
        let (sql, from) = (include_str!("../sql/coming.sql"), moment(from));
        listed(&self.db, sql, part, |limit, skip| (from.clone(), limit, skip))
    }

    /// Open incidents that are acute, follow-ups not done that are due on a date, referrals that
    /// nobody has sent, and those without an answer that should have had one before the date: of each
    /// sort the first ones, and how many there are of all sorts.
    pub fn due(&self, date: NaiveDate) -> Result<(Vec<Row>, u64)> {
        let date = date.to_string();
        let on_date = |limit| (date.clone(), limit);
        let sorts = [
            self.first(include_str!("../sql/acute_incidents.sql"), |limit| [limit])?,
            self.first(include_str!("../sql/due_follow_ups.sql"), on_date)?,
            self.first(include_str!("../sql/unsent_referrals.sql"), |limit| [limit])?,
            self.first(include_str!("../sql/overdue_referrals.sql"), on_date)?,
        ];
        let total = sorts.iter().map(|it| it.1).sum();
        Ok((sorts.into_iter().flat_map(|it| it.0).collect(), total))
    }

    /// Referrals that were answered or declined and are not done, latest first, and how many.
    pub fn answered_referrals(&self) -> Result<(Vec<Row>, u64)> {
        self.first(include_str!("../sql/answered_referrals.sql"), |limit| [limit])
    }

    /// Conversations that left us something to do which nobody has taken up, latest first, and
    /// how many.
    pub fn open_visits(&self, part: Part) -> Result<(Vec<Row>, u64)> {
        let sql = include_str!("../sql/open_visits.sql");
        listed(&self.db, sql, part, |limit, skip| [limit, skip])
    }

    fn first<P: Params>(&self, sql: &str, params: impl Fn(i64) -> P) -> Result<(Vec<Row>, u64)> {
        listed(&self.db, sql, Part::new(SHOWN, 0), |limit, _| params(limit))
    }

    /// How many conversations took place.
    pub fn visits(&self, within: Period) -> Result<u64> {
        let within = (moment(within.from), moment(within.until));
        self.count(include_str!("../sql/count_visits.sql"), within)
    }
}
