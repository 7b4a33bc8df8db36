//! A conversation with residents: the drop-in that the work is made of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::{Choices, Topic};
use crate::field::{Field, Type};
use crate::kind::{Order, Record};
use crate::kinds::Resident;
use crate::life::{Life, Standing, State, Tone};

/// Somebody asked something, and somebody answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// With whom; empty when it was somebody unknown.
    pub residents: Vec<Id>,
    /// What it was about.
    pub topics: Vec<String>,
    /// Where.
    pub place: Option<Place>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// The language spoken, a BCP 47 tag.
    pub language: Option<String>,
    /// Who interpreted.
    pub interpreter: Option<Interpreting>,
    /// What we did about a matter that is somebody else's.
    pub our_part: Option<OurPart>,
    /// What was said, in the worker's words.
    pub note: String,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// Where a conversation took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Place {
    /// The team's office.
    Office,
    /// The resident's apartment.
    AtHome,
    /// The house everybody uses.
    CommonHouse,
    /// Outdoors.
    Outside,
    /// By telephone.
    Phone,
    /// In writing.
    Message,
}

impl Place {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("place", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// Who interpreted a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Interpreting {
    /// Nobody.
    None,
    /// An interpreter by phone.
    Phone,
    /// An interpreter in the room.
    OnSite,
    /// A relative or friend.
    Relative,
    /// A colleague.
    Colleague,
}

impl Interpreting {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("interpreting", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// What we did: the line between helping and answering «på vegne av Nav».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum OurPart {
    /// Listened.
    Listened,
    /// Gave advice.
    Advised,
    /// Carried a message.
    CarriedMessage,
    /// Passed the matter on.
    PassedOn,
}

impl OurPart {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("our-part", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome {
    /// It is settled.
    Settled,
    /// We have something to do.
    FollowUp,
    /// Somebody else has.
    Referred,
}

impl Outcome {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("outcome", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(Outcome::FollowUp.name(), Standing::Loose).tone(Tone::Warm),
    State::new(Outcome::Settled.name(), Standing::Over),
    State::new(Outcome::Referred.name(), Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Visit {
    pub const AT: &'static str = "at";
    pub const RESIDENTS: &'static str = "residents";
    pub const TOPICS: &'static str = "topics";
    pub const PLACE: &'static str = "place";
    pub const MINUTES: &'static str = "minutes";
    pub const LANGUAGE: &'static str = "language";
    pub const INTERPRETER: &'static str = "interpreter";
    pub const OUR_PART: &'static str = "our_part";
    pub const NOTE: &'static str = "note";
    pub const OUTCOME: &'static str = "outcome";
}

impl Record for Visit {
    const KIND: &'static str = "visit";
    const ORDER: Order = Order::When(Self::AT);
    const CARD: Card = Card::new("Talk").title(&[Self::TOPICS]).quote(Self::NOTE);
    const LIFE: Option<Life> = Some(Life::new(Self::OUTCOME, STATES));
    const FIELDS: &'static [Field] = &[
        Field::new(Self::AT, Type::Moment).required(),
        Field::new(Self::RESIDENTS, Type::Links(Resident::KIND)),
        Field::new(Self::TOPICS, Type::Choices(&Topic::CHOICES)).required().searched(),
        Field::new(Self::PLACE, Type::Choice(&Place::CHOICES)),
        Field::new(Self::MINUTES, Type::Number { least: 0, most: 1440 }),
        Field::new(Self::LANGUAGE, Type::Language),
        Field::new(Self::INTERPRETER, Type::Choice(&Interpreting::CHOICES)),
        Field::new(Self::OUR_PART, Type::Choice(&OurPart::CHOICES)),
        Field::new(Self::NOTE, Type::Text).searched(),
        Field::new(Self::OUTCOME, Type::Choice(&Outcome::CHOICES)).significant(),
    ];
}
