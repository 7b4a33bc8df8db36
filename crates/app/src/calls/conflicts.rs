//! All records where a person must choose between versions.

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::views::Page;
use store::Part;

use crate::App;
use crate::calls::authors::People;

impl Answers<calls::GetConflicts> for App {
    async fn answer(&self, call: calls::GetConflicts) -> Result<Page> {
        self.conflicts(call.limit, call.skip)
    }
}

impl App {
    pub(crate) fn conflicts(&self, limit: u32, skip: u32) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let (rows, total) = records.in_conflict(Part::new(limit, skip))?;
        People::of(records)?.page(records, &rows, total)
    }
}
