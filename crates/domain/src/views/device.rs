//! The state of a device and its site.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::fault::Fault;
use crate::versions::Versions;
use crate::views::TopicName;
use crate::zone::Zone;

/// The state of this device.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// When each part of the device's data last changed.
    pub versions: Versions,
    /// The time, by this device's clock.
    pub now: DateTime<Utc>,
    /// The calendar day at the site.
    pub today: NaiveDate,
    /// The name of the site's time zone.
    pub zone: String,
    /// The site, once one was started or joined.
    pub site: Option<Site>,
    /// The name of this device's owner, as it stands under a letter.
    pub me: String,
    /// The member whose device this is, once it is in a site.
    pub member: Option<Id>,
    /// The members who have not left: this device's owner first, the others by name.
    pub team: Vec<Colleague>,
    /// All topics in their order, if the site has changed one.
    pub topics: Vec<TopicName>,
    /// The interface language that was chosen, a BCP 47 tag.
    pub locale: Option<String>,
    /// How many changes are not yet on the server.
    pub waiting: u64,
    /// When everything was last known to be sent and fetched.
    pub synced: Option<DateTime<Utc>>,
    /// Whether the server is being talked to right now.
    pub syncing: bool,
    /// How much has been fetched; none when everything on the server is here.
    pub fetching: Option<Progress>,
    /// Why the last attempt failed; none if the device is only offline.
    pub trouble: Option<Fault>,
    /// How many records wait for a person to choose between versions.
    pub conflicts: u64,
    /// How many changes arrived but cannot be read yet; they are kept.
    pub unread: u64,
    /// By how many minutes this device's clock differs from the server's.
    pub clock_off: u64,
    /// Whether the key is in a file, because the system has no key store.
    pub key_in_file: bool,
    /// What was salvaged since the app started, if the database turned out to be damaged.
    pub salvaged: Option<Salvaged>,
    /// By how many days the last change made here is dated ahead of now, because the clock was
    /// wrong.
    pub ahead: u64,
}

/// What was read from a damaged database.
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

/// A member of the team, as one is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Colleague {
    /// The member.
    pub id: Id,
    /// What they are called. No two members are called alike.
    pub name: String,
    /// Whether they leave by a handover that is open, and are offered no new work.
    pub leaves: bool,
}

/// The site's clock, and the zones to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteClock {
    /// The time, by this device's clock.
    pub now: DateTime<Utc>,
    /// The site's zone.
    pub zone: Zone,
    /// The names of all zones.
    pub zones: Vec<String>,
}

/// How much of a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The amount that is done.
    pub done: u64,
    /// The whole amount.
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
    /// Server, space, key and fingerprint, as one line of text. Anyone who has it can read the
    /// site.
    pub code: String,
    /// A short form of it, which colleagues compare before one joins.
    pub mark: String,
    /// Whether the device that joins with it is a member's of the team already.
    pub member: bool,
}

/// Where a join code leads, shown to a person before they join.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Destination {
    /// The server's address.
    pub server: String,
    /// The short form of the code, which the colleague sees beside it.
    pub mark: String,
    /// Whether the device will be a member's of the team already, so that no name is asked for.
    pub member: bool,
}
