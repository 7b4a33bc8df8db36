//! What calls answer with, besides entries.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::entry::{Entry, Signed};
use crate::fault::Fault;
use crate::kind::Body;
use crate::kinds::AttendanceStatus;
use crate::zone::Zone;

/// Where this device stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// Grows whenever something that can be shown has changed.
    pub version: u64,
    /// The time, by this device's clock.
    pub now: DateTime<Utc>,
    /// The calendar day at the site.
    pub today: NaiveDate,
    /// The name of the time zone that the site lives by.
    pub zone: String,
    /// The site, once one was started or joined.
    pub site: Option<Site>,
    /// The name of this device's owner.
    pub me: String,
    /// The names of everybody in the team, this device's owner first.
    pub team: Vec<String>,
    /// The interface language that was chosen, a BCP 47 tag.
    pub locale: Option<String>,
    /// How many changes are not yet on the server.
    pub waiting: u64,
    /// When everything was last known to be sent and fetched.
    pub synced: Option<DateTime<Utc>>,
    /// Whether the server is being talked to right now.
    pub syncing: bool,
    /// How far the fetching is, as long as something that the server has isn't here.
    pub fetching: Option<Progress>,
    /// Why the last attempt failed; being offline is no failure of anyone's.
    pub trouble: Option<Fault>,
    /// How many records wait for a person to choose between versions.
    pub conflicts: u64,
    /// How many changes of others came but could not be read yet; they are kept.
    pub unread: u64,
    /// By how many minutes this device's clock differs from the server's.
    pub clock_off: u64,
    /// Whether the key lies in a file, because the system has no key store.
    pub key_in_file: bool,
    /// What was salvaged since the app started, if the database turned out to be damaged.
    pub salvaged: Option<Salvaged>,
    /// By how many days the last change made here is dated ahead of now: the clock was wrong.
    pub ahead: u64,
}

/// What could be read of a damaged database.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Salvaged {
    /// The name of the damaged file, which was set aside.
    pub kept: String,
    /// How many changes were brought over.
    pub changes: u64,
    /// How many unfinished forms.
    pub drafts: u64,
    /// How many of its pages could not be read.
    pub unread: u64,
}

/// The clock on the site's wall, and what it could be set to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteClock {
    /// The time, by this device's clock.
    pub now: DateTime<Utc>,
    /// The zone that the site lives by.
    pub zone: Zone,
    /// The names of all zones that it could.
    pub zones: Vec<String>,
}

/// How much of something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// So many.
    pub done: u64,
    /// Of so many.
    pub of: u64,
}

/// A building and its team.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Site {
    /// What people call it.
    pub name: String,
    /// Its server's address.
    pub server: String,
    /// Its space.
    pub space: Id,
}

/// What a colleague pastes to join.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Invitation {
    /// Server, space, key and fingerprint, as one line of text. Whoever has it can read the site.
    pub code: String,
    /// A short form of it, which colleagues compare before one joins.
    pub mark: String,
}

/// Where a join code leads, for a person to look at before they join.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Destination {
    /// The server's address.
    pub server: String,
    /// The short form of the code, which the colleague sees beside it.
    pub mark: String,
}

/// A record was saved.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Saved {
    /// The record as it stands now.
    pub entry: Entry,
    /// What to undo to take it back; none when nothing differed.
    pub group: Option<Id>,
}

/// A page of records, with what they point to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The records.
    pub entries: Vec<Entry>,
    /// What to call the records they point to, and the residents among them.
    pub names: BTreeMap<Id, String>,
    /// How many there are in all.
    pub total: u64,
}

/// One line in the list of residents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResidentRow {
    /// Which resident.
    pub id: Id,
    /// What the team calls them, told apart from others whom it calls so.
    pub called: String,
    /// The full name, told apart likewise.
    pub name: String,
    /// The door.
    pub unit: String,
    /// Languages, mother tongue first.
    pub languages: Vec<String>,
    /// When somebody last talked with them.
    pub last_visit: Option<DateTime<Utc>>,
    /// Whether they have moved out.
    pub gone: bool,
}

