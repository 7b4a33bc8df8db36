//! The plan: activities by week, each week with a line to add another.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::calls::GetReport;
use domain::entry::Entry;
use domain::field::LINE_LIMIT;
use domain::kinds::ActivityStatus;
use domain::views::ActivityCount;
use domain::{Activity, Body, Id, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::live;
use crate::app::session::{App, app};
use crate::kit::erased::{dynamic, task, typed};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::slots::{self, slot};
use crate::kit::text::{t, tn, tv};
use crate::nouns::activity::plan::{Place, Plan, days_of, month};
use crate::nouns::activity::words::{
    day, long_day, monday, stored_week, week, week_name, week_place, when,
};
use crate::record::actions;
use crate::record::row::tag;
use crate::record::values::{filled, text};

/// The height of a week's heading and of its line to add an activity, in rows.
const HEADING: usize = 2;

/// How many came or signed up, by activity, in words.
type Attended = Memo<BTreeMap<Id, String>>;

/// The weeks from `which`, drawn four at a time near the screen.
pub fn weeks(plan: Plan, list: &'static str, which: fn(Plan) -> Vec<NaiveDate>) -> AnyView {
    let weeks = Memo::new(move |_| which(plan));
    let months = Memo::new(move |_| weeks.with(|it| months(it)));
    let one = move |at| {
        let first = months.with_untracked(|it| it.first() == Some(&at));
        let within = Memo::new(move |_| weeks.with(|it| weeks_of(at, it)));
        let rows = untrack(|| within.with(|it| rows_in(plan, it)));
        slot(slots::Place { list, at, rows }, first, move || month_section(plan, at, within))
    };
    view! { <For each=move || months.get() key=|it| *it children=one /> }.into_any()
}

fn months(weeks: &[NaiveDate]) -> Vec<u32> {
    let mut months: Vec<_> = weeks.iter().copied().map(month).collect();
    months.dedup();
    months
}

fn weeks_of(at: u32, weeks: &[NaiveDate]) -> Vec<NaiveDate> {
    weeks.iter().copied().filter(|it| month(*it) == at).collect()
}

fn rows_in(plan: Plan, weeks: &[NaiveDate]) -> u32 {
    let rows = weeks.iter().map(|it| plan.at(Place::Week(*it)).len() + HEADING).sum::<usize>();
    u32::try_from(rows).unwrap_or(u32::MAX)
}

fn month_section(plan: Plan, at: u32, weeks: Memo<Vec<NaiveDate>>) -> AnyView {
    let attended = attended(at);
    let one = move |monday| week_section(plan, attended, monday);
    view! { <For each=move || weeks.get() key=|it| *it children=one /> }.into_any()
}

/// How many came or signed up in four weeks, by activity.
fn attended(month: u32) -> Attended {
    let (from, to) = days_of(month).unwrap_or_default();
    let report = live(move || GetReport { from, to });
    Memo::new(move |_| {
        report.with(|it| {
            let all = it.as_ref().and_then(|it| it.as_ref().ok()).map(|it| &it.activities);
            all.into_iter().flatten().filter_map(|it| Some((it.id, in_words(it)?))).collect()
        })
    })
}

fn in_words(it: &ActivityCount) -> Option<String> {
    let counted = [("activity-came", it.came), ("roll-signed-up", it.signed_up)];
    let (words, count) = counted.into_iter().find(|it| it.1 > 0)?;
    Some(tn(words, i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A week of the plan. A week that isn't over has a line to add an activity.
fn week_section(plan: Plan, attended: Attended, monday: NaiveDate) -> AnyView {
    let open = monday >= self::monday(format::today());
    let add = open.then(|| {
        let name = tv("activity-add", &[("week", &format::small(&week_name(monday)))]);
        quick_add(name, Some(monday))
    });
    let heading = view! {
        {week_name(monday)}
        <span>" · " {week_place(monday)}</span>
    };
    section(heading.into_any(), rows(plan, Place::Week(monday), Some(attended)), add)
}

/// The ideas, with a line to add another.
pub fn idea_section(plan: Plan) -> AnyView {
    let add = quick_add(t("activity-add-idea"), None);
    section(t("activity-ideas").into_any(), rows(plan, Place::Idea, None), Some(add))
}

/// The activities that were postponed without a new day; nothing if there are none.
pub fn waiting_section(plan: Plan) -> AnyView {
    let any = Memo::new(move |_| !plan.at(Place::Waiting).is_empty());
    let draw = move || {
        let heading = || t("activity-waiting").into_any();
        any.get().then(|| section(heading(), rows(plan, Place::Waiting, None), None))
    };
    dynamic(draw)
}

fn section(heading: AnyView, rows: AnyView, add: Option<AnyView>) -> AnyView {
    view! {
        <section class="week">
            <h2>{heading}</h2>
            <div class="card rows">{rows} {add}</div>
        </section>
    }
    .into_any()
}

fn rows(plan: Plan, place: Place, attended: Option<Attended>) -> AnyView {
    let here = Memo::new(move |_| plan.at(place));
    let list = move || {
        let came = |id: Id| attended.and_then(|it| it.with(|it| it.get(&id).cloned()));
        let rows: Vec<_> = here.with(|all| all.iter().map(|it| row(it, came(it.id))).collect());
        (!rows.is_empty()).then(|| view! { <ul>{rows}</ul> })
    };
    dynamic(list)
}

fn row(activity: &Entry, attended: Option<String>) -> AnyView {
    let place = filled(activity, Activity::PLACE).map(str::to_owned);
    let dated = week(activity).is_some();
    let parts = [dated.then(|| when(activity)), place, attended];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a class="fill" href=link::to(Activity::KIND, activity.id)>
                {leaf(day(activity))}
                <span class="body">
                    <b>{text(activity, Activity::TITLE).to_owned()}</b>
                    <span class="sub">{line}</span>
                </span>
                {tag(activity)}
            </a>
        </li>
    }
    .into_any()
}

/// A leaf of the calendar. Decoration: the day is beside it in words.
fn leaf(day: Option<NaiveDate>) -> AnyView {
    let Some(day) = day else {
        return view! { <span class="kind kind-activity">{icon(Icon::Calendar)}</span> }.into_any();
    };
    let weekday: String = long_day(day).chars().take(3).collect();
    view! { <span class="kind kind-activity leaf" aria-hidden="true"><b>{day.day()}</b> <i>{weekday}</i></span> }
        .into_any()
}

/// A line to add an activity: a title and Enter.
fn quick_add(name: String, week: Option<NaiveDate>) -> AnyView {
    let (app, title) = (app(), RwSignal::new(String::new()));
    let add = move || {
        let typed = title.get_untracked().trim().to_owned();
        if !typed.is_empty() {
            title.set(String::new());
            task(make(app, week, typed, title));
        }
    };
    view! {
        <form
            class="quick-add"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <input
                class="ds-input"
                aria-label=name.clone()
                placeholder=name.clone()
                autocomplete="off"
                maxlength=LINE_LIMIT.to_string()
                enterkeyhint="done"
                prop:value=title
                on:input=typed(move |it| title.set(it))
            />
            <button type="submit" class="round" aria-label=name>{icon(Icon::Plus)}</button>
        </form>
    }
    .into_any()
}

/// Creates the activity; restores the title if that fails.
async fn make(app: App, week: Option<NaiveDate>, title: String, line: RwSignal<String>) {
    let unsure = week.is_none() || title.ends_with('?');
    let status = if unsure { ActivityStatus::Idea } else { ActivityStatus::Planned };
    let mut fields = Body::new();
    fields.insert(Activity::TITLE.to_owned(), title.clone().into());
    fields.insert(Activity::STATUS.to_owned(), status.name().into());
    let me = app.member().map(|it| it.to_string());
    fields.extend(me.map(|it| (Activity::RESPONSIBLE.to_owned(), it.into())));
    if let Some(week) = week {
        fields.insert(Activity::WEEK.to_owned(), stored_week(week).into());
    }
    match actions::make(Activity::KIND, fields).await {
        Ok(saved) => app.say(t("activity-added"), saved.group),
        Err(fault) => {
            // Unless the user is writing the next one by now.
            let _ = line.try_update(|it| {
                if it.is_empty() {
                    *it = title;
                }
            });
            app.fail(&fault);
        }
    }
}
