//! An activity, from the first idea until it is over.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

/// Something to do together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Activity {
    /// What it is.
    pub title: String,
    /// Which day.
    pub day: Option<NaiveDate>,
    /// What time, `HH:MM` at the building.
    pub time: Option<String>,
    /// Which week, `2024-W11`, where the day isn't decided; a day wins over it.
    pub week: Option<String>,
    /// Where.
    pub place: String,
    /// How sure it is.
    pub status: Option<ActivityStatus>,
    /// Why it was postponed or cancelled.
    pub why: String,
    /// Which worker sees to it.
    pub responsible: String,
    /// How many there is room for.
    pub capacity: Option<i64>,
    /// Whether names are taken.
    pub attendance: Option<AttendanceMode>,
    /// How many came whose names were not taken.
    pub headcount: Option<i64>,
    /// Anything else.
    pub remarks: String,
}

/// How sure an activity is: the words of the teams' own week plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ActivityStatus {
    /// «?»
    Idea,
    /// It stands in the plan.
    Planned,
    /// «booket»
    Booked,
    /// «(bekreftet)»
    Confirmed,
    /// «m/værforbehold»
    WeatherReserve,
    /// «(Utsatt)»
    Postponed,
    /// It won't take place.
    Cancelled,
    /// It took place.
    Done,
}

/// How attendance is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttendanceMode {
    /// Resident by resident.
    Names,
    /// As a number: coffee that «omtrent ti» came to.
    Headcount,
}

/// More come to nothing that a building arranges.
const MOST_PEOPLE: i64 = 10_000;
const STATUSES: Choices = Choices { name: "activity-status", values: ActivityStatus::VARIANTS };
const MODES: Choices = Choices { name: "attendance-mode", values: AttendanceMode::VARIANTS };

impl Record for Activity {
    const KIND: &'static str = "activity";
    const ORDER: Order = Order::When("day");
    const FIELDS: &'static [Field] = &[
        Field::new("title", Type::Line).required().searched(),
        Field::new("status", Type::Choice(&STATUSES)).required().otherwise("planned").significant(),
        Field::new("day", Type::Day).ruled().significant(),
        Field::new("time", Type::Time).significant(),
        Field::new("week", Type::Week),
        Field::new("place", Type::Line).searched(),
        Field::new("why", Type::Line).searched().later(),
        Field::new("responsible", Type::Worker).significant().later(),
        Field::new("capacity", Type::Number { least: 0, most: MOST_PEOPLE }).later(),
        Field::new("attendance", Type::Choice(&MODES)).later(),
        Field::new("headcount", Type::Tally { most: MOST_PEOPLE }).later(),
        Field::new("remarks", Type::Text).searched().later(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let someday = self.status == Some(ActivityStatus::Idea);
        let undated = self.day.is_none() && self.week.is_none() && !someday;
        undated.then(|| Issue::new("day", Problem::Missing)).into_iter().collect()
    }
}
