//! Reading. A save ends in the log (ADR 6), so the records follow the log before anyone reads them.

use std::ops::Deref;

use rusqlite::Params;

use crate::{Result, Store, query, search};

/// The records as the log has them. Only [`Store::records`] makes one, so nothing reads records that
/// are behind the log, and nothing writes through one.
#[derive(Clone, Copy)]
pub struct Records<'a>(&'a Store);

impl Deref for Records<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.0
    }
}

impl Store {
    /// The records, after they have followed the log.
    pub fn records(&mut self) -> Result<Records<'_>> {
        self.catch_up()?;
        Ok(Records(self))
    }

    /// Brings the search index up to date once it is far behind, so that the next search need not
    /// wait for everything that arrived.
    pub fn keep_up(&mut self) -> Result<()> {
        if search::is_far_behind(&self.db)? { search::bring_up_to_date(&self.db) } else { Ok(()) }
    }

    /// The number that a query answers with.
    pub(crate) fn count(&self, sql: &str, params: impl Params) -> Result<u64> {
        query::count(&self.db, sql, params)
    }
}
