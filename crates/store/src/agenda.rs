//! What the start page asks for: the day's appointments and activities, and what is left to do.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::named_params;

use crate::project::moment;
use crate::queries::{PAGE, Row, rows};
use crate::{Part, Period, Result, Store};

/// For how long an appointment that nobody settled is asked about.
const ASKED_ABOUT: TimeDelta = TimeDelta::days(30);
/// Most matters of a sort on the start page.
const SHOWN: u32 = 50;

impl Store {
    /// The appointments of a day, which lasts 23 or 25 hours when the clocks change, those still
    /// planned of the thirty days before, and the activities of that date; in no order.
    pub fn agenda(&self, date: NaiveDate, day: Period) -> Result<Vec<Row>> {
        let long_ago = day.from.checked_sub_signed(ASKED_ABOUT).unwrap_or(day.from);
        let params = named_params! {
            ":date": date.to_string(),
            ":day": moment(day.from),
            ":next_day": moment(day.until),
            ":long_ago": moment(long_ago),
            ":limit": PAGE,
        };
        rows(&self.db, include_str!("sql/agenda.sql"), params)
    }

    /// Appointments that are still to come from a moment on, the soonest first, and how many.
    pub fn coming(&self, from: DateTime<Utc>, part: Part) -> Result<(Vec<Row>, u64)> {
        let from = moment(from);
        let found = rows(&self.db, include_str!("sql/coming.sql"), (&from, part.limit, part.skip))?;
        Ok((found, self.count(include_str!("sql/count_coming.sql"), [from])?))
    }

    /// Open incidents that are acute, follow-ups not done that are due on a date, referrals that
    /// nobody has sent, and those without an answer that should have had one before the date.
    pub fn due(&self, date: NaiveDate) -> Result<Vec<Row>> {
        let date = date.to_string();
        let mut due = rows(&self.db, include_str!("sql/acute_incidents.sql"), [SHOWN])?;
        due.extend(rows(&self.db, include_str!("sql/due_follow_ups.sql"), (&date, SHOWN))?);
        due.extend(rows(&self.db, include_str!("sql/unsent_referrals.sql"), [SHOWN])?);
        due.extend(rows(&self.db, include_str!("sql/overdue_referrals.sql"), (&date, SHOWN))?);
        Ok(due)
    }

    /// Referrals that were answered or declined and are not done, latest first.
    pub fn answered_referrals(&self) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("sql/answered_referrals.sql"), [SHOWN])
    }

    /// Conversations that left us something to do which nobody has taken up, latest first, and
    /// how many.
    pub fn open_visits(&self, limit: u32) -> Result<(Vec<Row>, u64)> {
        let found = rows(&self.db, include_str!("sql/open_visits.sql"), [limit])?;
        Ok((found, self.count(include_str!("sql/count_open_visits.sql"), ())?))
    }

    /// How many conversations took place.
    pub fn visits(&self, within: Period) -> Result<u64> {
        let within = (moment(within.from), moment(within.until));
        self.count(include_str!("sql/count_visits.sql"), within)
    }
}
