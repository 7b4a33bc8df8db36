//! A page of a handover that is about one resident.

use domain::Id;
use domain::calls::GetHandover;
use domain::views::HandoverPlan;
use leptos::prelude::*;

use crate::app::navigation;
use crate::app::not_found::not_found;
use crate::app::query::{Answer, live};
use crate::kit::erased::dynamic;
use crate::kit::states::waiting;
use crate::nouns::handover::read::of;
use crate::nouns::handover::residents::RESIDENT;

/// Draws the page of the resident in the address, once the plan is here. The page draws itself again where
/// the plan changes.
pub fn of_resident(handover: Id, page: fn(Id, Answer<HandoverPlan>, Id) -> AnyView) -> AnyView {
    let plan = live(move || GetHandover { id: handover });
    let resident: Option<Id> = navigation::query(RESIDENT).and_then(|it| it.parse().ok());
    let found =
        Memo::new(move |_| of(plan, |it| it.residents.iter().any(|it| Some(it.id) == resident)));
    let body = move || match (found.get(), resident) {
        (None, _) => waiting(),
        (Some(true), Some(id)) => untrack(|| page(handover, plan, id)),
        _ => not_found(),
    };
    dynamic(body)
}
