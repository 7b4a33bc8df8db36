//! Which matters of a handover are shown.

use domain::handing_over::ItemStatus;
use domain::views::{Matter, Why};
use leptos::prelude::*;

use crate::kit::format::small;
use crate::kit::text::{people, t};

/// Which matters are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    All,
    Free,
    Mine,
    Question,
    Offered,
    Taken,
    Kept,
    Settled,
}

impl Filter {
    /// All of them, in the order of their chips.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Free,
        Self::Mine,
        Self::Question,
        Self::Offered,
        Self::Taken,
        Self::Kept,
        Self::Settled,
    ];

    /// Its text.
    pub fn words(self) -> String {
        t(match self {
            Self::All => "handover-all",
            Self::Free => "handover-free",
            Self::Mine => "handover-mine",
            Self::Question => "handover-questions",
            Self::Offered => "handover-offered",
            Self::Taken => "handover-taken",
            Self::Kept => "handover-kept",
            Self::Settled => "handover-settled",
        })
    }

    /// Whether it lets a matter through.
    pub fn takes(self, matter: &Matter) -> bool {
        let (settled, status) = (matter.is_settled(), status_of(matter));
        match self {
            Self::Settled => settled,
            _ if settled => false,
            Self::All => true,
            Self::Free => status.is_free() && !matter.why.contains(&Why::Untold),
            Self::Mine => matter.mine,
            Self::Question => status == ItemStatus::Question,
            Self::Offered => status == ItemStatus::Offered,
            Self::Taken => status.is_taken(),
            Self::Kept => status == ItemStatus::KeptByLead,
        }
    }
}

/// How far a matter has come. One of a newer version counts as unplaced.
pub fn status_of(matter: &Matter) -> ItemStatus {
    matter.status.parse().unwrap_or_default()
}

/// What the user chose to see, and the matters that are ticked.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Which matters.
    pub filter: RwSignal<Filter>,
    /// A topic, as it is stored; empty for all.
    pub topic: RwSignal<String>,
    /// What was typed to find matters.
    pub typed: RwSignal<String>,
    /// The ticked matters.
    pub chosen: RwSignal<std::collections::BTreeSet<domain::Id>>,
}

impl Choice {
    /// All matters, none of them ticked.
    pub fn new() -> Self {
        Self {
            filter: RwSignal::new(Filter::All),
            topic: RwSignal::default(),
            typed: RwSignal::default(),
            chosen: RwSignal::default(),
        }
    }

    /// Whether a matter is shown.
    pub fn shows(self, matter: &Matter) -> bool {
        let topic = self.topic.get();
        let about = topic.is_empty() || matter.topics.contains(&topic);
        let typed = small(self.typed.get().trim());
        let words = || {
            let parts =
                [&matter.title, &people(&matter.about), &matter.receiver_name, &matter.whose];
            small(&parts.map(String::as_str).join(" "))
        };
        let found = typed.is_empty() || typed.split(' ').all(|it| words().contains(it));
        about && found && self.filter.get().takes(matter)
    }

    /// Ticks matters; unticks them where all are ticked.
    pub fn toggle(self, matters: &[domain::Id]) {
        self.chosen.update(|chosen| {
            let all = matters.iter().all(|it| chosen.contains(it));
            for matter in matters {
                if all {
                    chosen.remove(matter);
                } else {
                    chosen.insert(*matter);
                }
            }
        });
    }
}

/// Whether a receiver can take it: a resident who has not been told is told first.
pub fn can_be_taken(matter: &Matter) -> bool {
    can_be_placed(matter) && !matter.why.contains(&Why::Untold)
}

/// Whether a matter can be ticked, to be offered or kept.
pub fn can_be_placed(matter: &Matter) -> bool {
    !matter.is_settled() && !status_of(matter).is_taken()
}
