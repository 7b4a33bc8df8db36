//! The filters of a resident's story.

use domain::Visit;
use domain::choice::Topic;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use domain::entry::Entry;

use crate::kit::text::{label, t};
use crate::record::row::{is_open, kind_name};
use crate::record::values::texts;

/// Topics to filter by.
const TOPICS: usize = 4;

/// Which entries are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everything.
    #[default]
    All,
    /// Records that still need action.
    Open,
    /// Records of one kind.
    Kind(String),
    /// Visits about one topic.
    Topic(String),
}

impl Filter {
    /// Whether it lets an entry through.
    pub fn takes(&self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Open => is_open(entry),
            Self::Kind(kind) => entry.kind == *kind,
            Self::Topic(topic) => texts(entry, Visit::TOPICS).any(|it| it == topic),
        }
    }

    /// Its words.
    pub fn words(&self) -> String {
        match self {
            Self::All => t("resident-all"),
            Self::Open => t("resident-open"),
            Self::Kind(kind) => kind_name(kind),
            Self::Topic(topic) => label(Topic::CHOICES.name, topic),
        }
    }
}

/// All, open, the kinds, and the most frequent topics, among the entries that `each` shows.
pub fn filters(each: impl FnOnce(&mut dyn FnMut(&Entry))) -> Vec<Filter> {
    let (mut open, mut kinds, mut counts) = (false, BTreeSet::new(), BTreeMap::new());
    each(&mut |it| {
        open |= is_open(it);
        kinds.insert(it.kind.clone());
        for topic in texts(it, Visit::TOPICS) {
            *counts.entry(topic.to_owned()).or_insert(0_u32) += 1;
        }
    });
    let mut topics: Vec<_> = counts.into_iter().collect();
    topics.sort_by_key(|(_, count)| Reverse(*count));
    let topics = topics.into_iter().take(TOPICS).map(|(topic, _)| Filter::Topic(topic));
    let several = kinds.len() > 1;
    let kinds = kinds.into_iter().filter(|_| several).map(Filter::Kind);
    let open = open.then_some(Filter::Open);
    std::iter::once(Filter::All).chain(open).chain(kinds).chain(topics).collect()
}
