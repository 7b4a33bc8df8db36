//! Residents as rows, drawn near the screen.

use domain::{Record, Resident};
use std::time::Duration;

use domain::calls::ListResidents;
use domain::views::{ResidentRow, Residents};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, live, shown};
use crate::app::session::Finding;
use crate::kit::avatar::avatar;
use crate::kit::erased::{dynamic, effect, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::slots::{ROWS, slots};
use crate::kit::states::{self, action, left_out, number};
use crate::kit::text::{t, tn};

/// The residents that match the search.
#[component]
pub fn ResidentRows(
    /// The search.
    finding: Finding,
) -> impl IntoView {
    let rows = finding.rows;
    let rest = RwSignal::new(0);
    let all = move || rows.get().map(|it| number(u64::from(it) + rest.get()));
    let count = move || all().map_or_else(String::new, |it| tn("residents-count", it));
    let many = move || rows.get().unwrap_or_default();
    view! {
        <p class="quiet count" role="status">{words(count)}</p>
        {slots("residents", many, move |at| slot(finding, rest, at))}
        {dynamic(move || left_out("residents-rest", rest.get()))}
    }
}

fn slot(finding: Finding, rest: RwSignal<u64>, at: u32) -> AnyView {
    let Finding { text, gone, rows } = finding;
    let asked = live(move || ListResidents {
        text: text.get(),
        gone: gone.get(),
        limit: ROWS,
        skip: at * ROWS,
    });
    count(asked, rows, rest);
    shown(asked, move |it| if it.total == 0 { none(finding) } else { list(&it.rows) })
}

/// Takes over how many can be listed, and how many more match.
fn count(asked: Answer<Residents>, rows: RwSignal<Option<u32>>, rest: RwSignal<u64>) {
    effect(move || {
        let more = asked.with(|it| Some(it.as_ref()?.as_ref().ok()?.more));
        if let Some(more) = more.filter(|it| *it != rest.get_untracked()) {
            rest.set(more);
        }
        let total = asked.with(|it| Some(it.as_ref()?.as_ref().ok()?.total));
        let total = total.map(|it| u32::try_from(it).unwrap_or(u32::MAX));
        if total.is_some() && total != rows.get_untracked() {
            // Hundreds of slots are drawn in a task of their own.
            set_timeout(move || rows.set(total), Duration::ZERO);
        }
    });
}

fn list(rows: &[ResidentRow]) -> AnyView {
    let rows = rows.iter().map(|it| view! { <li class="row">{row(it)}</li> }.into_any());
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

fn row(it: &ResidentRow) -> AnyView {
    let languages: Vec<_> = it.languages.iter().take(2).map(|it| format::language(it)).collect();
    let door = Some(it.unit.clone()).filter(|it| !it.is_empty());
    let sub: Vec<_> = door.into_iter().chain(languages).collect();
    let last = it.last_visit.map_or_else(|| t("residents-never"), format::ago);
    view! {
        <a class="fill" href=link::to(Resident::KIND, it.id)>
            {avatar(&it.called)}
            <span class="body">
                <b>{it.called.clone()}</b>
                <span class="sub">{sub.join(" · ")}</span>
            </span>
            <span class="last"><span class="sr-only">{t("residents-last")}</span> {icon(Icon::Talk)} {last}</span>
        </a>
    }
    .into_any()
}

fn none(finding: Finding) -> AnyView {
    if !finding.text.get_untracked().is_empty() {
        return view! { <p class="nothing">{t("residents-no-match")}</p> }.into_any();
    }
    if finding.gone.get_untracked() {
        return view! { <p class="nothing">{t("residents-none-gone")}</p> }.into_any();
    }
    let new = action(link::new(Resident::KIND), Icon::Plus, t("residents-new"));
    states::empty(Icon::People, t("residents-empty"), t("residents-empty-what"), new)
}
