//! A conversation with residents: the drop-in that the work is made of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::{Choices, Topic};
use crate::field::{Field, Type};
use crate::kind::{Order, Record};

/// Somebody asked something, and somebody answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// With whom; empty when it was somebody unknown.
    pub residents: Vec<Id>,
    /// What it was about.
    pub topics: Vec<Topic>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

/// Who interpreted a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

/// What we did: the line between helping and answering «på vegne av Nav».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

impl Visit {
    /// What a record that was made of a conversation says about how that ended: fields and their
    /// values, for where nobody has said otherwise.
    #[must_use]
    pub fn ending(made: &str) -> &'static [(&'static str, &'static str)] {
        match made {
            "follow-up" => &[("outcome", "follow-up")],
            "referral" => &[("outcome", "referred"), ("our_part", "passed-on")],
            _ => &[],
        }
    }
}

const PLACES: Choices = Choices { name: "place", values: Place::VARIANTS };
const INTERPRETING: Choices = Choices { name: "interpreting", values: Interpreting::VARIANTS };
const OUR_PART: Choices = Choices { name: "our-part", values: OurPart::VARIANTS };
const OUTCOMES: Choices = Choices { name: "outcome", values: Outcome::VARIANTS };

impl Record for Visit {
    const KIND: &'static str = "visit";
    const ORDER: Order = Order::When("at");
    const FIELDS: &'static [Field] = &[
        Field::new("at", Type::Moment).required(),
        Field::new("residents", Type::Links("resident")),
        Field::new("topics", Type::Choices(&Topic::CHOICES)).required().searched(),
        Field::new("place", Type::Choice(&PLACES)),
        Field::new("minutes", Type::Number { least: 0, most: 1440 }),
        Field::new("language", Type::Language),
        Field::new("interpreter", Type::Choice(&INTERPRETING)),
        Field::new("our_part", Type::Choice(&OUR_PART)),
        Field::new("note", Type::Text).searched(),
        Field::new("outcome", Type::Choice(&OUTCOMES)).significant(),
    ];
}
