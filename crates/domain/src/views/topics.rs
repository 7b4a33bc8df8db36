//! The topics of a site, and who answers for them.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::kinds::InLanguage;

/// What a site calls a topic.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicName {
    /// Its value in other records.
    pub topic: String,
    /// What it is called here; empty where it has the name that every site begins with.
    pub name: Vec<InLanguage>,
    /// Whether it is offered no more.
    pub hidden: bool,
}

/// A topic as the site has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteTopicRow {
    /// Its record, which there may not be yet.
    pub id: Id,
    /// What it is called.
    pub named: TopicName,
    /// Who answers for it.
    pub answers: TopicAnswers,
}

/// Who answers for a topic at this site, and where a question about it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicAnswers {
    /// The owner, as it is stored.
    pub owner: String,
    /// The partner that questions go to, if there is one.
    pub partner: Option<Id>,
    /// The partner's name.
    pub name: String,
}
