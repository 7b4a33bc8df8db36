//! The list of cases: filtered by chips, grouped by urgency.

use std::cell::Cell;

use domain::Id;
use domain::calls::GetCases;
use domain::views::Cases;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use crate::app::query::{Answer, live, shown};
use crate::app::{link, navigation};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::empty;
use crate::kit::text::{t, tn, tv};
use crate::nouns::cases::filter::{Filter, kinds, remember, remembered};
use crate::nouns::cases::groups::{Choice, groups, of_all};
use crate::record::row::sign_of;

thread_local! {
    /// How far the list was scrolled, so that choosing a case doesn't move it.
    static SCROLLED: Cell<i32> = const { Cell::new(0) };
}

/// The list under `heading`, with the `chosen` case marked.
pub fn case_list(heading: AnyView, chosen: Option<Id>) -> AnyView {
    let cases = live(|| GetCases {});
    let (filter, kind) = remembered(chosen.is_none() && !navigation::returned());
    let choice = Choice { filter: RwSignal::new(filter), kind: RwSignal::new(kind) };
    effect(move || choice.kind.with(|kind| remember(choice.filter.get(), kind)));
    let none = Memo::new(move |_| cases.with(|it| Some(is_empty(it.as_ref()?.as_ref().ok()?))));
    let count =
        move || none.get().map_or_else(String::new, |_| tn("cases-count", size(cases, choice)));
    let body = move || match none.get() {
        None => shown(cases, |_| ().into_any()),
        Some(true) => empty(Icon::Cases, t("cases-empty"), t("cases-empty-what"), ().into_any()),
        Some(false) => list(cases, choice, chosen),
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
            {dynamic(body)}
        </div>
    }
    .into_any()
}

fn is_empty(cases: &Cases) -> bool {
    cases.open.is_empty() && cases.closed.is_empty()
}

fn size(cases: Answer<Cases>, choice: Choice) -> i64 {
    let size = of_all(cases, |all| choice.filter.get().of(all, &choice.kind.get()).len());
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// The links to the forms of new cases.
fn beginnings() -> AnyView {
    let ways = kinds().map(|kind| {
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

fn list(cases: Answer<Cases>, choice: Choice, chosen: Option<Id>) -> AnyView {
    let counted = move || of_all(cases, |all| filters(all, choice));
    view! {
        <div class="chips filters" role="group" aria-label=t("cases-filter")>
            {dynamic(counted)}
            {kind_field(choice)}
        </div>
        {groups(cases, choice, chosen)}
    }
    .into_any()
}

fn filters(cases: &Cases, choice: Choice) -> AnyView {
    let chips = Filter::ALL.map(|it| {
        let count = it.of(cases, &choice.kind.get()).len();
        // Only the latest closed cases are here, so their number says nothing.
        let count = if it == Filter::Closed { String::new() } else { format!(" {count}") };
        let on = move || choice.filter.get() == it;
        chip(it.words() + &count, None, on, move || choice.filter.set(it))
    });
    chips.collect_view().into_any()
}

fn kind_field(choice: Choice) -> AnyView {
    let options = kinds().map(|kind| {
        let selected = choice.kind.with_untracked(|it| it == kind);
        view! { <option value=kind selected=selected>{t(kind)}</option> }
    });
    view! {
        <select autocomplete="off" class="ds-input" aria-label=t("cases-kind") on:change=typed(move |it| choice.kind.set(it))>
            <option value="">{t("cases-all-kinds")}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}
