//! The filter of the list of cases, stored on this device.

use domain::KINDS;
use domain::life::Standing;
use domain::views::{Case, Cases};

use crate::kit::browser;
use crate::kit::text::t;
use crate::record::case::due::{is_late, standing};

const KEY: &str = "cases";

/// The kinds whose records are cases.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter(|it| it.has_cases()).map(|it| it.name)
}

/// Which cases are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    Open,
    Mine,
    Waiting,
    Late,
    Closed,
}

impl Filter {
    /// All of them, in the order of their chips.
    pub const ALL: [Self; 5] = [Self::Open, Self::Mine, Self::Waiting, Self::Late, Self::Closed];

    /// Its text.
    pub fn words(self) -> String {
        t(self.name())
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Open => "cases-open",
            Self::Mine => "cases-mine",
            Self::Waiting => "cases-waiting",
            Self::Late => "cases-late",
            Self::Closed => "cases-closed",
        }
    }

    /// How many cases it might let through that are not here.
    pub fn left_out(self, cases: &Cases) -> u64 {
        let (here, all) = match self {
            Self::Closed => (cases.closed.len(), cases.closed_total),
            _ => (cases.open.len(), cases.open_total),
        };
        all.saturating_sub(here as u64)
    }

    fn takes(self, case: &Case) -> bool {
        match self {
            Self::Open | Self::Closed => true,
            Self::Mine => case.mine,
            Self::Waiting => standing(case) == Some(Standing::Theirs),
            Self::Late => is_late(case),
        }
    }

    /// The cases that it lets through, of one kind or of all.
    pub fn of<'a>(self, cases: &'a Cases, kind: &str) -> Vec<&'a Case> {
        let all = if self == Self::Closed { &cases.closed } else { &cases.open };
        let wanted = |it: &&Case| (kind.is_empty() || it.kind == kind) && self.takes(it);
        all.iter().filter(wanted).collect()
    }
}

/// The filter and the kind that were chosen last; no kind means all. A user who comes `anew` sees
/// the open cases and not the closed ones, which are looked at once and left.
pub fn remembered(anew: bool) -> (Filter, String) {
    let stored = browser::stored(KEY).unwrap_or_default();
    let (name, kind) = stored.split_once(' ').unwrap_or_default();
    let filter = Filter::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Filter::Open);
    let filter = if anew && filter == Filter::Closed { Filter::Open } else { filter };
    (filter, kinds().find(|it| *it == kind).unwrap_or_default().to_owned())
}

/// Stores them.
pub fn remember(filter: Filter, kind: &str) {
    browser::store(KEY, &format!("{} {kind}", filter.name()));
}