/// A page of residents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Residents {
    /// The lines.
    pub rows: Vec<ResidentRow>,
    /// How many can be listed.
    pub total: u64,
    /// How many more match what was typed than can be listed.
    pub more: u64,
}

/// What a new conversation starts from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Suggestion {
    /// The residents most likely to be meant, likeliest first.
    pub residents: Vec<ResidentRow>,
    /// Topics, the ones used most of late first.
    pub topics: Vec<String>,
    /// Where the last one took place.
    pub place: Option<String>,
    /// Who answers for each topic.
    pub owners: BTreeMap<String, TopicAnswers>,
}

/// Who answers for a topic here, and where a question about it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicAnswers {
    /// The owner, as it is stored.
    pub owner: String,
    /// The partner that questions go to, if there is one.
    pub partner: Option<Id>,
    /// What to call that partner.
    pub name: String,
}

/// The start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Today {
    /// Which day it is at the site.
    pub date: NaiveDate,
    /// How many live in the building now.
    pub living: u64,
    /// How many conversations took place since the day began.
    pub visits_today: u64,
    /// How many since the week began.
    pub visits_this_week: u64,
    /// What was begun and not finished.
    pub drafts: Vec<Draft>,
    /// How many of those there are; the latest are here.
    pub drafts_total: u64,
    /// Appointments of this day, and the latest of the days before of which nobody said how they
    /// went; activities of this day. Earliest first.
    pub agenda: Page,
    /// How many appointments of the days before there are of which nobody said how they went.
    pub unsettled: u64,
    /// The first appointments of the days after, and how many there are.
    pub coming: Page,
    /// Acute incidents that are open, follow-ups that are due and referrals without an answer in
    /// time, earliest first.
    pub due: Vec<Case>,
    /// How many of those there are.
    pub due_total: u64,
    /// Referrals that came back with an answer or a refusal, latest first.
    pub back: Vec<Case>,
    /// How many of those there are.
    pub back_total: u64,
    /// Records where a person must choose.
    pub conflicts: Page,
    /// Conversations that ended with something for us to do, of which no follow-up was made.
    pub open: Page,
    /// The conversations, incidents and referrals logged last.
    pub recent: Page,
}

/// A matter: an incident, a referral or a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// What it is, in its author's words.
    pub title: String,
    /// The topic of a referral, or the sort of an incident, as it is stored.
    pub sort: String,
    /// The residents it concerns; empty of somebody unknown.
    pub about: Vec<String>,
    /// The partner it went to, or the worker whose it is.
    pub whose: String,
    /// How far it has come, as it is stored; of a follow-up `open` or `done`.
    pub status: String,
    /// The last day for it.
    pub due: Option<NaiveDate>,
    /// When it happened, or was made.
    pub at: DateTime<Utc>,
    /// Whether it is this device's owner's.
    pub mine: bool,
    /// How serious an incident is that presses, as it is stored: `acute` until it is closed,
    /// `serious` while something has to be done; else empty.
    pub pressing: String,
}

/// All matters. Whether one is overdue follows from its day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cases {
    /// Those that somebody has to do something about, the earliest day first.
    pub open: Vec<Case>,
    /// Those that are over, the latest first; at most 100.
    pub closed: Vec<Case>,
    /// How many there are that somebody has to do something about.
    pub open_total: u64,
    /// How many are over.
    pub closed_total: u64,
}

/// One line in the list of those at an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// The resident.
    pub id: Id,
    /// What the team calls them, told apart from others whom it calls so.
    pub called: String,
    /// Whether they came; none for somebody who might.
    pub status: Option<AttendanceStatus>,
}

/// Who is at an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendees {
    /// Those with a status first, by name, then those who might.
    pub rows: Vec<Attendee>,
    /// How many came.
    pub came: u64,
    /// How many are signed up and haven't come.
    pub signed_up: u64,
    /// How many stayed away.
    pub stayed_away: u64,
    /// How many there are in all, also those for whom the rows have no room.
    pub total: u64,
}

