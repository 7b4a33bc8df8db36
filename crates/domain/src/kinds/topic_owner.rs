//! Who answers for a topic, where a site does it otherwise than most.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::card::Card;
use crate::choice::{Owner, Topic};
use crate::field::{Field, Type};
use crate::kind::{Identity, Order, Record};
use crate::kinds::Partner;

/// The owner of a topic at this site. Its id is made from the topic.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicOwner {
    /// The topic.
    pub topic: Option<Topic>,
    /// Who answers for it.
    pub owner: Option<Owner>,
    /// The partner that a question is passed on to.
    pub partner: Option<Id>,
    /// Whether the site wants no particular partner, not even the likeliest.
    pub no_partner: bool,
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl TopicOwner {
    pub const TOPIC: &'static str = "topic";
    pub const OWNER: &'static str = "owner";
    pub const PARTNER: &'static str = "partner";
    pub const NO_PARTNER: &'static str = "no_partner";
}

impl Record for TopicOwner {
    const KIND: &'static str = "topic-owner";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Cases").title(&[Self::TOPIC]);
    const IDENTITY: Identity = Identity::Of(&[Self::TOPIC]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::TOPIC, Type::Choice(&Topic::CHOICES)).required(),
        Field::new(Self::OWNER, Type::Choice(&Owner::CHOICES)).required(),
        Field::new(Self::PARTNER, Type::Link(Partner::KIND)),
        Field::new(Self::NO_PARTNER, Type::Flag),
    ];
}
