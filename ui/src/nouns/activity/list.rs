//! *Aktiviteter*: the plan week by week, like the one on the office wall.

use domain::{Activity, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::shown;
use crate::app::{link, router};
use crate::kit::erased::{dynamic, press, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, empty};
use crate::kit::text::{t, tn};
use crate::nouns::activity::plan::Plan;
use crate::nouns::activity::rows::{idea_section, waiting_section, weeks};

/// The page.
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let plan = Plan::ask();
    let known = Memo::new(move |_| plan.activities.with(|it| matches!(it, Some(Ok(_)))));
    let body = move || {
        if known.get() { sections(plan) } else { shown(plan.activities, |_| ().into_any()) }
    };
    view! {
        <Head title=t("activities-title") />
        <div class="tools">
            {action(link::new(Activity::KIND), Icon::Plus, t("activity-new"))}
            <a class="ds-button" data-variant="secondary" href=router::path("week-plan")>
                {icon(Icon::Print)}
                {t("activity-week-plan")}
            </a>
        </div>
        {dynamic(body)}
    }
}

fn sections(plan: Plan) -> AnyView {
    let none = Memo::new(move |_| {
        plan.activities.with(|it| matches!(it, Some(Ok(page)) if page.entries.is_empty()))
    });
    let first = move || {
        let words = || (t("activities-empty"), t("activities-empty-what"));
        none.get()
            .then(words)
            .map(|(title, what)| empty(Icon::Calendar, title, what, ().into_any()))
    };
    view! {
        {dynamic(first)}
        {weeks(plan, "weeks", Plan::weeks)}
        {waiting_section(plan)}
        {idea_section(plan)}
        {earlier(plan)}
    }
    .into_any()
}

/// The weeks that are over, behind a button.
fn earlier(plan: Plan) -> AnyView {
    let open = RwSignal::new(false);
    let count = Memo::new(move |_| i64::try_from(plan.weeks_before().len()).unwrap_or(i64::MAX));
    let list = move || open.get().then(|| weeks(plan, "weeks-before", Plan::weeks_before));
    let button = move || {
        (count.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="summary"
                    aria-expanded=words(move || open.get().to_string())
                    on:click=press(move || open.update(|it| *it = !*it))
                >
                    {icon(Icon::History)}
                    <span>{tn("activities-earlier", count.get())}</span>
                    {icon(Icon::Down)}
                </button>
            }
        })
    };
    view! { {dynamic(button)} {dynamic(list)} }.into_any()
}
