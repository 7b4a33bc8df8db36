//! A member of the team.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::field::composite::Precision;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::Record;
use crate::kinds::{Hours, Period};

/// A person who works, or worked, at the site. A device belongs to a member, who may have several.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The languages they speak, BCP 47 tags.
    pub languages: Vec<String>,
    /// Their number.
    pub phone: String,
    /// The days and hours when they are at the site.
    pub hours: Vec<Hours>,
    /// When they are away, the last day included.
    pub away: Option<Period>,
    /// The first day in the team.
    pub first: Option<NaiveDate>,
    /// The last day in the team.
    pub last: Option<NaiveDate>,
    /// Whether they lead the team.
    pub lead: bool,
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Member {
    pub const NAME: &'static str = "name";
    pub const LANGUAGES: &'static str = "languages";
    pub const PHONE: &'static str = "phone";
    pub const HOURS: &'static str = "hours";
    pub const AWAY: &'static str = "away";
    pub const FIRST: &'static str = "first";
    pub const LAST: &'static str = "last";
    pub const LEAD: &'static str = "lead";
}

impl Record for Member {
    const KIND: &'static str = "member";
    const CARD: Card = Card::new("Person");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::NAME, Type::Line).required().searched(),
        Field::new(Self::LANGUAGES, Type::Languages).searched(),
        Field::new(Self::PHONE, Type::Phone).searched(),
        Field::new(Self::HOURS, Type::Hours),
        Field::new(Self::AWAY, Type::Period(Precision::Day)),
        Field::new(Self::FIRST, Type::Day).significant().later(),
        Field::new(Self::LAST, Type::Day).significant().later(),
        Field::new(Self::LEAD, Type::Flag).significant().later(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let ends = matches!((self.first, self.last), (Some(first), Some(last)) if last < first);
        ends.then(|| Issue::new(Self::LAST, Problem::EndsBeforeStart)).into_iter().collect()
    }
}

impl Member {
    /// Whether they have left the team by `today`.
    pub fn has_left(&self, today: NaiveDate) -> bool {
        self.last.is_some_and(|it| it < today)
    }
}
