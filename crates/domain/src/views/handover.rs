//! A handover as its page shows it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::entry::Entry;

/// All that a handover is about.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverPlan {
    /// The handover.
    pub handover: Entry,
    /// The names of the records that it and its matters point to.
    pub names: BTreeMap<Id, String>,
    /// How many days are left; negative once the last day has passed.
    pub days_left: i64,
    /// Whether this device's owner leads the team or the handover.
    pub leads: bool,
    /// Every matter: those without a receiver first, then by receiver, what is due first, first.
    pub matters: Vec<Matter>,
    /// The residents it concerns, by name.
    pub residents: Vec<ToTell>,
    /// What is left to do.
    pub left: Remains,
}

/// What the start page says of a handover that is open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverToday {
    /// The handover.
    pub id: Id,
    /// The last day.
    pub last_day: Option<NaiveDate>,
    /// How many days are left; negative once the last day has passed.
    pub days_left: i64,
    /// What is left to do.
    pub left: Remains,
    /// The residents who have not been told, those who were not at home last.
    pub untold: Vec<ToTell>,
    /// Whether it is open; otherwise it is closed.
    pub open: bool,
    /// How many matters wait for an answer of this device's owner.
    pub to_answer: u64,
    /// The matters that this device's owner keeps and has to look at again by today.
    pub to_review: Vec<Matter>,
}

/// How much a handover is about, and how much of it is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Remains {
    /// The residents who have not been told.
    pub untold: u64,
    /// The residents without a summary that a lead has signed.
    pub unsigned: u64,
    /// The residents it concerns.
    pub residents: u64,
    /// The matters that are not settled and that no receiver has accepted; those that a lead keeps
    /// are not among them.
    pub unaccepted: u64,
    /// The matters that a lead keeps.
    pub kept: u64,
    /// All matters that are not settled.
    pub matters: u64,
}

/// What became of a receiver's reply.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// The handover.
    pub handover: Id,
    /// The receiver's name.
    pub receiver: String,
    /// Who answered for the receiver.
    pub by: String,
    /// How many answers were noted.
    pub noted: u64,
    /// How many were noted before.
    pub known: u64,
    /// The titles of the matters that have moved on since, so that the answer was not noted.
    pub late: Vec<String>,
    /// How many answers are to matters that have not arrived on this device.
    pub unknown: u64,
    /// The group of what was noted, for an undo.
    pub group: Option<Id>,
}

/// What was taken over from another site.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TakenOver {
    /// What people call that site.
    pub site: String,
    /// How many records were added.
    pub added: u64,
    /// How many were here already.
    pub known: u64,
    /// The records that this version does not take.
    pub refused: Vec<Refused>,
    /// The matters that nobody took on there. They are pinned.
    pub standing: Vec<Standing>,
}

/// A record that was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Refused {
    /// Its kind's name.
    pub kind: String,
    /// What it is called; empty if it has no name.
    pub title: String,
}

/// A matter that nobody took on at the site that it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// The matter.
    pub matter: Id,
    /// Its kind's name.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Whether a receiver declined it, or a lead kept it, as
    /// [`ItemStatus`](crate::handing_over::ItemStatus) is stored.
    pub status: String,
    /// Why.
    pub reason: String,
}

/// Why a handover gathers a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is not settled.
    Open,
    /// A colleague pinned it.
    Pinned,
    /// The resident has had no contact with us for thirty days.
    NoContact,
    /// The resident has not been told that the team leaves.
    Untold,
    /// It was gathered, and is settled now.
    Settled,
}

/// A matter in a handover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Matter {
    /// The record; of a named gathering, the resident.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its title, in its author's words.
    pub title: String,
    /// The values of the fields that name it, as in [`Case`](crate::views::Case).
    pub parts: Vec<String>,
    /// The residents it concerns; an unknown person's name is empty.
    pub about: Vec<String>,
    /// The residents it concerns who are known; of a resident's own record, that resident.
    pub residents: Vec<Id>,
    /// Its topics, as they are stored.
    pub topics: Vec<String>,
    /// The name of its state, where its kind has states.
    pub state: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// What the member is called whose it is.
    pub whose: String,
    /// Why it is here.
    pub why: Vec<Why>,
    /// Its item, which there may not be yet.
    pub item: Id,
    /// How far it has come, as [`ItemStatus`](crate::handing_over::ItemStatus) is stored.
    pub status: String,
    /// Who is to have it, or who declined it.
    pub receiver: Option<Id>,
    /// What the receiver is called.
    pub receiver_name: String,
    /// What the lead who keeps it is called.
    pub kept_by: String,
    /// Whether this device's owner keeps it.
    pub kept_by_me: bool,
    /// The day on which the lead looks at it again.
    pub review: Option<NaiveDate>,
    /// Whether this device's owner is the receiver and has to answer.
    pub mine: bool,
    /// The likeliest receiver: who answers for its topic.
    pub suggested: Option<Id>,
    /// Whether colleagues have placed it differently, and one has to choose.
    pub conflict: bool,
}

impl Matter {
    /// Whether it is over.
    pub fn is_settled(&self) -> bool {
        self.why == [Why::Settled]
    }
}

/// A resident whom a handover concerns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ToTell {
    /// The resident.
    pub id: Id,
    /// What to call them.
    pub called: String,
    /// Their door.
    pub unit: String,
    /// Their languages, the mother tongue first.
    pub languages: Vec<String>,
    /// Their notice, which there may not be yet.
    pub notice: Id,
    /// Whether they have been told.
    pub told: bool,
    /// How many times they were not at home.
    pub not_home: i64,
    /// Their summary, which there may not be yet.
    pub summary: Id,
    /// Whether there is one.
    pub summarised: bool,
    /// Whether a lead has signed it as it stands.
    pub signed: bool,
}
