//! *Aktiviteter*: the plan, week by week, as it hangs on the office wall.

use leptos::prelude::*;

use crate::components::activity_rows::{Plan, idea_section, waiting_section, week_section};
use crate::components::head::Head;
use crate::components::icon::{Icon, icon};
use crate::components::states::{action, empty, shown};
use crate::lean::{dynamic, press, words};
use crate::link;
use crate::text::{t, tn};

/// The page.
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let plan = Plan::ask();
    let known = Memo::new(move |_| plan.activities.with(|it| matches!(it, Some(Ok(_)))));
    let body =
        move || if known.get() { weeks(plan) } else { shown(plan.activities, |_| ().into_any()) };
    view! {
        <Head title=t("activities-title") />
        <div class="tools">
            {action(link::new("activity"), Icon::Plus, t("activity-new"))}
            <a class="ds-button" data-variant="secondary" href="/aktiviteter/ukeplan">
                {icon(Icon::Print)}
                {t("activity-week-plan")}
            </a>
        </div>
        {dynamic(body)}
    }
}

fn weeks(plan: Plan) -> AnyView {
    let none = Memo::new(move |_| {
        plan.activities.with(|it| matches!(it, Some(Ok(page)) if page.entries.is_empty()))
    });
    let first = move || {
        let words = || (t("activities-empty"), t("activities-empty-what"));
        none.get()
            .then(words)
            .map(|(title, what)| empty(Icon::Calendar, title, what, ().into_any()))
    };
    let weeks = Memo::new(move |_| plan.weeks());
    view! {
        {dynamic(first)}
        <For each=move || weeks.get() key=|it| *it children=move |it| week_section(plan, it) />
        {waiting_section(plan)}
        {idea_section(plan)}
        {earlier(plan)}
    }
    .into_any()
}

/// The weeks that are over, when they are wanted.
fn earlier(plan: Plan) -> AnyView {
    let weeks = Memo::new(move |_| plan.weeks_before());
    let list = move || {
        let draw = |it| week_section(plan, it);
        plan.earlier.get().then(|| weeks.get().into_iter().map(draw).collect_view())
    };
    let button = move || {
        let count = i64::try_from(weeks.with(Vec::len)).unwrap_or(i64::MAX);
        (count > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="summary"
                    aria-expanded=words(move || plan.earlier.get().to_string())
                    on:click=press(move || plan.earlier.update(|it| *it = !*it))
                >
                    {icon(Icon::History)}
                    <span>{tn("activities-earlier", count)}</span>
                    {icon(Icon::Down)}
                </button>
            }
        })
    };
    view! { {dynamic(button)} {dynamic(list)} }.into_any()
}
