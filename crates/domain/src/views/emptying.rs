//! The devices that leave with a handover, and what keeps them from being emptied.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::entry::Entry;

/// How far the emptying of the devices has come that leave with a handover.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Emptying {
    /// The archives that were made, the latest first.
    pub submissions: Vec<Entry>,
    /// The devices that leave, those that are not empty first.
    pub devices: Vec<LeavingDevice>,
    /// What keeps this device from being emptied; none if it can be, or if it stays.
    pub barrier: Option<Barrier>,
    /// Whether this device leaves.
    pub leaves: bool,
    /// Whether this device's owner leads the team or the handover.
    pub leads: bool,
}

/// A device that leaves.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LeavingDevice {
    /// The device.
    pub id: Id,
    /// What the member is called whose it is.
    pub whose: String,
    /// Whether it is this one.
    pub own: bool,
    /// How far it has come.
    pub state: DeviceState,
    /// When that was; of one that waits, when something was last recorded on it that is here.
    pub at: Option<DateTime<Utc>>,
    /// What a lead noted of it.
    pub noted: String,
}

/// How far a device that leaves has come.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DeviceState {
    /// It has something that no accepted archive has.
    Newer,
    /// It is not emptied yet.
    #[default]
    Waiting,
    /// It began, and has not said that it is empty.
    Begun,
    /// A lead has noted what became of it.
    Noted,
    /// It is empty, and said so.
    Emptied,
}

impl DeviceState {
    /// Its name in the texts.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// What keeps a device from being emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Barrier {
    /// The device does not leave with that handover.
    Stays,
    /// The handover is not closed, so a matter may have no new owner.
    NotClosed,
    /// The handover is closed, and something came late that no receiver has accepted.
    Unaccepted,
    /// No depot has accepted an archive.
    NotArchived,
    /// The archive that was accepted lacks something that was recorded on this device.
    NotInArchive,
    /// A form is not finished.
    Unfinished,
    /// A damaged file was set aside, which may hold what is nowhere else.
    SetAside,
    /// Something is not sent.
    Unsent,
}

impl Barrier {
    /// Its name in the texts.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}
