//! How far a handover has come, in three cards, and the steps of the whole.

use domain::calls::CloseHandover;
use domain::kinds::HandoverStatus;
use domain::views::HandoverPlan;
use domain::{Handover, Id};
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::erased::{press, task, words};
use crate::kit::states::number;
use crate::kit::text::{t, tn, tv};
use crate::nouns::handover::filter::{Choice, Filter};
use crate::record::actions;
use crate::record::form::only;
use crate::record::values::text;

/// The list under the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Every matter.
    Matters,
    /// Every resident.
    Residents,
}

/// The cards. Each opens the list of what is left.
pub fn progress(plan: &HandoverPlan, choice: Choice, end: RwSignal<End>) -> AnyView {
    let left = plan.left;
    let told = (left.residents - left.untold, left.residents);
    let signed = (left.residents - left.unsigned, left.residents);
    let placed = (left.matters - left.unaccepted, left.matters);
    let people = move || end.set(End::Residents);
    let cases = move || {
        choice.filter.set(Filter::All);
        end.set(End::Matters);
    };
    view! {
        <div class="progress-cards">
            {card("handover-told", told, move || end.get() == End::Residents, people)}
            {card("handover-signed", signed, move || end.get() == End::Residents, people)}
            {card("handover-accepted", placed, move || end.get() == End::Matters, cases)}
        </div>
    }
    .into_any()
}

fn card(
    name: &'static str,
    (done, all): (u64, u64),
    open: impl Fn() -> bool + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    let of = tv("handover-of", &[("done", &done.to_string()), ("all", &all.to_string())]);
    view! {
        <button type="button" class="card progress-card" aria-pressed=words(move || open().to_string()) on:click=press(act)>
            <span><b>{of}</b> " " {t(name)}</span>
            <span class="sub">{tn("handover-left", number(all - done))}</span>
            <progress max=all.max(1) value=done aria-hidden="true"></progress>
        </button>
    }
    .into_any()
}

/// The steps of the whole: a lead starts it and ends it.
pub fn ways(plan: &HandoverPlan) -> Option<AnyView> {
    let status = text(&plan.handover, Handover::STATUS);
    let (draft, open) = (HandoverStatus::Draft.name(), HandoverStatus::Open.name());
    if !plan.leads {
        return None;
    }
    let id = plan.handover.id;
    let way = match status {
        it if it == draft => start(id),
        it if it == open => close(id, plan.left.unaccepted),
        _ => return None,
    };
    Some(view! { <div class="tools">{way}</div> }.into_any())
}

fn start(id: Id) -> AnyView {
    let app = app();
    let act = press(move || {
        let fields = only(Handover::STATUS, HandoverStatus::Open.name());
        actions::set(app, id, fields, t("handover-is-started"));
    });
    view! { <button type="button" class="ds-button" on:click=act>{t("handover-start")}</button> }
        .into_any()
}

fn close(id: Id, unaccepted: u64) -> AnyView {
    let app = app();
    let act = press(move || {
        task(async move {
            match api::call(CloseHandover { id }).await {
                Ok(saved) => app.say(t("handover-is-closed"), saved.group),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    let variant = if unaccepted == 0 { "primary" } else { "secondary" };
    view! {
        <button type="button" class="ds-button" data-variant=variant on:click=act>{t("handover-close")}</button>
    }
    .into_any()
}
