//! A partner: whom to call, and what they answer for.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::card::Card;
use crate::choice::{Choices, Topic};
use crate::field::{Field, Type};
use crate::kind::Record;

/// An office or person outside the team that residents and the team turn to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Partner {
    /// What everybody calls it.
    pub name: String,
    /// What sort of partner it is.
    pub kind: Option<PartnerKind>,
    /// The number to call.
    pub phone: String,
    /// Where to write; never with anything sensitive in it.
    pub email: String,
    /// When they answer, in words.
    pub hours: String,
    /// What they answer for.
    pub topics: Vec<String>,
    /// What a colleague needs to know: whom to ask for, when to call.
    pub remarks: String,
    /// Whether referrals reach them inside the app.
    pub in_app: bool,
}

/// The sorts of partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PartnerKind {
    /// The labour and welfare administration.
    Nav,
    /// Whoever owns the building.
    Landlord,
    /// The office that allocates municipal housing.
    HousingOffice,
    /// A general practitioner.
    Gp,
    /// Any other health service.
    Health,
    /// The police.
    Police,
    /// Schools and adult education.
    School,
    /// Volunteers.
    Volunteer,
    /// Interpreting services.
    Interpreter,
    /// Anybody else.
    Other,
}

impl PartnerKind {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("partner-kind", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Partner {
    pub const NAME: &'static str = "name";
    pub const SORT: &'static str = "kind";
    pub const PHONE: &'static str = "phone";
    pub const EMAIL: &'static str = "email";
    pub const HOURS: &'static str = "hours";
    pub const TOPICS: &'static str = "topics";
    pub const REMARKS: &'static str = "remarks";
    pub const IN_APP: &'static str = "in_app";
}

impl Record for Partner {
    const KIND: &'static str = "partner";
    const CARD: Card = Card::new("Partners");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::NAME, Type::Line).required().searched(),
        Field::new(Self::SORT, Type::Choice(&PartnerKind::CHOICES)).searched(),
        Field::new(Self::PHONE, Type::Phone).searched(),
        Field::new(Self::EMAIL, Type::Email),
        Field::new(Self::HOURS, Type::Line),
        Field::new(Self::TOPICS, Type::Choices(&Topic::CHOICES)).searched(),
        Field::new(Self::REMARKS, Type::Text).searched(),
        Field::new(Self::IN_APP, Type::Flag),
    ];
}
