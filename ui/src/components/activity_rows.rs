//! The plan: activities by week, with room to write another.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::calls::{GetReport, List};
use domain::entry::Entry;
use domain::views::{Page, Report};
use domain::{Body, Id};
use leptos::prelude::*;

use crate::components::activity_words::{
    day, long_day, monday, stored_week, week, week_name, week_place, weeks_on, when,
};
use crate::components::icon::{Icon, icon};
use crate::components::record_rows::tag;
use crate::lean::{dynamic, task, typed};
use crate::state::{Answer, App, app, live};
use crate::text::{t, tn, tv};
use crate::values::{filled, text};
use crate::{deeds, format, link};

/// How many weeks one can write in, from this one on.
const AHEAD: i64 = 4;

/// Where an activity stands in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the week that begins on that Monday.
    Week(NaiveDate),
    /// Postponed from a week that is over, until somebody knows when.
    Waiting,
    /// No more than an idea.
    Idea,
}

/// All activities, and how many came.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The activities.
    pub activities: Answer<Page>,
    /// Whether earlier weeks are wanted.
    pub earlier: RwSignal<bool>,
    report: Answer<Report>,
}

impl Plan {
    /// Asks for it.
    pub fn ask() -> Self {
        let activities = live(|| List { kind: "activity".to_owned(), limit: 500, skip: 0 });
        let earlier = RwSignal::new(false);
        let bounds = Memo::new(move |_| of_all(activities, |all| bounds(all, earlier.get())));
        let report = live(move || {
            let (from, to) = bounds.get();
            GetReport { from, to }
        });
        Self { activities, earlier, report }
    }

    /// The weeks that have something in them, and the next few; earliest first.
    pub fn weeks(self) -> Vec<NaiveDate> {
        let this = monday(format::today());
        let next = (0..AHEAD).map(|it| weeks_on(this, it));
        let all: BTreeSet<_> =
            of_all(self.activities, |all| filled_weeks(all).chain(next).collect());
        all.into_iter().filter(|it| *it >= this).collect()
    }

    /// The weeks that are over and had something in them, latest first.
    pub fn weeks_before(self) -> Vec<NaiveDate> {
        let this = monday(format::today());
        let all: BTreeSet<_> = of_all(self.activities, |all| filled_weeks(all).collect());
        all.into_iter().rev().filter(|it| *it < this).collect()
    }

    /// What stands at a place, in the order of days and hours.
    pub fn at(self, place: Place) -> Vec<Entry> {
        let here = |it: &&Entry| place_of(it) == place;
        let mut here: Vec<Entry> =
            of_all(self.activities, |all| all.iter().filter(here).cloned().collect());
        let hour = |it: &Entry| filled(it, "time").map(str::to_owned);
        here.sort_by_key(|it| (day(it).is_none(), day(it), hour(it)));
        here
    }

    fn came(self) -> BTreeMap<Id, u64> {
        self.report.with(|it| match it {
            Some(Ok(it)) => it.activities.iter().map(|it| (it.id, it.came)).collect(),
            _ => BTreeMap::new(),
        })
    }
}

/// What `take` makes of all activities; of none while there is no answer.
fn of_all<T>(activities: Answer<Page>, take: impl FnOnce(&[Entry]) -> T) -> T {
    activities.with(|it| match it {
        Some(Ok(page)) => take(&page.entries),
        _ => take(&[]),
    })
}

fn filled_weeks(entries: &[Entry]) -> impl Iterator<Item = NaiveDate> {
    entries.iter().filter_map(|it| match place_of(it) {
        Place::Week(monday) => Some(monday),
        _ => None,
    })
}

fn place_of(activity: &Entry) -> Place {
    let Some(week) = week(activity) else { return Place::Idea };
    let over = week < monday(format::today());
    if over && text(activity, "status") == "postponed" { Place::Waiting } else { Place::Week(week) }
}

/// The days that are shown: from this week on, or from the very first.
fn bounds(entries: &[Entry], earlier: bool) -> (NaiveDate, NaiveDate) {
    let this = monday(format::today());
    let weeks: Vec<_> = filled_weeks(entries).chain([this]).collect();
    let first = weeks.iter().min().copied().filter(|_| earlier).unwrap_or(this);
    (first, weeks_on(weeks.into_iter().max().unwrap_or(this), 1))
}

