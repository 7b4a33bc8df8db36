//! Matters: incidents, referrals and follow-ups, open or over.

use crate::queries::{PAGE, Row, rows};
use crate::{Result, Store};

/// Most matters that are over in one answer.
const CLOSED: u32 = 100;

impl Store {
    /// Matters that somebody has to do something about; of each kind at most [`PAGE`].
    pub fn open_cases(&self) -> Result<Vec<Row>> {
        let mut open = rows(&self.db, include_str!("sql/open_incidents.sql"), [PAGE])?;
        open.extend(rows(&self.db, include_str!("sql/open_referrals.sql"), [PAGE])?);
        open.extend(rows(&self.db, include_str!("sql/open_follow_ups.sql"), [PAGE])?);
        Ok(open)
    }

    /// Matters that are over, latest first.
    pub fn closed_cases(&self) -> Result<Vec<Row>> {
        rows(&self.db, include_str!("sql/closed_cases.sql"), [CLOSED])
    }
}
