//! What has changed on a device, and which answers depend on it, so that a page asks again only for
//! what can have become different.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calls::{List, Request};
use crate::field::{ANY, Type};
use crate::kind::Record;
use crate::kinds::{Member, kind};

/// When each part of a device's data last changed: numbers that only grow while the app is open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Versions {
    /// The last change of any part, the state of the device among them.
    pub last: u64,
    /// The last change that may touch every answer, such as a repair.
    pub everything: u64,
    /// The last change of a draft.
    pub drafts: u64,
    /// The last change of a record, by kind.
    pub kinds: BTreeMap<String, u64>,
}

/// What one action changed. The state of the device counts as changed by each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// Whether every answer may be different now.
    pub everything: bool,
    /// Whether drafts changed.
    pub drafts: bool,
    /// The kinds of the records that changed.
    pub kinds: BTreeSet<&'static str>,
}

/// What an answer is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reads {
    /// Whether drafts are in it.
    pub drafts: bool,
    /// The kinds of the records in it, and of those that they name; none for all kinds.
    pub kinds: Option<BTreeSet<&'static str>>,
}

impl Versions {
    /// Takes note of what an action changed.
    pub fn note(&mut self, touched: &Touched) {
        self.last += 1;
        if touched.everything {
            self.everything = self.last;
        }
        if touched.drafts {
            self.drafts = self.last;
        }
        for kind in &touched.kinds {
            self.kinds.insert((*kind).to_owned(), self.last);
        }
    }

    /// The last change of what an answer is made from. While it stays, so does the answer.
    pub fn of(&self, reads: &Reads) -> u64 {
        let drafts = if reads.drafts { self.drafts } else { 0 };
        let counts = |name: &str| reads.kinds.as_ref().is_none_or(|it| it.contains(name));
        let kinds = self.kinds.iter().filter(|(name, _)| counts(name)).map(|(_, last)| *last);
        kinds.fold(self.everything.max(drafts), u64::max)
    }
}

impl Touched {
    /// The state of the device, and no record.
    pub const STATUS: Self = Self { everything: false, drafts: false, kinds: BTreeSet::new() };
    /// Drafts.
    pub const DRAFTS: Self = Self { everything: false, drafts: true, kinds: BTreeSet::new() };
    /// Everything.
    pub const EVERYTHING: Self = Self { everything: true, drafts: false, kinds: BTreeSet::new() };

    /// Records of these kinds. One that only a newer version knows may be named anywhere.
    pub fn records<'a>(kinds: impl IntoIterator<Item = &'a str>) -> Self {
        let mut touched = Self::STATUS;
        for name in kinds {
            match kind(name) {
                Some(kind) => drop(touched.kinds.insert(kind.name)),
                None => touched.everything = true,
            }
        }
        touched
    }
}

impl Reads {
    /// Records of any kind.
    const RECORDS: Self = Self { drafts: false, kinds: None };

    /// The records of a kind, and what they are called by: those they point to, those that these
    /// point to, and so on.
    fn of_kind(name: &str) -> Self {
        // Members sign all records.
        let (mut kinds, mut left) = (BTreeSet::new(), vec![name, Member::KIND]);
        while let Some(name) = left.pop() {
            let Some(kind) = kind(name).filter(|_| name != ANY) else { return Self::RECORDS };
            if kinds.insert(kind.name) {
                // A list shows no agenda.
                let shown = kind.fields.iter().filter(|it| it.ty != Type::Agenda);
                left.extend(shown.filter_map(|it| it.ty.target()));
            }
        }
        Self { drafts: false, kinds: Some(kinds) }
    }
}

impl Request {
    /// What the answer is made from.
    pub fn reads(&self) -> Reads {
        match self {
            Self::GetDraft(_) | Self::GetToday(_) => Reads { drafts: true, ..Reads::RECORDS },
            Self::List(List { kind, .. }) => Reads::of_kind(kind),
            _ => Reads::RECORDS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::{GetCases, GetToday};
    use crate::{Id, calls};

    fn list(kind: &str) -> Request {
        List { kind: kind.into(), limit: 1, skip: 0 }.into()
    }

    /// Whether the answer to a call is asked for again after an action.
    fn again(call: impl Into<Request>, touched: &Touched) -> bool {
        let (before, reads) = (Versions::default(), call.into().reads());
        let mut after = before.clone();
        after.note(touched);
        after.of(&reads) > before.of(&reads)
    }

    #[test]
    fn a_list_is_asked_for_again_when_a_record_in_it_changed_or_one_that_it_names() {
        for changed in ["attendance", "activity", "resident", "unit"] {
            assert!(again(list("attendance"), &Touched::records([changed])), "{changed}");
        }
        assert!(again(list("unit"), &Touched::records(["member"])), "its author's name");
        assert!(!again(list("attendance"), &Touched::records(["visit"])));
        assert!(!again(list("unit"), &Touched::records(["resident"])));
    }

    #[test]
    fn a_draft_changes_only_what_shows_drafts() {
        assert!(again(GetToday {}, &Touched::DRAFTS));
        assert!(again(calls::GetDraft { id: Id::nil() }, &Touched::DRAFTS));
        assert!(!again(GetCases {}, &Touched::DRAFTS));
        assert!(!again(list("visit"), &Touched::DRAFTS));
    }

    #[test]
    fn what_the_network_does_changes_no_answer() {
        for call in [GetToday {}.into(), GetCases {}.into(), list("visit")] {
            assert!(!again(call, &Touched::STATUS));
        }
    }

    #[test]
    fn a_record_that_only_a_newer_version_knows_changes_every_answer() {
        assert!(again(list("unit"), &Touched::records(["from-a-newer-version"])));
    }

    #[test]
    fn several_changes_of_one_action_are_one_version() {
        let mut versions = Versions::default();
        versions.note(&Touched { drafts: true, ..Touched::records(["visit", "follow-up"]) });
        assert_eq!((versions.last, versions.drafts), (1, 1));
        assert_eq!(versions.kinds.values().collect::<Vec<_>>(), [&1, &1]);
    }
}
