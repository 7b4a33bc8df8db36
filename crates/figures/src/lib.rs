//! The figures of a month as tables, for the page, its charts, files and paper. The form that leaves the team names no
//! one, and hides small numbers by which a person could be recognised.

use domain::choice::Topic;
use domain::kinds::ActivityStatus;
use domain::kinds::{AppointmentStatus, IncidentType};
use domain::views::{ActivityCount, AnswerCount, Count, Report};

use texts::speak::Speak;

/// From this number on, a count says nothing about any one person.
const ENOUGH: u64 = 5;

/// A number, as far as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The number.
    Exact(u64),
    /// There were some, but fewer than five.
    Few,
    /// Not told, because it and a sum would reveal what `Few` stands for.
    Hidden,
}

impl Figure {
    /// In words.
    pub fn words(self, speak: &dyn Speak) -> String {
        match self {
            Self::Exact(number) => number.to_string(),
            Self::Few => speak.text("report-few", &[]),
            Self::Hidden => speak.text("report-hidden", &[]),
        }
    }
}

/// One table of the report.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name among the tables.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
    /// The numbers to draw, each with its name; none if a chart would say no more.
    pub bars: Vec<(String, Figure)>,
}

/// The whole report as rows of one sheet, under `heading`, in the form that may leave the team.
pub fn rows(speak: &dyn Speak, report: &Report, heading: String) -> Vec<Vec<String>> {
    let mut rows = vec![vec![heading]];
    for table in tables(speak, report, true) {
        rows.extend([Vec::new(), vec![table.title], table.head]);
        rows.extend(table.rows);
    }
    rows
}

/// Every table; with `shared` in the form that may leave the team.
pub fn tables(speak: &dyn Speak, report: &Report, shared: bool) -> Vec<Table> {
    let one = |name, list: &'static str, counts: &[Count]| {
        counted(speak, name, figures(counts, shared), |it| speak.label(list, it))
    };
    let weeks = weeks(&report.visits_by_week, shared);
    vec![
        totals(speak, report, shared),
        counted(speak, "weeks", weeks, |it| week(speak, it)),
        one("topics", Topic::CHOICES.name, &report.visits_by_topic),
        one("appointments", AppointmentStatus::CHOICES.name, &report.appointments),
        answers(speak, &report.answers, shared),
        one("incidents", IncidentType::CHOICES.name, &report.incidents),
        activities(speak, &report.activities, shared),
        without_contact(speak, report, shared),
    ]
}

fn figure(count: u64, shared: bool) -> Figure {
    if shared && (1..ENOUGH).contains(&count) { Figure::Few } else { Figure::Exact(count) }
}

fn figures(counts: &[Count], shared: bool) -> Vec<(&str, Figure)> {
    counts.iter().map(|it| (it.what.as_str(), figure(it.count, shared))).collect()
}

/// The weeks. Their sum would reveal a single `Few`, so one more week is hidden with it.
fn weeks(counts: &[Count], shared: bool) -> Vec<(&str, Figure)> {
    let mut weeks = figures(counts, shared);
    let few = weeks.iter().filter(|it| it.1 == Figure::Few).count();
    let least = counts.iter().enumerate().filter(|(_, it)| it.count >= ENOUGH);
    if let (1, Some((at, _))) = (few, least.min_by_key(|(_, it)| it.count)) {
        weeks[at].1 = Figure::Hidden;
    }
    weeks
}

fn totals(speak: &dyn Speak, report: &Report, shared: bool) -> Table {
    let totals = [
        (speak.text("report-visits", &[]), report.visits),
        (speak.text("report-residents", &[]), report.residents_met),
        (speak.text("report-escorts", &[]), report.escorts),
    ];
    let row = |(what, count): (String, u64)| vec![what, figure(count, shared).words(speak)];
    table(speak, "totals", totals.map(row).to_vec())
}

fn counted(
    speak: &dyn Speak,
    name: &'static str,
    counts: Vec<(&str, Figure)>,
    called: impl Fn(&str) -> String,
) -> Table {
    let bars: Vec<_> = counts.into_iter().map(|(what, figure)| (called(what), figure)).collect();
    let rows = bars.iter().map(|(what, figure)| vec![what.clone(), figure.words(speak)]).collect();
    Table { bars, ..table(speak, name, rows) }
}

