//! What the pages of a handover read from its plan.

use domain::Handover;
use domain::kinds::{HandoverStatus, Scope};
use domain::views::HandoverPlan;
use leptos::prelude::*;

use crate::app::query::Answer;
use crate::record::values::text;

/// What `take` says of the plan, once it is there.
pub fn of<T>(plan: Answer<HandoverPlan>, take: impl FnOnce(&HandoverPlan) -> T) -> Option<T> {
    plan.with(|it| it.as_ref().and_then(|it| it.as_ref().ok()).map(take))
}

/// Whether matters can be placed.
pub fn is_running(plan: Answer<HandoverPlan>) -> bool {
    let open = HandoverStatus::Open.name();
    of(plan, |it| text(&it.handover, Handover::STATUS) == open).unwrap_or_default()
}

/// Whether devices leave with it now: it is closed, and the building or a member ends.
pub fn has_leavers(plan: Answer<HandoverPlan>) -> bool {
    let ends = [Scope::Building.name(), Scope::Member.name()];
    let stands = |it: &HandoverPlan| {
        let closed = text(&it.handover, Handover::STATUS) == HandoverStatus::Closed.name();
        closed && ends.contains(&text(&it.handover, Handover::SCOPE))
    };
    of(plan, stands).unwrap_or_default()
}
