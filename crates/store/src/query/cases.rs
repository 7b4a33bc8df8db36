//! Matters: incidents, referrals and follow-ups, open or over.

use chrono::{DateTime, Utc};
use domain::Id;

use crate::log::text;
use crate::project::moment;
use crate::query::{PAGE, Part, Row, listed};
use crate::{Result, Store};

/// Most matters that are over in one answer.
const CLOSED: u32 = 100;
/// The queries that list the matters of each kind that somebody has to do something about.
const OPEN: [&str; 3] = [
    include_str!("../sql/open_incidents.sql"),
    include_str!("../sql/open_referrals.sql"),
    include_str!("../sql/open_follow_ups.sql"),
];

impl Store {
    /// Matters that somebody has to do something about, of each kind at most [`PAGE`], and how many
    /// there are.
    pub fn open_cases(&self) -> Result<(Vec<Row>, u64)> {
        let (mut open, mut total) = (Vec::new(), 0);
        for sql in OPEN {
            let (rows, count) = listed(&self.db, sql, Part::new(PAGE, 0), |limit, _| [limit])?;
            open.extend(rows);
            total += count;
        }
        Ok((open, total))
    }

    /// What points to a record and is not closed, appointments and lists of those who are signed up for
    /// what is `to_come` among it, latest first, and how much.
    pub fn open_about(&self, record: Id, to_come: DateTime<Utc>) -> Result<(Vec<Row>, u64)> {
        let (sql, to_come) = (include_str!("../sql/open_about.sql"), moment(to_come));
        let about = |limit, _| (text(record), to_come.clone(), limit);
        listed(&self.db, sql, Part::new(PAGE, 0), about)
    }

    /// Matters that are over, latest first, and how many there are.
    pub fn closed_cases(&self) -> Result<(Vec<Row>, u64)> {
        let sql = include_str!("../sql/closed_cases.sql");
        listed(&self.db, sql, Part::new(CLOSED, 0), |limit, _| [limit])
    }
}
