//! Attendance: one resident at one activity.

use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::kind::{Order, Record};

/// One resident at one activity. Its id is made from the pair, so that two phones that
/// tick the same list agree.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendance {
    /// The activity.
    pub activity: Option<Id>,
    /// The resident.
    pub resident: Option<Id>,
    /// Whether they came.
    pub status: Option<AttendanceStatus>,
}

/// Whether somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttendanceStatus {
    /// They said they would.
    SignedUp,
    /// They came.
    Came,
    /// They had signed up and didn't come.
    DidNotCome,
}

const STATUSES: Choices = Choices { name: "attendance-status", values: AttendanceStatus::VARIANTS };

impl Record for Attendance {
    const KIND: &'static str = "attendance";
    const ORDER: Order = Order::Of("activity");
    const FIELDS: &'static [Field] = &[
        Field::new("activity", Type::Link("activity")).required(),
        Field::new("resident", Type::Link("resident")).required(),
        Field::new("status", Type::Choice(&STATUSES)).required(),
    ];
}
