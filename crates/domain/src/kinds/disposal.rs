//! A disposal: a device is emptied, and says so itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::kind::{Identity, Order, Record};
use crate::kinds::Handover;

/// What became of a device that left. The device signs it, as it signs all that is recorded on it: first that
/// everything on it was sent, and as its last word, once nothing is on it any more, that it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Disposal {
    /// The device.
    pub device_id: String,
    /// The handover by which it leaves.
    pub handover: Option<Id>,
    /// The member whose it was.
    pub owner: String,
    /// When everything on it had been sent, and its emptying began.
    pub begun: Option<DateTime<Utc>>,
    /// When it was empty.
    pub emptied: Option<DateTime<Utc>>,
    /// What was destroyed on it.
    pub destroyed: Vec<Destroyed>,
    /// What a lead knows of a device that cannot say itself that it is empty.
    pub noted: String,
    /// The lead.
    pub noted_by: String,
}

/// What is destroyed on a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Destroyed {
    /// The key that opens what was stored.
    DataKey,
    /// The files with what was stored.
    DataFiles,
}

impl Destroyed {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("destroyed", Self::VARIANTS);
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Disposal {
    pub const DEVICE: &'static str = "device_id";
    pub const HANDOVER: &'static str = "handover";
    pub const OWNER: &'static str = "owner";
    pub const BEGUN: &'static str = "begun";
    pub const EMPTIED: &'static str = "emptied";
    pub const DESTROYED: &'static str = "destroyed";
    pub const NOTED: &'static str = "noted";
    pub const NOTED_BY: &'static str = "noted_by";
}

impl Record for Disposal {
    const KIND: &'static str = "disposal";
    const ORDER: Order = Order::When(Self::BEGUN);
    const CARD: Card = Card::new("Mobile").title(&[Self::OWNER]).quote(Self::NOTED);
    const IDENTITY: Identity = Identity::Of(&[Self::DEVICE]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::DEVICE, Type::Line).required().hidden(),
        Field::new(Self::HANDOVER, Type::Link(Handover::KIND)).required().hidden(),
        Field::new(Self::OWNER, Type::Member).hidden(),
        Field::new(Self::BEGUN, Type::Moment).hidden(),
        Field::new(Self::EMPTIED, Type::Moment).hidden(),
        Field::new(Self::DESTROYED, Type::Choices(&Destroyed::CHOICES)).hidden(),
        Field::new(Self::NOTED, Type::Text),
        Field::new(Self::NOTED_BY, Type::Member).hidden(),
    ];
}
