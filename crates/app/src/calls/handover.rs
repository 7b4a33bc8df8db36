//! Handovers: what they gather, how matters are placed, what residents were told, and what another site hands over.

pub(crate) mod emptying;
mod gathering;
mod package;
mod placing;
mod plan;
pub mod rules;
#[cfg(not(target_family = "wasm"))]
mod takeover;
mod ticks;

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::views::{Case, HandoverPlan, Page};

use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::cases;

pub use plan::today;
pub use rules::leaving;

impl Answers<calls::GetHandovers> for App {
    async fn answer(&self, _: calls::GetHandovers) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let rows = records.handovers()?;
        People::of(records)?.page(records, &rows, rows.len() as u64)
    }
}

impl Answers<calls::GetHandover> for App {
    async fn answer(&self, call: calls::GetHandover) -> Result<HandoverPlan> {
        let mut store = self.store();
        let records = store.records()?;
        plan::of(records, &People::of(records)?, self.today_in(records)?, call.id)
    }
}

impl Answers<calls::GetTheirs> for App {
    async fn answer(&self, call: calls::GetTheirs) -> Result<Vec<Case>> {
        let mut store = self.store();
        let records = store.records()?;
        let people = People::of(records)?;
        let mut rows = records.gathered()?;
        rows.retain(|it| gathering::owner(it, |mark| people.author(mark)) == Some(call.member));
        cases(records, &people, &rows)
    }
}

/// Only the window opens what another site hands over.
#[cfg(target_family = "wasm")]
impl Answers<calls::TakeOver> for App {
    async fn answer(&self, _: calls::TakeOver) -> Result<domain::views::TakenOver> {
        Err(domain::Fault::NothingHanded)
    }
}
