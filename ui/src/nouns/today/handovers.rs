//! The handovers that are open, on the first page: how long is left, and who has not been told.

use domain::views::{HandoverToday, Matter, ToTell};
use domain::{Handover, HandoverItem, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::kit::avatar::avatar;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::number;
use crate::kit::text::{t, tn};
use crate::record::row::joined;

/// Most residents in the section.
const SHOWN: usize = 5;

/// A section for each.
pub fn handovers(all: &[HandoverToday]) -> Vec<AnyView> {
    all.iter().map(section).collect()
}

fn section(handover: &HandoverToday) -> AnyView {
    let left = handover.left;
    let days = if handover.days_left < 0 {
        tn("handover-days-past", -handover.days_left)
    } else {
        tn("handover-days", handover.days_left)
    };
    let answers =
        (handover.to_answer > 0).then(|| tn("handover-to-answer", number(handover.to_answer)));
    let open = (left.unaccepted > 0).then(|| tn("handover-unaccepted", number(left.unaccepted)));
    let line = joined(" · ", answers.into_iter().chain(open));
    let untold = handover.untold.iter().take(SHOWN).map(|it| row(handover, it));
    let more = handover.untold.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| tn("handover-more-untold", number(more as u64)));
    view! {
        <section>
            <h2>{t("handovers-title")} <em>{days}</em></h2>
            <ul class="card rows">
                <li class="row">
                    <a class="fill" href=link::to(Handover::KIND, handover.id)>
                        <span class="kind kind-handover">{icon(Icon::Handover)}</span>
                        <span class="body">
                            <b>{headline(handover)}</b>
                            <span class="sub">{line}</span>
                        </span>
                        {icon(Icon::Forward)}
                    </a>
                </li>
                {untold.collect_view()}
                {handover.to_review.iter().map(review).collect_view()}
            </ul>
            {more.map(|it| view! { <p class="quiet left-out">{it}</p> })}
        </section>
    }
    .into_any()
}

/// Who has not been told; of a handover that is closed, that something has come late.
fn headline(handover: &HandoverToday) -> String {
    if handover.open {
        tn("handover-untold", number(handover.left.untold))
    } else {
        t("handover-closed-now")
    }
}

/// A matter that was kept until today.
fn review(matter: &Matter) -> AnyView {
    view! {
        <li class="row">
            <a class="fill" href=link::to(HandoverItem::KIND, matter.item)>
                <span class="kind kind-handover">{icon(Icon::Clock)}</span>
                <span class="body">
                    <b>{matter.title.clone()}</b>
                    <span class="sub">{t("handover-review")}</span>
                </span>
                {icon(Icon::Forward)}
            </a>
        </li>
    }
    .into_any()
}

fn row(handover: &HandoverToday, resident: &ToTell) -> AnyView {
    let href =
        format!("{}?{}={}", link::of("handover-notice", handover.id), link::RESIDENT, resident.id);
    let away = (resident.not_home > 0).then(|| tn("handover-not-home-times", resident.not_home));
    let line = joined(" · ", [resident.unit.clone()].into_iter().chain(away));
    view! {
        <li class="row">
            <a class="fill" href=href>
                {avatar(&resident.called)}
                <span class="body">
                    <b>{resident.called.clone()}</b>
                    <span class="sub">{line}</span>
                </span>
                <span class="sub">{t("handover-tell-them")}</span>
            </a>
        </li>
    }
    .into_any()
}
