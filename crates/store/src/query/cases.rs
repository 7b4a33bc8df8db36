//! Cases: what we or a partner have to act on, and what is over.

use chrono::{DateTime, Utc};
use domain::Id;

use crate::log::text;
use crate::project::moment;
use crate::query::{PAGE, Part, Row, listed};
use crate::{Records, Result};

/// Most open cases in one answer.
const OPEN: u32 = 1_000;
/// Most closed cases in one answer.
const CLOSED: u32 = 100;
impl Records<'_> {
    /// Cases that we or a partner have to act on, at most [`OPEN`], those first that press; and how
    /// many there are.
    pub fn open_cases(self) -> Result<(Vec<Row>, u64)> {
        let part = Part { limit: OPEN, skip: 0 };
        listed(&self.db, include_str!("../sql/open.sql"), part, |limit, _| [limit])
    }

    /// What points to a record and is open or planned, latest first, and how much. Of ticks on lists
    /// only those for what is `to_come`.
    pub fn open_about(self, record: Id, to_come: DateTime<Utc>) -> Result<(Vec<Row>, u64)> {
        let (sql, to_come) = (include_str!("../sql/open_about.sql"), moment(to_come));
        let about = |limit, _| (text(record), to_come.clone(), limit);
        listed(&self.db, sql, Part::new(PAGE, 0), about)
    }

    /// Cases that are over, latest first, and how many there are.
    pub fn closed_cases(self) -> Result<(Vec<Row>, u64)> {
        let sql = include_str!("../sql/over.sql");
        listed(&self.db, sql, Part::new(CLOSED, 0), |limit, _| [limit])
    }
}
