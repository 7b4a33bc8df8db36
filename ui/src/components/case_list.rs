//! The list of matters: narrowed by chips, grouped by how much they press.

use std::cell::Cell;

use chrono::{Datelike, Days, NaiveDate};
use domain::Id;
use domain::calls::GetCases;
use domain::views::{Case, Cases};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use crate::components::case_due::is_late;
use crate::components::case_filter::{Filter, KINDS, remember, remembered};
use crate::components::case_rows::rows;

use crate::components::chips::chip;
use crate::components::icon::{Icon, icon};
use crate::components::record_rows::sign_of;
use crate::components::states::{empty, shown};
use crate::lean::{dynamic, effect, typed, words};
use crate::state::{App, app, live};
use crate::text::{t, tn, tv};
use crate::{format, link};

/// The headings of the groups, in order.
const GROUPS: [&str; 4] = ["cases-late", "cases-week", "cases-later", "cases-undated"];

thread_local! {
    /// How far the list was scrolled, so that choosing a matter doesn't move it.
    static SCROLLED: Cell<i32> = const { Cell::new(0) };
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Copy)]
struct Choice {
    filter: RwSignal<Filter>,
    /// A kind, or all when empty.
    kind: RwSignal<String>,
}

/// The list under `heading`, with the matter that is shown beside it.
pub fn case_list(heading: AnyView, chosen: Option<Id>) -> AnyView {
    let cases = live(|| GetCases { date: format::today() });
    let (filter, kind) = remembered();
    let choice = Choice { filter: RwSignal::new(filter), kind: RwSignal::new(kind) };
    effect(move || choice.kind.with(|kind| remember(choice.filter.get(), kind)));
    let count = move || match cases.get() {
        Some(Ok(it)) => tn("cases-count", size(choice, &it)),
        _ => String::new(),
    };
    let column = NodeRef::<Div>::new();
    effect(move || {
        if let (Some(column), true) = (column.get(), cases.with(Option::is_some)) {
            request_animation_frame(move || column.set_scroll_top(SCROLLED.get()));
        }
    });
    let scroll: Box<dyn FnMut(Event)> = Box::new(move |_| {
        SCROLLED.set(column.get_untracked().map_or(0, |it| it.scroll_top()));
    });
    view! {
        <div class="case-list" node_ref=column on:scroll=scroll>
            {heading}
            {beginnings()}
            <p class="sr-only" role="status">{words(count)}</p>
            {shown(cases, move |it| list(it, choice, chosen))}
        </div>
    }
    .into_any()
}

fn size(choice: Choice, cases: &Cases) -> i64 {
    let shown = choice.filter.get().of(cases, &choice.kind.get()).len();
    i64::try_from(shown).unwrap_or(i64::MAX)
}

/// The ways to begin a new matter.
fn beginnings() -> AnyView {
    let ways = KINDS.map(|kind| {
        let name = tv("form-new", &[("kind", &format::small(&t(kind)))]);
        view! {
            <a href=link::new(kind) aria-label=name>
                {icon(sign_of(kind))}
                <span>{t(kind)}</span>
            </a>
        }
    });
    view! { <div class="quick">{ways.collect_view()}</div> }.into_any()
}

fn list(cases: Cases, choice: Choice, chosen: Option<Id>) -> AnyView {
    if cases.open.is_empty() && cases.closed.is_empty() {
        return empty(Icon::Cases, t("cases-empty"), t("cases-empty-what"), ().into_any());
    }
    let counted = cases.clone();
    let app = app();
    view! {
        <div class="chips filters" role="group" aria-label=t("cases-filter")>
            {dynamic(move || filters(&counted, choice))}
            {kinds(choice)}
        </div>
        {dynamic(move || groups(app, &cases, choice, chosen))}
    }
    .into_any()
}

fn filters(cases: &Cases, choice: Choice) -> AnyView {
    let chips = Filter::ALL.map(|it| {
        let count = it.of(cases, &choice.kind.get()).len();
        // Of those that are over only the latest are here, so their number says nothing.
        let count = if it == Filter::Closed { String::new() } else { format!(" {count}") };
        let on = move || choice.filter.get() == it;
        chip(it.words() + &count, None, on, move || choice.filter.set(it))
    });
    chips.collect_view().into_any()
}

fn kinds(choice: Choice) -> AnyView {
    let options = KINDS.map(|kind| {
        let selected = choice.kind.with_untracked(|it| it == kind);
        view! { <option value=kind selected=selected>{t(kind)}</option> }
    });
    view! {
        <select class="ds-input" aria-label=t("cases-kind") on:change=typed(move |it| choice.kind.set(it))>
            <option value="">{t("cases-all-kinds")}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn groups(app: App, cases: &Cases, choice: Choice, chosen: Option<Id>) -> AnyView {
    let filter = choice.filter.get();
    let shown = filter.of(cases, &choice.kind.get());
    if shown.is_empty() {
        return view! { <p class="nothing">{t("cases-none")}</p> }.into_any();
    }
    if filter == Filter::Closed {
        return rows(app, &shown, chosen);
    }
    let sunday = end_of_week(format::today());
    let group = |at: usize| {
        let within: Vec<_> =
            shown.iter().copied().filter(|it| group_of(it, sunday) == at).collect();
        (!within.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t(GROUPS[at])}</h2>
                    {rows(app, &within, chosen)}
                </section>
            }
        })
    };
    (0..GROUPS.len()).map(group).collect_view().into_any()
}

fn end_of_week(day: NaiveDate) -> NaiveDate {
    day + Days::new(6 - u64::from(day.weekday().num_days_from_monday()))
}

/// The place of a matter's group. What has come back is this week's, also when it came late.
fn group_of(case: &Case, sunday: NaiveDate) -> usize {
    match case.due {
        due if is_late(&case.status, due) => 0,
        Some(due) if due <= sunday => 1,
        Some(_) => 2,
        None => 3,
    }
}
