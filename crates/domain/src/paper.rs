//! What can be printed, as the window and the command line name it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;

/// What is to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "kebab-case")]
pub enum Paper {
    /// An appointment for the resident to take along.
    Slip {
        /// The appointment.
        id: Id,
        /// The language that the resident reads; without one, the first of theirs that there are texts in.
        language: Option<String>,
    },
    /// A referral as a letter.
    Letter {
        /// The referral.
        id: Id,
        /// Whether residents are named in full; otherwise by their initials.
        #[serde(default)]
        names: bool,
        /// Whether their doors are written.
        #[serde(default)]
        doors: bool,
        /// How to reach the sender; a line to write it on if it is empty.
        #[serde(default)]
        contact: String,
    },
    /// The week's activities for the wall.
    WeekPlan {
        /// A day of the first week; this week's if there is none.
        from: Option<NaiveDate>,
        /// How many weeks, at least one and at most four.
        weeks: u8,
        /// A language beside Norwegian.
        language: Option<String>,
    },
    /// A month in figures, in the form that may leave the team.
    Report {
        /// A day of the month.
        month: NaiveDate,
    },
    /// What a resident is told when the team leaves.
    Notice {
        /// The handover.
        id: Id,
        /// The resident.
        resident: Id,
        /// The language that the resident reads; without one, the first of theirs that there are texts in.
        language: Option<String>,
    },
    /// A resident's summary.
    Summary {
        /// The handover.
        id: Id,
        /// The resident.
        resident: Id,
    },
    /// A handover: for each resident what is open and who has it, with their summary.
    Handover {
        /// The handover.
        id: Id,
        /// The receiver whose part of it is wanted; the whole without one.
        #[serde(default)]
        receiver: Option<Id>,
    },
}

impl Paper {
    /// What it is, as part of a file's name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Slip { .. } => "slip",
            Self::Letter { .. } => "letter",
            Self::WeekPlan { .. } => "week-plan",
            Self::Report { .. } => "report",
            Self::Notice { .. } => "notice",
            Self::Summary { .. } => "summary",
            Self::Handover { .. } => "handover",
        }
    }
}

/// A paper, and the team's language on it, as the window asks for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What to print.
    pub paper: Paper,
    /// nb, nn or en.
    pub locale: String,
}

/// What is carried away in files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "carried", rename_all = "kebab-case")]
pub enum Carried {
    /// A package for a receiver of a handover.
    Package {
        /// The handover.
        handover: Id,
        /// The partner.
        receiver: Id,
    },
    /// The whole of a handover, for a team that begins anew.
    Whole {
        /// The handover.
        handover: Id,
    },
    /// The archive that a depot takes over.
    Archive {
        /// Who made the records; empty: the site itself.
        creator: String,
        /// Who takes it.
        depot: String,
    },
    /// A copy of the whole site.
    Site {},
}

/// What is to be carried away, and the team's language in it, as the window asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarryOrder {
    /// What.
    pub what: Carried,
    /// nb, nn or en.
    pub locale: String,
}

/// What is to be known of a file that is carried away. In the window's answer, it is the first line; the file
/// follows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HandOut {
    /// The passphrase, to be told by phone.
    pub words: String,
    /// The group of what was noted, for an undo.
    pub group: Option<Id>,
    /// How the file's name ends.
    pub end: String,
}
