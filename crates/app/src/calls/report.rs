//! The figures of a period.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use domain::calls::{self, Answers, GetReport};
use domain::fault::Result;
use domain::kinds::AttendanceStatus;
use domain::views::{ActivityCount, Count, Report, ResidentRow};
use domain::zone::{monday, week};
use domain::{Activity, Fault, Issue, Problem, Zone, read};
use store::{Records, Row};

use crate::App;
use crate::calls::{answer_times, residents, time_zone};

/// A resident is «without contact» after so long.
const LONG: TimeDelta = TimeDelta::days(30);

impl Answers<calls::GetReport> for App {
    async fn answer(&self, call: calls::GetReport) -> Result<Report> {
        self.report(&call)
    }
}

impl App {
    /// Fails with [`Fault::Invalid`] if the period is not valid.
    pub(crate) fn report(&self, asked: &GetReport) -> Result<Report> {
        let GetReport { from, to } = *asked;
        let issues = issues(from, to);
        if !issues.is_empty() {
            return Err(Fault::Invalid { issues });
        }
        let mut store = self.store();
        let records = store.records()?;
        let (zone, today) = (time_zone::of(records)?, self.today_in(records)?);
        let period = time_zone::days(&zone, from, to);
        let visits = records.visit_times(period)?;
        Ok(Report {
            visits: visits.len() as u64,
            visits_by_week: by_week(&zone, [from, to], &visits),
            visits_by_topic: records.visits_by_topic(period)?,
            residents_met: records.residents_met(period)?,
            appointments: records.appointments_by_status(period)?,
            escorts: records.escorts(period)?,
            answers: answer_times::by_partner(records, period)?,
            incidents: records.incidents_by_type(period)?,
            activities: activities(records, from, to)?,
            without_contact: without_contact(records, &zone, to.min(today))?,
        })
    }
}

fn issues(from: NaiveDate, to: NaiveDate) -> Vec<Issue> {
    let implausible = |it: &(&str, NaiveDate)| !(1900..=2200).contains(&it.1.year());
    let days = [("from", from), ("to", to)];
    let mut issues: Vec<_> = days
        .into_iter()
        .filter(implausible)
        .map(|(field, _)| Issue::new(field, Problem::NotADay))
        .collect();
    if issues.is_empty() && to < from {
        issues.push(Issue::new("to", Problem::EndsBeforeStart));
    }
    issues
}

/// The count in each week of the period. `times` are sorted.
fn by_week(zone: &Zone, [from, to]: [NaiveDate; 2], times: &[DateTime<Utc>]) -> Vec<Count> {
    let monday = monday(from);
    let mondays = monday.iter_weeks().take_while(|it| *it <= to);
    let mut times = times.iter().map(|it| zone.day(*it)).peekable();
    let count = |monday: NaiveDate| {
        let mut count = 0;
        while times.next_if(|day| *day < monday + TimeDelta::weeks(1)).is_some() {
            count += 1;
        }
        Count { what: week(monday), count }
    };
    mondays.map(count).collect()
}

fn activities(records: Records, from: NaiveDate, to: NaiveDate) -> Result<Vec<ActivityCount>> {
    let rows = records.activities([from, to], [from, to].map(week))?;
    let mut counts = rows.iter().map(|it| activity(records, it)).collect::<Result<Vec<_>>>()?;
    counts.sort_by_key(|it| (it.day.is_none(), it.day));
    Ok(counts)
}

/// How many came: those ticked and those only counted. How many are signed up.
fn activity(records: Records, row: &Row) -> Result<ActivityCount> {
    let activity: Activity = read(&row.merged.body);
    let counted = activity.headcount.unwrap_or_default().unsigned_abs();
    let came = records.noted(row.id, AttendanceStatus::Came.name())? + counted;
    let signed_up = records.noted(row.id, AttendanceStatus::SignedUp.name())?;
    let status =
        row.merged.body.get(Activity::STATUS).and_then(|it| it.as_str()).unwrap_or_default();
    let (status, day) = (status.to_owned(), activity.day);
    Ok(ActivityCount { id: row.id, title: activity.title, day, status, came, signed_up })
}

/// The residents of that day without contact, those with the oldest or no contact first.
fn without_contact(records: Records, zone: &Zone, to: NaiveDate) -> Result<Vec<ResidentRow>> {
    let before = time_zone::days(zone, to - LONG, to);
    let mut rows = residents::lines(records, &records.without_contact(before, to)?, to)?;
    rows.sort_by_key(|it| it.last_visit);
    Ok(rows)
}
