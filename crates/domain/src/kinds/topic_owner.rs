//! Who answers for a topic, where a site does it otherwise than most.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::choice::{Owner, Topic};
use crate::field::{Field, Type};
use crate::kind::{Order, Record};

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

impl Record for TopicOwner {
    const KIND: &'static str = "topic-owner";
    const ORDER: Order = Order::Made;
    const FIELDS: &'static [Field] = &[
        Field::new("topic", Type::Choice(&Topic::CHOICES)).required(),
        Field::new("owner", Type::Choice(&Owner::CHOICES)).required(),
        Field::new("partner", Type::Link("partner")),
        Field::new("no_partner", Type::Flag),
    ];
}
