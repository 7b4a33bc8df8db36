//! A notice: a resident is told, in a language they read, that the team leaves and who comes after.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::kind::{Identity, Order, Record};
use crate::kinds::{Handover, Interpreting, Resident};

/// How a resident was told, by whom, and what they said back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// The handover.
    pub handover: Option<Id>,
    /// The resident.
    pub resident: Option<Id>,
    /// In which language.
    pub language: String,
    /// Where.
    pub place: Option<NoticePlace>,
    /// The member who told them.
    pub told_by: String,
    /// When they were told; not yet, when empty.
    pub told_at: Option<DateTime<Utc>>,
    /// Who interpreted.
    pub interpreter: Option<Interpreting>,
    /// What they said back in their own words.
    pub said_back: String,
    /// What they want.
    pub wishes: Vec<Wish>,
    /// How many times they were not at home.
    pub not_home: Option<i64>,
}

/// Where a resident was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum NoticePlace {
    /// At their door.
    Door,
    /// In the office.
    Office,
    /// By phone.
    Phone,
    /// At a meeting.
    Meeting,
    /// In writing.
    InWriting,
}

impl NoticePlace {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("notice-place", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// What a resident wants before the team leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Wish {
    /// To meet the receivers together with us.
    MeetTogether,
    /// To call them together with us.
    CallTogether,
    /// A slip with the numbers.
    Numbers,
}

impl Wish {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("notice-wish", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Notice {
    pub const HANDOVER: &'static str = "handover";
    pub const RESIDENT: &'static str = "resident";
    pub const LANGUAGE: &'static str = "language";
    pub const PLACE: &'static str = "place";
    pub const TOLD_BY: &'static str = "told_by";
    pub const TOLD_AT: &'static str = "told_at";
    pub const INTERPRETER: &'static str = "interpreter";
    pub const SAID_BACK: &'static str = "said_back";
    pub const WISHES: &'static str = "wishes";
    pub const NOT_HOME: &'static str = "not_home";
}

impl Record for Notice {
    const KIND: &'static str = "notice";
    const ORDER: Order = Order::When(Self::TOLD_AT);
    const CARD: Card = Card::new("Message").title(&[Self::RESIDENT]).quote(Self::SAID_BACK);
    const IDENTITY: Identity = Identity::Of(&[Self::HANDOVER, Self::RESIDENT]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::HANDOVER, Type::Link(Handover::KIND)).required().hidden(),
        Field::new(Self::RESIDENT, Type::Link(Resident::KIND)).required().hidden(),
        Field::new(Self::LANGUAGE, Type::Language),
        Field::new(Self::PLACE, Type::Choice(&NoticePlace::CHOICES)),
        Field::new(Self::TOLD_BY, Type::Member),
        Field::new(Self::TOLD_AT, Type::Moment).significant(),
        Field::new(Self::INTERPRETER, Type::Choice(&Interpreting::CHOICES)),
        Field::new(Self::SAID_BACK, Type::Text),
        Field::new(Self::WISHES, Type::Choices(&Wish::CHOICES)),
        Field::new(Self::NOT_HOME, Type::Tally { most: 99 }),
    ];
}
