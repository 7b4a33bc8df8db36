//! The plan of a handover: how much is left, every matter with its receiver, every resident to tell.

use domain::calls::{self, GetHandover};
use domain::kinds::HandoverStatus;
use domain::paper::Paper;
use domain::views::HandoverPlan;
use domain::{Handover, Id, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::print::pdf_row;
use crate::app::query::{live, shown};
use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn};
use crate::nouns::handover::depot::carried_away;
use crate::nouns::handover::emptying::emptying;
use crate::nouns::handover::filter::Choice;
use crate::nouns::handover::give::give_bar;
use crate::nouns::handover::groups::matters;
use crate::nouns::handover::list::{last_day, status};
use crate::nouns::handover::package::packages;
use crate::nouns::handover::progress::{End, progress, ways};
use crate::nouns::handover::read::{has_leavers, is_running, of};
use crate::nouns::handover::residents::residents;
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::values::text;

/// The page.
pub fn plan_page(id: Id) -> AnyView {
    let plan = live(move || GetHandover { id });
    let record = live(move || calls::Get { id });
    let (choice, end) = (Choice::new(), RwSignal::new(End::Matters));
    let title = Signal::derive(move || of(plan, |it| last_day(&it.handover)).unwrap_or_default());
    let line = Signal::derive(move || {
        of(plan, |it| days(it.days_left)).filter(|_| is_running(plan)).unwrap_or_default()
    });
    let stands = Memo::new(move |_| of(plan, |it| it.handover.deleted));
    let leave = Memo::new(move |_| has_leavers(plan));
    let body = move || match (stands.get(), end.get()) {
        (Some(false), End::Matters) => matters(plan, choice),
        (Some(false), End::Residents) => residents(id, plan),
        _ => ().into_any(),
    };
    view! {
        <Head title line back=true aside=edit(id) />
        {conflicts::on_page(id, record)}
        {shown(plan, move |it| top(&it, choice, end))}
        {packages(id, plan)}
        {carried_away(id)}
        {dynamic(move || leave.get().then(|| emptying(id)))}
        {dynamic(body)}
        {give_bar(id, plan, choice)}
    }
    .into_any()
}

/// `om 9 dager`, `i dag`, or how long ago.
pub fn days(left: i64) -> String {
    if left < 0 { tn("handover-days-past", -left) } else { tn("handover-days", left) }
}

fn edit(id: Id) -> AnyView {
    let form = link::form(Handover::KIND, id);
    view! { <a class="round" href=form aria-label=t("handover-edit")>{icon(Icon::Edit)}</a> }
        .into_any()
}

fn top(plan: &HandoverPlan, choice: Choice, end: RwSignal<End>) -> AnyView {
    if plan.handover.deleted {
        return deleted(&plan.handover).into_any();
    }
    let draft = text(&plan.handover, Handover::STATUS) == HandoverStatus::Draft.name();
    let dry = draft.then(
        || view! { <p class="callout">{icon(Icon::Draft)} <span>{t("handover-draft")}</span></p> },
    );
    view! {
        <p class="tags">{status(&plan.handover)}</p>
        {dry}
        {progress(plan, choice, end)}
        {ways(plan)}
        {on_paper(plan.handover.id)}
    }
    .into_any()
}

/// The whole handover as PDF, or where to get it.
fn on_paper(id: Id) -> AnyView {
    let elsewhere = || view! { <p class="quiet">{t("paper-in-window")}</p> }.into_any();
    pdf_row(move || Paper::Handover { id, receiver: None }).unwrap_or_else(elsewhere)
}
