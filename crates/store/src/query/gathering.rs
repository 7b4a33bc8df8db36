//! What a handover gathers.

use domain::Id;
use domain::kind::Record;
use domain::kinds::{Handover, HandoverItem};
use rusqlite::Connection;

use crate::commit::Act;
use crate::log::text;
use crate::project;
use crate::query::{Row, rows};
use crate::{Records, Result};

/// All that is not settled, of any kind: what we or a partner have to act on, what is planned, and what
/// left something to do that nothing was made from; what is due first, first.
fn gathered(db: &Connection) -> Result<Vec<Row>> {
    rows(db, include_str!("../sql/gathered.sql"), ())
}

/// The records of a kind that point to a record by a field.
pub fn pointing(db: &Connection, target: Id, field: &str, kind: &str) -> Result<Vec<Row>> {
    rows(db, include_str!("../sql/pointing.sql"), (text(target), field, kind))
}

/// All handovers, the last day first.
fn handovers(db: &Connection) -> Result<Vec<Row>> {
    rows(db, include_str!("../sql/list_by_time.sql"), (Handover::KIND, -1, 0))
}

impl Records<'_> {
    /// All that is not settled, of any kind, what is due first, first.
    pub fn gathered(self) -> Result<Vec<Row>> {
        gathered(&self.db)
    }

    /// The records of a kind that point to a record by a field.
    pub fn pointing(self, target: Id, field: &str, kind: &str) -> Result<Vec<Row>> {
        pointing(&self.db, target, field, kind)
    }

    /// All handovers, the last day first.
    pub fn handovers(self) -> Result<Vec<Row>> {
        handovers(&self.db)
    }
}

/// What a rule about handovers reads before an action.
impl Act<'_> {
    /// All that was not settled before this action.
    pub fn gathered(&self) -> Result<Vec<Row>> {
        project::catch_up(self.db())?;
        gathered(self.db())
    }

    /// All handovers before this action.
    pub fn handovers(&self) -> Result<Vec<Row>> {
        project::catch_up(self.db())?;
        handovers(self.db())
    }

    /// The items of a handover before this action.
    pub fn items(&self, handover: Id) -> Result<Vec<Row>> {
        project::catch_up(self.db())?;
        pointing(self.db(), handover, HandoverItem::HANDOVER, HandoverItem::KIND)
    }
}
