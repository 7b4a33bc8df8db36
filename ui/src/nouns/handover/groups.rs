//! The matters of a handover: filtered by chips, topic and words, grouped by receiver.

use std::collections::BTreeSet;

use domain::choice::Topic;
use domain::handing_over::ItemStatus;
use domain::views::{HandoverPlan, Matter, Why};
use leptos::prelude::*;

use crate::app::query::Answer;
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, press, typed, words};
use crate::kit::icon::Icon;
use crate::kit::slots::{part, slots};
use crate::kit::states::{empty, number};
use crate::kit::text::{label, t, tn};
use crate::nouns::handover::filter::{Choice, Filter, can_be_placed, status_of};
use crate::nouns::handover::read::{is_running, of};
use crate::nouns::handover::rows::rows;

/// The id of the list, which takes focus when the matters that had it are placed.
pub const LIST: &str = "matters";

/// The list.
pub fn matters(plan: Answer<HandoverPlan>, choice: Choice) -> AnyView {
    let none = Memo::new(move |_| of(plan, |it| it.matters.is_empty()));
    let body = move || match none.get() {
        None => ().into_any(),
        Some(true) => {
            empty(Icon::Handover, t("handover-nothing"), t("handover-nothing-what"), ().into_any())
        }
        Some(false) => list(plan, choice),
    };
    dynamic(body)
}

fn list(plan: Answer<HandoverPlan>, choice: Choice) -> AnyView {
    let shown = Memo::new(move |_| of(plan, |it| within(it, choice)).unwrap_or_default());
    let said = move || tn("handover-count", number(shown.with(Vec::len) as u64));
    view! {
        <div class="chips filters" role="group" aria-label=t("cases-filter")>
            {dynamic(move || of(plan, |it| filters(it, choice)))}
            {dynamic(move || of(plan, |it| topics(it, choice)))}
        </div>
        <input
            autocomplete="off"
            class="ds-input"
            type="search"
            aria-label=t("handover-find")
            placeholder=t("handover-find")
            prop:value=move || choice.typed.get()
            on:input=typed(move |it| choice.typed.set(it))
        />
        <p class="sr-only" role="status">{words(said)}</p>
        <div class="stack" id=LIST tabindex="-1">{dynamic(move || shown.with(|it| groups(it, plan, choice)))}</div>
    }
    .into_any()
}

fn within(plan: &HandoverPlan, choice: Choice) -> Vec<Matter> {
    plan.matters.iter().filter(|it| choice.shows(it)).cloned().collect()
}

fn filters(plan: &HandoverPlan, choice: Choice) -> AnyView {
    let chips = Filter::ALL.into_iter().filter_map(|it| {
        let count = plan.matters.iter().filter(|matter| it.takes(matter)).count();
        let shown = count > 0 || matches!(it, Filter::All | Filter::Free);
        let on = move || choice.filter.get() == it;
        shown.then(|| {
            chip(format!("{} {count}", it.words()), None, on, move || choice.filter.set(it))
        })
    });
    chips.collect_view().into_any()
}

fn topics(plan: &HandoverPlan, choice: Choice) -> Option<AnyView> {
    let topics: BTreeSet<_> = plan.matters.iter().flat_map(|it| it.topics.clone()).collect();
    let options = topics.iter().map(|it| {
        let (value, selected) = (it.clone(), choice.topic.with_untracked(|chosen| chosen == it));
        view! { <option value=value selected=selected>{label(Topic::CHOICES.name, it)}</option> }
    });
    (topics.len() > 1).then(|| {
        view! {
            <select autocomplete="off" class="ds-input" aria-label=t("handover-topic") on:change=typed(move |it| choice.topic.set(it))>
                <option value="">{t("handover-all-topics")}</option>
                {options.collect_view()}
            </select>
        }
        .into_any()
    })
}

/// The groups in the order of their first matters.
fn groups(matters: &[Matter], plan: Answer<HandoverPlan>, choice: Choice) -> AnyView {
    if matters.is_empty() {
        return view! { <p class="nothing">{t("cases-none")}</p> }.into_any();
    }
    let mut groups: Vec<(String, Vec<Matter>)> = Vec::new();
    for matter in matters {
        let name = group_of(matter);
        match groups.iter_mut().find(|it| it.0 == name) {
            Some(group) => group.1.push(matter.clone()),
            None => groups.push((name, vec![matter.clone()])),
        }
    }
    let running = is_running(plan);
    let groups = groups.into_iter().map(|(name, within)| group(name, within, running, choice));
    groups.collect_view().into_any()
}

fn group_of(matter: &Matter) -> String {
    let status = status_of(matter);
    match status {
        _ if matter.is_settled() => t("handover-settled"),
        _ if matter.conflict => t("handover-conflict"),
        _ if status.is_free() && matter.why.contains(&Why::Untold) => t("handover-is-untold"),
        _ if status.is_free() => t("handover-free"),
        ItemStatus::KeptByLead => t("handover-kept"),
        _ => matter.receiver_name.clone(),
    }
}

fn group(name: String, within: Vec<Matter>, running: bool, choice: Choice) -> AnyView {
    let ids: Vec<_> = within.iter().filter(|it| can_be_placed(it)).map(|it| it.id).collect();
    let all = (running && ids.len() > 1).then(|| {
        let told = format!("{}: {name}", t("handover-choose-all"));
        let act = press(move || choice.toggle(&ids));
        view! {
            <button type="button" class="ds-button" data-variant="tertiary" aria-label=told on:click=act>
                {t("handover-choose-all")}
            </button>
        }
    });
    let many = u32::try_from(within.len()).unwrap_or(u32::MAX);
    let draw = move |at| rows(&part(&within, at), running, choice);
    view! {
        <section>
            <div class="group-head">
                <h2>{name} " " <em>{many}</em></h2>
                {all}
            </div>
            {slots("matters", move || many, draw)}
        </section>
    }
    .into_any()
}
