//! What the start page asks for: the day's appointments and activities, and what is left to do.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, named_params};

use crate::project::moment;
use crate::query::{PAGE, Row, listed, rows};
use crate::{Part, Period, Records, Result};

/// Most cases in a list of the start page.
const SHOWN: u32 = 50;

impl Records<'_> {
    /// The appointments of a day, which lasts 23 or 25 hours when the clocks change, and the
    /// activities of that date; in no order.
    pub fn agenda(self, date: NaiveDate, day: Period) -> Result<Vec<Row>> {
        let params = named_params! {
            ":date": date.to_string(),
            ":day": moment(day.from),
            ":next_day": moment(day.until),
            ":limit": PAGE,
        };
        rows(&self.db, include_str!("../sql/agenda.sql"), params)
    }

    /// What was planned before a moment and was never settled, however long ago, the latest first, and
    /// how much. Of one kind.
    pub fn unsettled(
        self,
        kind: &str,
        before: DateTime<Utc>,
        part: Part,
    ) -> Result<(Vec<Row>, u64)> {
        let (sql, before) = (include_str!("../sql/unsettled.sql"), moment(before));
        listed(&self.db, sql, part, |limit, skip| (kind, before.clone(), limit, skip))
    }

    /// What is planned from a moment on, the soonest first, and how much. Of one kind.
    pub fn planned(self, kind: &str, from: DateTime<Utc>, part: Part) -> Result<(Vec<Row>, u64)> {
        let (sql, from) = (include_str!("../sql/planned.sql"), moment(from));
        listed(&self.db, sql, part, |limit, skip| (kind, from.clone(), limit, skip))
    }

    /// Cases that are due on a date: those that press most, those that wait for no day, those of ours
    /// whose day has come, and those of partners whose day has passed; and how many there are.
    pub fn due(self, date: NaiveDate) -> Result<(Vec<Row>, u64)> {
        let date = date.to_string();
        self.first(include_str!("../sql/due.sql"), |limit| (date.clone(), limit))
    }

    /// Cases that came back from a partner, latest first, and how many.
    pub fn back(self) -> Result<(Vec<Row>, u64)> {
        self.first(include_str!("../sql/back.sql"), |limit| [limit])
    }

    /// What left something to do and nothing was made from, latest first, and how much.
    pub fn loose(self, part: Part) -> Result<(Vec<Row>, u64)> {
        listed(&self.db, include_str!("../sql/loose.sql"), part, |limit, skip| [limit, skip])
    }

    fn first<P: Params>(self, sql: &str, params: impl Fn(i64) -> P) -> Result<(Vec<Row>, u64)> {
        listed(&self.db, sql, Part::new(SHOWN, 0), |limit, _| params(limit))
    }

    /// How many conversations took place.
    pub fn visits(self, within: Period) -> Result<u64> {
        let within = (moment(within.from), moment(within.until));
        self.count(include_str!("../sql/count_visits.sql"), within)
    }
}
