//! What a report counts.

use chrono::{DateTime, NaiveDate, Utc};
use domain::views::Count;
use domain::{Clock, Id};

use crate::log::{number, text};
use crate::project::moment;
use crate::query::{Row, rows};
use crate::{Error, Records, Result};

/// A stretch of time.
#[derive(Debug, Clone, Copy)]
pub struct Period {
    /// When it begins.
    pub from: DateTime<Utc>,
    /// When it is over.
    pub until: DateTime<Utc>,
}

impl Period {
    fn bounds(self) -> [String; 2] {
        [moment(self.from), moment(self.until)]
    }
}

impl Records<'_> {
    /// When each conversation of a period took place, earliest first.
    pub fn visit_times(self, period: Period) -> Result<Vec<DateTime<Utc>>> {
        let mut statement = self.db.prepare_cached(include_str!("../sql/report_visits.sql"))?;
        let times = statement.query_map(period.bounds(), |row| row.get::<_, String>(0))?;
        times.map(|it| it?.parse().map_err(|_| Error::Stored("moment"))).collect()
    }

    /// How many residents were talked with.
    pub fn residents_met(self, period: Period) -> Result<u64> {
        self.count(include_str!("../sql/report_residents_met.sql"), period.bounds())
    }

    /// Conversations by topic, most first.
    pub fn visits_by_topic(self, period: Period) -> Result<Vec<Count>> {
        self.counts(include_str!("../sql/report_topics.sql"), period)
    }

    /// Appointments by status, most first.
    pub fn appointments_by_status(self, period: Period) -> Result<Vec<Count>> {
        self.counts(include_str!("../sql/report_appointments.sql"), period)
    }

    /// How many appointments took place that had an escort.
    pub fn escorts(self, period: Period) -> Result<u64> {
        self.count(include_str!("../sql/report_escorts.sql"), period.bounds())
    }

    /// Incidents by sort, most first.
    pub fn incidents_by_type(self, period: Period) -> Result<Vec<Count>> {
        self.counts(include_str!("../sql/report_incidents.sql"), period)
    }

    /// Records of a kind that can have been sent to a partner in a period.
    pub fn under_way(self, kind: &str, period: Period) -> Result<Vec<Row>> {
        let from = u64::try_from(period.from.timestamp_millis()).unwrap_or_default();
        let params = (kind, number(Clock::at(from).0), moment(period.until));
        rows(&self.db, include_str!("../sql/report_under_way.sql"), params)
    }

    /// The activities of days, or of `weeks` where the day was never decided; earliest first.
    pub fn activities(self, days: [NaiveDate; 2], weeks: [String; 2]) -> Result<Vec<Row>> {
        let ([from, to], [first, last]) = (days.map(|it| it.to_string()), weeks);
        rows(&self.db, include_str!("../sql/report_activities.sql"), (from, to, first, last))
    }

    /// How many on an activity's list have that status.
    pub fn noted(self, activity: Id, status: &str) -> Result<u64> {
        self.count(include_str!("../sql/count_noted.sql"), (text(activity), status))
    }

    /// Residents who lived here on `day` and had no visit or appointment in the period before it, by name.
    pub fn without_contact(self, before: Period, day: NaiveDate) -> Result<Vec<Row>> {
        let [from, until] = before.bounds();
        let params = (from, until, day.to_string());
        rows(&self.db, include_str!("../sql/without_contact.sql"), params)
    }

    fn counts(self, sql: &str, period: Period) -> Result<Vec<Count>> {
        let mut statement = self.db.prepare_cached(sql)?;
        let counts = statement.query_map(period.bounds(), |row| {
            let (what, count): (Option<String>, i64) = (row.get(0)?, row.get(1)?);
            Ok(Count { what: what.unwrap_or_default(), count: count.unsigned_abs() })
        })?;
        Ok(counts.collect::<rusqlite::Result<_>>()?)
    }
}
