//! All handovers: those under way, drafts, and those that are over.

use domain::calls::GetHandovers;
use domain::entry::Entry;
use domain::kinds::{HandoverStatus, Scope};
use domain::views::Page;
use domain::{Handover, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::query::{live, shown};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, empty};
use crate::kit::text::{label, t, tv};
use crate::record::row::boxed;
use crate::record::values::text;

/// The page.
pub fn handovers_page() -> AnyView {
    let handovers = live(|| GetHandovers {});
    view! {
        <Head title=t("handovers-title") line=t("handovers-line") back=true />
        {shown(handovers, |it| handovers_of(&it))}
    }
    .into_any()
}

fn handovers_of(page: &Page) -> AnyView {
    let new = action(link::new(Handover::KIND), Icon::Plus, t("handover-new"));
    if page.entries.is_empty() {
        return empty(Icon::Handover, t("handovers-empty"), t("handovers-empty-what"), new);
    }
    let rows = page.entries.iter().map(row);
    view! {
        <div class="tools">{new}</div>
        <ul class="card rows">{rows.collect_view()}</ul>
    }
    .into_any()
}

fn row(handover: &Entry) -> AnyView {
    view! {
        <li class="row">
            <a class="fill" href=link::to(Handover::KIND, handover.id)>
                <span class="kind kind-handover">{icon(Icon::Handover)}</span>
                <span class="body">
                    <b>{label(Scope::CHOICES.name, text(handover, Handover::SCOPE))}</b>
                    <span class="sub">{last_day(handover)}</span>
                </span>
                {status(handover)}
            </a>
        </li>
    }
    .into_any()
}

/// `Siste dag: fredag 29. mai`.
pub fn last_day(handover: &Entry) -> String {
    let day = text(handover, Handover::LAST_DAY).parse().map(format::long_day).unwrap_or_default();
    tv("handover-last-day", &[("day", &format::small(&day))])
}

/// How far it has come.
pub fn status(handover: &Entry) -> AnyView {
    let status = text(handover, Handover::STATUS);
    let colour = match status.parse() {
        Ok(HandoverStatus::Open) => "accent",
        Ok(HandoverStatus::Draft) => "warm",
        _ => "neutral",
    };
    boxed((colour, label(HandoverStatus::CHOICES.name, status)))
}
