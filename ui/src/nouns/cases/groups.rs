//! Cases under headings by urgency, drawn near the screen.

use chrono::{Datelike, Days, NaiveDate};
use domain::Id;
use domain::life::Standing;
use domain::views::{Case, Cases};
use leptos::prelude::*;

use crate::app::query::Answer;
use crate::app::session::app;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::slots::{part, slots};
use crate::kit::states::left_out;
use crate::kit::text::t;
use crate::nouns::cases::filter::Filter;
use crate::nouns::cases::rows::rows;
use crate::record::case::due::{is_late, standing};

/// Closed cases have no heading, because they are shown alone.
const OVER: &str = "cases-closed";
/// The headings, in order.
const GROUPS: [&str; 7] =
    ["cases-acute", "cases-late", "today-back", "cases-week", "cases-later", "cases-undated", OVER];

/// The filters of the list.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Which cases.
    pub filter: RwSignal<Filter>,
    /// A kind; empty for all.
    pub kind: RwSignal<String>,
}

/// Calls `take` with all cases; with none while there is no answer.
pub fn of_all<T>(cases: Answer<Cases>, take: impl FnOnce(&Cases) -> T) -> T {
    cases.with(|it| match it {
        Some(Ok(cases)) => take(cases),
        _ => take(&Cases::default()),
    })
}

/// The groups with cases, with the `chosen` case marked.
pub fn groups(cases: Answer<Cases>, choice: Choice, chosen: Option<Id>) -> AnyView {
    let groups = GROUPS.map(|name| {
        let within = Memo::new(move |_| within(cases, choice, name));
        (name, within)
    });
    let none = Memo::new(move |_| groups.iter().all(|(_, within)| within.with(Vec::is_empty)));
    let nothing =
        move || none.get().then(|| view! { <p class="nothing">{t("cases-none")}</p> }.into_any());
    let groups = groups.map(|(name, within)| group(name, within, chosen));
    let rest =
        move || left_out("cases-rest", of_all(cases, |all| choice.filter.get().left_out(all)));
    view! { {dynamic(nothing)} {groups.collect_view()} {dynamic(rest)} }.into_any()
}

fn within(cases: Answer<Cases>, choice: Choice, group: &str) -> Vec<Case> {
    let (filter, sunday) = (choice.filter.get(), end_of_week(format::today()));
    let here = |it: &&&Case| group_of(it, filter, sunday) == group;
    of_all(cases, |all| {
        filter.of(all, &choice.kind.get()).iter().filter(here).copied().cloned().collect()
    })
}

fn group(name: &'static str, within: Memo<Vec<Case>>, chosen: Option<Id>) -> AnyView {
    let (app, any) = (app(), Memo::new(move |_| !within.with(Vec::is_empty)));
    let many = move || u32::try_from(within.with(Vec::len)).unwrap_or(u32::MAX);
    let draw = move |at| {
        let here = Memo::new(move |_| within.with(|all| part(all, at)));
        dynamic(move || here.with(|it| rows(app, &it.iter().collect::<Vec<_>>(), chosen)))
    };
    let section = move || {
        let heading = (name != OVER).then(|| view! { <h2>{t(name)}</h2> });
        view! { <section>{heading} {slots(name, many, draw)}</section> }.into_any()
    };
    dynamic(move || any.get().then(section))
}

fn end_of_week(day: NaiveDate) -> NaiveDate {
    day + Days::new(6 - u64::from(day.weekday().num_days_from_monday()))
}

/// The group of a case. One that has come back is ours again, whenever it was due; one that is not
/// sent yet waits for us, whenever its answer is due.
fn group_of(case: &Case, filter: Filter, sunday: NaiveDate) -> &'static str {
    match case.due {
        _ if filter == Filter::Closed => OVER,
        _ if !case.pressing.is_empty() => GROUPS[0],
        _ if is_late(case) => GROUPS[1],
        _ if standing(case) == Some(Standing::Back) => GROUPS[2],
        Some(due) if due <= sunday || standing(case) == Some(Standing::OursNow) => GROUPS[3],
        Some(_) => GROUPS[4],
        None => GROUPS[5],
    }
}
