//! A unit of the building: an apartment, the office, the common house.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::card::Card;
use crate::choice::Choices;
use crate::field::composite::Precision;
use crate::field::{Field, Type};
use crate::kind::Record;
use crate::kinds::Period;

/// A door in the building.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Unit {
    /// The number on the door, in Norway four digits after a letter: `H0304`.
    pub label: String,
    /// The floor, the ground floor being 1 as on Norwegian doors.
    pub floor: Option<i64>,
    /// Rooms besides kitchen and bath.
    pub rooms: Option<i64>,
    /// Whether a wheelchair gets in and around.
    pub accessible: bool,
    /// What it is for.
    #[serde(rename = "use")]
    pub used_as: Option<UnitUse>,
    /// The rent a month, in øre.
    pub rent: Option<i64>,
    /// When it cannot be used.
    pub closed: Option<Period>,
    /// Anything else a colleague should know.
    pub remarks: String,
}

/// What a unit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum UnitUse {
    /// Somebody lives there.
    Apartment,
    /// The team works there.
    Office,
    /// Everybody uses it.
    Common,
}

impl UnitUse {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("unit-use", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Unit {
    pub const LABEL: &'static str = "label";
    pub const FLOOR: &'static str = "floor";
    pub const ROOMS: &'static str = "rooms";
    pub const ACCESSIBLE: &'static str = "accessible";
    pub const USE: &'static str = "use";
    pub const RENT: &'static str = "rent";
    pub const CLOSED: &'static str = "closed";
    pub const REMARKS: &'static str = "remarks";
}

impl Record for Unit {
    const KIND: &'static str = "unit";
    const CARD: Card = Card::new("Door");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::LABEL, Type::Line).required().searched(),
        Field::new(Self::FLOOR, Type::Number { least: -5, most: 60 }),
        Field::new(Self::ROOMS, Type::Number { least: 0, most: 20 }),
        Field::new(Self::ACCESSIBLE, Type::Flag),
        Field::new(Self::USE, Type::Choice(&UnitUse::CHOICES)),
        Field::new(Self::RENT, Type::Money).later(),
        Field::new(Self::CLOSED, Type::Period(Precision::Moment)).later(),
        Field::new(Self::REMARKS, Type::Text).searched(),
    ];
}
