//! The week plan for the wall: each day in Norwegian and in one more language.

use chrono::{Datelike, Days, NaiveDate};
use domain::Activity;
use domain::entry::Entry;
use domain::kinds::ActivityStatus;
use leptos::prelude::*;
use texts::residents::WEEKDAYS;

use crate::kit::format::capital;
use crate::nouns::activity::words::{day, time};
use crate::record::resident_texts::Texts;
use crate::record::values::{filled, text};

/// The days that are always shown; the others only if they have activities.
const WORKING_DAYS: usize = 5;
/// The statuses that readers have to know. The others concern only the team.
const TOLD: [&str; 5] = [
    ActivityStatus::Idea.name(),
    ActivityStatus::Confirmed.name(),
    ActivityStatus::WeatherReserve.name(),
    ActivityStatus::Postponed.name(),
    ActivityStatus::Cancelled.name(),
];

/// A week: its days with their activities, then the activities without a day.
pub fn week(monday: NaiveDate, activities: &[Entry], languages: &[Texts]) -> AnyView {
    let number = monday.iso_week().week();
    let headings = languages.iter().map(|texts| {
        let words = format!("{} {number}", texts.say("plan-week"));
        view! { <span lang=texts.language dir=texts.dir()>{words}</span> }
    });
    let days = (0..).zip(WEEKDAYS).filter_map(|(after, weekday)| {
        let date = monday + Days::new(after);
        let here = on(activities, Some(date));
        let wanted =
            !here.is_empty() || date.weekday().number_from_monday() as usize <= WORKING_DAYS;
        let name = |texts: &Texts| named(&texts.say(&format!("weekday.{weekday}")), date);
        wanted.then(|| line(name, &here, languages))
    });
    let undated = on(activities, None);
    let undated = (!undated.is_empty())
        .then(|| line(|texts| texts.say("plan-some-day"), &undated, languages));
    view! {
        <section class="plan-week">
            <h2>{headings.collect_view()}</h2>
            <ul>{days.collect_view()} {undated}</ul>
        </section>
    }
    .into_any()
}

/// `Mandag 16.11`: in figures, which all can read.
fn named(weekday: &str, date: NaiveDate) -> String {
    format!("{} {}.{}", capital(weekday), date.day(), date.month())
}

fn on(activities: &[Entry], date: Option<NaiveDate>) -> Vec<&Entry> {
    activities.iter().filter(|it| day(it) == date).collect()
}

/// A day: its name on either side, and its activities in between.
fn line(name: impl Fn(&Texts) -> String, activities: &[&Entry], languages: &[Texts]) -> AnyView {
    let mut days = languages.iter().map(|texts| {
        view! { <p class="plan-day" lang=texts.language dir=texts.dir()>{name(texts)}</p> }
    });
    let first = days.next();
    let other: Vec<_> = days.collect();
    let activities = activities.iter().map(|it| activity(it, languages));
    view! {
        <li>
            {first}
            <div class="plan-what">{activities.collect_view()}</div>
            {other}
        </li>
    }
    .into_any()
}

fn activity(activity: &Entry, languages: &[Texts]) -> AnyView {
    let status = text(activity, Activity::STATUS);
    let words = TOLD.contains(&status).then(|| {
        let one = |texts: &Texts| {
            let words = texts.say(&format!("plan-{status}"));
            view! { <span lang=texts.language dir=texts.dir()>{words}</span> }
        };
        let words = languages.iter().map(one).collect_view();
        view! { <p class="plan-status">{words}</p> }
    });
    let place = filled(activity, Activity::PLACE).map(str::to_owned);
    let line: Vec<_> = time(activity).into_iter().chain(place).collect();
    let called_off = status == ActivityStatus::Cancelled.name();
    view! {
        <article class:off=called_off>
            <h3 dir="auto">{text(activity, Activity::TITLE).to_owned()}</h3>
            <p dir="auto">{line.join(" · ")}</p>
            {words}
        </article>
    }
    .into_any()
}
