//! What a site has made of a topic: its name, its place, and who answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::card::Card;
use crate::choice::Owner;
use crate::field::composite::pick;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::{InLanguage, Partner};

/// A topic as a site has it. A topic that every site begins with has a record only once the site has
/// changed something; the record's id is made from the topic. The id of an own topic's record is its
/// value in other records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteTopic {
    /// What it is called here; empty where it has the name that every site begins with.
    pub name: Vec<InLanguage>,
    /// Who answers for it.
    pub owner: Option<Owner>,
    /// The partner that a question is passed on to.
    pub partner: Option<Id>,
    /// Whether the site wants no particular partner, not even the likeliest.
    pub no_partner: bool,
    /// Whether it is offered no more. Records that have it keep it.
    pub hidden: bool,
    /// Its place among all, counted from one.
    pub place: Option<i64>,
}

impl InLanguage {
    /// The text in a language, or in the next best.
    pub fn pick<'a>(texts: &'a [Self], wanted: &str) -> &'a str {
        pick(texts.iter().map(|it| (it.language.as_str(), it.text.as_str())), wanted)
    }
}

/// Most characters of a name, so that it fits on a chip.
const NAME_LIMIT: usize = 60;
/// The last place.
const PLACES: i64 = 10_000;

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl SiteTopic {
    pub const NAME: &'static str = "name";
    pub const OWNER: &'static str = "owner";
    pub const PARTNER: &'static str = "partner";
    pub const NO_PARTNER: &'static str = "no_partner";
    pub const HIDDEN: &'static str = "hidden";
    pub const PLACE: &'static str = "place";
}

impl Record for SiteTopic {
    const KIND: &'static str = "site-topic";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Talk");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::NAME, Type::Texts),
        Field::new(Self::OWNER, Type::Choice(&Owner::CHOICES)).hidden(),
        Field::new(Self::PARTNER, Type::Link(Partner::KIND)).hidden(),
        Field::new(Self::NO_PARTNER, Type::Flag).hidden(),
        Field::new(Self::HIDDEN, Type::Flag),
        Field::new(Self::PLACE, Type::Number { least: 1, most: PLACES }).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let long = self.name.iter().any(|it| it.text.chars().count() > NAME_LIMIT);
        let lines = self.name.iter().any(|it| it.text.contains(['\n', '\r']));
        let problem = if long {
            Some(Problem::TooLong { most: NAME_LIMIT })
        } else {
            lines.then_some(Problem::NotOneLine)
        };
        problem.into_iter().map(|it| Issue::new(Self::NAME, it)).collect()
    }
}
