//! The week's activities for the wall: in Norwegian and in one language more.

use chrono::{Datelike, Days, NaiveDate};
use domain::entry::Entry;
use domain::fault::Result;
use domain::kinds::ActivityStatus;
use domain::{Activity, Record, field, written};
use texts::speak::Speak;

use crate::desk::{Desk, text};
use crate::language::{Language, capital};
use crate::sheet::{Block, Lines, Sheet, Words};

/// The days that are always shown; the others only if they have activities.
const WORKING_DAYS: u64 = 5;
/// The statuses that readers have to know. The others concern only the team.
const TOLD: [ActivityStatus; 5] = [
    ActivityStatus::Idea,
    ActivityStatus::Confirmed,
    ActivityStatus::WeatherReserve,
    ActivityStatus::Postponed,
    ActivityStatus::Cancelled,
];

/// The document.
pub async fn sheet(
    desk: &Desk,
    from: Option<NaiveDate>,
    weeks: u8,
    language: Option<&str>,
) -> Result<Sheet> {
    let norwegian = desk.norwegian()?;
    let other = language.map(|it| desk.language(it)).transpose()?;
    let other = other.filter(|it| !it.is_norwegian());
    let languages: Vec<_> = std::iter::once(norwegian).chain(other).collect();
    let mut sheet = desk.sheet(desk.team.say("plan-title"));
    sheet.titled = false;
    sheet.heading(both(&languages, |it| it.text("plan-title", &[])));
    let mut activities = desk.all(Activity::KIND).await?;
    let this_week = monday(desk.today());
    activities.retain(|it| !waits(it, this_week));
    activities.sort_by_cached_key(|it| (day(it), text(it, Activity::TIME).to_owned()));
    let first = monday(from.unwrap_or_else(|| desk.today()));
    for after in 0..u64::from(weeks.clamp(1, 4)) {
        let monday = first.checked_add_days(Days::new(7 * after)).unwrap_or(first);
        week(&mut sheet, &desk.team, monday, &activities, &languages);
    }
    Ok(sheet)
}

fn week(
    sheet: &mut Sheet,
    team: &Language,
    monday: NaiveDate,
    activities: &[Entry],
    languages: &[Language],
) {
    let number = monday.iso_week().week();
    let words = both(languages, |it| format!("{} {number}", it.text("plan-week", &[])));
    sheet.blocks.push(Block::Heading { level: 2, words });
    let mut rows = Vec::new();
    for after in 0..7 {
        let Some(date) = monday.checked_add_days(Days::new(after)) else { continue };
        let here: Vec<_> = activities.iter().filter(|it| day(it) == Some(date)).collect();
        if here.is_empty() && after >= WORKING_DAYS {
            continue;
        }
        let named = |it: &Language| {
            format!("{} {}.{}", capital(&it.weekday(date)), date.day(), date.month())
        };
        rows.push(row(named, &here, languages));
    }
    let loose: Vec<_> = activities.iter().filter(|it| is_loose(it, monday)).collect();
    if !loose.is_empty() {
        rows.push(row(|it| it.text("plan-some-day", &[]), &loose, languages));
    }
    let head = ["paper-day", "paper-what"].map(|it| vec![team.say(it)]).to_vec();
    sheet.blocks.push(Block::Table { head, rows, widths: vec![2, 5] });
}

fn row(named: impl Fn(&Language) -> String, here: &[&Entry], languages: &[Language]) -> Vec<Lines> {
    let what = here.iter().flat_map(|it| activity(it, languages)).collect();
    vec![both(languages, named), what]
}

/// `10.00 Fottur, Sognsvann`, and its status in each language.
fn activity(activity: &Entry, languages: &[Language]) -> Lines {
    let time = written::time(text(activity, Activity::TIME)).zip(languages.first());
    let time = time.map(|(time, it)| it.time(time)).unwrap_or_default();
    let place = text(activity, Activity::PLACE);
    let title = text(activity, Activity::TITLE);
    let title = if place.is_empty() { title.to_owned() } else { format!("{title}, {place}") };
    let parts = [time, title].into_iter().filter(|it| !it.is_empty());
    let line = Words::new("nb", parts.collect::<Vec<_>>().join(" "));
    let status = text(activity, Activity::STATUS);
    let told = TOLD.iter().any(|it| it.name() == status);
    let statuses = languages.iter().filter(|_| told).map(|it| it.say(&format!("plan-{status}")));
    std::iter::once(line).chain(statuses).collect()
}

/// Whether it was postponed from a week that is over and has no new time.
fn waits(activity: &Entry, this_week: NaiveDate) -> bool {
    let week = day(activity).map(monday).or_else(|| field::week(text(activity, Activity::WEEK)));
    let postponed = text(activity, Activity::STATUS) == ActivityStatus::Postponed.name();
    postponed && week.is_some_and(|it| it < this_week)
}

fn day(activity: &Entry) -> Option<NaiveDate> {
    text(activity, Activity::DAY).parse().ok()
}

/// Whether it is in that week, on a day that is not decided.
fn is_loose(activity: &Entry, monday: NaiveDate) -> bool {
    day(activity).is_none() && field::week(text(activity, Activity::WEEK)) == Some(monday)
}

/// The same in each language.
fn both(languages: &[Language], said: impl Fn(&Language) -> String) -> Lines {
    languages.iter().map(|it| it.words(said(it))).collect()
}

fn monday(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}