/// A week of the plan; one that isn't over has a line to write another activity on.
pub fn week_section(plan: Plan, monday: NaiveDate) -> AnyView {
    let open = monday >= self::monday(format::today());
    let add = open.then(|| {
        let name = tv("activity-add", &[("week", &format::small(&week_name(monday)))]);
        quick_add(name, Some(monday))
    });
    let heading = view! {
        {week_name(monday)}
        <span>" · " {week_place(monday)}</span>
    };
    section(heading.into_any(), rows(plan, Place::Week(monday)), add)
}

/// Those that are no more than ideas, with a line to write another on.
pub fn idea_section(plan: Plan) -> AnyView {
    let add = quick_add(t("activity-add-idea"), None);
    section(t("activity-ideas").into_any(), rows(plan, Place::Idea), Some(add))
}

/// Those that were postponed and have no new day; nothing when there are none.
pub fn waiting_section(plan: Plan) -> AnyView {
    let any = Memo::new(move |_| !plan.at(Place::Waiting).is_empty());
    let draw = move || {
        let heading = || t("activity-waiting").into_any();
        any.get().then(|| section(heading(), rows(plan, Place::Waiting), None))
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

fn rows(plan: Plan, place: Place) -> AnyView {
    let here = Memo::new(move |_| plan.at(place));
    let came = Memo::new(move |_| plan.came());
    let list = move || {
        let rows: Vec<_> = here.with(|all| {
            all.iter().map(|it| row(it, came.with(|came| came.get(&it.id).copied()))).collect()
        });
        (!rows.is_empty()).then(|| view! { <ul>{rows}</ul> })
    };
    dynamic(list)
}

fn row(activity: &Entry, came: Option<u64>) -> AnyView {
    let place = filled(activity, "place").map(str::to_owned);
    let came = came.filter(|it| *it > 0);
    let came = came.map(|it| tn("activity-came", i64::try_from(it).unwrap_or(i64::MAX)));
    let dated = week(activity).is_some();
    let parts = [dated.then(|| when(activity)), place, came];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a class="fill" href=link::to("activity", activity.id)>
                {leaf(day(activity))}
                <span class="body">
                    <b>{text(activity, "title").to_owned()}</b>
                    <span class="sub">{line}</span>
                </span>
                {tag(activity)}
            </a>
        </li>
    }
    .into_any()
}

/// A leaf of the calendar. Decoration: the day stands beside it in words.
fn leaf(day: Option<NaiveDate>) -> AnyView {
    let Some(day) = day else {
        return view! { <span class="kind kind-activity">{icon(Icon::Calendar)}</span> }.into_any();
    };
    let weekday: String = long_day(day).chars().take(3).collect();
    view! { <span class="kind kind-activity leaf" aria-hidden="true"><b>{day.day()}</b> <i>{weekday}</i></span> }
        .into_any()
}

/// One line: a title and Enter.
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
                maxlength="200"
                enterkeyhint="done"
                prop:value=title
                on:input=typed(move |it| title.set(it))
            />
            <button type="submit" class="round" aria-label=name>{icon(Icon::Plus)}</button>
        </form>
    }
    .into_any()
}

/// Makes the activity; gives the title back when that fails.
async fn make(app: App, week: Option<NaiveDate>, title: String, line: RwSignal<String>) {
    let unsure = week.is_none() || title.ends_with('?');
    let mut fields = Body::new();
    fields.insert("title".to_owned(), title.clone().into());
    fields.insert("status".to_owned(), if unsure { "idea" } else { "planned" }.into());
    fields.insert("responsible".to_owned(), app.me().into());
    if let Some(week) = week {
        fields.insert("week".to_owned(), stored_week(week).into());
    }
    match deeds::make("activity", fields).await {
        Ok(saved) => app.say(t("activity-added"), saved.group),
        Err(fault) => {
            let _ = line.try_set(title);
            app.fail(&fault);
        }
    }
}