fn answers(speak: &dyn Speak, partners: &[AnswerCount], shared: bool) -> Table {
    let row = |it: &AnswerCount| {
        let told = !shared || it.answered >= ENOUGH;
        let days = it.days.filter(|_| told).map_or_else(|| "–".to_owned(), |it| it.to_string());
        let [sent, answered] = [it.sent, it.answered].map(|it| figure(it, shared).words(speak));
        vec![it.partner.clone(), sent, answered, days]
    };
    table(speak, "asked-of-partners", partners.iter().map(row).collect())
}

fn activities(speak: &dyn Speak, activities: &[ActivityCount], shared: bool) -> Table {
    let row = |it: &ActivityCount| {
        let day = it.day.map(|it| speak.date(it)).unwrap_or_default();
        let status = speak.label(ActivityStatus::CHOICES.name, &it.status);
        vec![it.title.clone(), day, status, figure(it.came, shared).words(speak)]
    };
    table(speak, "activities", activities.iter().map(row).collect())
}

/// The residents without contact: names within the team, a number outside it.
fn without_contact(speak: &dyn Speak, report: &Report, shared: bool) -> Table {
    let residents = &report.without_contact;
    let count = u64::try_from(residents.len()).unwrap_or(u64::MAX);
    let rows = if shared {
        vec![vec![figure(count, shared).words(speak)]]
    } else {
        residents.iter().map(|it| vec![it.called.clone()]).collect()
    };
    table(speak, "without", rows)
}

/// A table with the texts of that name: `report-NAME` with an attribute for each column.
fn table(speak: &dyn Speak, name: &'static str, rows: Vec<Vec<String>>) -> Table {
    let message = format!("report-{name}");
    let columns: &[&str] = match name {
        "asked-of-partners" => &["partner", "sent", "answered", "days"],
        "activities" => &["title", "day", "status", "came"],
        "without" => &["who"],
        _ => &["what", "count"],
    };
    let head = columns.iter().map(|it| speak.label(&message, it)).collect();
    Table { name, title: speak.text(&message, &[]), head, rows, bars: Vec::new() }
}

/// `Uke 47`, from `2026-W47`.
fn week(speak: &dyn Speak, stored: &str) -> String {
    let number = stored.split("-W").nth(1).unwrap_or(stored);
    speak.text("week-number", &[("n", number.trim_start_matches('0'))])
}

#[cfg(test)]
mod tests {
    use domain::views::ResidentRow;

    use super::*;

    fn count(what: &str, count: u64) -> Count {
        Count { what: what.to_owned(), count }
    }

    #[test]
    fn few_are_not_told_outside_the_team_and_cannot_be_worked_out() {
        let all = [count("a", 9), count("b", 3), count("c", 6), count("d", 0)];
        let told: Vec<_> = weeks(&all, true).into_iter().map(|it| it.1).collect();
        assert_eq!(told, [Figure::Exact(9), Figure::Few, Figure::Hidden, Figure::Exact(0)]);
        assert_eq!(weeks(&all, false)[1].1, Figure::Exact(3));
    }

    /// Says the name of each text.
    struct Names;

    impl Speak for Names {
        fn text(&self, id: &str, _: &[(&str, &str)]) -> String {
            id.to_owned()
        }

        fn label(&self, _: &str, value: &str) -> String {
            value.to_owned()
        }

        fn date(&self, day: chrono::NaiveDate) -> String {
            day.to_string()
        }
    }

    #[test]
    fn no_resident_is_named_outside_the_team() {
        let resident = ResidentRow { called: "Rahel".to_owned(), ..ResidentRow::default() };
        let report = Report { without_contact: vec![resident], ..Report::default() };
        assert!(!format!("{:?}", rows(&Names, &report, String::new())).contains("Rahel"));
        assert!(format!("{:?}", tables(&Names, &report, false)).contains("Rahel"));
    }
}
