//! An activity, from the first idea until it is over.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::AgendaLine;
use crate::life::{Life, Standing, State, Tone};

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
    /// The member who sees to it.
    pub responsible: String,
    /// How many there is room for.
    pub capacity: Option<i64>,
    /// Whether names are taken.
    pub attendance: Option<AttendanceMode>,
    /// How many came whose names were not taken.
    pub headcount: Option<i64>,
    /// What is to be talked about, where it is a meeting.
    pub agenda: Vec<AgendaLine>,
    /// Anything else.
    pub remarks: String,
}

/// How sure an activity is: the words of the teams' own week plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
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

impl ActivityStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("activity-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How attendance is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttendanceMode {
    /// Resident by resident.
    Names,
    /// As a number: coffee that «omtrent ti» came to.
    Headcount,
}

impl AttendanceMode {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("attendance-mode", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// Upper bound for a plausible head count.
const MOST_PEOPLE: i64 = 10_000;
const STATES: &[State] = &[
    State::new(ActivityStatus::Idea.name(), Standing::Planned),
    State::new(ActivityStatus::Planned.name(), Standing::Planned),
    State::new(ActivityStatus::Booked.name(), Standing::Planned).tone(Tone::Info),
    State::new(ActivityStatus::Confirmed.name(), Standing::Planned).tone(Tone::Accent),
    State::new(ActivityStatus::WeatherReserve.name(), Standing::Planned).tone(Tone::Warm),
    State::new(ActivityStatus::Postponed.name(), Standing::Planned).tone(Tone::Warm),
    State::new(ActivityStatus::Cancelled.name(), Standing::Over),
    State::new(ActivityStatus::Done.name(), Standing::Over).tone(Tone::Accent),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Activity {
    pub const TITLE: &'static str = "title";
    pub const STATUS: &'static str = "status";
    pub const DAY: &'static str = "day";
    pub const TIME: &'static str = "time";
    pub const WEEK: &'static str = "week";
    pub const PLACE: &'static str = "place";
    pub const WHY: &'static str = "why";
    pub const RESPONSIBLE: &'static str = "responsible";
    pub const CAPACITY: &'static str = "capacity";
    pub const ATTENDANCE: &'static str = "attendance";
    pub const HEADCOUNT: &'static str = "headcount";
    pub const AGENDA: &'static str = "agenda";
    pub const REMARKS: &'static str = "remarks";
}

impl Record for Activity {
    const KIND: &'static str = "activity";
    const ORDER: Order = Order::When(Self::DAY);
    const CARD: Card = Card::new("Calendar");
    const LIFE: Option<Life> = Some(Life::new(Self::STATUS, STATES).owner(Self::RESPONSIBLE));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::TITLE, Type::Line).required().searched(),
        Field::new(Self::STATUS, Type::Choice(&ActivityStatus::CHOICES))
            .required()
            .otherwise(ActivityStatus::Planned.name())
            .significant(),
        Field::new(Self::DAY, Type::Day).ruled().significant(),
        Field::new(Self::TIME, Type::Time).significant(),
        Field::new(Self::WEEK, Type::Week),
        Field::new(Self::PLACE, Type::Line).searched(),
        Field::new(Self::WHY, Type::Line).searched().later(),
        Field::new(Self::RESPONSIBLE, Type::Member).significant().later(),
        Field::new(Self::CAPACITY, Type::Number { least: 0, most: MOST_PEOPLE }).later(),
        Field::new(Self::ATTENDANCE, Type::Choice(&AttendanceMode::CHOICES)).later(),
        Field::new(Self::HEADCOUNT, Type::Tally { most: MOST_PEOPLE }).later(),
        Field::new(Self::AGENDA, Type::Agenda).searched().later(),
        Field::new(Self::REMARKS, Type::Text).searched().later(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let someday = self.status == Some(ActivityStatus::Idea);
        let undated = self.day.is_none() && self.week.is_none() && !someday;
        undated.then(|| Issue::new(Self::DAY, Problem::Missing)).into_iter().collect()
    }
}