/// What was done in a period, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Conversations by week, as `2026-W47`, earliest first; weeks without any included.
    pub visits_by_week: Vec<Count>,
    /// Conversations by topic, most first; one of two topics counts for both.
    pub visits_by_topic: Vec<Count>,
    /// How many conversations in all.
    pub visits: u64,
    /// How many residents were talked with.
    pub residents_met: u64,
    /// Appointments by status.
    pub appointments: Vec<Count>,
    /// How many of those that took place somebody came along to.
    pub escorts: u64,
    /// Referrals by partner.
    pub referrals: Vec<ReferralCount>,
    /// Incidents by sort, most first.
    pub incidents: Vec<Count>,
    /// Activities with how many came.
    pub activities: Vec<ActivityCount>,
    /// Residents without a conversation or an appointment for 30 days before the last day.
    pub without_contact: Vec<ResidentRow>,
}

/// How often something was counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Count {
    /// What, as it is stored.
    pub what: String,
    /// How often.
    pub count: u64,
}

/// Referrals to one partner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferralCount {
    /// What to call the partner.
    pub partner: String,
    /// How many were sent.
    pub sent: u64,
    /// How many of those were answered or declined.
    pub answered: u64,
    /// The median of whole days from sending to answering; none without answers.
    pub days: Option<u64>,
}

/// One activity, and how many came.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ActivityCount {
    /// Which.
    pub id: Id,
    /// What it is.
    pub title: String,
    /// Which day.
    pub day: Option<NaiveDate>,
    /// How sure it is, as it is stored.
    pub status: String,
    /// How many came.
    pub came: u64,
    /// How many said that they would, and are neither noted as there nor as absent.
    pub signed_up: u64,
}

/// A form somebody has not finished. Its id is that of the record it will become,
/// so it opens in no other form and becomes no second record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The record it will become.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// What was filled in so far.
    pub fields: Body,
    /// What its author had seen in those fields; an edit that arrives meanwhile is not seen.
    pub seen: Seen,
    /// When it was last kept.
    pub kept: DateTime<Utc>,
    /// Where it was written: the record's form when empty, else one of the sheets on its page.
    pub sheet: String,
    /// What to call the records it points to.
    pub names: BTreeMap<Id, String>,
    /// What the record is called as it stands; nothing of a new one.
    pub title: String,
    /// The residents whom the record concerns as it stands; empty of somebody unknown.
    pub about: Vec<String>,
    /// The colleague who changed the record since its author read it, and when.
    pub overtaken: Option<Signed>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hits {
    /// The records, kind by kind, the latest first.
    pub hits: Vec<Hit>,
    /// How many more match than are here, by kind.
    pub more: BTreeMap<String, u64>,
    /// Whether these only resemble what was typed, since nobody has written it.
    pub alike: bool,
}

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hit {
    /// The record.
    pub id: Id,
    /// Its kind's name.
    pub kind: String,
    /// Its name, or the start of its text.
    pub title: String,
    /// The residents it concerns, or a resident's door, or nothing.
    pub about: String,
    /// When it happens, is due or was made, where that is known.
    pub at: Option<DateTime<Utc>>,
    /// How it stands, as it is stored: the status, or whether a follow-up is `open` or `done`; empty
    /// for what has neither.
    pub status: String,
}

/// One step in a record's history.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Revision {
    /// Who, when.
    pub signed: Signed,
    /// The fields and what they were set to.
    pub fields: Body,
    /// The action it was part of.
    pub group: Id,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Verified {
    /// How many changes were read.
    pub changes: u64,
    /// How many records they make.
    pub records: u64,
    /// Records whose stored projection differs from what the log says.
    pub differing: Vec<Id>,
    /// Numbers missing from a device's sequence, as `device:seq`.
    pub gaps: Vec<String>,
    /// What is wrong with the file itself: pages whose seal is broken, in the database's words.
    pub damage: Vec<String>,
    /// The cipher in use, with its version.
    pub cipher: String,
}

impl Verified {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.differing.is_empty() && self.gaps.is_empty() && self.damage.is_empty()
    }
}
